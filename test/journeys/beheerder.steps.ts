import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import request from 'supertest';
import { BOOTSTRAP } from '../system/local-system.js';
import { addresses, systemEnvironment, token } from '../system/system-under-test.js';

const BEHEERDER = 'beheer.een';

const bearer = async (username: string): Promise<string> => `Bearer ${await token(username)}`;

export interface ParkedEvent {
  id: string;
  owner: string;
  type: string;
  key: string;
  reason: string;
  attempts: number;
  ageSeconds: number;
}

/** Events that a service could not handle, about one melding. */
export async function parkedAbout(service: string, meldingId: string): Promise<ParkedEvent[]> {
  const answer = await request(service)
    .get('/api/v1/parked-events?limit=100')
    .set('Authorization', await bearer(BEHEERDER))
    .expect(200);
  return (answer.body.items as ParkedEvent[]).filter(({ key }) => key === meldingId);
}

export async function replay(service: string, id: string): Promise<void> {
  await request(service)
    .post(`/api/v1/parked-events/${id}/replay`)
    .set('Authorization', await bearer(BEHEERDER))
    .expect(202);
}

/** A figure without labels but that of the service. */
export async function figureOf(service: string, name: string): Promise<number> {
  const { text } = await request(service).get('/metrics').expect(200);
  return Number(new RegExp(`^${name}(?:\\{[^}]*\\})? ([0-9.e+]+)$`, 'm').exec(text)?.[1] ?? Number.NaN);
}

/**
 * What `npm run reconcile` prints of the system of this run.
 * @throws when it finds a difference: its exit code is then 1
 */
export async function reconcile(): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [BOOTSTRAP, 'reconcile'], {
    env: { ...process.env, ...systemEnvironment() },
  });
  return stdout;
}

/** Every hand-over of a melding as an auditor sees it. */
export async function traceOf(
  meldingId: string,
): Promise<{ step: string; at: string; confirmedBy: string }[]> {
  const answer = await request(addresses().intake)
    .get(`/api/v1/meldingen/${meldingId}/trace`)
    .set('Authorization', await bearer('audit.een'))
    .expect(200);
  return answer.body.items;
}
