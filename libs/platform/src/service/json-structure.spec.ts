import { describe, expect, it } from '@jest/globals';
import { structureFault } from './json-structure.js';

describe('a repeated property', () => {
  it.each([
    ['at the top', '{"a":1,"b":2,"a":3}', '/a'],
    ['within a group', '{"a":{"b":1, "b" : 2}}', '/a/b'],
    ['within a list', '[{"a":1},{"a":1,"a":2}]', '/1/a'],
    ['written in another way', String.raw`{"a":1,"\u0061":2}`, '/a'],
    ['after texts that end in signs of their own', String.raw`{"a":"\\","b":"\"{","a":1}`, '/a'],
  ])('%s', (_name, json, pointer) => {
    expect(structureFault(json)).toEqual({ code: 'REPEATED_PROPERTY', pointer });
  });

  it.each([
    ['the same name in two groups', '{"a":{"x":1},"b":{"x":1},"x":[{"x":1},{"x":1}]}'],
    ['a name as a value', '{"a":"a","b":["a","a"]}'],
    ['signs of JSON within a text', String.raw`{"a":"\"a\":1,\"a\":{[","b":"}"}`],
    ['no group', '"text"'],
    ['an empty text', '{"":"","a":""}'],
  ])('is not %s', (_name, json) => {
    expect(JSON.parse(json)).toBeDefined();
    expect(structureFault(json)).toBeUndefined();
  });
});

describe('nesting', () => {
  const lists = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

  it('is fine as deep as any request needs', () => {
    expect(structureFault(lists(32))).toBeUndefined();
    expect(structureFault(`[${Array.from({ length: 99 }, () => '[]').join()}]`)).toBeUndefined();
  });

  it.each([
    ['a list', lists(33), '/0'],
    ['a list without end', lists(500_000), '/0'],
    ['a field', `{"a":1,"b":${lists(40)}}`, '/b'],
    ['groups', `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`, '/a'],
  ])('is too deep in %s', (_name, json, pointer) => {
    expect(structureFault(json)).toEqual({ code: 'TOO_DEEP', pointer });
  });
});
