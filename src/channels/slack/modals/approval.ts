import { findPendingDecision, listOtherApprovers } from '../../../core/approval.ts';
import type { Case, Track } from '../../../core/case.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { workflowOf } from '../../../core/workflow.ts';
import { type Block, cut, escapeText, makeContext, makeSection } from '../blocks.ts';
import { type Frame, nameActor, nameCategory, nameRight } from '../frame.ts';
import { writeMoment } from '../write-date.ts';
import { makeTextInput, readText } from './inputs.ts';
import { type Modal, type Scene, showSheet, showsNothing } from './sheet.ts';

/** The decision as it was made, for the second person to read before it counts. */
export const approveDecision: Modal = {
  build(scene) {
    const refusal = refuseOwn(scene);
    if (refusal) return { ok: false, refusal };
    const { words } = scene.frame;
    const { titleApprove, approve, approveHint } = words.approval;
    return showSheet({ title: titleApprove, submit: approve, blocks: [...describe(scene), makeContext(approveHint)] });
  },
  read: ({ press }) => ({
    kind: 'act',
    action: { do: 'approve-decision', right: press.target ?? '', decidedAt: press.extra ?? '' },
  }),
};

/** The decision as it was made, and why it goes back. */
export const rejectDecision: Modal = {
  build(scene) {
    const refusal = refuseOwn(scene);
    if (refusal) return { ok: false, refusal };
    const { titleReject, reject, rejectReason, rejectHint } = scene.frame.words.approval;
    const reason = makeTextInput('reason', rejectReason, { lines: 'many', hint: rejectHint });
    return showSheet({ title: titleReject, submit: reject, blocks: [...describe(scene), reason] });
  },
  read: ({ press }, entered) => ({
    kind: 'act',
    action: {
      do: 'reject-decision',
      right: press.target ?? '',
      decidedAt: press.extra ?? '',
      reason: readText(entered, 'reason'),
    },
  }),
};

/** Told before the window opens; the core refuses it in any case. */
function refuseOwn({ record, frame, press, by }: Scene): Refusal | null {
  const track = record.tracks.find((each) => each.right === press.target);
  const pending = track && findPendingDecision(track);
  const who = listOtherApprovers(by, frame.context);
  return pending?.by === by && pending.approval.status === 'asked' && who.length > 0
    ? { code: 'own-decision', who }
    : null;
}

function describe({ record, frame, press }: Scene): Block[] {
  const track = record.tracks.find((each) => each.right === press.target);
  const pending = track && findPendingDecision(track);
  if (!track || !pending) return [];
  const { words, writing } = frame;
  const head = `*${nameRight(track.right, frame)}: ${words.line.outcomes[pending.outcome]}*`;
  const by = words.approval.decidedBy(nameActor(pending.by, frame), writeMoment(pending.at, writing));
  return [makeSection(`${head}\n${by}`), ...listActs(track, frame), ...listWords(record, track, frame)];
}

function listActs(track: Track, frame: Frame): Block[] {
  const lines = Object.entries(track.categories ?? {}).map(
    ([id, { act }]) => `• ${nameCategory(id, frame)}: ${frame.words.card.acts[act]}`,
  );
  return lines.length > 0 ? [makeSection(cut(lines.join('\n'), 3000))] : [];
}

/** Ground, explanation and the like; what staff wrote only where the setting lets words be seen in Slack. */
function listWords(record: Case, track: Track, frame: Frame): Block[] {
  const { context, words, writing } = frame;
  const { approval } = words;
  const ground = workflowOf(context.workflows, track).refusal.find((each) => each.id === track.decision?.ground);
  const reasons = showsNothing(frame) ? {} : (record.personal?.reasons ?? {});
  const parts: [string, string | undefined][] = [
    [approval.ground, ground && `${ground.text[writing.language]} (art. ${ground.article})`],
    [approval.reason, reasons[track.right]],
    [approval.despite, reasons[`${track.right}/despite`]],
    ...Object.keys(track.categories ?? {}).map((id): [string, string | undefined] => [
      nameCategory(id, frame),
      reasons[`${track.right}/${id}`],
    ]),
  ];
  return parts.flatMap(([label, text]) => (text ? [makeSection(cut(`*${label}*\n${escapeText(text)}`, 3000))] : []));
}
