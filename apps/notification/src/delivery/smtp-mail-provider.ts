import MailComposer from 'nodemailer/lib/mail-composer';
import { GuardedContent } from './guarded-content.js';
import { failureOf } from './smtp-failure.js';
import { MailProvider, NotTaken, type OutgoingMail } from './mail-provider.js';
import type { SmtpServer } from './smtp-servers.js';
import type { SmtpSession } from './smtp-session.js';
import { SmtpSessions } from './smtp-sessions.js';

/** Hands mails to one SMTP relay. After anything but a yes a connection is closed: the next mail starts from nothing. */
export class SmtpMailProvider extends MailProvider {
  readonly name;
  private readonly sessions: SmtpSessions;

  constructor(
    server: SmtpServer,
    private readonly from: string,
  ) {
    super();
    this.name = server.name;
    this.sessions = new SmtpSessions(server);
  }

  async handOver(mail: OutgoingMail, dataBegins: () => Promise<void>): Promise<void> {
    const bytes = await this.contentOf(mail);
    const used = this.sessions.reuse();
    if (used !== undefined) {
      const content = new GuardedContent(bytes, dataBegins);
      try {
        return await this.send(used, mail, content);
      } catch (error) {
        // It was at its end before the server was ready for the content: that says nothing about the server.
        const isWorn = error instanceof NotTaken && error.liesWith === 'PROVIDER' && !content.wasAskedFor;
        if (!isWorn) throw error;
      }
    }
    return this.send(this.sessions.make(mail.answerWithinMs), mail, new GuardedContent(bytes, dataBegins));
  }

  override close(): void {
    this.sessions.close();
  }

  private async send(session: SmtpSession, mail: OutgoingMail, content: GuardedContent): Promise<void> {
    try {
      await session.send(mail, content.stream);
      this.sessions.keep(session);
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
