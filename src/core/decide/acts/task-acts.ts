import { personalOf, record } from '../draft.ts';
import { approveLetter } from '../letters.ts';
import { type Acts, doneBy } from './act.ts';

/** Work at the places of the register, and telling recipients (article 19). */
export const taskActs: Acts<'finish-task' | 'send-notice' | 'confirm-recipient'> = {
  'finish-task'(draft, action, staff) {
    const task = draft.case.tasks.find((each) => each.id === action.task);
    if (!task) return { code: 'not-possible-now', status: draft.case.status };
    if (task.needsNote && action.result !== 'failed' && !action.note?.trim()) return { code: 'note-missing' };
    task.result = action.result;
    task.finished = doneBy(staff);
    if (action.note) personalOf(draft).taskNotes[task.id] = action.note;
    record(draft, 'task-finished', doneBy(staff), { task: task.id, place: task.place, result: action.result });
    return null;
  },
  'send-notice'(draft, action, staff, context) {
    const task = draft.case.tasks.find((each) => each.id === action.task);
    const recipient = context.register.recipients.find((each) => each.id === task?.recipient);
    if (!task || !recipient) return { code: 'not-possible-now', status: draft.case.status };
    if (!recipient.email) return { code: 'no-address' };
    if (draft.case.letters.some((letter) => letter.task === task.id)) return { code: 'already-known' };
    const [right] = task.rights;
    return approveLetter(draft, context, staff.at, {
      letter: 'notice',
      by: staff.by,
      right,
      task: task.id,
      to: recipient.email,
      subject: action.subject,
      text: action.text,
    });
  },
  'confirm-recipient'(draft, action, staff) {
    const task = draft.case.tasks.find((each) => each.id === action.task);
    if (!task?.recipient) return { code: 'not-possible-now', status: draft.case.status };
    task.confirmed = doneBy(staff);
    record(draft, 'recipient-confirmed', doneBy(staff), { task: task.id, recipient: task.recipient });
    return null;
  },
};
