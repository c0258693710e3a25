import { type CalendarSettings, checkSettings, listExtraDays, listRules } from './calendar-settings.ts';
import { type Holiday, listHolidays } from './holidays.ts';
import { addDays, isoWeekday } from './local-date.ts';
import { toInstant, toLocalDate, toLocalTime } from './zone.ts';

export { type CalendarSettings, type Country, DUTCH_SETTINGS } from './calendar-settings.ts';
export type { Holiday } from './holidays.ts';
export { endOfLocalDay, startOfLocalDay, toLocalDate } from './zone.ts';

/** Where and when time is counted: the law's holidays and the organisation's own office days (ISO weekdays), hours (HH:MM local) and closing days (YYYY-MM-DD or MM-DD). */
export type Calendar = {
  timeZone: string;
  holidays: (year: number) => Holiday[];
  officeDays: number[];
  officeHours: { from: string; to: string };
  closingDays: string[];
};

/** The longest office closure that is believed; a longer one is a mistake in the settings. */
const LONGEST_CLOSURE_IN_DAYS = 366;

/** Makes a calendar from settings; throws when a setting cannot be right. */
export function createCalendar(settings: CalendarSettings): Calendar {
  checkSettings(settings);
  const rules = listRules(settings);
  const extra = listExtraDays(settings);
  const known = new Map<number, Holiday[]>();
  return {
    timeZone: settings.timeZone,
    officeDays: settings.officeDays,
    officeHours: settings.officeHours,
    closingDays: settings.closingDays,
    holidays: (year) => {
      let holidays = known.get(year);
      if (holidays === undefined) {
        holidays = [...listHolidays(rules, year), ...extra.filter(({ date }) => Number(date.slice(0, 4)) === year)];
        known.set(year, holidays);
      }
      return holidays;
    },
  };
}

/** Finds the holiday on a local date, if it is one. */
export function findHoliday(date: string, calendar: Calendar): Holiday | undefined {
  return calendar.holidays(Number(date.slice(0, 4))).find((holiday) => holiday.date === date);
}

/** Says whether the law counts a date as a working day: no Saturday, Sunday or holiday (Regulation 1182/71 art. 2(2)). */
export function isWorkingDay(date: string, calendar: Calendar): boolean {
  return isoWeekday(date) <= 5 && findHoliday(date, calendar) === undefined;
}

/** Says whether the organisation works on a date: an office day, no holiday and no closing day of its own. */
export function isOfficeDay(date: string, calendar: Calendar): boolean {
  return (
    calendar.officeDays.includes(isoWeekday(date)) &&
    findHoliday(date, calendar) === undefined &&
    !calendar.closingDays.includes(date) &&
    !calendar.closingDays.includes(date.slice(5))
  );
}

/** Adds `n` (may be negative) working days of the organisation to a local date; 0 gives the date itself. */
export function addWorkingDays(date: string, n: number, calendar: Calendar): string {
  return walkDays(date, n, (day) => isOfficeDay(day, calendar));
}

/** Adds `n` (may be negative) working days in the sense of the law, whatever the organisation's own office days. */
export function addLegalWorkingDays(date: string, n: number, calendar: Calendar): string {
  return walkDays(date, n, (day) => isWorkingDay(day, calendar));
}

/** Gives the instant itself when it lies within office hours, else the next opening. */
export function nextOfficeMoment(instant: string, calendar: Calendar): string {
  const date = toLocalDate(instant, calendar.timeZone);
  const time = toLocalTime(instant, calendar.timeZone);
  if (!isOfficeDay(date, calendar) || time >= calendar.officeHours.to) {
    return openingOn(addWorkingDays(date, 1, calendar), calendar);
  }
  return time < calendar.officeHours.from ? openingOn(date, calendar) : instant;
}

/** Gives the instant at which the office opens, or would open, on a local date. */
export function openingOn(date: string, calendar: Calendar): string {
  return toInstant(date, calendar.officeHours.from, calendar.timeZone);
}

function walkDays(date: string, n: number, counts: (day: string) => boolean): string {
  const step = Math.sign(n);
  let day = date;
  let closedFor = 0;
  for (let left = Math.abs(n); left > 0; ) {
    day = addDays(day, step);
    closedFor += 1;
    if (counts(day)) {
      left -= 1;
      closedFor = 0;
    } else if (closedFor > LONGEST_CLOSURE_IN_DAYS) {
      throw new RangeError(
        `No working day within a year of ${date}: expected some; mend office days, closing days and holidays.`,
      );
    }
  }
  return day;
}
