import { DateTime } from 'luxon';

const inBelgium = (at: string | Date): DateTime =>
  (typeof at === 'string' ? DateTime.fromISO(at) : DateTime.fromJSDate(at))
    .setZone('Europe/Brussels')
    .setLocale('nl-BE');

/** "zaterdag 21 november 2026 om 21.15 uur" */
export const longMoment = (at: string): string => inBelgium(at).toFormat("cccc d LLLL yyyy 'om' H.mm 'uur'");

/** "za 21/11, 21.15 uur" in this year, else with the year. */
export function shortMoment(at: string, now: Date): string {
  const moment = inBelgium(at);
  return moment.toFormat(
    moment.year === inBelgium(now).year ? "ccc d/MM, H.mm 'uur'" : "ccc d/MM/yyyy, H.mm 'uur'",
  );
}

/** "22 april 2024", for a day without time. */
export const longDay = (day: string): string => inBelgium(day).toFormat('d LLLL yyyy');

export interface DueTime {
  state: 'LATE' | 'SOON' | 'LATER';
  /** "nog 3 uur", "2 dagen te laat" */
  words: string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SOON = 2 * HOUR;

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

function span(milliseconds: number): string {
  if (milliseconds < HOUR) return count(Math.max(1, Math.floor(milliseconds / MINUTE)), 'minuut', 'minuten');
  if (milliseconds < 2 * DAY) return `${Math.floor(milliseconds / HOUR)} uur`;
  return count(Math.floor(milliseconds / DAY), 'dag', 'dagen');
}

/** How a term stands now, in words. Rounded down: nobody is told that there is more time than there is. */
export function dueTime(dueAt: string, now: Date): DueTime {
  const left = new Date(dueAt).getTime() - now.getTime();
  if (left < 0) return { state: 'LATE', words: `${span(-left)} te laat` };
  return { state: left < SOON ? 'SOON' : 'LATER', words: `nog ${span(left)}` };
}
