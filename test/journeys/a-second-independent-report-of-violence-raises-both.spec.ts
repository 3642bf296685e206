import { describe, expect, it } from '@jest/globals';
import { report } from './melder.steps.js';
import { aMelding } from './melding.builder.js';
import { caseWhen, mailMentioning, reasonCodes } from './staff.steps.js';

const bruises = () =>
  aMelding(
    {
      location: { id: 'L08' },
      description:
        'Mijn kind kwam thuis met een letsel en niemand van de opvang kan zeggen hoe dat gekomen is.',
    },
    { injury: 'unexplained', immediateDanger: 'unknown' },
  );

describe('a second independent report of violence raises both', () => {
  it('to crisis, with the reason on each, and the duty officer hears of both', async () => {
    const first = await report(bruises());
    const before = await caseWhen('wacht.een', first.reference, (one) =>
      reasonCodes(one).includes('TXT-LETSEL'),
    );
    expect(before.level).toBe('HIGH');

    const second = await report(bruises());

    for (const { reference } of [first, second]) {
      const raised = await caseWhen('wacht.een', reference, (one) => one.level === 'CRISIS');
      expect(reasonCodes(raised)).toContain('R-C8');
      expect(raised.queue).toBe('CRISISWACHT');
      await mailMentioning('wacht.een@staf.opgroeipunt.example', reference);
    }
  });
});
