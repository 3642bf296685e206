import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { LinkFault, MailFault } from '../plan/fault.js';

export interface Endpoint {
  host: string;
  port: number;
}

const DELAY_MS = 700;
const GREETINGS: Partial<Record<MailFault | LinkFault, string>> = {
  GREETS_WITH_421: '421 mail.example Service not available\r\n',
  GREETS_WITH_554: '554 mail.example No SMTP service here\r\n',
  GREETS_WITH_NONSENSE: '\u0000\u0007<html>not a mail server</html>\r\n\r\n',
};

/** Ends a mail, after which the server's answer says that it took it (RFC 5321 4.1.1.4). */
const END_OF_MAIL = '\r\n.\r\n';

/** Passes connections on, until it is told to do that badly. */
export class FaultyLink {
  private fault: LinkFault | MailFault | undefined;
  private readonly open = new Set<Socket>();
  /** Where a whole mail went through, and the answer to it must not come back. */
  private readonly speechless = new WeakSet<Socket>();
  private readonly lastSaid = new WeakMap<Socket, string>();
  private readonly server: Server;

  constructor(
    readonly name: string,
    private readonly to: Endpoint,
  ) {
    this.server = createServer((inner) => this.connected(inner));
  }

  async listen(at: Endpoint): Promise<number> {
    this.server.listen(at.port, at.host);
    await once(this.server, 'listening');
    return (this.server.address() as AddressInfo).port;
  }

  /** Connections that are open already suffer as new ones do. */
  break(fault: LinkFault | MailFault): void {
    this.fault = fault;
    if (fault === 'CUT' || fault in GREETINGS) this.dropAll();
  }

  /** What was half open is found dead by both ends, as after a cable was put back. */
  mend(): void {
    const { fault } = this;
    this.fault = undefined;
    if (fault !== undefined && fault !== 'DELAYED') this.dropAll();
  }

  async close(): Promise<void> {
    this.dropAll();
    this.server.close();
    await once(this.server, 'close');
  }

  private connected(inner: Socket): void {
    inner.on('error', () => inner.destroy());
    if (this.fault === 'CUT') return void inner.destroy();
    this.open.add(inner);
    inner.on('close', () => this.open.delete(inner));
    const greeting = this.fault && GREETINGS[this.fault];
    if (greeting !== undefined) return void inner.end(greeting);
    const outer = connect(this.to);
    this.open.add(outer);
    outer.on('close', () => this.open.delete(outer));
    outer.on('error', () => inner.destroy());
    inner.on('close', () => outer.destroy());
    outer.on('close', () => inner.end());
    this.pass(inner, outer, 'QUESTION');
    this.pass(outer, inner, 'ANSWER');
  }

  private pass(from: Socket, to: Socket, what: 'QUESTION' | 'ANSWER'): void {
    from.on('data', (chunk: Buffer) => {
      if (this.fault === 'HALF_OPEN' || (what === 'ANSWER' && this.isLost(to))) return;
      if (this.fault === 'TAKES_AND_SAYS_NOTHING' && what === 'QUESTION') this.listenForTheEnd(from, chunk);
      if (this.fault !== 'DELAYED') return this.write(from, to, chunk);
      from.pause();
      setTimeout(() => {
        this.write(from, to, chunk);
        from.resume();
      }, DELAY_MS);
    });
    from.on('end', () => to.end());
  }

  private isLost(to: Socket): boolean {
    return (
      this.fault === 'ANSWERS_LOST' || (this.fault === 'TAKES_AND_SAYS_NOTHING' && this.speechless.has(to))
    );
  }

  private listenForTheEnd(from: Socket, chunk: Buffer): void {
    const last = `${this.lastSaid.get(from) ?? ''}${chunk.toString('latin1')}`.slice(-END_OF_MAIL.length);
    this.lastSaid.set(from, last);
    if (last === END_OF_MAIL) this.speechless.add(from);
  }

  private write(from: Socket, to: Socket, chunk: Buffer): void {
    if (to.destroyed || to.writableEnded) return;
    if (to.write(chunk)) return;
    from.pause();
    to.once('drain', () => from.resume());
  }

  private dropAll(): void {
    for (const socket of this.open) socket.resetAndDestroy();
  }
}
