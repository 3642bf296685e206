import { describe, expect, it } from '@jest/globals';
import { askedPeriod } from './asked-period.js';

const now = new Date('2026-11-22T10:00:00Z');

describe('the period of npm run reconcile', () => {
  it('is the last 35 days when nothing is given', () =>
    expect(askedPeriod([], now)).toEqual({
      receivedFrom: '2026-10-18T10:00:00.000Z',
      receivedUntil: '2026-11-22T10:00:00.000Z',
    }));

  it('is what is given', () =>
    expect(askedPeriod(['--from', '2026-10-01', '--until', '2026-11-01T12:00:00+01:00'], now)).toEqual({
      receivedFrom: '2026-10-01T00:00:00.000Z',
      receivedUntil: '2026-11-01T11:00:00.000Z',
    }));

  it.each([[['--from', 'gisteren']], [['--from', '2026-12-01']], [['--sinds', '2026-01-01']]])(
    '%j is refused with words for an operator',
    (args) =>
      expect(() => askedPeriod(args, now)).toThrow(expect.objectContaining({ name: 'OperatorError' })),
  );
});
