import { makeTextInput, readText } from './inputs.ts';
import { makeLetterFields, readLetter } from './letter-fields.ts';
import { listFindings } from './letter-sheet.ts';
import { type Modal, showSheet, showsNothing } from './sheet.ts';

/** More time, in two pages: first the reason, then the letter that tells the person. */
export const extend: Modal = {
  async build({ frame, by, press, preview }, entered) {
    const { words } = frame;
    const reason = readText(entered, 'reason');
    const reasonInput = makeTextInput('reason', words.modal.extendReason, {
      hint: words.modal.extendReasonHint,
      lines: 'many',
      initial: reason,
    });
    const title = words.modal.titles.extend;
    if (press.extra !== 'letter')
      return showSheet({
        title,
        submit: showsNothing(frame) ? words.modal.send : words.modal.preview,
        blocks: [reasonInput],
      });
    const letter = await preview({ letter: 'extended', by, reason });
    if (!letter.ok) return letter;
    const fields = makeLetterFields(letter, words.modal.letterHint, frame);
    return showSheet({
      title,
      submit: words.modal.send,
      blocks: [...listFindings(letter, frame), reasonInput, ...fields],
    });
  },
  read({ frame, press }, entered) {
    const reason = readText(entered, 'reason');
    if (press.extra === 'letter') return { kind: 'act', action: { do: 'extend', reason, ...readLetter(entered) } };
    if (reason === '') return { kind: 'faults', errors: { reason: frame.words.private.reasonMissing } };
    if (showsNothing(frame)) return { kind: 'act', action: { do: 'extend', reason } };
    return { kind: 'turn', press: { ...press, extra: 'letter' } };
  },
};
