import { BE_HOLIDAYS } from './holidays/be.ts';
import { DE_HOLIDAYS } from './holidays/de.ts';
import { NL_HOLIDAYS } from './holidays/nl.ts';
import { type Holiday, type HolidayRule, listHolidays } from './holidays.ts';
import { addDays, isLocalDate, isoWeekday } from './local-date.ts';
import { toInstant, toLocalDate, toLocalTime } from './zone.ts';

export type { Holiday } from './holidays.ts';
export { endOfLocalDay, startOfLocalDay, toLocalDate } from './zone.ts';

/** The countries whose holidays are known; another one is a data file in `holidays/` and a line here. */
export const HOLIDAYS_BY_COUNTRY = { NL: NL_HOLIDAYS, BE: BE_HOLIDAYS, DE: DE_HOLIDAYS } as const;

/** A country whose holidays are known, as ISO 3166 code. */
export type Country = keyof typeof HOLIDAYS_BY_COUNTRY;

/** Where and when time is counted: the law's holidays and the organisation's own office days (ISO weekdays), hours (HH:MM local) and closing days (YYYY-MM-DD or MM-DD). */
export type Calendar = {
  timeZone: string;
  holidays: (year: number) => Holiday[];
  officeDays: number[];
  officeHours: { from: string; to: string };
  closingDays: string[];
};

/** Settings of a calendar; `extraHolidays` are YYYY-MM-DD, MM-DD or the id of an optional day of the country, `skipHolidays` are ids. */
export type CalendarSettings = {
  timeZone: string;
  country: Country;
  extraHolidays?: string[];
  skipHolidays?: string[];
  officeDays: number[];
  officeHours: { from: string; to: string };
  closingDays: string[];
};

/** The first user's settings: Dutch law, office open on weekdays. */
export const DUTCH_SETTINGS: CalendarSettings = {
  timeZone: 'Europe/Amsterdam',
  country: 'NL',
  officeDays: [1, 2, 3, 4, 5],
  officeHours: { from: '08:45', to: '17:30' },
  closingDays: [],
};

/** The longest office closure that is believed; a longer one is a mistake in the settings. */
const LONGEST_CLOSURE_IN_DAYS = 366;

/** Makes a calendar from settings; throws when a setting cannot be right. */
export function createCalendar(settings: CalendarSettings): Calendar {
  checkSettings(settings);
  const rules = chooseRules(settings);
  const fixed = (settings.extraHolidays ?? []).filter(isLocalDate);
  const known = new Map<number, Holiday[]>();
  return {
    timeZone: settings.timeZone,
    officeDays: settings.officeDays,
    officeHours: settings.officeHours,
    closingDays: settings.closingDays,
    holidays: (year) => {
      let holidays = known.get(year);
      if (holidays === undefined) {
        const extra = fixed.filter((date) => Number(date.slice(0, 4)) === year).map(nameExtraDay);
        holidays = [...listHolidays(rules, year), ...extra];
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
        `No working day within a year of ${date}: expected some; mend office days and closing days.`,
      );
    }
  }
  return day;
}

function chooseRules(settings: CalendarSettings): HolidayRule[] {
  const extra = new Set(settings.extraHolidays);
  const skip = new Set(settings.skipHolidays);
  const ofCountry: readonly HolidayRule[] = HOLIDAYS_BY_COUNTRY[settings.country];
  const yearly = [...extra].filter((day) => /^\d{2}-\d{2}$/.test(day));
  return [
    ...ofCountry.filter((rule) => !skip.has(rule.id) && (rule.optional !== true || extra.has(rule.id))),
    ...yearly.map((on) => ({ id: on, on, name: EXTRA_NAME })),
  ];
}

const EXTRA_NAME = { nl: 'een extra feestdag', en: 'an extra holiday' };

function nameExtraDay(date: string): Holiday {
  return { id: date, date, name: EXTRA_NAME };
}

function checkSettings(settings: CalendarSettings): void {
  const ofCountry: readonly HolidayRule[] = HOLIDAYS_BY_COUNTRY[settings.country];
  const ids = ofCountry.map((rule) => rule.id);
  const isYearly = (day: string) => /^\d{2}-\d{2}$/.test(day) && isLocalDate(`2028-${day}`);
  const isDay = (day: string) => isLocalDate(day) || isYearly(day);
  const expect = (holds: boolean, setting: string, value: unknown, expected: string) => {
    if (!holds) throw new RangeError(`Calendar setting ${setting} is ${JSON.stringify(value)}: expected ${expected}.`);
  };
  const { officeDays, officeHours, closingDays, extraHolidays = [], skipHolidays = [] } = settings;
  const isTime = (time: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
  expect(
    officeDays.length > 0 && officeDays.every((day) => Number.isInteger(day) && day >= 1 && day <= 7),
    'officeDays',
    officeDays,
    'at least one ISO weekday from 1 (Monday) to 7 (Sunday)',
  );
  expect(
    isTime(officeHours.from) && isTime(officeHours.to) && officeHours.from < officeHours.to,
    'officeHours',
    officeHours,
    'from earlier than to, both HH:MM',
  );
  expect(closingDays.every(isDay), 'closingDays', closingDays, 'dates YYYY-MM-DD or MM-DD');
  expect(
    extraHolidays.every((day) => isDay(day) || ids.includes(day)),
    'extraHolidays',
    extraHolidays,
    `dates YYYY-MM-DD or MM-DD, or an id among ${ids.join(', ')}`,
  );
  expect(
    skipHolidays.every((id) => ids.includes(id)),
    'skipHolidays',
    skipHolidays,
    `ids among ${ids.join(', ')}`,
  );
}
