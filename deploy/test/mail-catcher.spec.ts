import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { startMailCatcher, type RunningMailCatcher } from '../local/mail-catcher/mail-catcher.js';
import { MailCatcherConfig } from '../local/mail-catcher/mail-catcher.config.js';
import type { CaughtMail } from '../local/mail-catcher/mail-store.js';

describe('the mail catcher', () => {
  let catcher: RunningMailCatcher;
  const inbox = () => `http://127.0.0.1:${catcher.httpPort}`;
  const list = async (query = '') =>
    (await (await fetch(`${inbox()}/api/messages${query}`)).json()) as CaughtMail[];

  beforeEach(async () => {
    catcher = await startMailCatcher(
      Object.assign(new MailCatcherConfig(), { MAIL_SMTP_PORT: 0, MAIL_HTTP_PORT: 0 }),
    );
  });

  afterEach(() => catcher.stop());

  const send = (to: string[], subject: string) =>
    createTransport({ host: '127.0.0.1', port: catcher.smtpPort, secure: false }).sendMail({
      from: 'opgroeipunt@voorbeeld.example',
      to,
      subject,
      text: 'Beste\n\nWe kregen je melding.',
      html: '<p>We kregen je <b>melding</b>.</p><script>alert(1)</script>',
    });

  it('lists a mail once for each recipient, with text and mark-up', async () => {
    await send(['een@voorbeeld.example', 'twee@voorbeeld.example'], 'Ontvangst');
    const mails = await list();
    expect(mails.map((mail) => mail.to)).toEqual(['een@voorbeeld.example', 'twee@voorbeeld.example']);
    expect(mails[0]).toMatchObject({
      subject: 'Ontvangst',
      text: expect.stringContaining('We kregen je melding.'),
    });
    expect(mails[0]?.html).toContain('<b>melding</b>');
    expect(Date.parse(mails[0]?.receivedAt ?? '')).not.toBeNaN();
  });

  it('filters by recipient and empties', async () => {
    await send(['een@voorbeeld.example'], 'Eerste');
    await send(['twee@voorbeeld.example'], 'Tweede');
    expect((await list('?to=Twee@voorbeeld.example')).map((mail) => mail.subject)).toEqual(['Tweede']);
    expect((await fetch(`${inbox()}/api/messages`, { method: 'DELETE' })).status).toBe(204);
    expect(await list()).toEqual([]);
  });

  it('tells by Message-ID whether it has a mail', async () => {
    const { messageId } = await send(['een@voorbeeld.example'], 'Gezocht');
    await send(['een@voorbeeld.example'], 'Een andere');
    const bare = messageId.replace(/^<|>$/g, '');
    for (const wanted of [bare, messageId]) {
      const found = await list(`?messageId=${encodeURIComponent(wanted)}`);
      expect(found.map((mail) => mail.subject)).toEqual(['Gezocht']);
    }
    expect(await list('?messageId=unknown@voorbeeld.example')).toEqual([]);
  });

  it('shows the text of a mail and never runs its mark-up', async () => {
    await send(['een@voorbeeld.example'], '<i>schuin</i>');
    const [mail] = await list();
    const page = await fetch(`${inbox()}/mail/${mail?.id}`);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const text = await page.text();
    expect(text).toContain('&lt;i&gt;schuin&lt;/i&gt;');
    expect(text).toContain('We kregen je melding.');
    expect(text).not.toContain('<script>');
    expect(await (await fetch(inbox())).text()).toContain('een@voorbeeld.example');
  });
});
