import { parseArgs } from 'node:util';
import { WAYS, type Way } from '../plan/fault.js';

export interface FaultArguments {
  seed: number;
  ways: Way[];
  /** Faults of a round. */
  faults: number;
  /** Rounds go on until then, one at least on each way of running. */
  minutes: number;
}

/** @throws Error that says what may be given */
export function faultArguments(args: string[]): FaultArguments {
  const { values } = parseArgs({
    args,
    options: {
      minutes: { type: 'string', default: '0' },
      seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000)) },
      faults: { type: 'string', default: '50' },
      way: { type: 'string' },
    },
  });
  const way = WAYS.find((known) => known === values.way);
  if (values.way !== undefined && !way) throw new Error(`--way is one of ${WAYS.join(', ')}`);
  return {
    seed: number('seed', values.seed),
    faults: number('faults', values.faults),
    minutes: number('minutes', values.minutes),
    ways: way ? [way] : [...WAYS],
  };
}

function number(name: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value) || value < 0)
    throw new Error(`--${name}=${text} is no number`);
  return value;
}
