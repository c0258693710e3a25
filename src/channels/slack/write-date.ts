import type { Language } from '../../core/case.ts';
import { countDays } from '../../core/local-date.ts';
import { sayDay, sayWeekday } from '../../core/say-date.ts';
import { toLocalDate, toLocalTime } from '../../core/zone.ts';

/** How dates are written: for whom, in which zone, and which day is today. */
export type Writing = { language: Language; timeZone: string; now: string };

/** Writes a local date as staff do: "vr 3 april"; the year is added where it is not this one. */
export function writeDay(date: string, { language, timeZone, now }: Writing): string {
  const weekday = sayWeekday(date)[language].slice(0, language === 'nl' ? 2 : 3);
  return `${weekday} ${sayDay(date, toLocalDate(now, timeZone))[language]}`;
}

/** Writes an instant: "di 3 maart 22:41". */
export function writeMoment(at: string, writing: Writing): string {
  return `${writeDay(toLocalDate(at, writing.timeZone), writing)} ${toLocalTime(at, writing.timeZone)}`;
}

/** Writes only the time when the instant is today: "09:05", else "wo 4 maart 09:05". */
export function writeTime(at: string, writing: Writing): string {
  const isToday = toLocalDate(at, writing.timeZone) === toLocalDate(writing.now, writing.timeZone);
  return isToday ? toLocalTime(at, writing.timeZone) : writeMoment(at, writing);
}

/** The days from today up to a local date; negative when it is past. */
export function countDaysLeft(date: string, { timeZone, now }: Writing): number {
  return countDays(toLocalDate(now, timeZone), date);
}
