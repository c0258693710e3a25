import { toLocalDate } from './calendar.ts';
import type { Case } from './case.ts';
import { caseDeadline, isAnswered, triageDeadline } from './case-clock.ts';
import type { Context } from './context.ts';
import type { Deadline } from './deadline.ts';
import { addDays } from './local-date.ts';

/** The dates (local) to which reminders can be put off: from tomorrow up to the day before the legal date; null without a date to watch. */
export function readSnoozeRange(record: Case, context: Context, now: string): { from: string; lastDay: string } | null {
  const deadline = watchedDeadline(record, context);
  if (!deadline) return null;
  const today = toLocalDate(now, context.calendar.timeZone);
  return { from: addDays(today, 1), lastDay: addDays(deadline.due, -1) };
}

/** The deadline that reminders are about; null once the case is answered or closed. */
export function watchedDeadline(record: Case, context: Context): Deadline | null {
  if (record.status === 'triage') return triageDeadline(record, context);
  return record.status !== 'open' || isAnswered(record) ? null : caseDeadline(record, context);
}

/** The local date before which nobody is reminded, never past the day before the legal date, also where that date moved; null when nothing was put off. */
export function snoozedUntil(record: Case, context: Context): string | null {
  const deadline = record.snoozed && watchedDeadline(record, context);
  if (!record.snoozed || !deadline) return null;
  const lastDay = addDays(deadline.due, -1);
  return record.snoozed.until > lastDay ? lastDay : record.snoozed.until;
}
