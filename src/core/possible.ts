import { toLocalDate } from './calendar.ts';
import { type Case, stepKinds, type Task, type Track } from './case.ts';
import { extendableDeadline, isAnswered } from './case-clock.ts';
import type { Context } from './context.ts';
import type { ActionName } from './event.ts';
import { trackState } from './step.ts';
import { workflowOf } from './workflow.ts';

/** One thing that staff can do to the case now; `primary` marks the one that is due next. */
export type PossibleAction = { do: ActionName; right?: string; task?: string; letter?: string; primary: boolean };

/** All that is possible now, in the order of the case's steps; cards offer this list and `decide` accepts nothing else. */
export function listPossible(record: Case, context: Context, now: string): PossibleAction[] {
  const found = collect(record, context, now);
  const first = found.findIndex((action) => isDue(action, record));
  return found.map((action, index) => ({ ...action, primary: index === first }));
}

/** True when this action is possible now. */
export function isPossible(
  record: Case,
  context: Context,
  now: string,
  action: { do: ActionName; right?: string; task?: string; letter?: string },
): boolean {
  return collect(record, context, now).some(
    (each) =>
      each.do === action.do &&
      (each.right === undefined || each.right === action.right) &&
      (each.task === undefined || each.task === action.task) &&
      (each.letter === undefined || each.letter === action.letter),
  );
}

type Found = Omit<PossibleAction, 'primary'>;

function collect(record: Case, context: Context, now: string): Found[] {
  switch (record.status) {
    case 'triage':
      return [{ do: 'triage' }, { do: 'not-a-request' }, { do: 'assign' }, { do: 'note' }];
    case 'open':
      return collectOpen(record, context, now);
    case 'closed':
      return [{ do: 'reopen' }, { do: 'note' }];
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
  const states = record.tracks.map((track) => ({ track, state: trackState(record, track, context.workflows) }));
  for (const step of stepKinds) {
    const here = states.filter(({ state }) => state === step).map(({ track }) => track);
    if (here.length > 0) found.push(...collectStep(record, step, here));
  }
  for (const { track } of states) {
    if (
      canRefuse(record, track, context) &&
      !found.some((each) => each.do === 'decide' && each.right === track.right)
    ) {
      found.push({ do: 'decide', right: track.right });
    }
  }
  if (canExtend(record, context, now)) found.push({ do: 'extend' });
  if (isAnswered(record)) found.push({ do: 'close' });
  else found.push({ do: 'change-rights' }, { do: 'not-a-request' });
  found.push({ do: 'assign' }, { do: 'note' });
  return found;
}

function collectStep(record: Case, step: (typeof stepKinds)[number], tracks: Track[]): Found[] {
  const rights = tracks.map((track) => track.right);
  switch (step) {
    case 'verify':
      return [
        { do: 'confirm-identity' },
        { do: 'ask-confirmation' },
        ...(record.identity.status === 'asked' ? [{ do: 'reply-insufficient' as const }] : []),
      ];
    case 'search':
    case 'do':
    case 'recipients':
      return openTasks(record.tasks, step, rights).map((task) => ({ do: 'finish-task' as const, task: task.id }));
    case 'decide':
      return rights.map((right) => ({ do: 'decide' as const, right }));
    case 'answer':
      return tracks
        .filter((track) => !isUnderWay(record, track))
        .map((track) => ({ do: 'send-letter' as const, right: track.right }));
  }
}

function openTasks(tasks: Task[], step: Task['step'], rights: string[]): Task[] {
  return tasks.filter(
    (task) =>
      task.step === step &&
      task.rights.some((right) => rights.includes(right)) &&
      (task.result === undefined || task.result === 'failed'),
  );
}

/** True while the track's answer is approved but not yet known to be sent. */
export function isUnderWay(record: Case, track: Track): boolean {
  return record.letters.some((letter) => letter.right === track.right && letter.status !== 'sent');
}

function canRefuse(record: Case, track: Track, context: Context): boolean {
  if (track.decision || track.answeredAt || isUnderWay(record, track)) return false;
  return workflowOf(context.workflows, track).refusal.length > 0;
}

function canExtend(record: Case, context: Context, now: string): boolean {
  if (record.extended || isAnswered(record)) return false;
  if (
    record.letters.some((letter) => letter.template === extensionTemplate(record, context) && letter.status !== 'sent')
  )
    return false;
  const deadline = extendableDeadline(record, context);
  const today = toLocalDate(now, context.calendar.timeZone);
  return (
    deadline !== null && extensionTemplate(record, context) !== undefined && today <= deadline.lastDayForExtensionNotice
  );
}

/** The template of the extension notice, when some open track may be extended. */
export function extensionTemplate(record: Case, context: Context): string | undefined {
  return record.tracks
    .filter((track) => track.answeredAt === undefined)
    .map((track) => workflowOf(context.workflows, track))
    .find((workflow) => workflow.deadline.extension !== undefined)?.letters.extended;
}

const dueNext: ActionName[] = [
  'triage',
  'settle-letter',
  'acknowledge',
  'confirm-identity',
  'finish-task',
  'decide',
  'send-letter',
  'close',
];

/** Whether an action is one that moves the case on; after a question to the person the next step is theirs, not ours. */
function isDue(action: Found, record: Case): boolean {
  if (action.do === 'confirm-identity') return record.identity.status !== 'asked';
  return dueNext.includes(action.do);
}
