import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export interface PortForward {
  close(): Promise<void>;
}

/** Passes connections on, as the engine does for published ports and between a name and its server. */
export async function forward(
  from: { host: string; port: number },
  to: { host: string; port: number },
): Promise<PortForward> {
  const open = new Set<Socket>();
  const server = createServer((inner) => {
    const outer = connect(to);
    for (const socket of [inner, outer]) {
      open.add(socket);
      socket.on('close', () => open.delete(socket));
    }
    inner.on('error', () => outer.destroy()).pipe(outer);
    outer.on('error', () => inner.destroy()).pipe(inner);
  });
  server.listen(from);
  await once(server, 'listening');
  return {
    close: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
