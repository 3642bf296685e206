import type { ServiceAnswered } from '#platform';
import type { FormErrors } from '../design/form-errors.js';
import { REASON_FIELDS } from './case-action.js';

const FIELDS = ['assignee', 'level', 'reason'];

interface Refusal {
  errors: FormErrors;
  /** For the whole action, when no field is to blame. */
  refusal: string | undefined;
}

/**
 * What triage says about an action that it refused, field by field where it can.
 * @param action whose form it was: forms name their reason each in their own way
 */
export function refusalOf({ problem }: ServiceAnswered, action: string): Refusal {
  const formField = (field: string): string =>
    field === 'reason' && action === 'assign' ? REASON_FIELDS.assign : field;
  const named = (problem.errors ?? [])
    .map(({ pointer, message }): [string, string] => [pointer.slice(1), message])
    .filter(([field]) => FIELDS.includes(field))
    .map(([field, message]): [string, string] => [formField(field), message]);
  if (named.length > 0) return { errors: new Map(named), refusal: undefined };
  return { errors: new Map(), refusal: problem.detail ?? 'Dit kan nu niet. Bekijk de zaak opnieuw.' };
}
