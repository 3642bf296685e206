import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyService } from '../../deploy/local/audit/verify-service.js';
import { waitUntil } from '../system/wait-until.js';
import { AlertWatch } from './alerts/alert-watch.js';
import { query } from './ledger/collect-facts.js';
import { MAIL_LINK, MAIL_LOOKUP_LINK, STORE_LINK } from './plan/fault.js';
import { startFaultRun, type FaultRun } from './run/fault-run.js';

const MELDING_TOPIC = 'opgroeipunt.melding.v1';

describe('the alerts of docs/runbooks, each raised by its fault and over when it is mended', () => {
  let run: FaultRun;
  let watch: AlertWatch;

  beforeAll(async () => {
    run = await startFaultRun('kafka');
    watch = new AlertWatch(run.system);
  }, 300_000);

  afterEach(() => {
    for (const link of run.system.links.values()) link.mend();
    run.system.store.mend();
    run.system.emptyDisk();
  });

  afterAll(() => run.stop(), 60_000);

  it('events-not-leaving: the broker cannot be reached', async () => {
    const oldest = watch.figure('intake', 'messaging_outbox_oldest_seconds');
    const link = run.system.links.get('intake→kafka');
    link?.break('CUT');
    await watch.send();
    await watch.until(oldest, (seconds) => seconds >= 2, 'an event that waits');
    expect(await watch.health('intake', 'live')()).toBe(200);
    link?.mend();
    await watch.until(
      watch.figure('intake', 'messaging_outbox_backlog'),
      (count) => count === 0,
      'events that left',
    );
  }, 200_000);

  it('hand-over-waiting: the dossier store cannot be reached', async () => {
    const waiting = watch.figure('dossier-sync', 'opgroeipunt_hand_overs_open', { state: 'WAITING' });
    const age = watch.figure('dossier-sync', 'opgroeipunt_hand_over_oldest_seconds', { state: 'WAITING' });
    run.system.links.get(STORE_LINK)?.break('CUT');
    await watch.send();
    await watch.until(waiting, (count) => count > 0, 'a waiting hand-over');
    await watch.until(age, (seconds) => seconds >= 2, 'its age');
    run.system.links.get(STORE_LINK)?.mend();
    await watch.until(waiting, (count) => count === 0, 'a registered melding');
  }, 200_000);

  it('hand-over-refused: the dossier store refuses, until a person offers it again', async () => {
    const refused = watch.figure('dossier-sync', 'opgroeipunt_hand_overs_open', { state: 'REFUSED' });
    run.system.store.break('ANSWERS_422');
    const { id } = await watch.send();
    await watch.until(refused, (count) => count === 1, 'a refused hand-over');
    run.system.store.mend();
    await watch.beheerder.retryHandOver(id);
    await watch.until(refused, (count) => count === 0, 'a registered melding');
  }, 200_000);

  it('mail-not-leaving: the mail server does not want mail', async () => {
    const failing = watch.figure('notification', 'messaging_work_failing');
    const age = watch.figure('notification', 'messaging_work_failing_oldest_seconds');
    await watch.until(failing, (count) => count === 0, 'mails of before that left');
    run.system.links.get(MAIL_LINK)?.break('GREETS_WITH_421');
    const before = run.system.mails().length;
    // Not every melder gives an address.
    await Promise.all(Array.from({ length: 12 }, () => watch.send()));
    await watch.until(age, (seconds) => seconds >= 2, 'a mail that fails');
    run.system.links.get(MAIL_LINK)?.mend();
    await watch.until(failing, (count) => count === 0, 'mails that left');
    expect(run.system.mails().length).toBeGreaterThan(before);
  }, 200_000);

  it('messages-uncertain: nobody can tell whether mails were sent, so a person is asked', async () => {
    const asked = watch.figure('notification', 'opgroeipunt_messages_uncertain', { asked: 'yes' });
    const all = watch.figure('notification', 'opgroeipunt_messages_uncertain');
    run.system.links.get(MAIL_LINK)?.break('TAKES_AND_SAYS_NOTHING');
    run.system.links.get(MAIL_LOOKUP_LINK)?.break('CUT');
    await Promise.all(Array.from({ length: 6 }, () => watch.send()));
    await watch.until(asked, (count) => count > 0, 'a mail that a person is asked about');
    for (const link of [MAIL_LINK, MAIL_LOOKUP_LINK]) run.system.links.get(link)?.mend();
    await waitUntil(
      async () => {
        await watch.beheerder.answerWhetherSent();
        return (await all()) === 0 ? true : undefined;
      },
      'an answer for each',
      90_000,
      1_000,
    );
    const sent = run.system.mails().map(({ messageId }) => messageId);
    const alerts = await query<{ id: string }>(
      run.system,
      'notification',
      `SELECT id FROM message WHERE purpose = 'DUTY_ALERT'`,
    );
    const ordinary = sent.filter((messageId) => !alerts.some(({ id }) => messageId.includes(id)));
    expect(new Set(ordinary).size).toBe(ordinary.length);
  }, 300_000);

  it('texts-not-read: triage cannot reach intake', async () => {
    const failing = watch.figure('triage', 'messaging_work_failing');
    const age = watch.figure('triage', 'messaging_work_failing_oldest_seconds');
    run.system.links.get('triage→intake')?.break('CUT');
    await watch.send();
    await watch.until(age, (seconds) => seconds >= 2, 'a text that is not had');
    run.system.links.get('triage→intake')?.mend();
    await watch.until(failing, (count) => count === 0, 'a text that was read');
  }, 200_000);

  it('database-away: intake says so within its term, and takes meldingen again when it is back', async () => {
    run.system.links.get('intake→postgres')?.break('CUT');
    const refusal = await watch.sendOnce();
    expect(refusal.status).toBe(503);
    expect(refusal.headers.get('retry-after')).not.toBeNull();
    expect(await watch.health('intake', 'ready')()).toBe(503);
    expect(await watch.health('intake', 'live')()).toBe(200);
    run.system.links.get('intake→postgres')?.mend();
    await watch.send();
    expect(await watch.health('intake', 'ready')()).toBe(200);
  }, 200_000);

  it('disk-full: nothing can be written, and afterwards everything goes on', async () => {
    if (!run.system.breakable.hasSmallDisk) return void console.log(run.system.notPossible.join('\n'));
    run.system.fillDisk();
    await watch.until(
      async () => (await watch.sendOnce()).status,
      (status) => status === 503,
      'a refusal',
    );
    expect(await watch.health('intake', 'live')()).toBe(200);
    run.system.emptyDisk();
    await watch.send();
    await watch.until(watch.health('intake', 'ready'), (status) => status === 200, 'a ready intake');
  }, 200_000);

  it('undecodable-event: a record without a value that can be read', async () => {
    const dead = watch.figure('triage', 'messaging_events_consumed_total', { outcome: 'DEAD_LETTER' });
    const record = { key: crypto.randomUUID(), value: '{"half', headers: {} };
    await run.system.publishRaw(MELDING_TOPIC, record);
    await watch.until(dead, (count) => count > 0, 'a dead letter');
    await watch.send();
  }, 200_000);

  it('events-parked: an event that no schema allows waits for a person, with its reason', async () => {
    const id = crypto.randomUUID();
    await run.system.publishRaw(MELDING_TOPIC, {
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
    const parked = watch.figure('triage', 'messaging_parked_events');
    await watch.until(parked, (count) => count > 0, 'a parked event');
    // What an earlier fault parked may still wait for its next try.
    await waitUntil(
      async () => {
        const reasons = await watch.beheerder.parkedAt(run.system.url('triage'));
        return reasons.some((reason) => /schema|data/i.test(reason)) ? true : undefined;
      },
      'the parked event with its reason',
      90_000,
    );
    const { id: next } = await watch.send();
    await waitUntil(
      async () => {
        const sql = 'SELECT id FROM triage_case WHERE melding_id = $1::uuid';
        return (await query(run.system, 'triage', sql, [next])).length === 1 ? true : undefined;
      },
      'the case of another melding',
      90_000,
    );
  }, 200_000);

  it('service-not-live: a consumer has ended, until the service is started again', async () => {
    const leave = await run.system.occupyGroup('triage-crisis');
    try {
      await watch.until(watch.health('triage', 'live'), (status) => status === 503, 'a dead consumer');
    } finally {
      await leave();
    }
    expect(run.system.logs()).toContain('consumer has ended');
    await run.system.killProcess('triage', 0);
    await watch.until(watch.health('triage', 'live'), (status) => status === 200, 'a live triage');
  }, 300_000);

  it('differences-found: the store lost what it had confirmed, and gets it again', async () => {
    const { id } = await watch.send();
    const rows = (service: 'dossier_sync' | 'edison', sql: string) => query(run.system, service, sql, [id]);
    const confirmed = `SELECT 1 FROM ledger_entry
      WHERE melding_id = $1::uuid AND state = 'REGISTERED' AND level IS NOT NULL AND confirmed_revision >= revision`;
    await waitUntil(
      async () => ((await rows('dossier_sync', confirmed)).length === 1 ? true : undefined),
      'a registration',
      90_000,
    );
    // As when an older copy of the store was put back.
    await rows('edison', 'DELETE FROM melding_link WHERE melding_id = $1::uuid');
    expect(await watch.beheerder.reconcile()).toBeGreaterThan(0);
    const differences = watch.figure('dossier-sync', 'opgroeipunt_reconciliation_differences');
    await watch.until(differences, (count) => count > 0, 'a difference in the figures');
    await waitUntil(
      async () => ((await watch.beheerder.reconcile()) === 0 ? true : undefined),
      'a comparison without differences',
      90_000,
    );
    await watch.until(differences, (count) => count === 0, 'no difference in the figures');
    expect(await rows('edison', 'SELECT 1 FROM melding_link WHERE melding_id = $1::uuid')).toHaveLength(1);
  }, 300_000);

  it('audit-chain-broken: a row of the audit log was changed', async () => {
    await watch.send(); // triage reads its text, and that is noted
    const url = run.system.databaseUrl('intake');
    const noted = () => query(run.system, 'intake', 'SELECT 1 FROM platform_audit_chain LIMIT 1');
    await waitUntil(async () => ((await noted()).length > 0 ? true : undefined), 'a row of the audit log');
    expect(await verifyService('intake', url)).toMatchObject({ verdict: 'INTACT' });
    // No right of the service allows this: it takes the superuser of the database.
    const change = (sign: string) =>
      query(
        run.system,
        'intake',
        `SET session_replication_role = replica;
         UPDATE platform_audit_entry SET payload = ${sign === '+' ? `payload || ' '` : 'rtrim(payload)'}
         WHERE id = (SELECT entry_id FROM platform_audit_chain ORDER BY sequence LIMIT 1)`,
      );
    await change('+');
    const { verdict, sentence } = await verifyService('intake', url);
    expect(verdict).toBe('DAMAGED');
    expect(sentence).toMatch(/werd gewijzigd/);
    await change('-');
    expect(await verifyService('intake', url)).toMatchObject({ verdict: 'INTACT' });
  }, 200_000);
});
