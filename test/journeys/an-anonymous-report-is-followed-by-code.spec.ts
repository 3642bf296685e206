import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { addresses } from '../system/system-under-test.js';
import { waitUntil } from '../system/wait-until.js';
import { followUp, report } from './melder.steps.js';
import { anAnonymousMelding } from './melding.builder.js';

describe('an anonymous report is followed by code', () => {
  it('up to the dossier, without a word on urgency or staff', async () => {
    const accepted = await report(
      anAnonymousMelding({
        location: { description: 'De opvang met de gele poort', municipality: 'Droommolen' },
      }),
    );
    const seen = await waitUntil(async () => {
      const status = await followUp(accepted.followUpCode);
      const steps = status.trace.map((entry) => entry.step);
      return ['TRIAGED', 'REGISTERED_IN_DOSSIER'].every((step) => steps.includes(step)) ? status : undefined;
    }, 'the first judgement and the dossier in the trace of the melder');

    expect(seen.reference).toBe(accepted.reference);
    const steps = seen.trace.map((entry) => entry.step);
    expect(steps[0]).toBe('RECEIVED');
    expect(steps).not.toContain('DELAYED');
    expect(JSON.stringify(seen)).not.toMatch(/R-N1|HIGH|NORMAL|CRISIS|kb\.mc|REGIO/);
  });

  it('and by nobody with another code', async () => {
    await request(addresses().intake)
      .post('/api/v1/follow-up/tokens')
      .send({ code: '0000 0000 0000 0000' })
      .expect(404);
  });
});
