import { HttpException } from '@nestjs/common';

/** Network faults and SQLSTATE classes 08 (connection), 53 (resources), 57P (shutdown) mean: away, not wrong. */
const AWAY = /^(ECONN\w+|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|08\w{3}|53\w{3}|57P0[1-3])$/;
/** pg-pool and pg tell these without a code. */
const AWAY_TEXT =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|not queryable|Driver not Connected|Cannot use a pool after calling end/i;

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  if (typeof code === 'string' && AWAY.test(code)) return true;
  if (AWAY_TEXT.test(error.message)) return true;
  if (error instanceof AggregateError) return error.errors.some(isAway);
  return 'driverError' in error && isAway(error.driverError);
}

/** The status of an answer to any thrown thing: ours, Fastify's, the database's. */
export function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const given =
    typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  if (typeof given === 'number' && given >= 400 && given < 500) return given;
  return isAway(error) ? 503 : 500;
}
