import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  InProcessTransport,
  type IncomingRecord,
  type Lane,
  type OutgoingRecord,
  type RunningSubscription,
} from '#messaging';
import { eventually } from '#platform/testing';
import { melding, RunningIntake, type Accepted } from './running-intake.js';

const TOPIC = 'opgroeipunt.melding.v1';

/** A broker that can be out of reach. */
class BrokerThatGoesAway extends InProcessTransport {
  isAway = false;

  override publish(records: OutgoingRecord[], lane: Lane): Promise<PromiseSettledResult<void>[]> {
    if (!this.isAway) return super.publish(records, lane);
    const reason = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    return Promise.resolve(records.map(() => ({ status: 'rejected', reason })));
  }
}

const broker = new BrokerThatGoesAway();
let intake: RunningIntake;
beforeAll(async () => {
  intake = await RunningIntake.start({}, undefined, broker);
});
afterAll(async () => {
  await intake.stop();
  await broker.close();
});

/** Another service that listens to meldingen. */
function listen(group: string, handle: (record: IncomingRecord) => Promise<void>): RunningSubscription {
  const progress = { load: async () => new Map<string, Date>(), save: async () => undefined };
  return broker.subscribe({ group, topics: [TOPIC], concurrency: 4, progress, handle });
}

async function acceptSome(): Promise<string[]> {
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      intake.post<Accepted>('/api/v1/meldingen', melding(), { 'idempotency-key': randomUUID() }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
  return answers.map(({ body }) => body.id);
}

const waitingEvents = () =>
  intake.rows<{ key: string }>('SELECT key FROM messaging_outbox WHERE published_at IS NULL');

describe('accepting goes on', () => {
  it('while the broker is away, and everything is announced once it is back', async () => {
    const heard = new Set<string | null>();
    const listener = listen('elsewhere', async ({ key }) => void heard.add(key));
    broker.isAway = true;
    const ids = await acceptSome();
    expect((await intake.get('/health/ready')).status).toBe(200);
    expect((await intake.get('/health/live')).status).toBe(200);
    expect((await waitingEvents()).map(({ key }) => key)).toEqual(expect.arrayContaining(ids));
    expect(heard.size).toBe(0);
    broker.isAway = false;
    await eventually(async () => expect(await waitingEvents()).toEqual([]));
    expect([...heard].sort()).toEqual([...ids].sort());
    await listener.close();
  });

  it('while no other service is there to listen', async () => {
    const ids = await acceptSome();
    await eventually(async () => expect(await waitingEvents()).toEqual([]));
    const late = new Set<string | null>();
    const listener = listen('late', async ({ key }) => void late.add(key));
    await eventually(() => expect(ids.every((id) => late.has(id))).toBe(true));
    await listener.close();
  });

  it('while the disk of another service is full, and those with room hear of everything', async () => {
    let isFull = true;
    const [full, healthy] = [new Set<string | null>(), new Set<string | null>()];
    const listeners = [
      listen('full', async ({ key }) => {
        if (isFull)
          throw Object.assign(new Error('could not extend file: No space left on device'), { code: '53100' });
        full.add(key);
      }),
      listen('healthy', async ({ key }) => void healthy.add(key)),
    ];
    const ids = await acceptSome();
    await eventually(() => expect(ids.every((id) => healthy.has(id))).toBe(true));
    expect(full.size).toBe(0);
    isFull = false;
    await eventually(() => expect(ids.every((id) => full.has(id))).toBe(true));
    for (const listener of listeners) await listener.close();
  });
});
