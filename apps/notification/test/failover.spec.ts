import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { MailServer } from './mail-server.js';
import { addressOf, NotificationUnderTest } from './notification-under-test.js';

jest.setTimeout(120_000);
const first = new MailServer();
const second = new MailServer();
const under = new NotificationUnderTest(first);

beforeAll(async () => {
  await second.start();
  await under.start({
    SMTP2_HOST: '127.0.0.1',
    SMTP2_PORT: String(second.port),
    SMTP_PAUSE_SECONDS: '1',
    ASK_AFTER_SECONDS: '0',
  });
});
afterAll(async () => {
  await under.stop();
  await second.stop();
});
beforeEach(async () => {
  under.reset();
  second.reset();
  await firstIsPreferred();
  under.reset();
  second.reset();
});

/** Ends the pause that the faults of an earlier test brought the first provider. */
async function firstIsPreferred(): Promise<void> {
  await under.eventually(async () => {
    const melding = await under.acknowledged();
    await under.messageWhen(melding.meldingId, 'SENT');
    expect(taken(melding)).toEqual([1, 0]);
  });
}

/** How many mails each of the two took for the melder. */
const taken = (melding: { meldingId: string }) =>
  [first, second].map((server) => server.to(addressOf(melding)).length);

describe('the second provider', () => {
  it('gets nothing while the first works', async () => {
    const melding = await under.acknowledged();
    await under.messageWhen(melding.meldingId, 'SENT');
    expect(taken(melding)).toEqual([1, 0]);
  });

  it.each([421, 554])('takes over when the first greets with %d', async (status) => {
    first.greetWith = status;
    const melding = await under.acknowledged();
    await under.messageWhen(melding.meldingId, 'SENT');
    expect(taken(melding)).toEqual([0, 1]);
  });

  it('takes over when the first does not want the recipient now', async () => {
    first.answerToRecipient = 451;
    const melding = await under.acknowledged();
    await under.messageWhen(melding.meldingId, 'SENT');
    expect(taken(melding)).toEqual([0, 1]);
  });

  it('takes over when the first says a temporary no to the content', async () => {
    first.afterContent = 'SAYS_451';
    const melding = await under.acknowledged();
    const message = await under.messageWhen(melding.meldingId, 'SENT');
    expect(taken(melding)).toEqual([0, 1]);
    expect(message.attempts).toBe(2);
    expect(await attempts(message.id)).toEqual(['FIRST DEFERRED', 'SECOND SENT']);
  });

  it('is not asked when the address was refused for good', async () => {
    first.answerToRecipient = 550;
    const melding = await under.acknowledged();
    await under.messageWhen(melding.meldingId, 'FAILED');
    expect(second.connections).toBe(0);
  });

  it.each(['KEEPS_IT', 'DROPS_IT'] as const)(
    'never gets what the first may have: it %s and says nothing',
    async (afterContent) => {
      first.afterContent = afterContent;
      const melding = await under.acknowledged();
      const message = await under.messageWhen(melding.meldingId, 'UNCERTAIN');
      expect(second.connections).toBe(0);
      expect(await attempts(message.id)).toEqual(['FIRST UNKNOWN']);
    },
  );

  it('gets an alert that the first may have: better twice than never', async () => {
    first.afterContent = 'KEEPS_IT';
    const { meldingId } = await under.crisis();
    const { id } = await under.messageWhen(meldingId, 'SENT');
    expect(second.to('wacht.een@staf.opgroeipunt.example')).toHaveLength(1);
    expect(await attempts(id)).toEqual(['FIRST UNKNOWN', 'SECOND SENT']);
    expect(new Set([...first.mails, ...second.mails].map(({ messageId }) => messageId)).size).toBe(1);
  });

  it('is the one that is asked while the first is down, until the first works again', async () => {
    first.greetWith = 421;
    for (let mail = 0; mail < 4; mail += 1) {
      const { meldingId } = await under.acknowledged();
      await under.messageWhen(meldingId, 'SENT');
    }
    expect(await under.metric('opgroeipunt_mail_hand_overs_total')).toEqual(
      expect.arrayContaining([expect.stringMatching(/provider="SECOND",outcome="TAKEN".* \d+$/)]),
    );
    first.greetWith = 0;
    await firstIsPreferred();
    expect(await under.metric('opgroeipunt_mail_provider_open')).toEqual([
      expect.stringMatching(/FIRST.* 0$/),
      expect.stringMatching(/SECOND.* 0$/),
    ]);
  });
});

async function attempts(messageId: string): Promise<string[]> {
  const rows = await under.sql<{ provider: string; outcome: string }>(
    'SELECT provider, outcome FROM delivery_attempt WHERE message_id = $1 ORDER BY attempt',
    [messageId],
  );
  return rows.map(({ provider, outcome }) => `${provider} ${outcome}`);
}
