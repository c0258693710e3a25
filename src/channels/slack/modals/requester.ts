import { requesters } from '../../../core/case.ts';
import { makeChoice, readText } from './inputs.ts';
import { readLetter } from './letter-fields.ts';
import { showLetter } from './letter-sheet.ts';
import { type Modal, showSheet, showsNothing } from './sheet.ts';

/** In which role somebody asks; the id goes into the record, never what they sent as proof. */
export const setRequester: Modal = {
  build({ record, frame }) {
    const { words } = frame;
    const choices = requesters.map((value) => ({ value, label: words.card.requesters[value] }));
    return showSheet({
      title: words.modal.titles.requester,
      submit: words.modal.save,
      blocks: [
        makeChoice('requester', words.modal.requester, choices, {
          hint: words.modal.requesterHint,
          initial: record.requester ?? 'self',
        }),
      ],
    });
  },
  read(_scene, entered) {
    const requester = requesters.find((each) => each === readText(entered, 'requester')) ?? 'self';
    return { kind: 'act', action: { do: 'set-requester', requester } };
  },
};

/** The letter that asks who acts for another to show that they may. */
export const askRequester: Modal = {
  async build(scene) {
    const { record, frame, by, preview } = scene;
    const { words } = frame;
    const head = `*${words.card.requesters[record.requester ?? 'self']}*`;
    return showLetter(scene, words.modal.titles.askRequester, head, await preview({ letter: 'requester', by }));
  },
  read({ frame }, entered) {
    return {
      kind: 'act',
      action: { do: 'ask-requester', ...(showsNothing(frame) ? {} : readLetter(entered)) },
    };
  },
};
