import type { ProblemDetails } from '#platform';
import type { FormErrors } from '../design/form-errors.js';
import { controlOf } from './field-names.js';

const fieldOf = (pointer: string): string =>
  pointer
    .slice(1)
    .split('/')
    // "/themes/3": the place in a list is no field of its own.
    .filter((part) => !/^\d+$/.test(part))
    .join('.');

/** Puts what intake says about a field beside that field. */
export function refusalWords(problem: Partial<ProblemDetails>): FormErrors {
  return new Map(
    (problem.errors ?? []).map(({ pointer, message }) => [controlOf(fieldOf(pointer)), message]),
  );
}
