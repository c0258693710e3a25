import type { Case, Task } from '../../core/case.ts';
import { listPossible } from '../../core/possible.ts';
import type { RecordedEvent } from '../../core/post.ts';
import { type Block, type Message, makeSection } from './blocks.ts';
import { sayOutcome } from './card.ts';
import { listTaskButtons } from './card-actions.ts';
import { type Frame, mention, nameActor, nameTask } from './frame.ts';
import { nameBlock } from './press.ts';
import { listUnconfirmed, makeConfirmButton } from './recipients.ts';
import { sayEvent } from './thread-line.ts';
import { writeDay, writeMoment } from './write-date.ts';

/** A message holds 50 blocks; a task takes two, and the line itself and the remark on the rest one each. */
const mostTasks = 24;

/** True for an event that staff must still read when the case is closed or erased. */
export function outlivesCase(kind: RecordedEvent['kind']): boolean {
  return ['deletion-due', 'lift-asked', 'restriction-stands'].includes(kind);
}

/** The message of one event in the thread; where it opened tasks, each task with its buttons. */
export function makeThreadMessage(record: Case, event: RecordedEvent, frame: Frame): Message {
  const isOver = record.status === 'closed' || record.status === 'purged';
  if (isOver && !outlivesCase(event.kind)) return makeBlank(record, event, frame);
  const text = sayEvent(record, event, frame);
  const line = makeSection(text, { block_id: nameBlock(record.id, `line/${event.seq}`) });
  if (event.kind === 'recipient-silent') return { text, blocks: [line, ...listConfirm(record, event, frame)] };
  if (event.kind !== 'tasks-opened') return { text, blocks: [line] };
  const ids = Array.isArray(event.data.tasks) ? event.data.tasks : [];
  const tasks = record.tasks.filter((task) => ids.includes(task.id));
  const blocks = tasks.slice(0, mostTasks).flatMap((task) => makeTask(record, task, frame));
  const rest = tasks.length - mostTasks;
  const more = rest > 0 ? [makeSection(frame.words.line.taskMore(rest))] : [];
  return { text, blocks: [line, ...blocks, ...more] };
}

/** What is left of a line once the case is closed: number and outcome. */
function makeBlank(record: Case, event: RecordedEvent, frame: Frame): Message {
  const text = sayOutcome(record, frame);
  return { text, blocks: [makeSection(text, { block_id: nameBlock(record.id, `line/${event.seq}`) })] };
}

/** The button by which staff answer a line about a silent recipient, as long as that is possible. */
function listConfirm(record: Case, event: RecordedEvent, frame: Frame): Block[] {
  const possible = listPossible(record, frame.context, frame.writing.now);
  const task = listUnconfirmed(record, possible).find((each) => each.id === event.data.task);
  if (!task) return [];
  const block = nameBlock(record.id, `task/${task.id}`);
  return [{ type: 'actions', block_id: block, elements: [makeConfirmButton(task, frame)] }];
}

function makeTask(record: Case, task: Task, frame: Frame): Block[] {
  const { context, words, writing } = frame;
  const title = nameTask(task, frame);
  const result = task.result && words.line.results[task.result];
  const by = task.finished ? nameActor(task.finished.by, frame) : '';
  const possible = listPossible(record, context, writing.now);
  const isOpen = possible.some((action) => action.do === 'finish-task' && action.task === task.id);
  const isUnconfirmed = listUnconfirmed(record, possible).some((each) => each.id === task.id);
  const outcome = result ? [words.line.taskFinished(title, result, by)] : [title];
  const who = isOpen && task.assignee ? [mention(task.assignee)] : [];
  const due = isOpen ? [sayDue(task, frame)] : [];
  const text = makeSection([...outcome, ...who, ...due].join(' · '));
  const elements = [
    ...(isOpen ? listTaskButtons(record, task, frame, false) : []),
    ...(isUnconfirmed ? [makeConfirmButton(task, frame)] : []),
  ];
  if (elements.length === 0) return [text];
  return [text, { type: 'actions', block_id: nameBlock(record.id, `task/${task.id}`), elements }];
}

/** A task with a clock of its own is due at an instant, another before a day. */
function sayDue({ dueAt, dueOn }: Task, { words, writing }: Frame): string {
  return dueAt ? words.line.taskDueAt(writeMoment(dueAt, writing)) : words.line.taskDue(writeDay(dueOn, writing));
}
