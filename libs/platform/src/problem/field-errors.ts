import type { ValidationError } from 'class-validator';
import { constraintText } from './constraint-text.js';
import type { Language } from './language.js';
import type { FieldError } from './problem.exception.js';

/** RFC 6901: `~` and `/` inside a name are escaped. */
export const pointerTo = (parent: string, name: string): string =>
  `${parent}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** `minLength` → `MIN_LENGTH`; an unknown property reads better as what it is. */
const codeOf = (constraint: string): string =>
  constraint === 'whitelistValidation'
    ? 'UNKNOWN_PROPERTY'
    : constraint.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();

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

/** Flattens the tree of class-validator: one fault per field, the most basic one, with its pointer. */
export function fieldErrors(errors: ValidationError[], language: Language, parent = ''): FieldError[] {
  return errors.flatMap((error) => {
    const pointer = pointerTo(parent, error.property);
    const first = mostBasic(Object.keys(error.constraints ?? {}));
    const own =
      first === undefined
        ? []
        : [{ pointer, code: codeOf(first), message: constraintText(error, first, language) }];
    return [...own, ...fieldErrors(error.children ?? [], language, pointer)];
  });
}
