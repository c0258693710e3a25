import { readPeriod } from './deadline-period.ts';
import { addDays, addMonths } from './local-date.ts';
import { readInstant, toInstant, toLocalDate } from './zone.ts';

const MINUTE_IN_MS = 60_000;

/**
 * Adds an ISO 8601 period to an instant, for periods of our own such as retention: months and days on the local calendar
 * (a missing day becomes the last of the month), the time since midnight kept; hours and minutes exactly. No rolling.
 */
export function addPeriod(instant: string, period: string, timeZone: string): string {
  const timeOnly = period.startsWith('PT');
  const { months, days, minutes } = readPeriod(period, timeOnly ? 'hours' : 'calendar');
  const at = readInstant(instant);
  if (timeOnly) return new Date(at + minutes * MINUTE_IN_MS).toISOString();
  const date = toLocalDate(instant, timeZone);
  const sinceStart = at - readInstant(toInstant(date, '00:00', timeZone));
  const moved = readInstant(toInstant(addDays(addMonths(date, months), days), '00:00', timeZone));
  return new Date(moved + sinceStart).toISOString();
}
