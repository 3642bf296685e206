import { isNativeError } from 'node:util/types';
import { errorCode } from '../failure/error-code.js';

export interface LoggedError {
  type: string;
  code?: string;
  message?: string;
  frames: string[];
}

const MAX_FRAMES = 12;
const FRAME = '    at ';

/** The lines of a stack that tell a place; the first ones repeat the words of the error. */
const framesOf = (stack: string): string[] =>
  stack
    .split('\n')
    .filter((line) => line.startsWith(FRAME))
    .slice(0, MAX_FRAMES)
    .map((line) => line.trim());

/** Nest's loggers pass a stack as text: `logger.error('What failed.', error.stack)`. */
export const isStack = (value: unknown): value is string =>
  typeof value === 'string' && value.includes(`\n${FRAME}`);

/** PostgreSQL and JSON faults quote what was sent; their words stay out, code and place go in. */
const mayQuoteInput = (error: Error): boolean =>
  error.name === 'SyntaxError' || 'driverError' in error || 'severity' in error || 'query' in error;

/** What a log may tell about an error: type, code, place; the words only when they cannot quote input. */
export function errorForLog(error: unknown): LoggedError {
  if (isStack(error)) return { type: /^\w+/.exec(error)?.[0] ?? 'Error', frames: framesOf(error) };
  if (!isNativeError(error)) return { type: typeof error, frames: [] };
  const code = errorCode(error);
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    ...(mayQuoteInput(error) ? {} : { message: error.message }),
    frames: framesOf(error.stack ?? ''),
  };
}
