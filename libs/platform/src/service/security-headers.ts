import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import helmet from 'helmet';

export type SecurityPolicy = Record<string, string[]>;

const setHeaders = helmet({
  // Each service has a policy of its own.
  contentSecurityPolicy: false,
  referrerPolicy: { policy: 'no-referrer' },
  crossOriginEmbedderPolicy: false,
});

/**
 * The headers that every answer of a service carries, put together once: they never depend on the request.
 * @param policy directives of the Content-Security-Policy
 */
export function securityHeaders(policy: SecurityPolicy): Record<string, string> {
  const answer = new ServerResponse(new IncomingMessage(new Socket()));
  // It only sets headers; a wrong option has been refused above.
  setHeaders(answer.req, answer, () => undefined);
  const written = Object.entries(answer.getHeaders()).map(([name, value]) => [name, String(value)]);
  return {
    ...(Object.fromEntries(written) as Record<string, string>),
    'cache-control': 'no-store',
    'content-security-policy': Object.entries(policy)
      .map(([directive, sources]) => [directive, ...sources].join(' '))
      .join(';'),
  };
}
