import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { MeldingReceivedV1 } from '#contracts';
import { addressOf, NotificationUnderTest } from './notification-under-test.js';

jest.setTimeout(120_000);
const under = new NotificationUnderTest();
const { mailServer } = under;
const A_MINUTE = 60_000;
const RATE = 120;

beforeAll(() => under.start({ LATE_AFTER_MINUTES: '30', LATE_PER_MINUTE: String(RATE) }));
afterAll(() => under.stop());
beforeEach(() => under.reset());

const handler = (name: string) => `${name}@staf.opgroeipunt.example`;

describe('messages to one recipient', () => {
  it('leave in the order of their events, also when the first has to be tried again', async () => {
    mailServer.answerToRecipient = 451;
    const meldingen = [under.aMelding(), under.aMelding(), under.aMelding()];
    for (const melding of meldingen) await under.assigned(melding, 'kb.mc.drie');
    await under.eventually(async () => {
      const [message] = await under.messages({ subject: meldingen[0]?.meldingId ?? '' });
      expect(message?.attempts).toBeGreaterThan(0);
    });
    const other = await under.acknowledged();
    await under.crisis();
    mailServer.answerToRecipient = (address) => (address === handler('kb.mc.drie') ? 451 : 0);
    await under.messageWhen(other.meldingId, 'SENT');
    mailServer.answerToRecipient = 0;
    for (const { meldingId } of meldingen) await under.messageWhen(meldingId, 'SENT');
    const subjects = mailServer.to(handler('kb.mc.drie')).map(({ subject }) => subject);
    expect(subjects).toEqual(meldingen.map(({ reference }) => `Toegewezen aan jou: ${reference}`));
  });

  it('let an alert pass that is for the same person', async () => {
    mailServer.answerToRecipient = 451;
    const melding = under.aMelding();
    await under.assigned(melding, 'wacht.een');
    await under.eventually(async () => {
      const [message] = await under.messages({ subject: melding.meldingId });
      expect(message?.attempts).toBeGreaterThan(0);
    });
    await nothingIsTried();
    mailServer.answerToRecipient = 0;
    const { meldingId } = await under.crisis();
    await under.messageWhen(meldingId, 'SENT');
    await under.messageWhen(melding.meldingId, 'PENDING');
    await under.sql(
      `UPDATE messaging_work SET due_at = now() WHERE done_at IS NULL AND kind = 'send-message'`,
    );
    await under.messageWhen(melding.meldingId, 'SENT');
  });
});

/** Puts all ordinary messages off, and waits for what is in hand. */
async function nothingIsTried(): Promise<void> {
  await under.eventually(async () => {
    await under.sql(
      `UPDATE messaging_work SET due_at = now() + interval '1 hour'
       WHERE done_at IS NULL AND kind = 'send-message' AND leased_until IS NULL`,
    );
    const inHand = await under.sql(
      `SELECT FROM messaging_work WHERE done_at IS NULL AND kind = 'send-message'
         AND (leased_until IS NOT NULL OR due_at < now() + interval '30 minutes')`,
    );
    expect(inHand).toHaveLength(0);
  });
}

describe('after a long outage', () => {
  /** A melding whose receipt was told an hour and a half ago. */
  const lateMelding = async (): Promise<MeldingReceivedV1> => {
    const melding = under.aMelding();
    await under.received(melding);
    await under.eventually(async () => {
      const moved = await under.sql<object>(
        `WITH moved AS (UPDATE message SET occurred_at = occurred_at - interval '90 minutes'
           WHERE subject_id = $1 RETURNING 1) SELECT * FROM moved`,
        [melding.meldingId],
      );
      expect(moved).toHaveLength(1);
    });
    return melding;
  };

  it('it is the time of the event that counts, not that of its arrival', async () => {
    const melding = await under.acknowledged();
    await under.messageWhen(melding.meldingId, 'SENT');
    const [row] = await under.sql<{ same: boolean }>(
      `SELECT date_trunc('milliseconds', o.created_at) = m.occurred_at AS same FROM message m
       JOIN messaging_outbox o ON o.key = m.subject_id::text AND o.type LIKE '%melding.received.v1'
       WHERE m.subject_id = $1`,
      [melding.meldingId],
    );
    expect(row?.same).toBe(true);
  });

  it('acknowledgements say that they are late and leave one after the other', async () => {
    const meldingen = [];
    for (let count = 0; count < 5; count += 1) meldingen.push(await lateMelding());
    await Promise.all(meldingen.map((melding) => under.judged(melding, 'HIGH')));
    for (const { meldingId } of meldingen) await under.messageWhen(meldingId, 'SENT');
    const [mail] = mailServer.to(addressOf(meldingen[0] ?? { meldingId: '' }));
    expect(mail?.text).toContain(
      'Je melding kwam bij ons aan op 21 november 2026 om 21.15 uur; door een storing krijg je deze bevestiging later.',
    );
    expect(mail?.text).toContain('ten laatste 24 uur nadat ze bij ons aankwam');
    const slots = await under.sql<{ at: number }>(
      `SELECT extract(epoch FROM slot_at)::float8 * 1000 AS at FROM message WHERE slot_at IS NOT NULL ORDER BY slot_at`,
    );
    expect(slots).toHaveLength(5);
    const gaps = slots.slice(1).map(({ at }, index) => at - (slots[index]?.at ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(A_MINUTE / RATE - 1);
    // None before its turn, by the clock of the database.
    const [early] = await under.sql<{ count: number }>(
      `SELECT count(*)::int FROM message m JOIN delivery_attempt a ON a.message_id = m.id
       WHERE a.attempted_at < m.slot_at - interval '50 milliseconds'`,
    );
    expect(early?.count).toBe(0);
  });

  it('what is not late, and an alert, waits for nobody', async () => {
    await under.sql(`UPDATE late_pace SET next_at = now() + interval '1 hour'`);
    const late = await lateMelding();
    await under.judged(late, 'NORMAL');
    await under.eventually(async () =>
      expect(await under.metric('opgroeipunt_messages_in_turn')).toEqual([expect.stringMatching(/ 1$/)]),
    );
    const fresh = await under.acknowledged();
    await under.messageWhen(fresh.meldingId, 'SENT');
    const { meldingId } = await under.crisis();
    await under.messageWhen(meldingId, 'SENT');
    await under.messageWhen(late.meldingId, 'PENDING');
    expect(mailServer.to(addressOf(fresh))[0]?.text).not.toContain('storing');
    expect(await under.metric('messaging_work_failing{')).toEqual([expect.stringMatching(/ 0$/)]);
    await under.sql('UPDATE late_pace SET next_at = now()');
    await under.sql(`UPDATE message SET slot_at = now() WHERE slot_at > now()`);
    await under.sql('UPDATE messaging_work SET due_at = now() WHERE done_at IS NULL');
    await under.messageWhen(late.meldingId, 'SENT');
  });

  it('one mail tells a handler what is still theirs, and nothing tells what is not', async () => {
    mailServer.answerToRecipient = 451;
    const [theirs, also, gone, done] = [0, 1, 2, 3].map(() => under.aMelding());
    if (!theirs || !also || !gone || !done) throw new Error('four meldingen');
    for (const melding of [gone, theirs, also, done, also]) await under.assigned(melding, 'kb.mc.twee');
    await under.assigned(gone, 'kb.mc.een');
    await under.closed(done);
    await under.eventually(async () => {
      expect(await under.messages({ subject: also.meldingId })).toHaveLength(2);
      expect(await under.sql('SELECT FROM case_holder WHERE is_closed')).toHaveLength(1);
      expect(
        await under.sql(`SELECT FROM case_holder WHERE assignee = 'kb.mc.een' AND melding_id = $1`, [
          gone.meldingId,
        ]),
      ).toHaveLength(1);
    });
    await nothingIsTried();
    await under.sql(
      `UPDATE message SET occurred_at = now() - interval '2 hours' WHERE purpose = 'HANDLER_NOTICE'`,
    );
    mailServer.answerToRecipient = 0;
    // The outage is over.
    await under.sql(
      `UPDATE messaging_work SET due_at = now() WHERE done_at IS NULL AND kind = 'send-message'`,
    );
    const states = (melding: MeldingReceivedV1, state: string) =>
      under.eventually(async () => {
        const found = (await under.messages({ subject: melding.meldingId })).filter(
          (message) => message.state !== state,
        );
        expect(found).toEqual([]);
      });
    await states(theirs, 'SENT');
    await states(also, 'SENT');
    await states(done, 'DROPPED');
    const forGone = await under.eventually(async () => {
      const found = await under.messages({ subject: gone.meldingId });
      expect(found.map(({ state }) => state).sort()).toEqual(['DROPPED', 'SENT']);
      return found;
    });
    expect(forGone.find(({ state }) => state === 'DROPPED')?.lastError).toBe('REASSIGNED');
    expect((await under.messages({ subject: done.meldingId }))[0]?.lastError).toBe('CASE_CLOSED');
    const [mail, ...more] = mailServer.to(handler('kb.mc.twee'));
    expect(more).toEqual([]);
    expect(mail?.subject).toBe(`Toegewezen aan jou: ${theirs.reference} en 1 meer`);
    expect(mail?.text).toContain(`Ook aan jou toegewezen: ${also.reference}`);
    expect(mail?.text).toContain('Door een storing krijg je dit later');
    expect(mail?.text).not.toContain(done.reference);
    const events = await under.sql<{ key: string }>(
      `SELECT key FROM messaging_outbox WHERE type LIKE '%notification.sent.v1' AND key IN
         (SELECT id::text FROM message WHERE subject_id = ANY($1))`,
      [[theirs.meldingId, also.meldingId]],
    );
    expect(events).toHaveLength(3);
  });
});
