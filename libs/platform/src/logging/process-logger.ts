import { isNativeError } from 'node:util/types';
import { Injectable, type LoggerService } from '@nestjs/common';
import { destination, pino, type DestinationStream, type Level, type Logger, type LoggerOptions } from 'pino';
import { currentTraceId } from '../tracing/trace-context.js';
import { allowedOnly } from './allowed-fields.js';
import { errorForLog, isStack } from './error-for-log.js';
import { currentService } from './service-scope.js';

/** Nest tells at every start what it has built, line by line; of use only when looking for a fault in that. */
const FRAMEWORK_START = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
  'NestMicroservice',
]);

const NO_TRACE = '0'.repeat(32);

/** JSON lines with service and trace, and none but allow-listed fields. */
function createPino(level: string, to: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }), log: allowedOnly },
    serializers: { err: errorForLog },
    mixin: () => {
      const traceId = currentTraceId();
      return { service: currentService(), ...(traceId === NO_TRACE ? {} : { traceId }) };
    },
  };
  return pino(options, to);
}

/**
 * Nest's `Logger` writes through this. Nest keeps one logger per process; the service comes from the async scope.
 * `logger.log({ meldingId }, 'text')`-style objects are fields, strings are the message, the last string of Nest
 * is the context.
 */
@Injectable()
export class ProcessLogger implements LoggerService {
  private readonly pino: Logger;

  /** Writes to standard output, unless whoever runs several services in one process collects their logs. */
  constructor(level: string, to: DestinationStream = destination(1)) {
    this.pino = createPino(level, to);
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write(FRAMEWORK_START.has(String(rest.at(-1))) ? 'debug' : 'info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  private write(level: Level, message: unknown, rest: unknown[]): void {
    const context = rest.at(-1);
    const [words, stack] = [false, true].map((wanted) =>
      rest.slice(0, -1).find((part) => typeof part === 'string' && isStack(part) === wanted),
    );
    const fields = { context, ...(stack === undefined ? {} : { err: stack }) };
    if (isNativeError(message)) this.pino[level]({ ...fields, err: message }, 'An unexpected error.');
    else if (typeof message === 'object' && message !== null)
      this.pino[level]({ ...fields, ...message }, typeof words === 'string' ? words : undefined);
    else this.pino[level](fields, String(message));
  }
}
