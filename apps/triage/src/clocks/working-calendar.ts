import Holidays from 'date-holidays';
import { DateTime } from 'luxon';
import type { OfficeTime } from './clock-terms.js';
import { RememberedZone } from './remembered-zone.js';

/** Days and hours on which the agency works: no weekend, Belgian public holiday or yearly closure. */
export class WorkingCalendar {
  private readonly holidays: Holidays;
  private readonly zone: RememberedZone;
  private readonly holidaysByYear = new Map<number, ReadonlySet<string>>();

  constructor(private readonly office: OfficeTime) {
    this.zone = new RememberedZone(office.zone);
    this.holidays = new Holidays(office.holidaysOf, { types: ['public'] });
  }

  local(moment: Date): DateTime {
    return DateTime.fromJSDate(moment, { zone: this.zone });
  }

  isWorkingDay(day: DateTime): boolean {
    return day.weekday <= 5 && !this.isHoliday(day) && !this.isClosed(day);
  }

  isOfficeHour(moment: DateTime): boolean {
    const { opens, closes } = this.officeHours(moment);
    return this.isWorkingDay(moment) && moment >= opens && moment < closes;
  }

  /** The end (23:59:59) of the n-th working day after the day of `from`. */
  endOfWorkingDay(from: DateTime, days: number): DateTime {
    let day = from;
    for (let left = days; left > 0;) {
      day = day.plus({ days: 1 });
      if (this.isWorkingDay(day)) left -= 1;
    }
    return endOfDay(day);
  }

  /** The end (23:59:59) of the n-th calendar day after the day of `from`. */
  endOfCalendarDay(from: DateTime, days: number): DateTime {
    return endOfDay(from.plus({ days }));
  }

  /** The moment at which so many office hours have passed. */
  afterOfficeHours(from: DateTime, hours: number): DateTime {
    let left = hours * 3_600_000;
    let day = from;
    for (;;) {
      const { opens, closes } = this.officeHours(day);
      const begin = day > opens ? day : opens;
      const available = this.isWorkingDay(day) ? Math.max(0, closes.toMillis() - begin.toMillis()) : 0;
      if (available >= left) return begin.plus({ milliseconds: left });
      left -= available;
      day = day.plus({ days: 1 }).startOf('day');
    }
  }

  private officeHours(day: DateTime): { opens: DateTime; closes: DateTime } {
    return { opens: at(day, this.office.opensAt), closes: at(day, this.office.closesAt) };
  }

  private isClosed(day: DateTime): boolean {
    const monthDay = day.toFormat('MM-dd');
    return this.office.closures.some(({ from, to }) => from <= monthDay && monthDay <= to);
  }

  private isHoliday(day: DateTime): boolean {
    let dates = this.holidaysByYear.get(day.year);
    if (!dates) {
      dates = new Set(this.holidays.getHolidays(day.year).map((holiday) => holiday.date.slice(0, 10)));
      this.holidaysByYear.set(day.year, dates);
    }
    return dates.has(day.toISODate() ?? '');
  }
}

function at(day: DateTime, time: string): DateTime {
  const [hour, minute] = time.split(':').map(Number);
  return day.set({ hour: hour ?? 0, minute: minute ?? 0, second: 0, millisecond: 0 });
}

/** Terms in days end at 23:59:59 local time (domain.md 3.1), to the second. */
function endOfDay(day: DateTime): DateTime {
  return day.endOf('day').startOf('second');
}
