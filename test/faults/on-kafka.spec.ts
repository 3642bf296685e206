import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogue } from '#contracts';
import { eventSamples } from '../contract/event-samples.js';
import { AlertWatch } from './alerts/alert-watch.js';
import { query } from './ledger/collect-facts.js';
import { startFaultRun, type FaultRun } from './run/fault-run.js';
import { LEAST_FAULTS, roundOfForty } from './run/round-of-forty.js';
import { waitUntil } from '../system/wait-until.js';

const SERVICES = ['intake', 'triage', 'dossier-sync', 'notification'] as const;

describe('each service as a process on real Kafka and PostgreSQL', () => {
  let run: FaultRun;

  beforeAll(async () => {
    run = await startFaultRun('kafka');
  }, 300_000);

  afterAll(() => run.stop(), 60_000);

  it(`loses and doubles nothing by ${LEAST_FAULTS} faults`, () => roundOfForty(run), 600_000);

  it('reads the events of the first release that stand in its topics when it starts', async () => {
    const watch = new AlertWatch(run.system);
    const back = SERVICES.map((service) => run.system.killProcess(service, 1_000));
    for (const [type, data] of eventSamples())
      await run.system.publishRaw(topicOf(type), recorded(type, data));
    await Promise.all(back);
    const { id } = await watch.send();
    await waitUntil(
      async () => {
        const sql = 'SELECT 1 FROM trace_step WHERE melding_id = $1::uuid AND step = ANY($2)';
        const steps = ['TRIAGED', 'REGISTERED_IN_DOSSIER'];
        return (await query(run.system, 'intake', sql, [id, steps])).length === 2 ? true : undefined;
      },
      'a new melding to be handled after them',
      120_000,
      1_000,
    );
    for (const service of SERVICES)
      expect(await watch.beheerder.parkedAt(run.system.url(service))).toEqual([]);
  }, 300_000);
});

function topicOf(type: string): string {
  const definition = catalogue.find(type);
  if (!definition) throw new Error(`no event ${type}`);
  return definition.topic;
}

/** As the first release wrote it: its data were recorded then and never changed since. */
function recorded(type: string, data: unknown) {
  return {
    key: type,
    value: JSON.stringify(data),
    headers: {
      ce_id: crypto.randomUUID(),
      ce_source: 'urn:opgroeipunt:first-release',
      ce_specversion: '1.0',
      ce_type: type,
      ce_time: new Date().toISOString(),
      ce_subject: type,
      ce_sequence: '1',
      'content-type': 'application/json',
    },
  };
}
