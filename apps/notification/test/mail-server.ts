import type { Socket } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  to: string;
  subject: string;
  text: string;
  messageId: string;
  /** Envelope sender. */
  returnPath: string;
  /** What is asked to be reported there, and how much of the mail is to come back (RFC 3461). */
  notify: string;
  ret: string;
  at: number;
}

type Envelope = Pick<ReceivedMail, 'to' | 'returnPath' | 'notify' | 'ret'>;

/** A parameter of MAIL FROM or RCPT TO. */
const parameter = (given: { args: unknown } | false | undefined, name: string): string =>
  given && typeof given.args === 'object' && given.args !== null ? String(Reflect.get(given.args, name)) : '';

/** What it does once the content is there: `DROPS_IT` and `KEEPS_IT` end the connection without an answer. */
export type AfterContent = 'ANSWERS' | 'DROPS_IT' | 'KEEPS_IT' | 'SAYS_451';

const answer = (status: number): Error | null =>
  status === 0 ? null : Object.assign(new Error('not now'), { responseCode: status });

/** A real SMTP server that keeps what it receives, and misbehaves on demand. */
export class MailServer {
  readonly mails: ReceivedMail[] = [];
  /** SMTP status to answer to a recipient instead of taking it; 0 takes it. */
  answerToRecipient: number | ((address: string) => number) = 0;
  afterContent: AfterContent = 'ANSWERS';
  /** Further ones over the same connection are answered with 421. */
  mailsAConnection = Infinity;
  /** Called when a mail was kept, before it is answered. */
  beforeAnswer: (mail: ReceivedMail) => Promise<void> | void = () => undefined;
  connections = 0;
  port = 0;
  private greeting = 0;
  private readonly sockets = new Set<Socket>();
  private server: SMTPServer | undefined;

  /** SMTP status to greet with, after which whoever is connected has to come again; 0 welcomes. */
  set greetWith(status: number) {
    this.greeting = status;
    this.dropConnections();
  }

  /** Ends all connections without a word. */
  dropConnections(): void {
    for (const socket of this.sockets) socket.resetAndDestroy();
  }

  async start(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      closeTimeout: 100,
      hideDSN: false,
      onConnect: (_session, done) => done(answer(this.greeting)),
      onMailFrom: (_address, { transaction }, done) =>
        done(answer(transaction > this.mailsAConnection ? 421 : 0)),
      onRcptTo: ({ address }, _session, done) => {
        const { answerToRecipient: given } = this;
        done(answer(typeof given === 'number' ? given : given(address)));
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        const { mailFrom, rcptTo } = session.envelope;
        const envelope = {
          to: rcptTo[0]?.address ?? '',
          returnPath: mailFrom === false ? '' : mailFrom.address,
          notify: parameter(rcptTo[0], 'NOTIFY'),
          ret: parameter(mailFrom, 'RET'),
        };
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => void this.contentEnded(Buffer.concat(chunks), envelope, done));
      },
    });
    server.on('error', () => undefined); // connections break on purpose
    server.server.on('connection', (socket: Socket) => {
      this.connections += 1;
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
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

  /** Good again, and empty. */
  reset(): void {
    this.mails.length = 0;
    this.greeting = 0;
    this.answerToRecipient = 0;
    this.afterContent = 'ANSWERS';
    this.mailsAConnection = Infinity;
    this.beforeAnswer = () => undefined;
    this.connections = 0;
  }

  to(address: string): ReceivedMail[] {
    return this.mails.filter((mail) => mail.to === address);
  }

  private async contentEnded(
    raw: Buffer,
    envelope: Envelope,
    done: (error?: Error | null) => void,
  ): Promise<void> {
    const { afterContent } = this;
    if (afterContent === 'SAYS_451') return done(answer(451));
    if (afterContent !== 'DROPS_IT') await this.keep(raw, envelope);
    if (afterContent === 'ANSWERS') return done();
    this.dropConnections();
  }

  private async keep(raw: Buffer, envelope: Envelope): Promise<void> {
    const { subject = '', text = '', messageId = '' } = await PostalMime.parse(raw);
    const mail = { ...envelope, subject, text, messageId, at: performance.now() };
    this.mails.push(mail);
    await this.beforeAnswer(mail);
  }
}
