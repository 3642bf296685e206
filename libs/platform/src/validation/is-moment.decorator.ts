import { isISO8601, isRFC3339, ValidateBy } from 'class-validator';

/**
 * Tells whether a text is a time of RFC 3339 that a database column can hold: the day exists, there is no leap
 * second, and the year is 1900 or later.
 */
export const isMoment = (value: unknown): value is string =>
  typeof value === 'string' &&
  isRFC3339(value) &&
  isISO8601(value.slice(0, 10), { strict: true }) &&
  value >= '1900' &&
  !Number.isNaN(Date.parse(value));

/** A time in a body or query; words of `@IsRFC3339` for who sends something else. */
export const IsMoment = (): PropertyDecorator =>
  ValidateBy({ name: 'isRFC3339', validator: { validate: isMoment } });
