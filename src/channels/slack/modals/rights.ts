import { makeContext } from '../blocks.ts';
import type { Frame } from '../frame.ts';
import { type Choice, makeChoices, readChoices } from './inputs.ts';
import { type Entered, type Modal, type Scene, type Sheet, showSheet, showsNothing } from './sheet.ts';
import { listWhy } from './show-message.ts';

/** Which rights an unsure mail asks for. */
export const triage: Modal = {
  build: (scene) => showSheet(buildRights(scene, scene.frame.words.modal.titles.triage)),
  read: (_scene, entered) => ({ kind: 'act', action: { do: 'triage', ...readRights(entered) } }),
};

/** Which rights a case is about. */
export const changeRights: Modal = {
  build: (scene) => showSheet(buildRights(scene, scene.frame.words.modal.titles.rights)),
  read: (_scene, entered) => ({ kind: 'act', action: { do: 'change-rights', ...readRights(entered) } }),
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
      makeChoices('marketing', words.modal.marketing, [{ value: 'yes', label: words.modal.isMarketing }], {
        hint: words.modal.marketingHint,
        optional: true,
        initial: record.tracks.some((track) => track.marketing) ? ['yes'] : [],
      }),
      makeContext(words.modal.triageHint),
    ],
  };
}

function readRights(entered: Entered): { rights: string[]; marketing: boolean } {
  return { rights: readChoices(entered, 'rights'), marketing: readChoices(entered, 'marketing').length > 0 };
}

function listRights({ context, writing }: Frame): Choice[] {
  return [...context.workflows.values()].map(({ right, name, article }) => ({
    value: right,
    label: `${name[writing.language]} (art. ${article})`,
  }));
}
