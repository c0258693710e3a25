import { escapeText } from '../blocks.ts';
import { nameRecipient } from '../recipients.ts';
import { readSentLetter, showLetter } from './letter-sheet.ts';
import type { Modal, Scene } from './sheet.ts';

/** The notice that tells a recipient what was done (article 19): read it, change it, send it. */
export const sendNotice: Modal = {
  async build(scene) {
    const { record, frame, press } = scene;
    const { words } = frame;
    const task = record.tasks.find((each) => each.id === press.target);
    const recipient = frame.context.register.recipients.find((each) => each.id === task?.recipient);
    if (!recipient) return { ok: false, refusal: { code: 'not-possible-now', status: record.status } };
    if (recipient.email === undefined) return { ok: false, refusal: { code: 'no-address' } };
    const name = escapeText(nameRecipient(recipient.id, frame));
    const head = `*${name}*\n${words.modal.to}: ${escapeText(recipient.email)}`;
    return showLetter(scene, words.modal.titles.notice, head, await composeNotice(scene));
  },
  async read(scene, entered) {
    const task = scene.press.target ?? '';
    const letter = await readSentLetter(scene, entered, () => composeNotice(scene));
    return { kind: 'act', action: { do: 'send-notice', task, ...letter } };
  },
};

async function composeNotice({ record, by, press, preview }: Scene): ReturnType<Scene['preview']> {
  const task = record.tasks.find((each) => each.id === press.target);
  const [right] = task?.rights ?? [];
  return preview({ letter: 'notice', by, right, task: press.target });
}
