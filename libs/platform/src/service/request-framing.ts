import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemException } from '../problem/problem.exception.js';
import { STANDARD_PROBLEMS } from '../problem/standard-problems.js';

const CHARSET = /;\s*charset\s*=\s*"?([^\s;"]*)/i;

function standardProblem(status: number, headers: Record<string, string> = {}): ProblemException {
  const { code, detail } = STANDARD_PROBLEMS[status]!;
  return new ProblemException(status, { code, detail, headers });
}

/** Why a request cannot be read as its own headers say it should be. */
function framingFault({ headers }: FastifyRequest): ProblemException | undefined {
  if (headers.host === undefined) return standardProblem(400);
  const transfer = headers['transfer-encoding'];
  if (transfer !== undefined && transfer.toLowerCase() !== 'chunked') return standardProblem(400);
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity')
    return standardProblem(415, { 'Accept-Encoding': 'identity' });
  const charset = CHARSET.exec(headers['content-type'] ?? '')?.[1];
  return charset === undefined || charset.toLowerCase() === 'utf-8' ? undefined : standardProblem(415);
}

/**
 * Refuses bodies that we would read otherwise than they were meant: compressed ones, other codings than `chunked`,
 * other signs than UTF-8 (contract 2); and a request that names no host (RFC 9112, 3.2).
 */
export function refuseOddFraming(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => done(framingFault(request)));
}
