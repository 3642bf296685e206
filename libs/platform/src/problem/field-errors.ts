import type { ValidationError } from 'class-validator';
import { constraintText } from './constraint-text.js';
import type { Language } from './language.js';
import type { FieldError } from './problem.exception.js';

/** Names that a field or a place in a list could have; in other names people type what they know of somebody. */
const FIELD_NAME = /^(\d{1,4}|[A-Za-z_][\w./~-]{0,63})?$/;

/**
 * RFC 6901: `~` and `/` inside a name are escaped. A name that no field could have is not told again (contract 2):
 * the pointer then is that of the group it stands in.
 */
export const pointerTo = (parent: string, name: string): string =>
  FIELD_NAME.test(name) ? `${parent}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}` : parent;

const CODES: Record<string, string> = {
  whitelistValidation: 'UNKNOWN_PROPERTY',
  isDefined: 'REQUIRED',
  isNotEmpty: 'REQUIRED',
};

/** `minLength` → `MIN_LENGTH`; a few read better as what they are. */
const codeOf = (constraint: string): string =>
  CODES[constraint] ?? constraint.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();

/** `isDefined` and type faults say more than the length of what is not there. */
const ORDER = [
  'whitelistValidation',
  'isDefined',
  'isNotEmpty',
  'isString',
  'isArray',
  'isObject',
  'isInt',
  'isNumber',
];
const rank = (constraint: string): number => {
  const place = ORDER.indexOf(constraint);
  return place < 0 ? ORDER.length : place;
};

/** Of the constraints that a field broke: the one that says most. */
export const mostBasic = (constraints: string[]): string | undefined =>
  constraints.sort((a, b) => rank(a) - rank(b))[0];

/** What a field broke first; for a field that is not there: that it is needed, whatever else it should have been. */
function constraintOf(error: ValidationError): string | undefined {
  const first = mostBasic(Object.keys(error.constraints ?? {}));
  const absent = error.value === undefined || error.value === null;
  return first !== undefined && first !== 'whitelistValidation' && absent ? 'isDefined' : first;
}

/** Flattens the tree of class-validator: one fault per field, the most basic one, with its pointer. */
export function fieldErrors(errors: ValidationError[], language: Language, parent = ''): FieldError[] {
  return errors.flatMap((error) => {
    const pointer = pointerTo(parent, error.property);
    const first = constraintOf(error);
    const own =
      first === undefined
        ? []
        : [{ pointer, code: codeOf(first), message: constraintText(error, first, language) }];
    return [...own, ...fieldErrors(error.children ?? [], language, pointer)];
  });
}
