import type { Case, Task } from '../../core/case.ts';
import { listPossible } from '../../core/possible.ts';
import type { RecordedEvent } from '../../core/post.ts';
import { type Block, type Message, makeSection } from './blocks.ts';
import { sayOutcome } from './card.ts';
import { listTaskButtons } from './card-actions.ts';
import { type Frame, mention, nameActor, nameTask } from './frame.ts';
import { nameBlock } from './press.ts';
import { sayEvent } from './thread-line.ts';
import { writeDay } from './write-date.ts';

/** A message holds 50 blocks; a task takes two, and the line itself and the remark on the rest one each. */
const mostTasks = 24;

/** The message of one event in the thread; where it opened tasks, each task with its buttons. Null when a closed case needs none. */
export function makeThreadMessage(record: Case, event: RecordedEvent, frame: Frame): Message {
  if (record.status === 'closed' || record.status === 'purged') return makeBlank(record, event, frame);
  const text = sayEvent(record, event, frame);
  const line = makeSection(text, { block_id: nameBlock(record.id, `line/${event.seq}`) });
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

function makeTask(record: Case, task: Task, frame: Frame): Block[] {
  const { context, words, writing } = frame;
  const title = nameTask(task, frame);
  const result = task.result && words.line.results[task.result];
  const by = task.finished ? nameActor(task.finished.by, frame) : '';
  const isOpen = listPossible(record, context, writing.now).some(
    (action) => action.do === 'finish-task' && action.task === task.id,
  );
  const outcome = result ? [words.line.taskFinished(title, result, by)] : [title];
  const who = isOpen && task.assignee ? [mention(task.assignee)] : [];
  const due = isOpen ? [words.line.taskDue(writeDay(task.dueOn, writing))] : [];
  const text = makeSection([...outcome, ...who, ...due].join(' · '));
  if (!isOpen) return [text];
  const elements = listTaskButtons(task, frame, false);
  return [text, { type: 'actions', block_id: nameBlock(record.id, `task/${task.id}`), elements }];
}
