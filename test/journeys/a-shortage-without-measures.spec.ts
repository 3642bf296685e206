import { describe, expect, it } from '@jest/globals';
import { report } from './melder.steps.js';
import { aMelding } from './melding.builder.js';
import { caseWhen, reasonCodes } from './staff.steps.js';

const shortage = (measures: string[]) =>
  aMelding(
    {
      kind: 'PERSONEELSTEKORT',
      submitterType: 'ORGANISATOR',
      location: { id: 'L07' },
      description: 'Drie begeleiders zijn ziek en we vinden op dit moment niemand die hen kan vervangen.',
      personeelstekort: {
        measures,
        absentFte: 3,
        totalFte: 8,
        affectedPlaces: 20,
        expectedUntil: '2026-12-24',
      },
    },
    { occupancyConcern: 'too_few_staff', ongoing: 'continuing', childAgeGroup: 'unknown' },
  );

describe('a shortage without measures', () => {
  it('is urgent and goes to the klantenbeheerder of the organisator', async () => {
    const accepted = await report(shortage(['NONE']));
    const found = await caseWhen('kb.ko.antwerpen1', accepted.reference, () => true);
    expect(found.level).toBe('HIGH');
    expect(reasonCodes(found)).toEqual(expect.arrayContaining(['R-N1', 'R-H8']));
    expect(found.handlerRole).toBe('klantenbeheerder_kinderopvang');
    expect(found.team).toBe('REGIO_3');
  });

  it('and one with measures does not get that reason', async () => {
    const accepted = await report(shortage(['CLOSING_DAYS']));
    const found = await caseWhen('kb.ko.antwerpen1', accepted.reference, () => true);
    expect(reasonCodes(found)).not.toContain('R-H8');
  });
});
