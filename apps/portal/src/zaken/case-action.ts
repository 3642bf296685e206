import { LEVELS } from '#contracts';
import type { FormErrors } from '../design/form-errors.js';
import type { FormValues } from '../design/form-values.js';
import type { ActionRequest } from './case-answers.js';

const KEY = /^[\w-]{8,100}$/;
const SHORTEST_REASON = 3;

/** Each form has a field of its own for the reason: both stand on one page, and an `id` belongs to one control. */
export const REASON_FIELDS = { assign: 'assignReason', raise: 'reason' } as const;

type ReadAction = { request: ActionRequest } | { errors: FormErrors } | { unreadable: true };

function raiseErrors(values: FormValues): FormErrors {
  const errors = new Map<string, string>();
  if (!LEVELS.some((level) => level === values.text('level')))
    errors.set('level', 'Kies de nieuwe urgentie.');
  if (values.text('reason').length < SHORTEST_REASON)
    errors.set('reason', 'Schrijf waarom je de urgentie verhoogt.');
  return errors;
}

const reasonIn = (values: FormValues, field: string): { reason?: string } =>
  values.text(field) === '' ? {} : { reason: values.text(field) };

/** Reads what somebody asked for in one of the action forms. */
export function readAction(values: FormValues): ReadAction {
  const version = Number(values.text('version'));
  const sendKey = values.text('sendKey');
  if (!Number.isInteger(version) || !KEY.test(sendKey)) return { unreadable: true };
  const seen = { version, sendKey };
  switch (values.text('action')) {
    case 'start':
      return { request: { action: 'start', ...seen } };
    case 'assign': {
      const assignee = values.text('assignee');
      if (assignee === '') return { errors: new Map([['assignee', 'Vul een gebruikersnaam in.']]) };
      return { request: { action: 'assign', assignee, ...reasonIn(values, REASON_FIELDS.assign), ...seen } };
    }
    case 'raise': {
      const errors = raiseErrors(values);
      const level = LEVELS.find((one) => one === values.text('level'));
      return errors.size > 0 || level === undefined
        ? { errors }
        : { request: { action: 'raise', level, ...reasonIn(values, REASON_FIELDS.raise), ...seen } };
    }
    default:
      return { unreadable: true };
  }
}
