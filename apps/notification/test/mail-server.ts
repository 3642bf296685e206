import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  to: string;
  subject: string;
  text: string;
  messageId: string;
}

/** A real SMTP server that keeps what it receives and refuses or defers on demand. */
export class MailServer {
  readonly mails: ReceivedMail[] = [];
  /** SMTP status to answer to each recipient instead of taking it; 0 takes it. */
  answerToRecipient = 0;
  private server: SMTPServer | undefined;
  port = 0;

  async start(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      closeTimeout: 100,
      onRcptTo: (_address, _session, done) => {
        const status = this.answerToRecipient;
        done(status === 0 ? null : Object.assign(new Error('not now'), { responseCode: status }));
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on(
          'end',
          () => void this.keep(Buffer.concat(chunks), session.envelope.rcptTo[0]?.address).then(() => done()),
        );
      },
    });
    this.server = server;
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    const address = server.server.address();
    if (typeof address === 'object' && address !== null) this.port = address.port;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => {
      if (this.server === undefined) resolve();
      else this.server.close(resolve);
    });
    this.server = undefined;
  }

  private async keep(raw: Buffer, to: string | undefined): Promise<void> {
    const mail = await PostalMime.parse(raw);
    this.mails.push({
      to: to ?? '',
      subject: mail.subject ?? '',
      text: mail.text ?? '',
      messageId: mail.messageId ?? '',
    });
  }
}
