import { answerPart } from '../../../core/decide/letters.ts';
import { nameRight } from '../frame.ts';
import { readSentLetter, showLetter } from './letter-sheet.ts';
import type { Modal, Scene } from './sheet.ts';

/** The answer to the person: read it, change it, send it; it can only be sent when nothing is missing. */
export const sendLetter: Modal = {
  async build(scene) {
    const { frame, press } = scene;
    const head = `*${nameRight(press.target ?? '', frame)}*`;
    return showLetter(scene, frame.words.modal.titles.letter, head, await composeAnswer(scene));
  },
  async read(scene, entered) {
    const right = scene.press.target ?? '';
    const letter = await readSentLetter(scene, entered, () => composeAnswer(scene));
    return { kind: 'act', action: { do: 'send-letter', right, ...letter } };
  },
};

async function composeAnswer({ record, by, press, preview, frame }: Scene): ReturnType<Scene['preview']> {
  const right = press.target ?? '';
  const track = record.tracks.find((each) => each.right === right);
  const letter = track && answerPart(record, track, frame.context);
  if (!letter) return { ok: false, refusal: { code: 'not-possible-now', status: record.status } };
  return preview({ letter, right, by });
}
