import { parseArgs } from 'node:util';
import { OperatorError } from '../local/process/operator.error.js';

export interface AskedPeriod {
  receivedFrom: string;
  receivedUntil: string;
}

const DEFAULT_DAYS = 35;
const DAY_MS = 86_400_000;

/**
 * The period of `--from 2026-10-01 --until 2026-11-01` (a day, or a moment with its offset); without them the last 35
 * days, as each night.
 * @throws OperatorError
 */
export function askedPeriod(args: string[], now: Date): AskedPeriod {
  const given = valuesOf(args);
  const until = given.until === undefined ? now : momentOf('--until', given.until);
  const from =
    given.from === undefined
      ? new Date(until.getTime() - DEFAULT_DAYS * DAY_MS)
      : momentOf('--from', given.from);
  if (from >= until) throw new OperatorError('De periode eindigt voor ze begint: geef een later --until.');
  return { receivedFrom: from.toISOString(), receivedUntil: until.toISOString() };
}

function valuesOf(args: string[]): { from?: string | undefined; until?: string | undefined } {
  try {
    return parseArgs({ args, options: { from: { type: 'string' }, until: { type: 'string' } } }).values;
  } catch (error) {
    throw new OperatorError(
      `${error instanceof Error ? error.message : String(error)}\nZo wel: npm run reconcile -- --from 2026-10-01 --until 2026-11-01`,
    );
  }
}

function momentOf(name: string, text: string): Date {
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime()))
    throw new OperatorError(`${name}: "${text}" is geen dag of tijdstip, zoals 2026-10-01.`);
  return moment;
}
