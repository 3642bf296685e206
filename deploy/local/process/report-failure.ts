import { OperatorError } from './operator.error.js';

/** Ends a command with exit code 1: an operator's sentence as it is, anything else with its stack. */
export function reportFailure(error: unknown): never {
  if (error instanceof OperatorError) console.error(error.message);
  else console.error(error);
  process.exit(1);
}
