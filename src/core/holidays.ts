import { addDays, isLocalDate, isoWeekday } from './local-date.ts';

/** A text in both languages of the desk. */
export type BothLanguages = { nl: string; en: string };

/** A public holiday on a local date. */
export type Holiday = { id: string; date: string; name: BothLanguages };

/**
 * How a country's holiday falls: on a fixed day (`MM-DD`), moved by `onSunday` days when that is a Sunday, or a number of
 * days from Easter Sunday. `optional` days count only when the settings name their id.
 */
export type HolidayRule = { id: string; name: BothLanguages; optional?: boolean } & (
  | { on: string; onSunday?: number }
  | { fromEaster: number }
);

/** Computes Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher) as a local date. */
export function computeEaster(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const marchDay = epact + toSunday - 7 * late + 22;
  return addDays(`${writeYear(year)}-03-01`, marchDay - 1);
}

/** Lists the holidays of one year that these rules give, in order of date. */
export function listHolidays(rules: readonly HolidayRule[], year: number): Holiday[] {
  const easter = computeEaster(year);
  return rules
    .flatMap((rule) => {
      const date = placeHoliday(rule, year, easter);
      return date === undefined ? [] : [{ id: rule.id, date, name: rule.name }];
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function placeHoliday(rule: HolidayRule, year: number, easter: string): string | undefined {
  if ('fromEaster' in rule) return addDays(easter, rule.fromEaster);
  const date = `${writeYear(year)}-${rule.on}`;
  if (!isLocalDate(date)) return undefined;
  return rule.onSunday !== undefined && isoWeekday(date) === 7 ? addDays(date, rule.onSunday) : date;
}

function writeYear(year: number): string {
  return String(year).padStart(4, '0');
}
