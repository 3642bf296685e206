import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { waitUntil } from '../system/wait-until.js';
import type { Addressed, SystemUnderFaults } from './machine/system-under-faults.js';
import { MAIL_LINK, STORE_LINK } from './plan/fault.js';
import { randomOf } from './plan/random.js';
import { Beheerder } from './run/beheerder.js';
import { startFaultRun, type FaultRun } from './run/fault-run.js';
import { metric } from './run/metric.js';
import type { AcceptedMelding } from './stream/accepted-melding.js';
import { meldingBodies } from './stream/melding-bodies.js';
import { PatientClient } from './stream/patient-client.js';

const MELDING_TOPIC = 'opgroeipunt.melding.v1';
const PATIENCE_MS = 90_000;

describe('the alerts of docs/runbooks, each raised by its fault and over when it is mended', () => {
  let run: FaultRun;
  let system: SystemUnderFaults;
  const never = new AbortController().signal;
  const bodyOf = meldingBodies(randomOf(1));
  let sent = 0;

  beforeAll(async () => {
    run = await startFaultRun('kafka');
    ({ system } = run);
  }, 300_000);

  afterEach(() => {
    for (const link of system.links.values()) link.mend();
    system.store.mend();
  });

  afterAll(() => run.stop(), 60_000);

  async function send(): Promise<AcceptedMelding> {
    sent += 1;
    const accepted = await new PatientClient(system.url('intake'), never).send(bodyOf(sent));
    if (!accepted) throw new Error('not accepted');
    return accepted;
  }

  const figure =
    (service: Addressed, name: string, labels: Record<string, string> = {}) =>
    () =>
      metric(system, service, name, labels);

  async function until(read: () => Promise<number>, holds: (value: number) => boolean, what: string) {
    await waitUntil(async () => (holds(await read()) ? true : undefined), what, PATIENCE_MS);
  }

  it('events-not-leaving: the broker cannot be reached', async () => {
    const oldest = figure('intake', 'messaging_outbox_oldest_seconds');
    system.links.get('intake→kafka')?.break('CUT');
    await send();
    await until(oldest, (seconds) => seconds >= 2, 'an event that waits');
    expect((await fetch(`${system.url('intake')}/health/live`)).status).toBe(200);
    system.links.get('intake→kafka')?.mend();
    await until(figure('intake', 'messaging_outbox_backlog'), (count) => count === 0, 'events that left');
  }, 200_000);

  it('hand-over-waiting: the dossier store cannot be reached', async () => {
    const waiting = figure('dossier-sync', 'opgroeipunt_hand_overs_open', { state: 'WAITING' });
    const age = figure('dossier-sync', 'opgroeipunt_hand_over_oldest_seconds', { state: 'WAITING' });
    system.links.get(STORE_LINK)?.break('CUT');
    await send();
    await until(waiting, (count) => count > 0, 'a waiting hand-over');
    await until(age, (seconds) => seconds >= 2, 'its age');
    system.links.get(STORE_LINK)?.mend();
    await until(waiting, (count) => count === 0, 'a registered melding');
  }, 200_000);

  it('hand-over-refused: the dossier store refuses, until a person offers it again', async () => {
    const refused = figure('dossier-sync', 'opgroeipunt_hand_overs_open', { state: 'REFUSED' });
    system.store.break('ANSWERS_422');
    const { id } = await send();
    await until(refused, (count) => count === 1, 'a refused hand-over');
    system.store.mend();
    await new Beheerder(system).retryHandOver(id);
    await until(refused, (count) => count === 0, 'a registered melding');
  }, 200_000);

  it('mail-not-leaving: the mail server does not want mail', async () => {
    const failing = figure('notification', 'messaging_work_failing');
    const age = figure('notification', 'messaging_work_failing_oldest_seconds');
    await until(failing, (count) => count === 0, 'mails of before that left');
    system.links.get(MAIL_LINK)?.break('GREETS_WITH_421');
    const before = system.mails().length;
    // Not every melder gives an address.
    await Promise.all(Array.from({ length: 12 }, () => send()));
    await until(age, (seconds) => seconds >= 2, 'a mail that fails');
    system.links.get(MAIL_LINK)?.mend();
    await until(failing, (count) => count === 0, 'mails that left');
    expect(system.mails().length).toBeGreaterThan(before);
  }, 200_000);

  it('database-away: intake says so within its term, and takes meldingen again when it is back', async () => {
    const intake = system.url('intake');
    system.links.get('intake→postgres')?.break('CUT');
    const refusal = await fetch(`${intake}/api/v1/meldingen`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify(bodyOf(9_999)),
    });
    expect(refusal.status).toBe(503);
    expect(refusal.headers.get('retry-after')).not.toBeNull();
    expect((await fetch(`${intake}/health/ready`)).status).toBe(503);
    expect((await fetch(`${intake}/health/live`)).status).toBe(200);
    system.links.get('intake→postgres')?.mend();
    await send();
    expect((await fetch(`${intake}/health/ready`)).status).toBe(200);
  }, 200_000);

  it('undecodable-event: a record without a value that can be read', async () => {
    const dead = figure('triage', 'messaging_events_consumed_total', { outcome: 'DEAD_LETTER' });
    await system.publishRaw(MELDING_TOPIC, { key: crypto.randomUUID(), value: '{"half', headers: {} });
    await until(dead, (count) => count > 0, 'a dead letter');
    await send();
  }, 200_000);

  it('events-parked: an event that no schema allows waits for a person, with its reason', async () => {
    const parked = figure('triage', 'messaging_parked_events');
    const id = crypto.randomUUID();
    await system.publishRaw(MELDING_TOPIC, {
      key: id,
      value: JSON.stringify({ meldingId: id }),
      headers: {
        ce_id: crypto.randomUUID(),
        ce_source: 'unknown',
        ce_specversion: '1.0',
        ce_type: 'be.opgroeipunt.melding.received.v1',
        ce_time: new Date().toISOString(),
        ce_subject: id,
        ce_sequence: '1',
        'content-type': 'application/json',
      },
    });
    await until(parked, (count) => count > 0, 'a parked event');
    const [reason] = await new Beheerder(system).parkedAt(system.url('triage'));
    expect(reason).toMatch(/schema|data/i);
    const { id: next } = await send();
    await until(
      async () => ((await fetch(`${system.url('triage')}/health/live`)).ok && next ? 1 : 0),
      (value) => value === 1,
      'others to go on',
    );
  }, 200_000);
});
