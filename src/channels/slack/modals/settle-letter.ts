import type { Case } from '../../../core/case.ts';
import { type Block, escapeText, makePlainSections, makeSection } from '../blocks.ts';
import { type Frame, showCommand } from '../frame.ts';
import { makeChoice, readText } from './inputs.ts';
import { readLetterText } from './letter-text.ts';
import { type Modal, showSheet, showsNothing } from './sheet.ts';

const mostCharacters = 40_000;

/** A letter of which it is not sure that it went out, or one to be printed and posted: staff say what became of it. */
export const settleLetter: Modal = {
  build({ record, frame, press }) {
    const { words } = frame;
    const letter = record.letters.find((each) => each.id === press.target);
    if (!letter) return { ok: false, refusal: { code: 'not-possible-now', status: record.status } };
    const title = words.modal.titles.settle;
    const text = listText(record, letter.id, frame);
    if (letter.means === 'post')
      return showSheet({ title, submit: words.modal.isSent, blocks: [makeSection(words.modal.postHint), ...text] });
    const choices = [
      { value: 'was-sent', label: words.modal.wasSent },
      { value: 'send-again', label: words.modal.sendAgain },
    ];
    const choice = makeChoice('outcome', words.modal.settle, choices, { hint: words.modal.settleHint });
    return showSheet({ title, submit: words.modal.save, blocks: [choice, ...text] });
  },
  read({ press }, entered) {
    const outcome = readText(entered, 'outcome') === 'send-again' ? 'send-again' : 'was-sent';
    return { kind: 'act', action: { do: 'settle-letter', letter: press.target ?? '', outcome } };
  },
};

function listText(record: Case, letterId: string, frame: Frame): Block[] {
  const { words } = frame;
  if (showsNothing(frame)) return [makeSection(words.modal.notShown(showCommand(record)))];
  const content = readLetterText(record, letterId);
  if (!content) return [];
  return [
    makeSection(`*${escapeText(content.subject)}*\n${words.modal.to}: ${escapeText(content.to)}`),
    ...makePlainSections(content.text, mostCharacters),
  ];
}
