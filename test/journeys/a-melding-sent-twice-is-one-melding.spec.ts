import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { addresses } from '../system/system-under-test.js';
import { report } from './melder.steps.js';
import { aMelding } from './melding.builder.js';
import { caseWhen, dossierNumberOf, mailMentioning, mailsTo } from './staff.steps.js';

describe('a melding sent twice is one melding', () => {
  it('with the same answer, one case, one dossier and one acknowledgement', async () => {
    const melding = aMelding({ location: { id: 'L03' } });
    const key = randomUUID();
    const answers = await Promise.all([report(melding, key), report(melding, key), report(melding, key)]);
    answers.push(await report(melding, key));
    const [first] = answers;
    expect(answers).toEqual(answers.map(() => first));

    const { id, reference } = answers[0] ?? { id: '', reference: '' };
    await caseWhen('kb.mc.een', reference, () => true);
    await dossierNumberOf('kb.mc.een', id);
    const email = melding.contact?.email ?? '';
    await mailMentioning(email, reference);
    expect(await mailsTo(email)).toHaveLength(1);
  });

  it('and the same key with another text is refused', async () => {
    const key = randomUUID();
    const melding = aMelding({ location: { id: 'L03' } });
    await report(melding, key);
    await request(addresses().intake)
      .post('/api/v1/meldingen')
      .set('Idempotency-Key', key)
      .send({ ...melding, description: 'Dit is een heel andere tekst dan die van de eerste keer.' })
      .expect(422)
      .expect('content-type', /application\/problem\+json/);
  });
});
