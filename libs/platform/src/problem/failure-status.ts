import { isNativeError } from 'node:util/types';
import { HttpException } from '@nestjs/common';
import { errorCode } from '../failure/error-code.js';

/** Network faults and SQLSTATE classes 08 (connection), 53 (resources), 57P (shutdown) mean: away, not wrong. */
const AWAY = /^(ECONN\w+|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|08\w{3}|53\w{3}|57P0[1-3])$/;
/** pg-pool and pg tell these without a code. */
const AWAY_TEXT =
  /timeout exceeded when trying to connect|Query read timeout|Connection terminated|Client has encountered a connection error|not queryable|Driver not Connected|Cannot use a pool after calling end/i;

/** Is this a failure to reach something, rather than a fault? */
export function isAway(error: unknown): boolean {
  if (!isNativeError(error)) return false;
  if (AWAY.test(errorCode(error) ?? '') || AWAY_TEXT.test(error.message)) return true;
  if ('errors' in error && Array.isArray(error.errors)) return error.errors.some(isAway);
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
