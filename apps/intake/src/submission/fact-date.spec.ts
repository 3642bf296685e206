import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Settings } from 'luxon';
import { isAhead, parseFactDate } from './fact-date.js';

describe('when it happened', () => {
  it.each([
    ['2024-04-22', '2024-04-22', null],
    ['2024-02-29', '2024-02-29', null],
    ['2024-03-12T10:40', '2024-03-12', '2024-03-12T09:40:00.000Z'],
    ['2024-07-01T10:40:30', '2024-07-01', '2024-07-01T08:40:30.000Z'],
    ['2024-04-18T17:15:00Z', '2024-04-18', '2024-04-18T17:15:00.000Z'],
    ['2024-04-18T23:30:00Z', '2024-04-19', '2024-04-18T23:30:00.000Z'],
    ['2024-04-18T17:15+09:00', '2024-04-18', '2024-04-18T08:15:00.000Z'],
  ])('reads %s as a day in Belgium', (text, day, at) => {
    expect(parseFactDate(text)).toEqual({ day, at: at === null ? null : new Date(at) });
  });

  it.each([
    '2023-02-29',
    '2024-13-01',
    '2024-04-31',
    '2024-04-18T25:00',
    'gisteren',
    '18/04/2024',
    '2024-4-1',
    '0024-01-01',
    '',
    '2024-04-18T17:15+14:01',
    '2024-04-18T17:15-25:00',
    '2024-04-18T17:15+02:60',
    '2024-04-18T17:15+99:99',
    '2024-04-18T17:15+2:00',
    '2024-04-18T23:59:60',
  ])('knows that %s is no date', (text) => {
    expect(parseFactDate(text)).toBeUndefined();
  });
});

/** What luxon takes for a time without offset depends on the offset of the day on which it is asked. */
describe.each([
  ['winter', '2026-01-15T12:00:00Z'],
  ['summer', '2026-07-15T12:00:00Z'],
])('around a change of the clock, asked in %s', (_season, today) => {
  beforeAll(() => {
    Settings.now = () => Date.parse(today);
  });
  afterAll(() => {
    Settings.now = () => Date.now();
  });

  it.each([
    ['the last minute before it', '2026-03-29T01:59', '2026-03-29', '2026-03-29T00:59:00.000Z'],
    ['its first moment', '2026-03-29T02:00', '2026-03-29', '2026-03-29T01:00:00.000Z'],
    ['in the middle', '2026-03-29T02:30', '2026-03-29', '2026-03-29T01:30:00.000Z'],
    ['its last second', '2026-03-29T02:59:59', '2026-03-29', '2026-03-29T01:59:59.000Z'],
    ['the first minute after it', '2026-03-29T03:00', '2026-03-29', '2026-03-29T01:00:00.000Z'],
    ['in the middle, in 2024', '2024-03-31T02:30', '2024-03-31', '2024-03-31T01:30:00.000Z'],
  ])('an hour that the clock skipped is one hour later: %s', (_where, text, day, at) => {
    expect(parseFactDate(text)).toEqual({ day, at: new Date(at) });
  });

  it.each([
    ['the last minute before it', '2026-10-25T01:59', '2026-10-25', '2026-10-24T23:59:00.000Z'],
    ['its first moment', '2026-10-25T02:00', '2026-10-25', '2026-10-25T00:00:00.000Z'],
    ['in the middle', '2026-10-25T02:30', '2026-10-25', '2026-10-25T00:30:00.000Z'],
    ['its last second', '2026-10-25T02:59:59', '2026-10-25', '2026-10-25T00:59:59.000Z'],
    ['the first minute after it', '2026-10-25T03:00', '2026-10-25', '2026-10-25T02:00:00.000Z'],
    ['in the middle, in 2024', '2024-10-27T02:30', '2024-10-27', '2024-10-27T00:30:00.000Z'],
  ])('an hour that came twice is the first: %s', (_where, text, day, at) => {
    expect(parseFactDate(text)).toEqual({ day, at: new Date(at) });
  });

  it.each([
    ['the first time round', '2026-10-25T02:30+02:00', '2026-10-25', '2026-10-25T00:30:00.000Z'],
    ['the second time round', '2026-10-25T02:30+01:00', '2026-10-25', '2026-10-25T01:30:00.000Z'],
    ['the second time round, in 2024', '2024-10-27T02:30+01:00', '2024-10-27', '2024-10-27T01:30:00.000Z'],
    [
      'in the skipped hour, by winter time',
      '2026-03-29T02:30+01:00',
      '2026-03-29',
      '2026-03-29T01:30:00.000Z',
    ],
    [
      'in the skipped hour, by summer time',
      '2026-03-29T02:30+02:00',
      '2026-03-29',
      '2026-03-29T00:30:00.000Z',
    ],
    ['summer time in winter', '2026-01-15T00:30+02:00', '2026-01-14', '2026-01-14T22:30:00.000Z'],
    ['elsewhere, a day earlier here', '2026-10-25T02:30+05:00', '2026-10-24', '2026-10-24T21:30:00.000Z'],
    ['elsewhere, a day later here', '2026-03-28T20:30-05:00', '2026-03-29', '2026-03-29T01:30:00.000Z'],
    ['as far east as there is', '2026-10-25T02:30+14:00', '2026-10-24', '2026-10-24T12:30:00.000Z'],
  ])('a given offset is believed: %s', (_where, text, day, at) => {
    expect(parseFactDate(text)).toEqual({ day, at: new Date(at) });
  });
});

describe('facts that lie ahead', () => {
  const now = new Date('2026-11-21T23:30:00Z'); // 22 November in Belgium
  const ahead = (text: string) => isAhead(parseFactDate(text) ?? { day: '', at: null }, now);

  it.each([
    ['2026-11-22', false],
    ['2026-11-23', true],
    ['2026-11-22T00:30', false],
    ['2026-11-22T00:34', false],
    ['2026-11-22T00:36', true],
    ['1999-01-01', false],
  ])('%s → %s', (text, expected) => {
    expect(ahead(text)).toBe(expected);
  });
});
