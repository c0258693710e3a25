import type { Case, Task } from '../../core/case.ts';
import type { PossibleAction } from '../../core/possible.ts';
import { workflowOf } from '../../core/workflow.ts';
import type { Button } from './blocks.ts';
import type { Frame } from './frame.ts';
import { makeButton } from './press.ts';

/** The name of a recipient in the organisation's language; its id where the register no longer has it. */
export function nameRecipient(id: string, { context, writing }: Frame): string {
  return context.register.recipients.find((recipient) => recipient.id === id)?.name[writing.language] ?? id;
}

/** True when a notice can still be written for a task: the recipient has an address, the right a letter, and none was written. */
export function canWriteNotice(record: Case, task: Task, { context }: Frame): boolean {
  const recipient = context.register.recipients.find((each) => each.id === task.recipient);
  const track = record.tracks.find((each) => task.rights.includes(each.right));
  if (!recipient?.email || !track || workflowOf(context.workflows, track).letters.notice === undefined) return false;
  return !record.letters.some((letter) => letter.task === task.id);
}

/** The tasks of recipients who were told and have not said that it is done. */
export function listUnconfirmed(record: Case, possible: PossibleAction[]): (Task & { recipient: string })[] {
  return record.tasks.flatMap((task) => {
    const { recipient } = task;
    const waits = possible.some((action) => action.do === 'confirm-recipient' && action.task === task.id);
    return waits && recipient !== undefined ? [{ ...task, recipient }] : [];
  });
}

/** The button by which staff record that the recipient of a task has confirmed. */
export function makeConfirmButton(task: Task, { words }: Frame): Button {
  return makeButton({ do: 'confirm-recipient', target: task.id }, words.card.buttons['confirm-recipient']);
}
