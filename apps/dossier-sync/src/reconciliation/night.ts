import { DateTime } from 'luxon';

const ZONE = 'Europe/Brussels';
const HOUR = 2;

/** The night whose check is due, by Belgian time: that of today from two o'clock on, else that of yesterday. */
export function nightOf(now: Date): string {
  const local = DateTime.fromJSDate(now, { zone: ZONE });
  const night = local.hour >= HOUR ? local : local.minus({ days: 1 });
  return night.toFormat('yyyy-MM-dd');
}
