import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { DueMessages } from '../src/delivery/due-messages.reader.js';
import { DeliveryRecord } from '../src/delivery/delivery.record.js';
import { addressOf, NotificationUnderTest } from './notification-under-test.js';

jest.setTimeout(120_000);
const under = new NotificationUnderTest();
const { mailServer } = under;

beforeAll(() => under.start());
afterAll(() => under.stop());
beforeEach(() => under.reset());

/** A message that is not released, so that no worker has it. */
async function waiting(): Promise<string> {
  const melding = under.aMelding();
  await under.received(melding);
  const { id } = await under.messageWhen(melding.meldingId, 'PENDING');
  return id;
}

describe('messages that are due at the same time', () => {
  it('go each with what is its own, and one that is refused takes no other along', async () => {
    const meldingen = Array.from({ length: 40 }, () => under.aMelding());
    const refused = new Set(meldingen.filter((_, place) => place % 10 === 0).map(addressOf));
    mailServer.answerToRecipient = (address) => (refused.has(address) ? 550 : 0);
    await Promise.all(meldingen.map((melding) => under.received(melding)));
    await Promise.all(
      meldingen.map((melding, place) => under.judged(melding, place % 2 === 0 ? 'HIGH' : 'LOW')),
    );
    for (const [place, melding] of meldingen.entries()) {
      const isRefused = refused.has(addressOf(melding));
      const message = await under.messageWhen(melding.meldingId, isRefused ? 'FAILED' : 'SENT');
      expect(message.attempts).toBe(1);
      const mails = mailServer.to(addressOf(melding));
      expect(mails).toHaveLength(isRefused ? 0 : 1);
      if (isRefused) continue;
      expect(mails[0]?.text).toContain(melding.reference);
      expect(mails[0]?.text.includes('ten laatste binnen 24 uur')).toBe(place % 2 === 0);
    }
    const told = await under.sql<{ type: string; count: number }>(
      `SELECT type, count(*)::int AS count FROM messaging_outbox
       WHERE key IN (SELECT id::text FROM message WHERE subject_id = ANY ($1)) GROUP BY type ORDER BY type`,
      [meldingen.map(({ meldingId }) => meldingId)],
    );
    expect(told.map(({ type, count }) => `${type.split('.').at(-2)} ${count}`)).toEqual([
      'failed 4',
      'requested 40',
      'sent 36',
    ]);
  });

  it('begin each try once, whoever else holds the message', async () => {
    const [record, due] = [under.service.app.get(DeliveryRecord), under.service.app.get(DueMessages)];
    const [one, other] = [await waiting(), await waiting()];
    const held = await Promise.all([one, one, other, one].map((id) => due.of(id)));
    const begun = await Promise.allSettled(held.map(({ message }) => record.started(message, 'FIRST')));
    expect(begun.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect(begun[2]?.status).toBe('fulfilled');
    const tries = await under.sql<{ id: string }>(
      'SELECT message_id AS id FROM delivery_attempt WHERE message_id = ANY ($1) ORDER BY 1',
      [[one, other]],
    );
    expect(tries.map(({ id }) => id)).toEqual([one, other].sort());
  });

  it('begin no try of what is not to be sent any more', async () => {
    const id = await waiting();
    const { message } = await under.service.app.get(DueMessages).of(id);
    await under.sql(`UPDATE message SET state = 'BOUNCED' WHERE id = $1`, [id]);
    await expect(under.service.app.get(DeliveryRecord).started(message, 'FIRST')).rejects.toThrow(
      'not to be sent',
    );
    expect(await under.sql('SELECT FROM delivery_attempt WHERE message_id = $1', [id])).toEqual([]);
  });
});
