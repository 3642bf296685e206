import { connect, type Socket } from 'node:net';

export interface RawAnswer {
  /** Everything that came back. */
  text: string;
  status: number;
  /** Did the service end the connection? */
  isClosed: boolean;
}

/** A slow client may take 30 s, and is noticed at most 5 s later. */
const PATIENCE_MS = 60_000;

/**
 * Writes bytes as they are and reads until the service ends the connection, or until a first answer came and the
 * service leaves the connection open.
 * @param drip what to write after that, every second: a client that is slow on purpose
 */
export function exchange(base: string, bytes: string | Buffer, drip?: string): Promise<RawAnswer> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    const dripping = drip === undefined ? undefined : setInterval(() => write(socket, drip), 1_000);
    const patience = setTimeout(
      () => reject(new Error('The service neither answered nor hung up')),
      PATIENCE_MS,
    );
    const finish = (isClosed: boolean) => {
      clearTimeout(patience);
      clearInterval(dripping);
      socket.destroy();
      resolve({ text, status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), isClosed });
    };
    socket.on('data', (chunk) => {
      text += chunk.toString();
      if (isWhole(text)) finish(false);
    });
    socket.on('close', () => finish(true));
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' || error.code === 'EPIPE' ? finish(true) : reject(error),
    );
  });
}

function write(socket: Socket, text: string): void {
  if (socket.writable) socket.write(text);
}

/** An answer with its whole body; answers that end the connection are read to that end. */
function isWhole(text: string): boolean {
  const [head = '', ...body] = text.split('\r\n\r\n');
  const length = /^content-length: (\d+)/im.exec(head)?.[1];
  const isLast = /^connection: close/im.test(head);
  return !isLast && length !== undefined && Buffer.byteLength(body.join('\r\n\r\n')) >= Number(length);
}
