import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { rush } from '#messaging';

const ACCEPTING = '/api/v1/meldingen';

/** Counts the meldingen that are being sent: while there is a rush, all other work of the process waits its turn. */
export function letAcceptingGoFirst(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  // Once the body is there: who sends it drop by drop holds nothing up.
  server.addHook('preHandler', (request, reply, done) => {
    if (request.method === 'POST' && request.routeOptions.url === ACCEPTING) {
      rush.began();
      // Also when the client goes away before it is answered.
      reply.raw.once('close', () => rush.ended());
    }
    done();
  });
}
