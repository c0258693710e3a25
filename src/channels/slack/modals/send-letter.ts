import { answerPart, outcomeOf } from '../../../core/decide/staff.ts';
import { makeSection } from '../blocks.ts';
import { nameRight, showCommand } from '../frame.ts';
import { sayMissing } from '../say-refusal.ts';
import { makeLetterFields, readLetter } from './letter-fields.ts';
import { type Modal, type Scene, showSheet, showsNothing } from './sheet.ts';

/** The answer to the person: read it, change it, send it; it can only be sent when nothing is missing. */
export const sendLetter: Modal = {
  async build(scene) {
    const { record, frame, press } = scene;
    const { words } = frame;
    const title = words.modal.titles.letter;
    const head = makeSection(`*${nameRight(press.target ?? '', frame)}*`);
    const letter = await composeAnswer(scene);
    if (!letter.ok && letter.refusal.code === 'letter-incomplete') {
      const missing = sayMissing(letter.refusal.missing, frame);
      return showSheet({ title, blocks: [head, makeSection(words.modal.missing(missing))] });
    }
    if (!letter.ok) return letter;
    const fields = showsNothing(frame)
      ? [makeSection(words.modal.notShown(showCommand(record))), makeSection(words.modal.letterUnseen)]
      : makeLetterFields(letter, words.modal.letterHint, frame);
    return showSheet({ title, submit: words.modal.send, blocks: [head, ...fields] });
  },
  async read(scene, entered) {
    const right = scene.press.target ?? '';
    if (!showsNothing(scene.frame))
      return { kind: 'act', action: { do: 'send-letter', right, ...readLetter(entered) } };
    const letter = await composeAnswer(scene);
    const { subject, text } = letter.ok ? letter : { subject: '', text: '' };
    return { kind: 'act', action: { do: 'send-letter', right, subject, text } };
  },
};

async function composeAnswer({ record, by, press, preview, frame }: Scene): ReturnType<Scene['preview']> {
  const right = press.target ?? '';
  const track = record.tracks.find((each) => each.right === right);
  const outcome = track && outcomeOf(track, frame.context.workflows);
  if (!outcome) return { ok: false, refusal: { code: 'not-possible-now', status: record.status } };
  return preview({ letter: answerPart(outcome), right, by });
}
