import { DateTime } from 'luxon';

const ZONE = 'Europe/Brussels';
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
/** An offset of more than 14 hours is that of no place on earth, but a fault of a program. */
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]((0\d|1[0-3]):[0-5]\d|14:00))?$/;
const HAS_OFFSET = /(Z|[+-]\d{2}:\d{2})$/;
const EARLIEST_YEAR = 1900;

/** Swedish writes a date as ISO does. Kept, because making one costs more than all the rest of a melding's check. */
const BELGIAN_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE });

export interface FactDate {
  /** Calendar day in Belgium, `2024-04-22`. */
  day: string;
  /** Only when a time was given. */
  at: Date | null;
}

function parseDay(text: string): FactDate | undefined {
  const [, year, month, day] = (DAY.exec(text) ?? []).map(Number);
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day));
  const isReal = date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
  return isReal && (year ?? 0) >= EARLIEST_YEAR ? { day: text, at: null } : undefined;
}

function parseMoment(text: string): FactDate | undefined {
  if (!MOMENT.test(text)) return undefined;
  const moment = DateTime.fromISO(text, { zone: ZONE });
  if (!moment.isValid || moment.year < EARLIEST_YEAR) return undefined;
  // Of an hour that came twice luxon takes the one that has the offset of today: the same answer in winter and summer
  // needs a choice. One that was skipped it moves on in both.
  const [first = moment] = HAS_OFFSET.test(text) ? [] : moment.getPossibleOffsets();
  return { day: BELGIAN_DAY.format(first.toJSDate()), at: first.toJSDate() };
}

/**
 * When it happened, as a melder tells it: a day, or a day and time (contract.md 3). Without an offset the time is
 * local Belgian time. A local time that the clock skipped in March is read as one hour later, and one that came
 * twice in October as the first: a melder who noted the time by a wrong clock is not turned away. A given offset is
 * believed, also one that Belgium does not have that day: the moment stands, and the day is the Belgian one
 * (docs/decisions/0504).
 * @returns undefined when it is no real date
 */
export function parseFactDate(text: string): FactDate | undefined {
  if (text !== last?.text) last = { text, date: DAY.test(text) ? parseDay(text) : parseMoment(text) };
  return last.date;
}

/** One check of a melding asks three times for the same text. */
let last: { text: string; date: Readonly<FactDate> | undefined } | undefined;

/** A time some minutes ahead is a clock that runs fast, no prediction. */
const CLOCK_SLACK_MS = 5 * 60_000;

/** Facts cannot lie ahead: not after today in Belgium, nor later than now. */
export function isAhead(fact: FactDate, now: Date): boolean {
  if (fact.at !== null) return fact.at.getTime() > now.getTime() + CLOCK_SLACK_MS;
  // In Belgium it is never earlier than in UTC, so nearly every day is known to have come without a calendar.
  return Date.parse(fact.day) > now.getTime() && fact.day > BELGIAN_DAY.format(now);
}
