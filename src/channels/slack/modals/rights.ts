import { makeContext } from '../blocks.ts';
import type { Frame } from '../frame.ts';
import { type Choice, makeChoices, readChoices } from './inputs.ts';
import { type Modal, type Scene, type Sheet, showSheet, showsNothing } from './sheet.ts';
import { listWhy } from './show-message.ts';

/** Which rights an unsure mail asks for. */
export const triage: Modal = {
  build: (scene) => showSheet(buildRights(scene, scene.frame.words.modal.titles.triage)),
  read: (_scene, entered) => ({ kind: 'act', action: { do: 'triage', rights: readChoices(entered, 'rights') } }),
};

/** Which rights a case is about. */
export const changeRights: Modal = {
  build: (scene) => showSheet(buildRights(scene, scene.frame.words.modal.titles.rights)),
  read: (_scene, entered) => ({ kind: 'act', action: { do: 'change-rights', rights: readChoices(entered, 'rights') } }),
};

function buildRights({ record, frame }: Scene, title: string): Sheet {
  const { words } = frame;
  const present = record.tracks.map((track) => track.right);
  return {
    title,
    submit: words.modal.save,
    blocks: [
      ...(showsNothing(frame) ? [] : listWhy(record, frame)),
      makeChoices('rights', words.modal.rights, listRights(frame), { initial: present }),
      makeContext(words.modal.triageHint),
    ],
  };
}

/** Every right that the desk knows, with its article. */
export function listRights({ context, writing }: Frame): Choice[] {
  return [...context.workflows.values()].map(({ right, name, article }) => ({
    value: right,
    label: `${name[writing.language]} (art. ${article})`,
  }));
}
