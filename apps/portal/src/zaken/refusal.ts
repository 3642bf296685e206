import type { ServiceAnswered } from '#platform';
import type { FormErrors } from '../design/form-errors.js';

const FIELDS = ['assignee', 'level', 'reason'];

interface Refusal {
  errors: FormErrors;
  /** For the whole action, when no field is to blame. */
  refusal: string | undefined;
}

/** What triage says about an action that it refused, field by field where it can. */
export function refusalOf({ problem }: ServiceAnswered): Refusal {
  const named = (problem.errors ?? [])
    .map(({ pointer, message }): [string, string] => [pointer.slice(1), message])
    .filter(([field]) => FIELDS.includes(field));
  if (named.length > 0) return { errors: new Map(named), refusal: undefined };
  return { errors: new Map(), refusal: problem.detail ?? 'Dit kan nu niet. Bekijk de zaak opnieuw.' };
}
