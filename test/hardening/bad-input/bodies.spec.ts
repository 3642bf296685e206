import { describe, expect, it } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { problemFaults } from '../asking/problem.js';
import { tablesChangedBy } from '../database/fingerprints.js';
import { meldingWith, outcomeOf, sendMelding } from './melding-input.js';

const MEGABYTE = 1024 * 1024;
const GOOD = meldingWith({});
const first = (member: string): string => GOOD.replace('{', `{${member},`);

/** A body of exactly this many bytes. */
function ofLength(bytes: number): string {
  const said = { contact: { email: 'melder@voorbeeld.example' } };
  const rest = meldingWith({ ...said, description: '' }).length;
  return meldingWith({ ...said, description: 'x'.repeat(bytes - rest) });
}

function notUtf8(): Buffer {
  const [before = '', after = ''] = GOOD.split('De opvang');
  return Buffer.concat([Buffer.from(before), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from(after)]);
}

const invalid = { status: 400, code: 'INVALID_REQUEST' };
const input = (...errors: string[]) => ({ status: 400, code: 'INVALID_INPUT', errors });
const unread = { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' };
const tooLarge = { status: 413, code: 'TOO_LARGE' };

/** Bodies are made when they are sent: the test runner would print a megabyte for each. */
const REFUSED: [string, () => string | Buffer, object, Record<string, string>?][] = [
  ['nothing', () => '', invalid],
  ['broken JSON', () => GOOD.slice(0, -2), invalid],
  ['two bodies', () => `${GOOD}${GOOD}`, invalid],
  ['a list', () => '[]', input(' IS_OBJECT')],
  ['a number', () => '1', input(' IS_OBJECT')],
  ['a repeated key', () => first('"kind":"CRISIS"'), input('/kind REPEATED_PROPERTY')],
  [
    'a repeated key in a group',
    () => GOOD.replace('"email"', '"name":"x","email"'),
    input('/contact/name REPEATED_PROPERTY'),
  ],
  [
    'a repeated key, written otherwise',
    () => first(String.raw`"\u006bind":"CRISIS"`),
    input('/kind REPEATED_PROPERTY'),
  ],
  ['__proto__', () => first('"__proto__":{"isAdmin":true}'), invalid],
  ['__proto__ in a group', () => GOOD.replace('"email"', '"__proto__":{},"email"'), invalid],
  ['__proto__, written otherwise', () => first(String.raw`"\u005f_proto__":{"isAdmin":true}`), invalid],
  ['constructor', () => first('"constructor":{"prototype":{}}'), invalid],
  ['constructor, written otherwise', () => first(String.raw`"c\u006fnstructor":{"prototype":{}}`), invalid],
  ['an unknown property', () => first('"urgency":"CRISIS"'), input('/urgency UNKNOWN_PROPERTY')],
  [
    'nesting without end',
    () => first(`"answers":${'['.repeat(5_000)}${']'.repeat(5_000)}`),
    input('/answers TOO_DEEP'),
  ],
  [
    'groups without end',
    () => first(`"a":${'{"b":'.repeat(5_000)}1${'}'.repeat(5_000)}`),
    input('/a TOO_DEEP'),
  ],
  ['bytes that are no UTF-8', () => notUtf8(), { status: 400, code: 'NOT_UTF8' }],
  ['UTF-16', () => Buffer.from(GOOD, 'utf16le'), invalid],
  [
    'another charset',
    () => Buffer.from(GOOD, 'latin1'),
    unread,
    { 'content-type': 'application/json; charset=iso-8859-1' },
  ],
  ['gzip', () => gzipSync(GOOD), unread, { 'content-encoding': 'gzip' }],
  ['brotli that is none', () => GOOD, unread, { 'content-encoding': 'br' }],
  ['XML', () => '<melding/>', unread, { 'content-type': 'text/xml' }],
  ['JSON-LD', () => GOOD, unread, { 'content-type': 'application/ld+json' }],
  ['no media type', () => GOOD, unread, { 'content-type': '' }],
  ['1 MB and one byte', () => ofLength(MEGABYTE + 1), tooLarge],
  ['1 MB of one text', () => ofLength(MEGABYTE), input('/description IS_LENGTH')],
  [
    'a key that is too short',
    () => GOOD,
    { status: 400, code: 'INVALID_IDEMPOTENCY_KEY' },
    { 'idempotency-key': 'x' },
  ],
];

describe('a body that cannot be taken', () => {
  it('leaves nothing half-written', async () => {
    const changed = await tablesChangedBy(async () => {
      await Promise.all(REFUSED.map(([, body, , headers]) => sendMelding(body(), headers)));
    });
    expect(changed).toEqual([]);
  }, 120_000);

  it.each(REFUSED)('%s', async (...[, body, expected, headers]) => {
    const answer = await sendMelding(body(), headers);
    expect(outcomeOf(answer)).toEqual(expected);
    expect(problemFaults(answer)).toEqual([]);
  });
});

describe('a body that can', () => {
  it.each([
    ['with a byte order mark', `\ufeff${GOOD}`, {}],
    ['that says it is not compressed', GOOD, { 'content-encoding': 'identity' }],
    ['with its charset', GOOD, { 'content-type': 'application/json; charset="UTF-8"' }],
    ['with spaces and keys in any order', JSON.stringify(JSON.parse(GOOD), null, 4), {}],
  ])('%s', async (_what, body, headers) => {
    expect((await sendMelding(body, headers)).status).toBe(201);
  });
});
