import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Transactions, WorkQueue } from '#messaging';
import { addressOf, NotificationUnderTest } from './notification-under-test.js';

jest.setTimeout(120_000);
const under = new NotificationUnderTest();

beforeAll(() => under.start({ ACKNOWLEDGE_WITHIN_SECONDS: '1' }));
afterAll(() => under.stop());

describe('an acknowledgement whose judgement takes too long', () => {
  it('goes without what depends on it, and no second time when the judgement comes', async () => {
    const meldingen = Array.from({ length: 5 }, () => under.aMelding());
    await Promise.all(meldingen.map((melding) => under.received(melding)));
    for (const melding of meldingen) {
      await under.messageWhen(melding.meldingId, 'SENT');
      const [mail] = under.mailServer.to(addressOf(melding));
      expect(mail?.text).toContain(melding.reference);
      expect(mail?.text).not.toContain('ten laatste binnen');
    }
    const last = under.aMelding();
    for (const melding of [...meldingen, last]) await under.judged(melding, 'HIGH');
    await under.received(last);
    await under.messageWhen(last.meldingId, 'SENT');
    for (const melding of meldingen) expect(under.mailServer.to(addressOf(melding))).toHaveLength(1);
  });

  it('leaves no work behind that a release before asked for', async () => {
    const melding = under.aMelding();
    await under.service.app.get(Transactions).run((manager) =>
      under.service.app.get(WorkQueue).enqueue(manager, {
        kind: 'acknowledge-at-latest',
        key: melding.meldingId,
        payload: { messageId: melding.meldingId },
      }),
    );
    await under.eventually(async () =>
      expect(
        await under.sql(
          `SELECT FROM messaging_work WHERE kind = 'acknowledge-at-latest' AND done_at IS NULL`,
        ),
      ).toEqual([]),
    );
  });
});
