import MailComposer from 'nodemailer/lib/mail-composer';
import { GuardedContent } from './guarded-content.js';
import { failureOf } from './smtp-failure.js';
import { MailProvider, type OutgoingMail } from './mail-provider.js';
import type { SmtpServer } from './smtp-servers.js';
import { SmtpSession } from './smtp-session.js';

/** Hands mails to one SMTP relay, a connection for each: what one mail suffers tells nothing about the next. */
export class SmtpMailProvider extends MailProvider {
  readonly name;

  constructor(
    private readonly server: SmtpServer,
    private readonly from: string,
  ) {
    super();
    this.name = server.name;
  }

  async handOver(mail: OutgoingMail, dataBegins: () => Promise<void>): Promise<void> {
    const content = new GuardedContent(await this.contentOf(mail), dataBegins);
    const session = new SmtpSession(this.server, mail.answerWithinMs);
    try {
      await session.open();
      await session.send(mail, content.stream);
      session.quit();
    } catch (error) {
      session.close();
      if (content.calledOff !== undefined) throw content.calledOff;
      throw failureOf(error, { provider: this.name, contentBegun: content.hasBegun });
    } finally {
      content.stream.destroy();
    }
  }

  private contentOf(mail: OutgoingMail): Promise<Buffer> {
    const composed = new MailComposer({
      from: { name: 'Opgroeipunt', address: this.from },
      to: { name: '', address: mail.to },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: mail.messageId,
      // RFC 3834: nobody's out-of-office should answer an automatic mail.
      headers: { 'Auto-Submitted': 'auto-generated' },
      // A mail holds our words only; nothing may make the client read a file or an address.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return composed.compile().build();
  }
}
