import { readLetter } from './letter-fields.ts';
import { showLetter } from './letter-sheet.ts';
import { type Modal, showsNothing } from './sheet.ts';

/** The acknowledgement, opened where it lacks something as composed: read it, complete it, send it. */
export const acknowledge: Modal = {
  async build(scene) {
    const { frame, by, preview } = scene;
    const { letters } = frame.words.card;
    return showLetter(
      scene,
      frame.words.modal.titles.letter,
      `*${letters.acknowledged}*`,
      await preview({ letter: 'acknowledged', by }),
    );
  },
  read({ frame }, entered) {
    return { kind: 'act', action: { do: 'acknowledge', ...(showsNothing(frame) ? {} : readLetter(entered)) } };
  },
};
