import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { BounceSource, type BounceReader } from './bounce-source.js';

/** Reports with the headers of the mail are a few kilobytes. */
const LARGEST_REPORT = 256 * 1024;
const MOST_CONNECTIONS = 20;

const refusal = (responseCode: number, words: string): Error =>
  Object.assign(new Error(words), { responseCode });

/** Takes bounces in by SMTP, for return paths of ours only: anything else is refused before its content is sent. */
export class SmtpBounceSource extends BounceSource {
  private server: SMTPServer | undefined;

  constructor(private readonly at: { host: string; port: number }) {
    super();
  }

  /** Port it listens on, once it is open. */
  get port(): number {
    const address = this.server?.server.address();
    return typeof address === 'object' && address !== null ? address.port : this.at.port;
  }

  async open(reader: BounceReader): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      // Return paths are no secret to whoever got the mail, and reports hold nothing that we keep.
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      maxClients: MOST_CONNECTIONS,
      size: LARGEST_REPORT,
      closeTimeout: 1_000,
      onRcptTo: ({ address }, _session, done) =>
        done(reader.isOurs(address) ? null : refusal(550, 'No such address here')),
      onData: (stream, session, done) => {
        const addresses = session.envelope.rcptTo.map(({ address }) => address);
        void takeIn(stream, addresses, reader).then(
          () => done(),
          (error: unknown) => done(error instanceof Error ? error : refusal(451, 'Try again later')),
        );
      },
    });
    // A connection that breaks is the other side's affair; it will come again.
    server.on('error', () => undefined);
    this.server = server;
    server.listen(this.at.port, this.at.host);
    await once(server.server, 'listening');
  }

  async close(): Promise<void> {
    const { server } = this;
    if (server === undefined) return;
    await new Promise<void>((resolve) => server.close(resolve));
    this.server = undefined;
  }
}

async function takeIn(
  stream: Readable & { sizeExceeded: boolean },
  addresses: string[],
  reader: BounceReader,
): Promise<void> {
  const mail = await buffer(stream);
  if (stream.sizeExceeded) throw refusal(552, 'Too large');
  try {
    for (const address of addresses) await reader.read(address, mail);
  } catch (error) {
    // Whatever went wrong here, its words are for our log and not for strangers.
    throw Object.assign(refusal(451, 'Try again later'), { cause: error });
  }
}
