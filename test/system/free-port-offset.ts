import { createServer } from 'node:net';
import { portsOf } from './addresses.ts';

/** Ports that no browser and no `fetch` goes to (Fetch standard, "bad ports"), as far as ours could be among them. */
const REFUSED = new Set([
  4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10_080,
]);

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
    if (portsOf(offset).some((port) => REFUSED.has(port))) continue;
    const free = await Promise.all(portsOf(offset).map(isFree));
    if (free.every(Boolean)) return offset;
  }
}
