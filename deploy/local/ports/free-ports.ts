import { once } from 'node:events';
import { createServer } from 'node:net';
import { OperatorError } from '../process/operator.error.js';
import { describePort, PORT_NAMES, type LocalPorts, type PortName } from './local-ports.js';

/** @throws OperatorError naming every port that another program holds, and the variable that moves it */
export async function requireFreePorts(ports: LocalPorts, host: string): Promise<void> {
  const busy: PortName[] = [];
  for (const name of PORT_NAMES) {
    // `localhost` may lead to either address family, so a stranger on one of them is in the way too.
    for (const address of new Set([host, '::1'])) {
      if (!busy.includes(name) && (await isTaken(ports[name], address))) busy.push(name);
    }
  }
  if (busy.length === 0) return;
  const lines = busy.map((name) => {
    const { variable, what } = describePort(name);
    return `  poort ${ports[name]} (${what}): zet ${variable} op een vrije poort`;
  });
  throw new OperatorError(
    [
      'Een ander programma gebruikt al:',
      ...lines,
      'Of verplaats alle poorten tegelijk, bijvoorbeeld met PORT_OFFSET=100.',
    ].join('\n'),
  );
}

async function isTaken(port: number, host: string): Promise<boolean> {
  const server = createServer();
  try {
    server.listen({ port, host, exclusive: true });
    await once(server, 'listening');
    server.close();
    await once(server, 'close');
    return false;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') return false; // no such address family here
    return true;
  }
}
