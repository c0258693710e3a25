import { findPendingDecision } from './approval.ts';
import { toLocalDate } from './calendar.ts';
import { type Case, type StepKind, stepKinds, type Task, type Track } from './case.ts';
import { extendableDeadline, isAnswered } from './case-clock.ts';
import type { Context } from './context.ts';
import type { ActionName } from './event.ts';
import { canTellRestriction, restrictionOf } from './restriction.ts';
import { readSnoozeRange } from './snooze.ts';
import { canSplit } from './split.ts';
import { isFinishedCase, isSettled, type TrackState, trackState } from './step.ts';
import { isUnderWay } from './under-way.ts';
import { workflowOf } from './workflow.ts';

export { isUnderWay } from './under-way.ts';

/** One thing that staff can do to the case now; `primary` marks the one that is due next. */
export type PossibleAction = { do: ActionName; right?: string; task?: string; letter?: string; primary: boolean };
/** What an action is about. */
export type ActionTarget = { do: ActionName; right?: string; task?: string; letter?: string };

/** All that is possible now, in the order of the case's steps; cards offer this list and `decide` accepts nothing else. */
export function listPossible(record: Case, context: Context, now: string): PossibleAction[] {
  const found = collect(record, context, now);
  const first = found.findIndex((action) => isDue(action, record));
  return found.map(({ early: _early, ...action }, index) => ({ ...action, primary: index === first }));
}

/** True when this action is possible now. */
export function isPossible(record: Case, context: Context, now: string, action: ActionTarget): boolean {
  return collect(record, context, now).some(
    (each) =>
      each.do === action.do &&
      (each.right === undefined || each.right === action.right) &&
      (each.task === undefined || each.task === action.task) &&
      (each.letter === undefined || each.letter === action.letter),
  );
}

/** `early`: a decision before its step, which only a refusal or a reason allows. */
type Found = ActionTarget & { early?: boolean };
type Placed = { track: Track; state: TrackState };

function collect(record: Case, context: Context, now: string): Found[] {
  switch (record.status) {
    case 'triage':
      return [
        { do: 'triage' },
        { do: 'not-a-request' },
        { do: 'assign' },
        { do: 'note' },
        ...collectSnooze(record, context, now),
      ];
    case 'open':
      return collectOpen(record, context, now);
    case 'closed':
      if (record.mergedInto) return [];
      return [{ do: 'reopen' }, { do: 'note' }, ...collectRestrictions(record, context)];
    case 'purged':
      return [];
  }
}

function collectOpen(record: Case, context: Context, now: string): Found[] {
  const found: Found[] = [];
  for (const letter of record.letters) {
    const waitsForPost = letter.means === 'post' && letter.status === 'approved';
    if (waitsForPost || letter.status === 'uncertain' || letter.status === 'failed')
      found.push({ do: 'settle-letter', letter: letter.id });
  }
  if (!record.acknowledged && !isAnswered(record)) found.push({ do: 'acknowledge' });
  found.push(
    ...listTasks(
      record,
      record.tasks.filter((task) => task.step === 'aside'),
      context,
    ),
  );
  const placed = record.tracks.map((track) => ({ track, state: trackState(record, track, context) }));
  for (const step of stepKinds) {
    const here = placed.filter(({ state }) => state === step).map(({ track }) => track);
    if (here.length > 0) found.push(...collectStep(record, step, here, context, now));
  }
  for (const each of placed) {
    if (canDecideEarly(record, each, context)) found.push({ do: 'decide', right: each.track.right, early: true });
  }
  if (canExtend(record, context, now)) found.push({ do: 'extend' });
  if (isFinishedCase(record, context)) found.push({ do: 'close' });
  for (const task of record.tasks) {
    if (task.recipient && task.result === 'done' && !task.confirmed)
      found.push({ do: 'confirm-recipient', task: task.id });
  }
  if (!isAnswered(record)) {
    found.push({ do: 'change-rights' }, { do: 'not-a-request' }, { do: 'set-requester' });
    if (canAskRequester(record, context)) found.push({ do: 'ask-requester' });
  }
  found.push(...collectRestrictions(record, context));
  found.push({ do: 'assign' }, { do: 'note' }, ...collectSnooze(record, context, now));
  if (canSplit(record, context)) found.push({ do: 'split' });
  return [...found, { do: 'merge' }];
}

/** What can be done about locked data: tell the person, and lift it, also long after the case was closed. */
function collectRestrictions(record: Case, context: Context): Found[] {
  return record.tracks.flatMap((track): Found[] => {
    const { right } = track;
    if (restrictionOf(record, track, context) === null || isUnderWay(record, track)) return [];
    return [
      ...(canTellRestriction(record, track, context) ? [{ do: 'tell-restriction' as const, right }] : []),
      { do: 'lift-restriction', right },
      ...(track.lift && !findPendingDecision(track) ? [{ do: 'undo-decision' as const, right }] : []),
    ];
  });
}

/** Reminders can be put off while there is a day left before the legal date. */
function collectSnooze(record: Case, context: Context, now: string): Found[] {
  const range = readSnoozeRange(record, context, now);
  return range && range.from <= range.lastDay ? [{ do: 'snooze' }] : [];
}

/** What can be done about a decision that waits for approval: by a second person, or alone once the wait is over. */
function collectPending(track: Track, now: string): Found[] {
  const { right } = track;
  const pending = findPendingDecision(track);
  if (!pending) return [{ do: 'decide', right }];
  const { status, until } = pending.approval;
  if (status === 'asked')
    return (['approve-decision', 'reject-decision', 'undo-decision'] as const).map((act) => ({ do: act, right }));
  const isOver = until !== undefined && now >= until;
  return [...(isOver ? [{ do: 'approve-decision' as const, right }] : []), { do: 'undo-decision', right }];
}

function collectStep(record: Case, step: StepKind, tracks: Track[], context: Context, now: string): Found[] {
  const rights = tracks.map((track) => track.right);
  switch (step) {
    case 'verify':
      return [
        { do: 'confirm-identity' },
        { do: 'ask-confirmation' },
        ...(record.identity.status === 'asked' ? [{ do: 'reply-insufficient' as const }] : []),
      ];
    case 'decide':
      return tracks.flatMap((track) => collectPending(track, now));
    case 'answer':
      return tracks
        .filter((track) => !isUnderWay(record, track))
        .map((track) => ({ do: 'send-letter' as const, right: track.right }));
    default:
      return listTasks(
        record,
        record.tasks.filter((task) => task.step === step && task.rights.some((right) => rights.includes(right))),
        context,
      );
  }
}

/** What can be done to tasks that are not settled; a recipient whose address is known may be told by letter, once. */
function listTasks(record: Case, tasks: Task[], context: Context): Found[] {
  const canWrite = (task: Task) =>
    context.register.recipients.some((each) => each.id === task.recipient && each.email) &&
    !record.letters.some((letter) => letter.task === task.id);
  return tasks
    .filter((task) => !isSettled(task))
    .flatMap((task) => [
      ...(canWrite(task) ? [{ do: 'send-notice' as const, task: task.id }] : []),
      { do: 'finish-task' as const, task: task.id },
    ]);
}

/** Before its step a right can be refused, and while it is searched also decided, if staff say why. */
function canDecideEarly(record: Case, { track, state }: Placed, context: Context): boolean {
  if (state === 'decide' || track.decision || track.answeredAt || isUnderWay(record, track)) return false;
  const workflow = workflowOf(context.workflows, track);
  return workflow.refusal.length > 0 || (state === 'search' && workflow.steps.includes('decide'));
}

function canExtend(record: Case, context: Context, now: string): boolean {
  if (isAnswered(record)) return false;
  if (record.letters.some((letter) => letter.part === 'extended' && letter.status !== 'sent')) return false;
  const deadline = extendableDeadline(record, context);
  const today = toLocalDate(now, context.calendar.timeZone);
  return deadline !== null && today <= deadline.lastDayForExtensionNotice;
}

/** An agent, a parent and so on may be asked, in writing, to show that they may act. */
function canAskRequester(record: Case, context: Context): boolean {
  if (record.requester === undefined || record.requester === 'self') return false;
  return context.templates.has(`${record.language}/requester-${record.requester}`);
}

const dueNext: ActionName[] = [
  'triage',
  'settle-letter',
  'acknowledge',
  'confirm-identity',
  'send-notice',
  'finish-task',
  'approve-decision',
  'decide',
  'send-letter',
  'close',
];

/** Whether an action is one that moves the case on; after a question to the person the next step is theirs, not ours. */
function isDue(action: Found, record: Case): boolean {
  if (action.early) return false;
  if (action.do === 'confirm-identity') return record.identity.status !== 'asked';
  return dueNext.includes(action.do);
}
