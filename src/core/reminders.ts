import { addWorkingDays, type Calendar, isOfficeDay, nextOfficeMoment, openingOn, toLocalDate } from './calendar.ts';
import type { Deadline } from './deadline-terms.ts';
import { readInstant } from './zone.ts';

/** The working days of the organisation before the due date on which staff are reminded. */
export const REMINDER_DAYS = [14, 7, 3, 1] as const;

/** A reminder by name, and the UTC instant at which to post it. */
export type Reminder = { name: `T-${(typeof REMINDER_DAYS)[number]}` | 'due'; at: string };

/** What reminders are planned from. */
export type ReminderDeadline = Pick<Deadline, 'due' | 'dueAt'>;

/**
 * Plans the reminders still to come after `now`, in order: at the opening of the office so many of its working days before
 * the due date, and on the last day itself even when the office is closed. `nextOverdueReminder` gives those after it.
 */
export function planReminders(deadline: ReminderDeadline, calendar: Calendar, now: string): Reminder[] {
  const last = placeLastReminder(deadline, calendar);
  const early = REMINDER_DAYS.map((days): Reminder => {
    return { name: `T-${days}`, at: openingOn(addWorkingDays(deadline.due, -days, calendar), calendar) };
  });
  return [...early.filter((reminder) => reminder.at < last), { name: 'due' as const, at: last }].filter(
    (reminder) => readInstant(reminder.at) > readInstant(now),
  );
}

/** Gives the next daily reminder of an overdue deadline: the first office moment after its end, then each opening after `now`. */
export function nextOverdueReminder(deadline: ReminderDeadline, calendar: Calendar, now: string): string {
  const first = nextOfficeMoment(deadline.dueAt, calendar);
  if (readInstant(now) < readInstant(first)) return first;
  const today = toLocalDate(now, calendar.timeZone);
  const opening = openingOn(today, calendar);
  if (isOfficeDay(today, calendar) && readInstant(now) < readInstant(opening)) return opening;
  return openingOn(addWorkingDays(today, 1, calendar), calendar);
}

/** A period in hours may end before the office opens: its last reminder then comes on the working day before. */
function placeLastReminder(deadline: ReminderDeadline, calendar: Calendar): string {
  const opening = openingOn(deadline.due, calendar);
  if (readInstant(opening) < readInstant(deadline.dueAt)) return opening;
  return openingOn(addWorkingDays(deadline.due, -1, calendar), calendar);
}
