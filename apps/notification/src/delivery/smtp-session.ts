import type { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SmtpServer } from './smtp-servers.js';
import type { OutgoingMail } from './mail-provider.js';

const PATIENCE_MS = 10_000;

/** One connection to an SMTP server, for one mail at a time. */
export class SmtpSession {
  /** Mails that the server took over it. */
  taken = 0;
  private readonly connection: SMTPConnection;
  private readonly broken: Promise<never>;
  private isReady = false;
  private hasEnded = false;

  constructor(
    private readonly server: SmtpServer,
    answerWithinMs: number,
  ) {
    this.connection = new SMTPConnection({
      host: server.host,
      port: server.port,
      secure: server.port === 465,
      // A password never travels in the clear.
      requireTLS: server.login !== undefined,
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: answerWithinMs,
    });
    this.broken = new Promise((_resolve, reject) => this.connection.on('error', reject));
    this.broken.catch(() => undefined); // told to whoever waits; without anybody it is of no interest
    for (const end of ['error', 'end'] as const) this.connection.once(end, () => (this.hasEnded = true));
  }

  /** False once either side ended it. */
  get isOpen(): boolean {
    return !this.hasEnded;
  }

  /**
   * Opens the connection for its first mail.
   * @param content its first read tells that the server is ready for it
   */
  async send(mail: OutgoingMail, content: Readable): Promise<void> {
    if (!this.isReady) await this.open();
    const { _socket: socket } = this.connection;
    if (socket) socket.setTimeout(mail.answerWithinMs);
    const envelope = {
      from: mail.returnPath,
      to: mail.to,
      // RFC 3461: of a bounce only the headers come back, and a delivery is told where the server can.
      dsn: { ret: 'HDRS', envid: mail.messageId.replace(/^<|@.*$/g, ''), notify: mail.reports },
    };
    await this.step((done) => this.connection.send(envelope, content, done));
    this.taken += 1;
  }

  /** Ends politely; nobody waits for the goodbye. */
  quit(): void {
    this.hasEnded = true;
    this.connection.quit();
  }

  close(): void {
    this.hasEnded = true;
    this.connection.close();
  }

  private async open(): Promise<void> {
    await this.step<void>((done) => this.connection.connect((error) => done(error ?? null)));
    const { login } = this.server;
    if (login) await this.step<boolean>((done) => this.connection.login({ credentials: login }, done));
    this.isReady = true;
  }

  private step<T>(start: (done: (error: Error | null, result?: T) => void) => void): Promise<T | undefined> {
    const { promise, resolve, reject } = Promise.withResolvers<T | undefined>();
    start((error, result) => (error === null ? resolve(result) : reject(error)));
    return Promise.race([promise, this.broken]);
  }
}
