import type { Case } from '../../core/case.ts';
import { neededTier, reachedTier } from '../../core/identity.ts';
import { listPossible, type PossibleAction } from '../../core/possible.ts';
import { type Block, escapeText, makeContext, makeSection } from './blocks.ts';
import { listTaskButtons } from './card-actions.ts';
import { type Frame, mention, nameTask } from './frame.ts';
import { makeOption, nameBlock } from './press.ts';
import { listUnconfirmed, nameRecipient } from './recipients.ts';
import { writeDay } from './write-date.ts';

/** How many tasks beside the steps the card shows at once, and how many entries Slack allows in an overflow menu. */
const mostAside = 3;
const mostOptions = 5;

/** What is possible apart from the tasks beside the steps, which have lines of their own; `primary` is then the next step. */
export function listStepActions(record: Case, { context, writing }: Frame): PossibleAction[] {
  const all = listPossible(record, context, writing.now);
  const tasks = record.tasks.filter((task) => task.step !== 'aside');
  if (tasks.length === record.tasks.length) return all;
  return listPossible({ ...record, tasks }, context, writing.now).filter((action) =>
    all.some((each) => isSame(each, action)),
  );
}

function isSame(one: PossibleAction, other: PossibleAction): boolean {
  return one.do === other.do && one.right === other.right && one.task === other.task && one.letter === other.letter;
}

/** The line that says how sure staff must be of the person, while they are not. */
export function listTier(record: Case, { context, words }: Frame): Block[] {
  const reached = reachedTier(record.identity);
  const needed = neededTier(record, context);
  if (reached >= needed) return [];
  return [makeContext(words.card.tier(reached, needed, words.card.tiers[needed] ?? ''))];
}

/** The open tasks beside the steps, and the recipients who have not confirmed, each with its controls. */
export function listBeside(record: Case, possible: PossibleAction[], frame: Frame): Block[] {
  return [...listAside(record, possible, frame), ...listWaiting(record, possible, frame)];
}

function listAside(record: Case, possible: PossibleAction[], frame: Frame): Block[] {
  const { words, writing } = frame;
  const open = record.tasks.filter(
    (task) =>
      task.step === 'aside' && possible.some((action) => action.do === 'finish-task' && action.task === task.id),
  );
  return open.slice(0, mostAside).flatMap((task): Block[] => {
    const due = words.line.taskDue(writeDay(task.dueOn, writing));
    const who = task.assignee ? [mention(task.assignee)] : [];
    return [
      makeSection([`*${words.card.beside}*  ${nameTask(task, frame)}`, ...who, due].join(' · ')),
      {
        type: 'actions',
        block_id: nameBlock(record.id, `task/${task.id}`),
        elements: listTaskButtons(record, task, frame, false),
      },
    ];
  });
}

function listWaiting(record: Case, possible: PossibleAction[], frame: Frame): Block[] {
  const { words } = frame;
  const tasks = listUnconfirmed(record, possible);
  if (tasks.length === 0) return [];
  const names = tasks.map((task) => escapeText(nameRecipient(task.recipient, frame)));
  const options = tasks
    .slice(0, mostOptions)
    .map((task) =>
      makeOption(
        { do: 'confirm-recipient', target: task.id },
        words.card.confirmRecipient(nameRecipient(task.recipient, frame)),
      ),
    );
  return [
    makeSection(words.card.unconfirmed(names.join(', ')), {
      block_id: nameBlock(record.id, 'recipients'),
      accessory: { type: 'overflow', action_id: 'case.recipients', options },
    }),
  ];
}
