import {
  ARRAY_MAX_SIZE,
  IS_ARRAY,
  IS_BOOLEAN,
  IS_EMAIL,
  IS_IN,
  IS_LENGTH,
  IS_OBJECT,
  IS_STRING,
  MATCHES,
  MAX_LENGTH,
} from 'class-validator';

/** True only for what class-validator accepts too; false says nothing. */
export type SureCheck = (value: unknown) => boolean;

/**
 * An address as nearly everybody has one. class-validator takes it apart with a dozen expressions, which is a third of
 * all that checking a melding costs; whatever looks otherwise goes that way.
 */
const PLAIN_ADDRESS = /^[a-z\d]+(?:[._+-][a-z\d]+)*@(?:[a-z\d]+(?:-[a-z\d]+)*\.)+[a-z]{2,}$/i;
/** No label of a domain may be longer; nor is then the domain, or what stands before it. */
const LONGEST_LABEL = 63;

function isPlainAddress(text: string): boolean {
  const at = text.indexOf('@');
  return at <= LONGEST_LABEL && text.length - at <= LONGEST_LABEL && PLAIN_ADDRESS.test(text);
}

/** A sign that is counted once takes three places at most: two, and a choice of how it is drawn. */
const MOST_PLACES_OF_A_SIGN = 3;

const isText = (value: unknown): value is string => typeof value === 'string';

/**
 * For checks that most fields have: what is good beyond doubt, told without the arguments and words that class-validator
 * puts together for each. They are found by the name under which its decorators are known.
 */
const MADE: Readonly<Record<string, (constraints: readonly unknown[]) => SureCheck | undefined>> = {
  [IS_STRING]: () => isText,
  [IS_BOOLEAN]: () => (value) => typeof value === 'boolean',
  [IS_ARRAY]: () => Array.isArray,
  [IS_OBJECT]: () => (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  [IS_IN]: ([values]) => (Array.isArray(values) ? (value) => values.includes(value) : undefined),
  [ARRAY_MAX_SIZE]:
    ([most]) =>
    (value) =>
      Array.isArray(value) && value.length <= Number(most),
  [MAX_LENGTH]:
    ([most]) =>
    (value) =>
      isText(value) && value.length <= Number(most),
  [IS_LENGTH]:
    ([least, most]) =>
    (value) =>
      isText(value) && value.length >= Number(least) * MOST_PLACES_OF_A_SIGN && value.length <= Number(most),
  [MATCHES]: ([pattern, modifiers]) =>
    pattern instanceof RegExp && modifiers === undefined && !pattern.global && !pattern.sticky
      ? (value) => isText(value) && pattern.test(value)
      : undefined,
  [IS_EMAIL]: ([options]) =>
    options === undefined ? (value) => isText(value) && isPlainAddress(value) : undefined,
};

/**
 * @param name of the decorator, as class-validator keeps it
 * @returns undefined for a check of which only class-validator knows the answer
 */
export const sureCheckOf = (
  name: string | undefined,
  constraints: readonly unknown[] | undefined,
): SureCheck | undefined =>
  name !== undefined && Object.hasOwn(MADE, name) ? MADE[name]?.(constraints ?? []) : undefined;
