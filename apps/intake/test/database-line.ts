import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

const SYNC = 'S'.charCodeAt(0);
const SIMPLE_QUERY = 'Q'.charCodeAt(0);

/** Counts the moments at which a client has said all and waits for the server: one is a round trip. */
class RoundTrips {
  count = 0;
  private buffered = Buffer.alloc(0);
  private isStarted = false;

  read(chunk: Buffer): void {
    this.buffered = Buffer.concat([this.buffered, chunk]);
    for (;;) {
      const head = this.isStarted ? 1 : 0;
      if (this.buffered.length < head + 4) return;
      const length = head + this.buffered.readInt32BE(head);
      if (this.buffered.length < length) return;
      const type = this.isStarted ? this.buffered[0] : undefined;
      if (type === SYNC || type === SIMPLE_QUERY) this.count += 1;
      this.isStarted = true;
      this.buffered = this.buffered.subarray(length);
    }
  }
}

/** A line to the database that can be cut, frozen and listened to. */
export class DatabaseLine {
  private readonly sockets = new Set<Socket>();
  private trips: RoundTrips[] = [];
  private isFrozen = false;
  private server: Server;
  private port = 0;

  constructor(private readonly target: URL) {}

  /** @returns the address of the database by way of this line */
  async open(): Promise<string> {
    this.isFrozen = false;
    this.server = createServer((client) => this.carry(client));
    await new Promise<void>((resolve) => this.server.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
    const url = new URL(this.target);
    url.host = `127.0.0.1:${this.port}`;
    return url.toString();
  }

  async cut(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  /** Nothing comes through any more, and nobody is told. */
  freeze(): void {
    this.isFrozen = true;
    for (const socket of this.sockets) socket.pause();
  }

  thaw(): void {
    this.isFrozen = false;
    for (const socket of this.sockets) socket.resume();
  }

  get roundTrips(): number {
    return this.trips.reduce((sum, { count }) => sum + count, 0);
  }

  private carry(client: Socket): void {
    const server = connect({ host: this.target.hostname, port: Number(this.target.port) });
    const trips = new RoundTrips();
    this.trips.push(trips);
    client.on('data', (chunk: Buffer) => {
      trips.read(chunk);
      server.write(chunk);
    });
    server.on('data', (chunk: Buffer) => client.write(chunk));
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      this.sockets.add(one);
      if (this.isFrozen) one.pause();
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.sockets.delete(one);
        other.destroy();
      });
    }
  }
}
