import type { FastifyRequest } from 'fastify';

export const FORM_TYPE = 'application/x-www-form-urlencoded';

const MELDINGEN_PATH = '/api/v1/meldingen';

/** Was this sent by a plain HTML form? */
export const isForm = ({ headers }: Pick<FastifyRequest, 'headers'>): boolean =>
  (headers['content-type'] ?? '').toLowerCase().startsWith(FORM_TYPE);

/**
 * Whether a person looks at the answer: who sent a plain form, or a browser that sent a melding in any other way
 * (a form with another encoding, a body that was too large to read).
 */
export const wantsPage = (request: Pick<FastifyRequest, 'headers' | 'method' | 'routeOptions'>): boolean =>
  request.method === 'POST' &&
  request.routeOptions.url === MELDINGEN_PATH &&
  (isForm(request) || (request.headers.accept ?? '').includes('text/html'));
