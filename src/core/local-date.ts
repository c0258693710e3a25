import { addMonths as addMonthsTo } from 'date-fns/addMonths';

const DAY_IN_MS = 86_400_000;
const LOCAL_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const REMEMBERED_DAYS = 20_000;

/** Days already written, by days since 1970: writing one anew costs 0.5 µs and a deadline needs ten. */
const writtenDays = new Map<number, string>();

/**
 * date-fns counts in the zone of the process; a local date has no zone. These getters and setters answer in UTC, so that
 * date-fns gives the same date everywhere. (`TZDate` in UTC does the same at thirty times the cost.)
 */
class UtcDate extends Date {
  override getFullYear(): number {
    return this.getUTCFullYear();
  }
  override getMonth(): number {
    return this.getUTCMonth();
  }
  override getDate(): number {
    return this.getUTCDate();
  }
  override setFullYear(year: number, month = this.getUTCMonth(), day = this.getUTCDate()): number {
    return this.setUTCFullYear(year, month, day);
  }
  override setMonth(month: number, day = this.getUTCDate()): number {
    return this.setUTCMonth(month, day);
  }
}

/** Says whether `text` is a date of the calendar written as YYYY-MM-DD, from the year 100 on. */
export function isLocalDate(text: string): boolean {
  const [, year = '', month = '', day = ''] = LOCAL_DATE.exec(text) ?? [];
  if (Number(day) >= 1 && Number(day) <= 28) return Number(month) >= 1 && Number(month) <= 12 && Number(year) >= 100;
  return year !== '' && formatUtcDay(Date.UTC(Number(year), Number(month) - 1, Number(day))) === text;
}

/** Adds whole calendar days (may be negative) to a local date. */
export function addDays(date: string, days: number): string {
  return days === 0 ? date : formatUtcDay(readDate(date) + days * DAY_IN_MS);
}

/** Adds months to a local date: the same day number, or the last day of a shorter month (Regulation 1182/71 art. 3(2)(c)). */
export function addMonths(date: string, months: number): string {
  return formatUtcDay(addMonthsTo(new UtcDate(readDate(date)), months).getTime());
}

/** Gives the ISO weekday of a local date: 1 Monday to 7 Sunday. */
export function isoWeekday(date: string): number {
  // 1 January 1970 was a Thursday.
  const sinceMonday = (readDate(date) / DAY_IN_MS + 3) % 7;
  return sinceMonday < 0 ? sinceMonday + 8 : sinceMonday + 1;
}

/** Counts the calendar days from one local date to another; negative when `to` is earlier. */
export function countDays(from: string, to: string): number {
  return (readDate(to) - readDate(from)) / DAY_IN_MS;
}

/** Writes the UTC day of an epoch time in milliseconds as YYYY-MM-DD. */
export function formatUtcDay(epochMs: number): string {
  const day = Math.floor(epochMs / DAY_IN_MS);
  let text = writtenDays.get(day);
  if (text === undefined) {
    text = new Date(day * DAY_IN_MS).toISOString().slice(0, 10);
    if (writtenDays.size >= REMEMBERED_DAYS) writtenDays.clear();
    writtenDays.set(day, text);
  }
  return text;
}

/** Reads a local date as the epoch milliseconds of its UTC midnight; throws when it is no date of the calendar. */
export function readDate(date: string): number {
  // Digits by their code and not with a pattern: this runs twenty times a deadline.
  const day = readDigits(date, 8, 10);
  const month = readDigits(date, 5, 7);
  const isEveryMonth = date.length === 10 && day >= 1 && day <= 28 && month >= 1 && month <= 12;
  if (!isEveryMonth && !isLocalDate(date)) {
    throw new RangeError(`Local date "${date}" cannot be read: expected YYYY-MM-DD; pass a date of the calendar.`);
  }
  return Date.UTC(readDigits(date, 0, 4), month - 1, day);
}

function readDigits(text: string, from: number, to: number): number {
  let number = 0;
  for (let index = from; index < to; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    number = digit >= 0 && digit <= 9 ? number * 10 + digit : Number.NaN;
  }
  return number;
}
