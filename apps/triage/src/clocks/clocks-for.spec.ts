import { describe, expect, it } from '@jest/globals';
import type { Kind, Level } from '#contracts';
import { loadPolicies } from '../urgency/index.js';
import { clocksFor, clockState, type ClockStepName } from './index.js';

const terms = loadPolicies().current.clocks;

function due(
  level: Level,
  step: ClockStepName,
  receivedAt: string,
  kind: Kind = 'MELDING',
): string | undefined {
  return clocksFor({ level, kind, receivedAt: new Date(receivedAt) }, terms)
    .flatMap(({ steps }) => steps)
    .find((one) => one.step === step)
    ?.dueAt.toISOString();
}

describe('wall-clock terms (domain.md 3.1)', () => {
  it.each([
    ['Monday at noon', '2026-11-16T11:00:00Z', '2026-11-16T11:15:00.000Z'],
    ['the first minute of the office', '2026-11-16T08:00:00Z', '2026-11-16T08:15:00.000Z'],
    ['the minute before it opens', '2026-11-16T07:59:00Z', '2026-11-16T08:29:00.000Z'],
    ['closing time', '2026-11-16T16:00:00Z', '2026-11-16T16:30:00.000Z'],
    ['Saturday at noon', '2026-11-21T11:00:00Z', '2026-11-21T11:30:00.000Z'],
    ['Wapenstilstand at noon', '2026-11-11T11:00:00Z', '2026-11-11T11:30:00.000Z'],
    ['the closure between Christmas and New Year', '2026-12-29T11:00:00Z', '2026-12-29T11:30:00.000Z'],
  ])('a crisis is picked up in 15 minutes in office hours, 30 outside: %s', (_when, received, expected) => {
    expect(due('CRISIS', 'PICK_UP', received)).toBe(expected);
  });

  it('a crisis is decided in 4 hours and told in 24, through a weekend', () => {
    expect(due('CRISIS', 'FIRST_DECISION', '2026-11-21T22:00:00Z')).toBe('2026-11-22T02:00:00.000Z');
    expect(due('CRISIS', 'TERUGKOPPELING', '2026-11-21T22:00:00Z')).toBe('2026-11-22T22:00:00.000Z');
  });

  it('HIGH is decided in 24 real hours over both changes of the clock', () => {
    expect(due('HIGH', 'FIRST_DECISION', '2026-03-28T12:00:00Z')).toBe('2026-03-29T12:00:00.000Z');
    expect(due('HIGH', 'FIRST_DECISION', '2026-10-24T12:00:00Z')).toBe('2026-10-25T12:00:00.000Z');
  });

  it.each([
    ['in the morning: four office hours', '2026-11-16T08:30:00Z', '2026-11-16T12:30:00.000Z'],
    ['late: over the night, but never past 12 hours', '2026-11-16T15:00:00Z', '2026-11-17T03:00:00.000Z'],
    ['in the night before a working day', '2026-11-17T02:00:00Z', '2026-11-17T12:00:00.000Z'],
    ['in a weekend: 12 hours', '2026-11-21T10:00:00Z', '2026-11-21T22:00:00.000Z'],
  ])('HIGH is picked up in 4 working hours, never later than 12 h: %s', (_when, received, expected) => {
    expect(due('HIGH', 'PICK_UP', received)).toBe(expected);
  });
});

describe('terms in days end at 23:59:59 Belgian time (domain.md 3.1)', () => {
  it.each<[string, Level, ClockStepName, string, string]>([
    ['3 working days', 'NORMAL', 'PICK_UP', '2026-11-16T10:00:00Z', '2026-11-19T22:59:59.000Z'],
    ['over a weekend', 'NORMAL', 'PICK_UP', '2026-11-19T10:00:00Z', '2026-11-24T22:59:59.000Z'],
    ['received on a Saturday', 'NORMAL', 'PICK_UP', '2026-11-21T10:00:00Z', '2026-11-25T22:59:59.000Z'],
    ['over Wapenstilstand', 'NORMAL', 'PICK_UP', '2026-11-09T10:00:00Z', '2026-11-13T22:59:59.000Z'],
    ['over Easter Monday', 'NORMAL', 'PICK_UP', '2026-04-02T10:00:00Z', '2026-04-08T21:59:59.000Z'],
    ['over Ascension', 'HIGH', 'TERUGKOPPELING', '2026-05-11T10:00:00Z', '2026-05-19T21:59:59.000Z'],
    ['over the national holiday', 'NORMAL', 'PICK_UP', '2026-07-20T10:00:00Z', '2026-07-24T21:59:59.000Z'],
    ['over the yearly closure', 'NORMAL', 'PICK_UP', '2026-12-23T10:00:00Z', '2027-01-05T22:59:59.000Z'],
    ['10 working days', 'NORMAL', 'FIRST_DECISION', '2026-11-16T10:00:00Z', '2026-11-30T22:59:59.000Z'],
    ['45 calendar days', 'NORMAL', 'TERUGKOPPELING', '2026-11-16T10:00:00Z', '2026-12-31T22:59:59.000Z'],
    ['5 working days', 'LOW', 'PICK_UP', '2026-11-16T10:00:00Z', '2026-11-23T22:59:59.000Z'],
    ['10 calendar days', 'LOW', 'FIRST_DECISION', '2026-11-16T10:00:00Z', '2026-11-26T22:59:59.000Z'],
    ['into summer time', 'LOW', 'FIRST_DECISION', '2026-03-25T10:00:00Z', '2026-04-04T21:59:59.000Z'],
    ['into winter time', 'LOW', 'FIRST_DECISION', '2026-10-20T10:00:00Z', '2026-10-30T22:59:59.000Z'],
    [
      'the day is the Belgian one',
      'LOW',
      'FIRST_DECISION',
      '2026-11-16T23:30:00Z',
      '2026-11-27T22:59:59.000Z',
    ],
  ])('%s', (_says, level, step, received, expected) => {
    expect(due(level, step, received)).toBe(expected);
  });
});

/** 29 March 2026 and 31 March 2024 have 23 hours, 25 October 2026 and 27 October 2024 have 25. */
describe('terms around a change of the clock (domain.md 3.1)', () => {
  it.each<[string, Level, ClockStepName, string, string]>([
    ['from before the skipped hour', 'CRISIS', 'PICK_UP', '2026-03-29T00:45:00Z', '2026-03-29T01:15:00.000Z'],
    ['in the repeated hour', 'CRISIS', 'PICK_UP', '2026-10-25T00:45:00Z', '2026-10-25T01:15:00.000Z'],
    ['in it again', 'CRISIS', 'PICK_UP', '2026-10-25T01:45:00Z', '2026-10-25T02:15:00.000Z'],
    ['4 hours, skipped', 'CRISIS', 'FIRST_DECISION', '2026-03-28T23:00:00Z', '2026-03-29T03:00:00.000Z'],
    ['4 hours, repeated', 'CRISIS', 'FIRST_DECISION', '2026-10-24T22:00:00Z', '2026-10-25T02:00:00.000Z'],
    ['24 hours, skipped', 'CRISIS', 'TERUGKOPPELING', '2024-03-30T12:00:00Z', '2024-03-31T12:00:00.000Z'],
    ['24 hours, repeated', 'CRISIS', 'TERUGKOPPELING', '2024-10-26T12:00:00Z', '2024-10-27T12:00:00.000Z'],
    ['never later than 12, skipped', 'HIGH', 'PICK_UP', '2026-03-28T20:00:00Z', '2026-03-29T08:00:00.000Z'],
    ['never later than 12, repeated', 'HIGH', 'PICK_UP', '2026-10-24T20:00:00Z', '2026-10-25T08:00:00.000Z'],
    ['4 office hours, after skipping', 'HIGH', 'PICK_UP', '2026-03-29T21:00:00Z', '2026-03-30T09:00:00.000Z'],
    ['office hours, after repeating', 'HIGH', 'PICK_UP', '2026-10-26T05:00:00Z', '2026-10-26T12:00:00.000Z'],
    [
      'Monday before the office opens',
      'CRISIS',
      'PICK_UP',
      '2026-03-30T06:59:00Z',
      '2026-03-30T07:29:00.000Z',
    ],
    ['Monday when it opens', 'CRISIS', 'PICK_UP', '2026-03-30T07:00:00Z', '2026-03-30T07:15:00.000Z'],
    ['in winter when it opens', 'CRISIS', 'PICK_UP', '2026-10-26T08:00:00Z', '2026-10-26T08:15:00.000Z'],
  ])('in minutes and hours are real time: %s', (_says, level, step, received, expected) => {
    expect(due(level, step, received)).toBe(expected);
  });

  it.each<[string, Level, ClockStepName, string, string]>([
    ['working days, skipped', 'NORMAL', 'PICK_UP', '2026-03-27T10:00:00Z', '2026-04-01T21:59:59.000Z'],
    ['working days, repeated', 'NORMAL', 'PICK_UP', '2026-10-23T10:00:00Z', '2026-10-28T22:59:59.000Z'],
    ['and Easter Monday, 2024', 'NORMAL', 'PICK_UP', '2024-03-28T10:00:00Z', '2024-04-03T21:59:59.000Z'],
    ['working days, repeated, 2024', 'NORMAL', 'PICK_UP', '2024-10-25T10:00:00Z', '2024-10-30T22:59:59.000Z'],
    [
      'from half past two on a Friday',
      'NORMAL',
      'PICK_UP',
      '2026-03-27T01:30:00Z',
      '2026-04-01T21:59:59.000Z',
    ],
    ['from the skipped hour', 'NORMAL', 'PICK_UP', '2026-03-29T01:30:00Z', '2026-04-01T21:59:59.000Z'],
    ['from the repeated hour', 'NORMAL', 'PICK_UP', '2026-10-25T00:30:00Z', '2026-10-28T22:59:59.000Z'],
    ['from it again', 'NORMAL', 'PICK_UP', '2026-10-25T01:30:00Z', '2026-10-28T22:59:59.000Z'],
    [
      'up to the day of 23 hours',
      'LOW',
      'FIRST_DECISION',
      '2026-03-19T10:00:00Z',
      '2026-03-29T21:59:59.000Z',
    ],
    [
      'up to the day of 25 hours',
      'LOW',
      'FIRST_DECISION',
      '2026-10-15T10:00:00Z',
      '2026-10-25T22:59:59.000Z',
    ],
    ['up to the day before it', 'LOW', 'FIRST_DECISION', '2026-10-14T10:00:00Z', '2026-10-24T21:59:59.000Z'],
    ['10 days, not 240 hours', 'LOW', 'FIRST_DECISION', '2026-03-24T22:30:00Z', '2026-04-03T21:59:59.000Z'],
    ['nor 240 in autumn', 'LOW', 'FIRST_DECISION', '2026-10-15T22:30:00Z', '2026-10-26T22:59:59.000Z'],
    ['from its last hour', 'LOW', 'FIRST_DECISION', '2026-10-25T22:30:00Z', '2026-11-04T22:59:59.000Z'],
    ['from just past it', 'LOW', 'FIRST_DECISION', '2026-10-25T23:00:00Z', '2026-11-05T22:59:59.000Z'],
  ])('in days end by the clock on the wall: %s', (_says, level, step, received, expected) => {
    expect(due(level, step, received)).toBe(expected);
  });
});

describe('clocks of complaints (domain.md 3.5)', () => {
  it.each<Kind>(['KLACHT_OPVANG', 'KLACHT_DIENSTVERLENING'])(
    '%s also has 10 and 45 calendar days',
    (kind) => {
      const clocks = clocksFor({ level: 'HIGH', kind, receivedAt: new Date('2026-11-16T10:00:00Z') }, terms);
      expect(clocks.map(({ code, dueAt }) => [code, dueAt.toISOString()])).toEqual([
        ['HIGH_24H', '2026-11-17T10:00:00.000Z'],
        ['ACK_10D', '2026-11-26T22:59:59.000Z'],
        ['ANSWER_45D', '2026-12-31T22:59:59.000Z'],
      ]);
    },
  );
});

describe('the state of a clock', () => {
  const clock = { dueAt: new Date('2026-11-16T10:00:00Z') };

  it.each([
    ['RUNNING', null, '2026-11-16T10:00:00Z'],
    ['OVERDUE', null, '2026-11-16T10:00:01Z'],
    ['MET', '2026-11-16T09:00:00Z', '2026-11-16T10:00:01Z'],
  ])('%s', (state, metAt, now) => {
    expect(clockState(clock, metAt === null ? null : new Date(metAt), new Date(now))).toBe(state);
  });
});
