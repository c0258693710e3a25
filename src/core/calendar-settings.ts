import { BE_HOLIDAYS } from './holidays/be.ts';
import { DE_HOLIDAYS } from './holidays/de.ts';
import { NL_HOLIDAYS } from './holidays/nl.ts';
import type { Holiday, HolidayRule } from './holidays.ts';
import { isLocalDate } from './local-date.ts';
import { isTimeZone } from './zone.ts';

// Another country is a data file in `holidays/` and a line here.
const HOLIDAYS_BY_COUNTRY = { NL: NL_HOLIDAYS, BE: BE_HOLIDAYS, DE: DE_HOLIDAYS } as const;

/** A country whose holidays are known, as ISO 3166 code. */
export type Country = keyof typeof HOLIDAYS_BY_COUNTRY;

/** Settings of a calendar; `extraHolidays` are YYYY-MM-DD, MM-DD or the id of an optional day of the country, `skipHolidays` are ids. */
export type CalendarSettings = {
  timeZone: string;
  country: Country;
  extraHolidays?: string[] | undefined;
  skipHolidays?: string[] | undefined;
  officeDays: number[];
  officeHours: { from: string; to: string };
  closingDays: string[];
};

/** The first user's settings: Dutch law, office open on weekdays. */
export const DUTCH_SETTINGS: CalendarSettings = {
  timeZone: 'Europe/Amsterdam',
  country: 'NL',
  officeDays: [1, 2, 3, 4, 5],
  officeHours: { from: '08:45', to: '17:00' },
  closingDays: [],
};

const EXTRA_NAME = { nl: 'een extra feestdag', en: 'an extra holiday' };
const YEARLY = /^\d{2}-\d{2}$/;

/** Lists the holiday rules that settings choose: the country's, less those skipped, plus optional and yearly extra days. */
export function listRules(settings: CalendarSettings): HolidayRule[] {
  const extra = new Set(settings.extraHolidays);
  const skip = new Set(settings.skipHolidays);
  const ofCountry: readonly HolidayRule[] = HOLIDAYS_BY_COUNTRY[settings.country];
  const yearly = [...extra].filter((day) => YEARLY.test(day));
  return [
    ...ofCountry.filter((rule) => !skip.has(rule.id) && (rule.optional !== true || extra.has(rule.id))),
    ...yearly.map((on) => ({ id: on, on, name: EXTRA_NAME })),
  ];
}

/** Lists the extra holidays that fall on one date only. */
export function listExtraDays(settings: CalendarSettings): Holiday[] {
  const dates = (settings.extraHolidays ?? []).filter(isLocalDate);
  return dates.map((date) => ({ id: date, date, name: EXTRA_NAME }));
}

/** Throws when a setting cannot be right, naming it, its value and what was expected. */
export function checkSettings(settings: CalendarSettings): void {
  const ofCountry: readonly HolidayRule[] = HOLIDAYS_BY_COUNTRY[settings.country];
  const ids = ofCountry.map((rule) => rule.id);
  const isYearly = (day: string) => YEARLY.test(day) && isLocalDate(`2028-${day}`);
  const isDay = (day: string) => isLocalDate(day) || isYearly(day);
  const expect = (holds: boolean, setting: string, value: unknown, expected: string) => {
    if (!holds) throw new RangeError(`Calendar setting ${setting} is ${JSON.stringify(value)}: expected ${expected}.`);
  };
  expect(isTimeZone(settings.timeZone), 'timeZone', settings.timeZone, 'an IANA name such as Europe/Amsterdam');
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
