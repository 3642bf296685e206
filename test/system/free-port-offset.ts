import { createServer } from 'node:net';
import { portsOf } from './addresses.ts';

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/** An offset at which every port of the system is free, so that suites and a running demo do not meet. */
export async function freePortOffset(): Promise<number> {
  for (;;) {
    const offset = 1_000 + Math.floor(Math.random() * 250) * 100;
    const free = await Promise.all(portsOf(offset).map(isFree));
    if (free.every(Boolean)) return offset;
  }
}
