import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { errorCode } from '../failure/error-code.js';

/** Another program has the port already. */
export class PortInUseError extends Error {
  override readonly name = 'PortInUseError';

  constructor(readonly port: number) {
    super(`Poort ${port} is al in gebruik. Stop het andere programma, of kies een andere poort met PORT.`);
  }
}

/**
 * Listens and tells the address as seen from this machine.
 * @throws PortInUseError
 */
export async function listen(app: NestFastifyApplication, host: string, port: number): Promise<string> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    if (errorCode(error) === 'EADDRINUSE') throw new PortInUseError(port);
    throw error;
  }
  const address = app.getHttpServer().address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${bound}`;
}
