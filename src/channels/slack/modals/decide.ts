import type { Case, Outcome, Track } from '../../../core/case.ts';
import { listPossible } from '../../../core/possible.ts';
import { tasksOf } from '../../../core/step.ts';
import { workflowOf } from '../../../core/workflow.ts';
import { type Block, cut, escapeText, makeContext, makeSection } from '../blocks.ts';
import { listEarlyRefusals } from '../card-actions.ts';
import { type Frame, nameRight } from '../frame.ts';
import { makeChoice, makeTextInput, readText } from './inputs.ts';
import { type Modal, type Scene, showSheet, showsNothing } from './sheet.ts';

/** What is decided for one right, or, early, which right is refused: outcome, ground from the workflow, explanation. */
export const decide: Modal = {
  build(scene) {
    const { record, frame, press } = scene;
    const { words } = frame;
    const rights = listCandidates(scene);
    const track = record.tracks.find((each) => each.right === rights[0]);
    if (!track) return { ok: false, refusal: { code: 'not-possible-now', status: record.status } };
    const only = rights.length === 1 ? nameRight(track.right, frame) : undefined;
    const isEarly = press.extra === 'refuse';
    const choose = rights.map((right) => ({ value: right, label: nameRight(right, frame) }));
    return showSheet({
      title: words.modal.titles.decide,
      submit: words.modal.save,
      blocks: [
        ...(only === undefined
          ? [makeChoice('right', words.modal.right, choose, { initial: track.right, menu: true })]
          : [makeSection(`*${only}*`)]),
        ...listFound(record, track, frame),
        ...(isEarly ? [] : [makeOutcome(track, frame)]),
        ...listGrounds(record, rights, isEarly, frame),
        makeTextInput('reason', words.modal.reason, {
          hint: words.modal.reasonHint,
          lines: 'many',
          optional: !isEarly,
        }),
      ],
    });
  },
  read(scene, entered) {
    const right = readText(entered, 'right') || (listCandidates(scene)[0] ?? '');
    const outcome = scene.press.extra === 'refuse' ? 'refuse' : readOutcome(readText(entered, 'outcome'));
    const ground = outcome === 'fulfil' ? '' : readText(entered, 'ground');
    const reason = readText(entered, 'reason');
    return {
      kind: 'act',
      action: { do: 'decide', right, outcome, ...(ground ? { ground } : {}), ...(reason ? { reason } : {}) },
    };
  },
};

function listCandidates({ record, frame, press }: Scene): string[] {
  if (press.target !== undefined) return [press.target];
  return listEarlyRefusals(record, listPossible(record, frame.context, frame.writing.now), frame);
}

function makeOutcome(track: Track, { context, words }: Frame): Block {
  const { letters, refusal } = workflowOf(context.workflows, track);
  const outcomes: Outcome[] = [
    'fulfil',
    ...(refusal.length === 0 || letters.partly === undefined ? [] : (['partly'] as const)),
    ...(refusal.length === 0 ? [] : (['refuse'] as const)),
  ];
  const choices = outcomes.map((value) => ({ value, label: words.modal.outcomes[value] }));
  return makeChoice('outcome', words.modal.outcome, choices, { initial: 'fulfil' });
}

/** Grounds of the rights in question, in full and as a menu, whose entries Slack cuts at 75 characters. */
function listGrounds(record: Case, rights: string[], isEarly: boolean, { context, words, writing }: Frame): Block[] {
  const tracks = record.tracks.filter((track) => rights.includes(track.right));
  const all = tracks.flatMap((track) => workflowOf(context.workflows, track).refusal);
  const grounds = [...new Map(all.map((ground) => [ground.id, ground])).values()];
  if (grounds.length === 0) return [];
  const lines = grounds.map((ground) => `• ${ground.text[writing.language]} (art. ${ground.article})`);
  const choices = grounds.map((ground) => ({
    value: ground.id,
    label: `${ground.article}: ${ground.text[writing.language]}`,
  }));
  return [
    makeContext(cut(`${words.modal.grounds}\n${lines.join('\n')}`, 3000)),
    makeChoice('ground', words.modal.ground, choices, {
      menu: true,
      optional: !isEarly,
      hint: words.modal.groundHint,
    }),
  ];
}

function listFound(record: Case, track: Track, frame: Frame): Block[] {
  const { words, writing } = frame;
  const lines = tasksOf(record, track.right, 'search').map((task) => {
    const result = task.result ? words.line.results[task.result] : words.card.states.search;
    const note = showsNothing(frame) ? undefined : record.personal?.taskNotes[task.id];
    return `• ${task.title[writing.language]}: ${result}${note ? ` (${escapeText(cut(note, 300))})` : ''}`;
  });
  return lines.length > 0 ? [makeSection(`${words.modal.found}\n${lines.join('\n')}`)] : [];
}

function readOutcome(value: string): Outcome {
  return value === 'refuse' || value === 'partly' ? value : 'fulfil';
}
