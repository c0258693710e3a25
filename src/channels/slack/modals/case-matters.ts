import { makeSection } from '../blocks.ts';
import { makePersonInput, makeTextInput, readText } from './inputs.ts';
import { type Modal, showSheet } from './sheet.ts';

/** Who has the case; whether that person is in the team is for the core to say. */
export const assign: Modal = {
  build({ record, frame, by }) {
    const { words } = frame;
    return showSheet({
      title: words.modal.titles.assign,
      submit: words.modal.save,
      blocks: [makePersonInput('assignee', words.modal.assignee, record.assignee ?? by)],
    });
  },
  read: (_scene, entered) => ({ kind: 'act', action: { do: 'assign', to: readText(entered, 'assignee') } }),
};

/** A remark that stays with the case. */
export const note: Modal = {
  build({ frame }) {
    const { words } = frame;
    return showSheet({
      title: words.modal.titles.note,
      submit: words.modal.save,
      blocks: [makeTextInput('note', words.modal.note, { lines: 'many', hint: words.modal.noteHint })],
    });
  },
  read: (_scene, entered) => ({ kind: 'act', action: { do: 'note', text: readText(entered, 'note') } }),
};

/** Why a closed case opens again. */
export const reopen: Modal = {
  build({ frame }) {
    const { words } = frame;
    return showSheet({
      title: words.modal.titles.reopen,
      submit: words.modal.save,
      blocks: [makeTextInput('reason', words.modal.reopenReason, { lines: 'many' })],
    });
  },
  read: (_scene, entered) => ({ kind: 'act', action: { do: 'reopen', reason: readText(entered, 'reason') } }),
};

/** A second look before an open case is closed as no request; the button on an unsure mail asks by a dialog instead. */
export const notARequest: Modal = {
  build({ frame }) {
    const { words } = frame;
    const { title, text, confirm } = words.card.notARequest;
    return showSheet({ title, submit: confirm, blocks: [makeSection(text)] });
  },
  read: () => ({ kind: 'act', action: { do: 'not-a-request' } }),
};
