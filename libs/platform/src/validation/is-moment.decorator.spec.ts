import { describe, expect, it } from '@jest/globals';
import { isMoment } from './is-moment.decorator.js';

describe('A time in a request', () => {
  it.each(['2026-11-21T20:15:00Z', '2026-11-21T20:15:00.123+01:00', '1900-01-01T00:00:00Z'])(
    'may be %s',
    (text) => expect(isMoment(text)).toBe(true),
  );

  it.each([
    '2026-11-21',
    '2026-02-30T00:00:00Z',
    '2026-11-21T20:15:60Z',
    '0000-01-01T00:00:00Z',
    'gisteren',
    '',
    null,
    5,
  ])('may not be %s', (value) => expect(isMoment(value)).toBe(false));
});
