import { describe, expect, it } from '@jest/globals';
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

  it('moves a local time that the clock skipped one hour on', () => {
    expect(parseFactDate('2024-03-31T02:30')?.at).toEqual(new Date('2024-03-31T01:30:00Z'));
  });

  it('takes the first of a local time that came twice', () => {
    expect(parseFactDate('2024-10-27T02:30')?.at).toEqual(new Date('2024-10-27T00:30:00Z'));
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
  ])('knows that %s is no date', (text) => {
    expect(parseFactDate(text)).toBeUndefined();
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
