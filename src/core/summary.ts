import { listApprovers } from './approval.ts';
import type { Case } from './case.ts';
import { caseDeadline, triageDeadline } from './case-clock.ts';
import type { Context } from './context.ts';
import type { Deadline } from './deadline.ts';
import { addDays, countDays, isoWeekday } from './local-date.ts';
import { listPossible, type PossibleAction } from './possible.ts';
import { toLocalDate } from './zone.ts';

/** The groups of open cases, in the order in which they are shown; each open case is in exactly one. */
export const workGroups = ['late', 'yours', 'week', 'person', 'others'] as const;
export type WorkGroup = (typeof workGroups)[number];

/** Whose move it is: staff (`people` are Slack ids; empty: nobody has it yet), the person, or something else. */
export type Turn = { of: 'staff'; people: string[] } | { of: 'person' } | { of: 'other' };
/** One open case: what is possible (nothing where a workflow file is gone), its deadline (null without rights), the days left (negative when late). */
export type WorkItem = {
  record: Case;
  possible: PossibleAction[];
  deadline: Deadline | null;
  daysLeft: number | null;
  turn: Turn;
  group: WorkGroup;
};

/** The open cases as one member of staff should take them up: by legal date, so what is overdue stands on top. */
export function listWork(records: Case[], viewer: string, context: Context, now: string): WorkItem[] {
  const today = toLocalDate(now, context.calendar.timeZone);
  const open = records.filter((record) => record.status === 'open' || record.status === 'triage');
  const items = open.map((record): WorkItem => {
    const isKnown = record.tracks.every((track) => context.workflows.has(track.right));
    // One case whose workflow file is gone must not take the others from the page: the general month counts for it.
    const isGeneral = record.status === 'triage' || !isKnown;
    const deadline = isGeneral ? triageDeadline(record, context) : caseDeadline(record, context);
    const possible = isKnown ? listPossible(record, context, now) : [];
    const turn: Turn = isKnown ? findTurn(record, possible, context) : { of: 'staff', people: listKeeper(record) };
    const daysLeft = deadline && countDays(today, deadline.due);
    const group = chooseGroup(turn, deadline, viewer, today);
    return { record, possible, deadline, daysLeft, turn, group };
  });
  return items.sort(byUrgency);
}

/** The work by group, each in the order given. */
export function groupWork(items: WorkItem[]): Record<WorkGroup, WorkItem[]> {
  const groups: Record<WorkGroup, WorkItem[]> = { late: [], yours: [], week: [], person: [], others: [] };
  for (const item of items) groups[item.group].push(item);
  return groups;
}

/** True when the next step is this member's, or nobody's yet. */
export function isTurnOf(turn: Turn, member: string): boolean {
  return turn.of === 'staff' && (turn.people.length === 0 || turn.people.includes(member));
}

function findTurn(record: Case, possible: PossibleAction[], context: Context): Turn {
  const next = possible.find((action) => action.primary);
  const keeper = listKeeper(record);
  if (next?.do === 'approve-decision') return { of: 'staff', people: listApprovers(record, next.right, context) };
  if (next) return { of: 'staff', people: next.do === 'finish-task' ? doers(record, possible) : keeper };
  const { askedAt, status } = record.identity;
  if (status !== 'asked') return { of: 'other' };
  const isAnswered = record.personal?.mails.some((mail) => askedAt !== undefined && mail.receivedAt > askedAt);
  return isAnswered ? { of: 'staff', people: keeper } : { of: 'person' };
}

function listKeeper(record: Case): string[] {
  return record.assignee === undefined ? [] : [record.assignee];
}

/** Who has the open tasks; a task of nobody's belongs to whoever has the case. */
function doers(record: Case, possible: PossibleAction[]): string[] {
  const ids = possible.flatMap((action) => (action.do === 'finish-task' && action.task ? [action.task] : []));
  const open = record.tasks.filter((task) => ids.includes(task.id));
  const people = open.map((task) => task.assignee ?? record.assignee);
  if (people.includes(undefined)) return [];
  return [...new Set(people.filter((person) => person !== undefined))];
}

function chooseGroup(turn: Turn, deadline: Deadline | null, viewer: string, today: string): WorkGroup {
  if (deadline && deadline.due < today) return 'late';
  if (isTurnOf(turn, viewer)) return 'yours';
  if (deadline && deadline.due <= addDays(today, 7 - isoWeekday(today))) return 'week';
  return turn.of === 'person' ? 'person' : 'others';
}

function byUrgency(a: WorkItem, b: WorkItem): number {
  return compare(sortKey(a), sortKey(b));
}

function sortKey({ deadline, record }: WorkItem): string {
  return `${deadline?.dueAt ?? '9999'} ${record.receivedAt} ${record.id}`;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
