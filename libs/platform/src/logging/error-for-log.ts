import { isNativeError } from 'node:util/types';
import { errorCode } from '../failure/error-code.js';

export interface LoggedError {
  type: string;
  code?: string;
  message?: string;
  frames: string[];
}

const MAX_FRAMES = 12;

/** PostgreSQL and JSON faults quote what was sent; their words stay out, code and place go in. */
const mayQuoteInput = (error: Error): boolean =>
  error.name === 'SyntaxError' || 'driverError' in error || 'severity' in error || 'query' in error;

/** What a log may tell about an error: type, code, place; the words only when they cannot quote input. */
export function errorForLog(error: unknown): LoggedError {
  if (!isNativeError(error)) return { type: typeof error, frames: [] };
  const code = errorCode(error);
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, MAX_FRAMES);
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    ...(mayQuoteInput(error) ? {} : { message: error.message }),
    frames: frames.map((line) => line.trim()),
  };
}
