import { describe, expect, it } from '@jest/globals';
import { dueTime, longDay, longMoment, shortMoment } from './local-time.js';

describe('times on a page', () => {
  it.each([
    ['2026-11-21T20:15:00Z', 'zaterdag 21 november 2026 om 21.15 uur'],
    ['2026-07-01T22:05:00Z', 'donderdag 2 juli 2026 om 0.05 uur'],
  ])('are Belgian: %s', (at, words) => {
    expect(longMoment(at)).toBe(words);
  });

  it('leave the year out when it is this year', () => {
    const now = new Date('2026-11-21T20:15:00Z');
    expect(shortMoment('2026-11-20T08:05:00Z', now)).toBe('vr 20/11, 9.05 uur');
    expect(shortMoment('2024-04-22T08:05:00Z', now)).toBe('ma 22/04/2024, 10.05 uur');
  });

  it('name a day', () => {
    expect(longDay('2024-04-22')).toBe('22 april 2024');
  });
});

describe('a term', () => {
  const now = new Date('2026-11-21T12:00:00Z');

  it.each([
    ['2026-11-21T12:00:30Z', 'SOON', 'nog 1 minuut'],
    ['2026-11-21T12:59:59Z', 'SOON', 'nog 59 minuten'],
    ['2026-11-21T14:00:00Z', 'LATER', 'nog 2 uur'],
    ['2026-11-23T11:59:00Z', 'LATER', 'nog 47 uur'],
    ['2026-11-24T12:00:00Z', 'LATER', 'nog 3 dagen'],
    ['2026-11-21T11:58:00Z', 'LATE', '2 minuten te laat'],
    ['2026-11-18T11:00:00Z', 'LATE', '3 dagen te laat'],
  ])('due at %s is %s: %s', (dueAt, state, words) => {
    expect(dueTime(dueAt, now)).toEqual({ state, words });
  });
});
