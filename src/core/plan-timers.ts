import { findPendingDecision } from './approval.ts';
import { addWorkingDays, openingOn, startOfLocalDay, toLocalDate } from './calendar.ts';
import type { Case, Track } from './case.ts';
import { isAnswered } from './case-clock.ts';
import type { Context } from './context.ts';
import { addPeriod } from './period.ts';
import { nextOverdueReminder, planReminders } from './reminders.ts';
import { restrictionOf } from './restriction.ts';
import { snoozedUntil, watchedDeadline } from './snooze.ts';
import { isSettled } from './step.ts';

/** When staff hear that a person did not answer who they are, and that a recipient did not say that it is done. */
const unansweredAfter = 'P7D';
const silentAfter = 'P14D';
/** Working days within which the receipt is confirmed. */
const acknowledgeDays = 2;
const hoursInMs = 3_600_000;

/**
 * The timers that a case awaits as it is now: name and UTC instant. One that fell due is not planned again, but one that is awaited
 * stays awaited when its time is past: the desk may have been off, and another event may come first.
 */
export function planTimers(record: Case, context: Context, now: string): Record<string, string> {
  const timers = {
    ...planClock(record, context, now),
    ...planReceipt(record, context),
    ...planWaits(record, context),
    ...planDeletions(record, context),
    ...planRestrictions(record, context, now),
  };
  const isAwaited = ([name, at]: [string, string]) => at > now || name === 'purge' || record.timers[name] === at;
  return Object.fromEntries(Object.entries(timers).filter(isAwaited));
}

function planClock(record: Case, context: Context, now: string): Record<string, string> {
  const { settings } = context.organisation;
  if (record.status === 'closed' && record.closed) {
    if (listRestrictions(record, context).length > 0) return {};
    const keep = record.closed.outcome === 'not-a-request' ? settings.retention.noRequest : settings.retention.case;
    return { purge: addPeriod(record.closed.at, keep, context.calendar.timeZone) };
  }
  const deadline = watchedDeadline(record, context);
  if (!deadline) return {};
  const quietUntil = snoozedUntil(record, context);
  const isQuiet = (at: string) => quietUntil !== null && toLocalDate(at, context.calendar.timeZone) < quietUntil;
  const reminders = planReminders(deadline, context.calendar, now)
    .filter(({ name, at }) => name === 'due' || !isQuiet(at))
    .map(({ name, at }) => [`remind:${name}`, at]);
  return { ...Object.fromEntries(reminders), overdue: nextOverdueReminder(deadline, context.calendar, now) };
}

/** Article 12(1), our own term: a receipt that is not confirmed within two working days is put to staff when the second begins. */
function planReceipt(record: Case, context: Context): Record<string, string> {
  if (record.status !== 'open' || record.acknowledged || isAnswered(record)) return {};
  const day = addWorkingDays(
    toLocalDate(record.receivedAt, context.calendar.timeZone),
    acknowledgeDays,
    context.calendar,
  );
  return { acknowledge: openingOn(day, context.calendar) };
}

/** What others owe us an answer for, and tasks with a clock of their own: told a day before it ends and at its end. */
function planWaits(record: Case, context: Context): Record<string, string> {
  const zone = context.calendar.timeZone;
  const timers: Record<string, string> = {};
  if (record.status !== 'open') return timers;
  for (const track of record.tracks) {
    const until = findPendingDecision(track)?.approval.until;
    if (until) timers[`approve:${track.right}`] = until;
  }
  const { identity } = record;
  if (identity.status === 'asked' && identity.askedAt)
    timers['identity-unanswered'] = addPeriod(identity.askedAt, unansweredAfter, zone);
  for (const task of record.tasks) {
    if (task.dueAt && !isSettled(task)) {
      timers[`task:${task.id}:soon`] = new Date(Date.parse(task.dueAt) - 24 * hoursInMs).toISOString();
      timers[`task:${task.id}:due`] = task.dueAt;
    }
    if (task.recipient && task.finished && task.result === 'done' && !task.confirmed) {
      timers[`recipient:${task.id}`] = addPeriod(task.finished.at, silentAfter, zone);
    }
  }
  return timers;
}

/** Granted restrictions that stand: their cases stay, for without the person's address nobody could announce the end (article 18(3)). */
function listRestrictions(record: Case, context: Context): Track[] {
  return record.tracks.filter((track) => restrictionOf(record, track, context) === 'granted');
}

/** Each year after the answer staff hear that a restriction still stands. */
function planRestrictions(record: Case, context: Context, now: string): Record<string, string> {
  const timers: Record<string, string> = {};
  for (const { right, answeredAt } of listRestrictions(record, context)) {
    const name = `restricted:${right}`;
    timers[name] = record.timers[name] ?? nextYear(answeredAt ?? now, now, context);
  }
  return timers;
}

function nextYear(from: string, now: string, context: Context): string {
  for (let years = 1; ; years += 1) {
    const at = addPeriod(from, `P${years}Y`, context.calendar.timeZone);
    if (at > now) return at;
  }
}

/** What was kept for a term goes at its end, also when the case itself has long been erased. */
function planDeletions(record: Case, context: Context): Record<string, string> {
  const timers: Record<string, string> = {};
  if (record.status === 'triage' || record.closed?.outcome === 'not-a-request') return timers;
  for (const track of record.tracks) {
    if (track.answeredAt === undefined) continue;
    for (const [category, decision] of Object.entries(track.categories ?? {})) {
      if (decision.act !== 'keep' || !decision.until) continue;
      timers[`delete:${track.right}:${category}`] = startOfLocalDay(decision.until, context.calendar.timeZone);
    }
  }
  return timers;
}
