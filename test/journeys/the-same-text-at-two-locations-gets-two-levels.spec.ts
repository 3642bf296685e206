import { describe, expect, it } from '@jest/globals';
import { report } from './melder.steps.js';
import { aMelding } from './melding.builder.js';
import { caseWhen, reasonCodes } from './staff.steps.js';

const looseFence = (locationId: string) =>
  aMelding(
    {
      kind: 'SIGNAAL',
      submitterType: 'BURGER',
      location: { id: locationId },
      description: 'Het poortje van de tuin sluit al enkele weken niet goed meer aan de kant van de straat.',
    },
    { premisesConcern: 'outdoor', ongoing: 'continuing', childAgeGroup: 'multiple' },
  );

describe('the same text at two locations gets two levels', () => {
  it('urgent where enforcement runs, normal elsewhere', async () => {
    const enforced = await report(looseFence('L02'));
    const ordinary = await report(looseFence('L01'));

    const raised = await caseWhen('kb.mc.een', enforced.reference, () => true);
    expect(raised.level).toBe('HIGH');
    expect(reasonCodes(raised)).toEqual(['R-N1', 'B-2']);

    const calm = await caseWhen('kb.mc.een', ordinary.reference, () => true);
    expect(calm.level).toBe('NORMAL');
    expect(reasonCodes(calm)).toEqual(['R-N1']);
  });
});
