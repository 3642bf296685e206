import { describe, expect, it } from '@jest/globals';
import { announcements, type Announcement, type Standing, type Told } from './announcements.js';

const NOTHING: Told = { level: null, triagedAt: null, crisisRaisedAt: null };
const then = new Date('2026-03-02T09:00:00Z');

describe('what others hear of a decision', () => {
  it.each<[string, Told, Standing, Announcement[]]>([
    [
      'a crisis on receipt: alarm and triage at once',
      NOTHING,
      { level: 'CRISIS', settled: false },
      ['CRISIS_RAISED', 'TRIAGED'],
    ],
    ['no crisis by the answers: wait for the text', NOTHING, { level: 'HIGH', settled: false }, []],
    ['the text was read', { ...NOTHING, level: 'HIGH' }, { level: 'HIGH', settled: true }, ['TRIAGED']],
    [
      'the text tells of a crisis',
      { ...NOTHING, level: 'NORMAL' },
      { level: 'CRISIS', settled: true },
      ['CRISIS_RAISED', 'TRIAGED'],
    ],
    [
      'a crisis completed by its text says nothing again',
      { level: 'CRISIS', triagedAt: then, crisisRaisedAt: then },
      { level: 'CRISIS', settled: true },
      [],
    ],
    [
      'a judged case becomes a crisis',
      { level: 'HIGH', triagedAt: then, crisisRaisedAt: null },
      { level: 'CRISIS', settled: true },
      ['CRISIS_RAISED', 'LEVEL_CHANGED'],
    ],
    [
      'a judged case goes up',
      { level: 'NORMAL', triagedAt: then, crisisRaisedAt: null },
      { level: 'HIGH', settled: true },
      ['LEVEL_CHANGED'],
    ],
    [
      'a case that was a crisis before and becomes one again alarms once only',
      { level: 'HIGH', triagedAt: then, crisisRaisedAt: then },
      { level: 'CRISIS', settled: true },
      ['LEVEL_CHANGED'],
    ],
  ])('%s', (_sentence, told, now, expected) => {
    expect(announcements(told, now)).toEqual(expected);
  });
});
