import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { addressOf, NotificationUnderTest } from './notification-under-test.js';

jest.setTimeout(120_000);
const under = new NotificationUnderTest();
const { mailServer } = under;

beforeAll(() => under.start());
afterAll(() => under.stop());
beforeEach(() => {
  mailServer.dropConnections();
  under.reset();
});

describe('connections to a mail provider', () => {
  it('carry one mail after the other', async () => {
    const meldingen = Array.from({ length: 60 }, () => under.aMelding());
    await Promise.all(meldingen.map((melding) => under.received(melding)));
    await Promise.all(meldingen.map((melding) => under.judged(melding, 'NORMAL')));
    for (const melding of meldingen) {
      await under.messageWhen(melding.meldingId, 'SENT');
      expect(mailServer.to(addressOf(melding))).toHaveLength(1);
    }
    expect(mailServer.connections).toBeLessThan(30);
  });

  it.each([
    ['that take no more mails', async () => void (mailServer.mailsAConnection = 1)],
    ['ended by the provider', async () => mailServer.dropConnections()],
    ['to a provider that began anew', () => mailServer.stop().then(() => mailServer.start())],
  ])('%s are replaced without a failed try', async (_how, end) => {
    for (let time = 0; time < 5; time += 1) {
      const melding = await under.acknowledged();
      const { attempts } = await under.messageWhen(melding.meldingId, 'SENT');
      expect(attempts).toBe(1);
      expect(mailServer.to(addressOf(melding))).toHaveLength(1);
      await end();
    }
    expect(await under.metric('opgroeipunt_mail_hand_overs_total')).not.toEqual(
      expect.arrayContaining([expect.stringContaining('outcome="NOT_TAKEN"')]),
    );
  });

  it('that lost an answer are used no more, and their mail is not offered again', async () => {
    const before = await under.acknowledged();
    await under.messageWhen(before.meldingId, 'SENT');
    mailServer.afterContent = 'KEEPS_IT';
    const lost = await under.acknowledged();
    await under.messageWhen(lost.meldingId, 'UNCERTAIN');
    mailServer.afterContent = 'ANSWERS';
    const after = await under.acknowledged();
    await under.messageWhen(after.meldingId, 'SENT');
    expect(mailServer.to(addressOf(lost))).toHaveLength(1);
    expect(mailServer.to(addressOf(after))).toHaveLength(1);
  });

  it('carry an alert while all of them wait for an answer', async () => {
    const held = Promise.withResolvers<void>();
    mailServer.beforeAnswer = (mail) => (mail.to.startsWith('wacht.') ? undefined : held.promise);
    const meldingen = Array.from({ length: 20 }, () => under.aMelding());
    await Promise.all(meldingen.map((melding) => under.received(melding)));
    await Promise.all(meldingen.map((melding) => under.judged(melding, 'NORMAL')));
    await under.eventually(() => expect(mailServer.mails.length).toBeGreaterThanOrEqual(8));
    const { meldingId } = await under.crisis();
    await under.messageWhen(meldingId, 'SENT');
    expect(await under.messages({ state: 'SENT', subject: meldingen[0]?.meldingId ?? '' })).toEqual([]);
    held.resolve();
    for (const melding of meldingen) await under.messageWhen(melding.meldingId, 'SENT');
  });
});
