import type { TaskResult } from '../../../core/case.ts';
import { makeSection } from '../blocks.ts';
import { nameTask } from '../frame.ts';
import { makeChoice, makeTextInput, readText } from './inputs.ts';
import { type Modal, showSheet } from './sheet.ts';

const searchResults: TaskResult[] = ['found', 'nothing', 'failed'];
const otherResults: TaskResult[] = ['done', 'nothing', 'failed'];

/** What came of a task, with a note that the letter may use. */
export const finishTask: Modal = {
  build({ record, frame, press }) {
    const { words } = frame;
    const task = record.tasks.find((each) => each.id === press.target);
    if (!task) return { ok: false, refusal: { code: 'not-possible-now', status: record.status } };
    const results = task.step === 'search' ? searchResults : otherResults;
    return showSheet({
      title: words.modal.titles.task,
      submit: words.modal.save,
      blocks: [
        makeSection(`*${nameTask(task, frame)}*`),
        makeChoice(
          'result',
          words.modal.result,
          results.map((value) => ({ value, label: words.line.results[value] })),
          { initial: press.extra ?? results[0] },
        ),
        makeTextInput('note', words.modal.taskNote, {
          hint: task.needsNote ? words.modal.taskNoteNeeded : words.modal.taskNoteHint,
          lines: 'many',
          optional: true,
        }),
      ],
    });
  },
  read({ press }, entered) {
    const result = [...searchResults, ...otherResults].find((each) => each === readText(entered, 'result')) ?? 'failed';
    const note = readText(entered, 'note');
    const action = { do: 'finish-task' as const, task: press.target ?? '', result, ...(note ? { note } : {}) };
    return { kind: 'act', action };
  },
};
