import { describe, expect, it } from '@jest/globals';
import { report } from './melder.steps.js';
import { aMelding } from './melding.builder.js';
import { caseWhen, dossierNumberOf, mailMentioning, mailsTo, reasonCodes } from './staff.steps.js';

const DUTY_OFFICER = 'wacht.een@staf.opgroeipunt.example';

describe('a crisis reaches the duty officer', () => {
  it('by mail, on the worklist and in the dossier, and the melder is answered', async () => {
    const melding = aMelding(
      {
        kind: 'CRISIS',
        submitterType: 'ORGANISATOR',
        location: { id: 'L04' },
        description:
          'Een peuter is in de vijver gevallen en ademde niet meer. De ambulance is onderweg naar hier.',
      },
      { immediateDanger: 'yes', injury: 'life_threatening', ongoing: 'continuing' },
    );
    const accepted = await report(melding);

    const alert = await mailMentioning(DUTY_OFFICER, accepted.reference);
    expect(alert.text).not.toContain('vijver');

    const found = await caseWhen('wacht.een', accepted.reference, (one) =>
      reasonCodes(one).includes('TXT-ACUUT'),
    );
    expect(found.level).toBe('CRISIS');
    expect(reasonCodes(found)).toEqual(['R-C1', 'R-C2', 'R-C3', 'TXT-ACUUT']);
    expect(found.queue).toBe('CRISISWACHT');

    expect(await dossierNumberOf('wacht.een', accepted.id)).toEqual(expect.any(String));

    const email = melding.contact?.email ?? '';
    const acknowledgement = await mailMentioning(email, accepted.reference);
    expect(acknowledgement.text).toContain('112');
    expect(acknowledgement.text).not.toContain(accepted.followUpCode);

    const alerts = await mailsTo(DUTY_OFFICER);
    expect(alerts.filter((mail) => `${mail.subject} ${mail.text}`.includes(accepted.reference))).toHaveLength(
      1,
    );
  });
});
