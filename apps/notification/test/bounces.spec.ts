import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createTransport } from 'nodemailer';
import {
  startMailCatcher,
  type RunningMailCatcher,
} from '../../../deploy/local/mail-catcher/mail-catcher.js';
import { MailCatcherConfig } from '../../../deploy/local/mail-catcher/mail-catcher.config.js';
import { deliveryReport, type Fate } from '../../../deploy/local/mail-catcher/delivery-report.js';
import { BounceSource } from '../src/bounces/bounce-source.js';
import { ReturnPaths } from '../src/bounces/return-path.js';
import { SmtpBounceSource } from '../src/bounces/smtp-bounce-source.js';
import { NotificationUnderTest } from './notification-under-test.js';

jest.setTimeout(120_000);
const under = new NotificationUnderTest();
const { mailServer, intake } = under;

beforeAll(() =>
  under.start({ BOUNCE_DOMAIN: 'terug.example', BOUNCE_SMTP_PORT: '0', ASK_AFTER_SECONDS: '0' }),
);
afterAll(() => under.stop());
beforeEach(() => under.reset());

const bouncePort = (): number => {
  const source = under.service.app.get(BounceSource);
  if (!(source instanceof SmtpBounceSource)) throw new Error('bounces are not taken in');
  return source.port;
};

/** Sends a mail to a return path, as a mail system somewhere does. */
async function sendBack(to: string, raw: string): Promise<number> {
  const transport = createTransport({
    host: '127.0.0.1',
    port: bouncePort(),
    secure: false,
    ignoreTLS: true,
  });
  try {
    await transport.sendMail({ envelope: { from: false, to }, raw });
    return 250;
  } catch (error) {
    return Number(Reflect.get(error as object, 'responseCode'));
  } finally {
    transport.close();
  }
}

const reported = (to: string, fate: Fate) =>
  sendBack(to, deliveryReport({ sender: to, recipient: 'an.ouder@voorbeeld.example', fate }));

/** An acknowledgement that was sent, and the return path of its mail. */
async function sent() {
  const melding = await under.acknowledged();
  const message = await under.messageWhen(melding.meldingId, 'SENT');
  const mail = mailServer.mails.find(({ messageId }) => messageId.includes(message.id));
  const { returnPath = '', notify, ret } = mail ?? {};
  return { subject: melding.meldingId, id: message.id, returnPath, notify, ret };
}

const events = (id: string) =>
  under.sql<{ type: string; data: { reason?: string; smtpStatus?: string } }>(
    `SELECT substring(type from 'notification.*') AS type, data FROM messaging_outbox WHERE key = $1 ORDER BY version`,
    [id],
  );

describe('a report about a message', () => {
  it('that it came back makes it visible, and tells the status alone', async () => {
    const { subject, id, returnPath, notify, ret } = await sent();
    expect({ notify, ret }).toEqual({ notify: 'FAILURE,DELAY,SUCCESS', ret: 'HDRS' });
    expect(returnPath).toMatch(/^b-[a-z2-7]{45}@terug\.example$/);
    expect(await reported(returnPath, 'failed')).toBe(250);
    expect(await under.messageWhen(subject, 'BOUNCED')).toMatchObject({
      lastError: 'BOUNCED',
      owner: 'BEHEERDER',
    });
    const [, , failed] = await events(id);
    expect(failed).toMatchObject({
      type: 'notification.failed.v1',
      data: { reason: 'BOUNCED', smtpStatus: '5.1.1' },
    });
    expect(await under.metric('opgroeipunt_messages_undelivered')).toEqual(
      expect.arrayContaining([expect.stringMatching(/state="BOUNCED".* 1$/)]),
    );
    for (const table of ['message', 'delivery_attempt', 'messaging_outbox', 'messaging_work']) {
      const [row] = await under.sql<{ all: string }>(
        `SELECT coalesce(string_agg(t::text, ' '), '') AS all FROM ${table} t`,
      );
      expect(row?.all).not.toContain('an.ouder');
    }
  });

  it('that it arrived is written down, and a later bounce changes nothing', async () => {
    const { subject, id, returnPath } = await sent();
    expect(await reported(returnPath, 'delivered')).toBe(250);
    expect((await under.messageWhen(subject, 'DELIVERED')).settledAt).not.toBeNull();
    expect((await events(id)).map(({ type }) => type)).toEqual([
      'notification.requested.v1',
      'notification.sent.v1',
      'notification.delivered.v1',
    ]);
    expect(await reported(returnPath, 'failed')).toBe(250);
    await under.messageWhen(subject, 'DELIVERED');
  });

  it('that it is late is noted', async () => {
    const { subject, returnPath } = await sent();
    expect(await reported(returnPath, 'delayed')).toBe(250);
    expect(await under.messageWhen(subject, 'SENT')).toMatchObject({ lastError: 'DELAYED', owner: null });
  });

  it('settles what nobody knew to be sent', async () => {
    mailServer.afterContent = 'KEEPS_IT';
    const melding = await under.acknowledged();
    const { id } = await under.messageWhen(melding.meldingId, 'UNCERTAIN');
    const path = under.service.app.get(ReturnPaths).of(id);
    expect(await reported(path, 'delivered')).toBe(250);
    expect(await under.messageWhen(melding.meldingId, 'DELIVERED')).toMatchObject({ uncertainSince: null });
    expect((await events(id)).map(({ type }) => type)).toContain('notification.sent.v1');
  });

  it('sends the alert of a crisis to the next person on duty, and after the last one raises an alarm', async () => {
    const { meldingId } = await under.crisis();
    const first = await under.messageWhen(meldingId, 'SENT');
    const paths = under.service.app.get(ReturnPaths);
    expect(await reported(paths.of(first.id), 'failed')).toBe(250);
    const second = await under.eventually(async () => {
      const [newest, ...older] = await under.messages({ subject: meldingId });
      expect([newest?.state, ...older.map(({ state }) => state)]).toEqual(['SENT', 'BOUNCED']);
      return newest;
    });
    expect(mailServer.to('wacht.twee@staf.opgroeipunt.example')).toHaveLength(1);
    expect(await under.metric('opgroeipunt_crises_without_alert')).toEqual([expect.stringMatching(/ 0$/)]);
    expect(await reported(paths.of(second?.id ?? ''), 'failed')).toBe(250);
    expect(await under.metric('opgroeipunt_crises_without_alert')).toEqual([expect.stringMatching(/ 1$/)]);
  });
});

describe('what is no report of ours changes nothing', () => {
  it('a forged return path is refused before its content', async () => {
    const { subject, returnPath } = await sent();
    const forged = returnPath.replace(/.(?=@)/, (letter) => (letter === 'a' ? 'q' : 'a'));
    expect(await reported(forged, 'failed')).toBe(550);
    expect(await reported('opgroeipunt@opgroeipunt.example', 'failed')).toBe(550);
    await under.messageWhen(subject, 'SENT');
  });

  it('an answering machine is heard and ignored', async () => {
    const { subject, returnPath } = await sent();
    expect(await sendBack(returnPath, 'Subject: Weg\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n')).toBe(250);
    expect(await under.messageWhen(subject, 'SENT')).toMatchObject({ lastError: null });
  });

  it('too large a mail is refused', async () => {
    const { subject, returnPath } = await sent();
    expect(await sendBack(returnPath, `Subject: x\r\n\r\n${'x'.repeat(300 * 1024)}`)).toBe(552);
    await under.messageWhen(subject, 'SENT');
  });
});

describe('the mail catcher', () => {
  let catcher: RunningMailCatcher;

  beforeAll(async () => {
    catcher = await startMailCatcher({
      ...new MailCatcherConfig(),
      MAIL_SMTP_PORT: 0,
      MAIL_HTTP_PORT: 0,
      MAIL_BOUNCE_PORT: bouncePort(),
    });
  });
  afterAll(() => catcher.stop());

  it.each([
    ['onbekend', 'BOUNCED'],
    ['bezorgd.een', 'DELIVERED'],
  ])('reports on %s@bounce.example: %s', async (name, state) => {
    // A service of its own would be slow: the mail goes on to the catcher as a relay passes it.
    mailServer.beforeAnswer = async ({ to, returnPath, messageId }) => {
      const relay = createTransport({ host: '127.0.0.1', port: catcher.smtpPort, secure: false });
      await relay.sendMail({ envelope: { from: returnPath, to }, messageId, subject: 'x', text: 'x' });
      relay.close();
    };
    const melding = under.aMelding();
    const { identityMode, receivedAt } = melding;
    intake.knows(melding.meldingId, {
      email: `${name}@bounce.example`,
      phone: null,
      identityMode,
      receivedAt,
    });
    await under.received(melding);
    await under.judged(melding, 'NORMAL');
    const { id } = await under.messageWhen(melding.meldingId, state);
    const found = await fetch(
      `http://127.0.0.1:${catcher.httpPort}/api/messages?messageId=${id}@opgroeipunt.example`,
    );
    expect(await found.json()).toHaveLength(1);
  });
});
