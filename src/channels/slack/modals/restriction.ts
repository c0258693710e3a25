import { listOtherApprovers } from '../../../core/approval.ts';
import { nameReason } from '../../../core/decide/acts/restriction-acts.ts';
import { workflowOf } from '../../../core/workflow.ts';
import { makeSection } from '../blocks.ts';
import { nameActor, nameRight } from '../frame.ts';
import { writeMoment } from '../write-date.ts';
import { makeTextInput, readText } from './inputs.ts';
import { makeLetterFields, readLetter } from './letter-fields.ts';
import { listFindings, showLetter } from './letter-sheet.ts';
import { type Built, type Modal, type Scene, showSheet, showsNothing } from './sheet.ts';

/** The letter that tells that the data are locked while the request is weighed. */
export const tellRestriction: Modal = {
  async build(scene) {
    const { frame, by, press, preview } = scene;
    const { target: right = '' } = press;
    const letter = await preview({ letter: 'locked', by, right });
    return showLetter(scene, frame.words.restriction.titleTell, `*${nameRight(right, frame)}*`, letter);
  },
  read({ frame, press }, entered) {
    const letter = showsNothing(frame) ? {} : readLetter(entered);
    return { kind: 'act', action: { do: 'tell-restriction', right: press.target ?? '', ...letter } };
  },
};

/**
 * Lifting: the reason, then the letter that announces it; where a second person must approve, the first gives the reason and the
 * second reads the letter.
 */
export const liftRestriction: Modal = {
  build(scene, entered) {
    const { press } = scene;
    if (press.extra === 'letter') return buildLetter(scene, readText(entered, 'reason'));
    return press.extra === undefined ? buildReason(scene) : buildApproval(scene);
  },
  read(scene, entered) {
    const { frame, press } = scene;
    const { target: right = '' } = press;
    const reason = readText(entered, 'reason');
    const letter = showsNothing(frame) ? {} : readLetter(entered);
    if (press.extra === 'letter') return { kind: 'act', action: { do: 'lift-restriction', right, reason, ...letter } };
    if (press.extra !== undefined)
      return { kind: 'act', action: { do: 'lift-restriction', right, askedAt: press.extra, ...letter } };
    if (reason === '') return { kind: 'faults', errors: { reason: frame.words.private.reasonMissing } };
    if (needsApproval(scene) || showsNothing(frame))
      return { kind: 'act', action: { do: 'lift-restriction', right, reason } };
    return { kind: 'turn', press: { ...press, extra: 'letter' } };
  },
};

function buildReason(scene: Scene): Built {
  const { frame, press } = scene;
  const { modal, restriction } = frame.words;
  const plainly = showsNothing(frame) ? modal.send : modal.preview;
  return showSheet({
    title: restriction.titleLift,
    submit: needsApproval(scene) ? restriction.ask : plainly,
    blocks: [makeSection(`*${nameRight(press.target ?? '', frame)}*`), makeReason(scene, '')],
  });
}

async function buildLetter(scene: Scene, reason: string): Promise<Built> {
  const { frame, by, press, preview } = scene;
  const { modal, restriction } = frame.words;
  const letter = await preview({ letter: 'lifted', by, right: press.target, reason });
  if (!letter.ok) return letter;
  return showSheet({
    title: restriction.titleLift,
    submit: modal.send,
    blocks: [
      ...listFindings(letter, frame),
      makeReason(scene, reason),
      ...makeLetterFields(letter, modal.letterHint, frame),
    ],
  });
}

/** The second person reads the letter with the reason that the first gave. */
async function buildApproval(scene: Scene): Promise<Built> {
  const { record, frame, by, press, preview } = scene;
  const { words, writing, context } = frame;
  const track = record.tracks.find((each) => each.right === press.target);
  const lift = track?.lift;
  if (!track || lift?.at !== press.extra || !lift) return { ok: false, refusal: { code: 'decision-changed' } };
  const who = listOtherApprovers(by, context);
  if (lift.by === by && lift.approval.status === 'asked' && who.length > 0)
    return { ok: false, refusal: { code: 'own-decision', who } };
  const reason = record.personal?.reasons[nameReason(track)] ?? '';
  const asked = words.restriction.askedBy(nameActor(lift.by, frame), writeMoment(lift.at, writing));
  const letter = await preview({ letter: 'lifted', by, right: track.right, reason });
  return showLetter(scene, words.restriction.titleLift, `*${nameRight(track.right, frame)}*\n${asked}`, letter);
}

function makeReason({ frame }: Scene, initial: string) {
  const { reason, reasonHint } = frame.words.restriction;
  return makeTextInput('reason', reason, { hint: reasonHint, lines: 'many', initial });
}

function needsApproval({ record, frame, press }: Scene): boolean {
  const track = record.tracks.find((each) => each.right === press.target);
  return track !== undefined && workflowOf(frame.context.workflows, track).approve.includes('lift');
}
