import { listApprovers } from './approval.ts';
import { addWorkingDays, toLocalDate } from './calendar.ts';
import type { Case } from './case.ts';
import { trackDeadline } from './case-clock.ts';
import type { Context } from './context.ts';
import { addDays, countDays, isoWeekday } from './local-date.ts';
import { isNoRequest } from './month-summary.ts';
import { listPossible, type PossibleAction } from './possible.ts';
import { snoozedUntil, watchedDeadline } from './snooze.ts';

/** A case whose date is today or past; `dueOn` is a local date. */
export type DigestCase = { id: string; number: string | null; dueOn: string };
/** Mails since the last working day began, up to today's beginning. */
export type DigestMails = { seen: number; requests: number; unsure: number };
/** The seven days before today; `onTime` of `answered` were answered by their date. */
export type DigestWeek = { received: number; answered: number; onTime: number };

/** What the morning message of a local date says: counts, case numbers and who has steps to do; nothing personal. */
export type Digest = {
  day: string;
  /** The last working day before it. */
  since: string;
  open: number;
  unsure: number;
  late: DigestCase[];
  today: DigestCase[];
  /** Steps that are due, by Slack id; `null` where nobody has the case. */
  steps: { who: string | null; count: number }[];
  mails: DigestMails;
  /** The parts of the desk that do not work now. */
  troubles: string[];
  /** On the first working morning of a week. */
  week?: DigestWeek;
};

/** Makes the morning message from the cases that are open or unsure, and in a new week from those that were closed in it. */
export function makeDigest(
  found: { open: Case[]; weekly: Case[]; mails: DigestMails; troubles: string[] },
  context: Context,
  now: string,
): Digest {
  const day = toLocalDate(now, context.calendar.timeZone);
  const dated = found.open.flatMap((record) => {
    const deadline = watchedDeadline(record, context);
    return deadline ? [{ id: record.id, number: record.number, dueOn: deadline.due }] : [];
  });
  dated.sort((left, right) => (left.dueOn < right.dueOn ? -1 : 1));
  return {
    day,
    since: addWorkingDays(day, -1, context.calendar),
    open: found.open.filter((record) => record.status === 'open').length,
    unsure: found.open.filter((record) => record.status === 'triage').length,
    late: dated.filter((each) => each.dueOn < day),
    today: dated.filter((each) => each.dueOn === day),
    steps: countSteps(found.open, context, now),
    mails: found.mails,
    troubles: found.troubles,
    ...(isNewWeek(day, context) ? { week: summariseWeek([...found.open, ...found.weekly], context, day) } : {}),
  };
}

/** True on the first working day of a week. */
export function isNewWeek(day: string, { calendar }: Context): boolean {
  return countDays(addWorkingDays(day, -1, calendar), day) >= isoWeekday(day);
}

/** True when there is something to tell: a case, trouble, or a week in which something came or went. */
export function hasNews({ open, unsure, troubles, week }: Digest): boolean {
  return open + unsure + troubles.length + (week ? week.received + week.answered : 0) > 0;
}

function countSteps(records: Case[], context: Context, now: string): Digest['steps'] {
  const counts = new Map<string | null, number>();
  const today = toLocalDate(now, context.calendar.timeZone);
  for (const record of records) {
    const quietUntil = snoozedUntil(record, context);
    const due = listPossible(record, context, now).find((action) => action.primary);
    if (!due || (quietUntil !== null && today < quietUntil)) continue;
    for (const who of listDoers(record, due, context)) counts.set(who, (counts.get(who) ?? 0) + 1);
  }
  return [...counts].map(([who, count]) => ({ who, count })).sort((left, right) => right.count - left.count);
}

/** Whose step it is: those who may approve, the one who has the task, or the one who has the case. */
function listDoers(record: Case, due: PossibleAction, context: Context): (string | null)[] {
  if (due.do === 'approve-decision') return listApprovers(record, due.right, context);
  const task = record.tasks.find((each) => each.id === due.task);
  return [task?.assignee ?? record.assignee ?? null];
}

function summariseWeek(records: Case[], context: Context, day: string): DigestWeek {
  const from = addDays(day, -7);
  const isInWeek = (at: string) => {
    const date = toLocalDate(at, context.calendar.timeZone);
    return date >= from && date < day;
  };
  const real = records.filter((record) => !isNoRequest(record));
  const answered = real.flatMap((record) => record.tracks.flatMap((track) => answersOf(record, track, context)));
  const inWeek = answered.filter(({ answeredAt }) => isInWeek(answeredAt));
  return {
    received: real.filter((record) => isInWeek(record.receivedAt)).length,
    answered: inWeek.length,
    onTime: inWeek.filter(({ answeredAt, dueAt }) => answeredAt <= dueAt).length,
  };
}

function answersOf(
  record: Case,
  track: Case['tracks'][number],
  context: Context,
): { answeredAt: string; dueAt: string }[] {
  const { answeredAt } = track;
  return answeredAt === undefined ? [] : [{ answeredAt, dueAt: trackDeadline(record, track, context).dueAt }];
}
