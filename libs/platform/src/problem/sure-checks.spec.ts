import { describe, expect, it } from '@jest/globals';
import {
  ARRAY_MAX_SIZE,
  arrayMaxSize,
  IS_ARRAY,
  IS_BOOLEAN,
  IS_EMAIL,
  IS_IN,
  IS_LENGTH,
  IS_OBJECT,
  IS_STRING,
  isArray,
  isBoolean,
  isEmail,
  isIn,
  isObject,
  isString,
  length,
  MATCHES,
  matches,
  MAX_LENGTH,
  maxLength,
} from 'class-validator';
import { sureCheckOf } from './sure-checks.js';

const FAMILY = '👨‍👩‍👧';
const VALUES: unknown[] = [
  ...[undefined, null, true, false, 0, 1, '', 'a', 'ab', 'abc', 'L02', 'l02', 'a\nb', 'a\u0000b'],
  ...[
    'é',
    FAMILY,
    FAMILY.repeat(2),
    '❤️a',
    '❤️❤️❤️',
    '\ud800',
    'x'.repeat(9),
    'x'.repeat(10),
    'x'.repeat(30),
  ],
  ...[{}, { length: 1 }, [], ['a'], ['a', 'b', 'c'], () => 'a', new Date(0), Object.create(null) as object],
];

const ADDRESSES = [
  ...[
    'ouder@voorbeeld.example',
    'een.ouder+kind@mail.voorbeeld.example',
    'a_b-c@x-y.be',
    'OUDER@VOORBEELD.BE',
  ],
  ...['a@b', '@b.be', 'a@', 'a@@b.be', 'a b@c.be', 'a@b.be\n', 'a@b..be', '.a@b.be', 'a.@b.be', 'a..b@c.be'],
  ...['a@-b.be', 'a@b-.be', 'a@b.b', 'a@b.1be', 'a@b.12', 'a@1.2.3.4', '"a b"@c.be', 'a@b.be@c.be', 'ſ@b.be'],
  ...[
    'ö@b.be',
    'a@bé.be',
    'a@b.ſs',
    'a@xn--abc.be',
    'a@a--b.be',
    'a@b_c.be',
    'Ouder <a@b.be>',
    'a@[1.2.3.4]',
  ],
  ...[63, 64, 65].map((signs) => `${'a'.repeat(signs)}@b.be`),
  ...[60, 63, 64].map((signs) => `a@${'b'.repeat(signs)}.be`),
  ...[58, 61, 63, 250].map((signs) => `a@b.${'c'.repeat(signs)}`),
  `a@${'b.'.repeat(30)}be`,
  `a@${'b.'.repeat(130)}be`,
];

type Theirs = (value: unknown) => boolean;

const CHECKS: [name: string, constraints: unknown[], theirs: Theirs, values: unknown[]][] = [
  [IS_STRING, [], isString, VALUES],
  [IS_BOOLEAN, [], isBoolean, VALUES],
  [IS_ARRAY, [], isArray, VALUES],
  [IS_OBJECT, [], isObject, VALUES],
  [IS_IN, [['a', 'ab', 0]], (value) => isIn(value, ['a', 'ab', 0]), VALUES],
  [ARRAY_MAX_SIZE, [2], (value) => arrayMaxSize(value, 2), VALUES],
  [MAX_LENGTH, [2], (value) => maxLength(value, 2), VALUES],
  [MAX_LENGTH, [9], (value) => maxLength(value, 9), VALUES],
  [IS_LENGTH, [3, 9], (value) => length(value, 3, 9), VALUES],
  [IS_LENGTH, [3, 20], (value) => length(value, 3, 20), VALUES],
  [MATCHES, [/^[A-Z]\d+$/], (value) => matches(value as string, /^[A-Z]\d+$/), VALUES],
  [IS_EMAIL, [undefined], (value) => isEmail(value), [...VALUES, ...ADDRESSES]],
];

describe('a sure check', () => {
  it.each(CHECKS)('takes nothing that %s (%j) refuses', (name, constraints, theirs, values) => {
    const isSure = sureCheckOf(name, constraints);
    const taken = values.filter((value) => isSure?.(value));
    expect(taken.filter((value) => !theirs(value))).toEqual([]);
    expect(taken.length).toBeGreaterThan(0);
  });

  it('knows the addresses that nearly everybody has', () => {
    const isSure = sureCheckOf(IS_EMAIL, [undefined]);
    expect(ADDRESSES.slice(0, 4).every((address) => isSure?.(address))).toBe(true);
  });

  it.each<[string, string | undefined, unknown[]]>([
    ['a check of our own', 'isFactDate', []],
    ['a name that every object has', 'constructor', []],
    ['no name', undefined, []],
    ['an expression that remembers where it was', MATCHES, [/a/g]],
    ['an expression that has yet to be made', MATCHES, ['a', 'i']],
    ['an address with choices', IS_EMAIL, [{ allow_display_name: true }]],
  ])('leaves %s to class-validator', (_what, name, constraints) => {
    expect(sureCheckOf(name, constraints)).toBeUndefined();
  });
});
