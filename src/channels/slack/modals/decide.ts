import type { Case, Outcome, Track } from '../../../core/case.ts';
import { listPossible } from '../../../core/possible.ts';
import { isSettled, tasksOf, trackState } from '../../../core/step.ts';
import { workflowOf } from '../../../core/workflow.ts';
import { type Block, cut, escapeText, makeContext, makeSection } from '../blocks.ts';
import { listEarlyDecisions, listEarlyRefusals } from '../card-actions.ts';
import { type Frame, nameRight } from '../frame.ts';
import { isPartAdvised, listCategoryRows, readCategories } from './category-rows.ts';
import { makeChoice, makeTextInput, readText } from './inputs.ts';
import { type Modal, type Scene, type Sheet, showSheet, showsNothing } from './sheet.ts';

/** What is decided for one right, by category where its workflow asks so, or, early, which right is refused. */
export const decide: Modal = {
  build(scene) {
    const { record, frame, press } = scene;
    const { words } = frame;
    const rights = listCandidates(scene);
    const track = record.tracks.find((each) => each.right === rights[0]);
    if (asksRight(scene)) return showSheet(buildRightChoice(rights, frame));
    if (!track) return { ok: false, refusal: { code: 'not-possible-now', status: record.status } };
    const only = rights.length === 1 ? nameRight(track.right, frame) : undefined;
    const isEarly = press.extra === 'refuse';
    return showSheet({
      title: words.modal.titles.decide,
      submit: words.modal.save,
      blocks: [
        ...(only === undefined ? [makeRightChoice(rights, frame)] : [makeSection(`*${only}*`)]),
        ...listFound(record, track, frame),
        ...(isEarly ? [] : listDespite(record, track, frame)),
        ...(isEarly ? [] : [makeOutcome(record, track, frame)]),
        ...(isEarly ? [] : listCategoryRows(record, track, frame)),
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
    const { record, frame, press } = scene;
    const right = readText(entered, 'right') || (listCandidates(scene)[0] ?? '');
    if (asksRight(scene)) return { kind: 'turn', press: { ...press, target: right } };
    const outcome = press.extra === 'refuse' ? 'refuse' : readOutcome(readText(entered, 'outcome'));
    const ground = outcome === 'fulfil' ? '' : readText(entered, 'ground');
    const reason = readText(entered, 'reason');
    const despite = readText(entered, 'despite');
    const track = record.tracks.find((each) => each.right === right);
    const categories = track && outcome !== 'refuse' ? readCategories(record, track, entered, frame) : undefined;
    return {
      kind: 'act',
      action: {
        do: 'decide',
        right,
        outcome,
        ...(ground ? { ground } : {}),
        ...(reason ? { reason } : {}),
        ...(categories ? { categories } : {}),
        ...(despite && outcome !== 'refuse' ? { despite } : {}),
      },
    };
  },
};

function listCandidates({ record, frame, press }: Scene): string[] {
  if (press.target !== undefined) return [press.target];
  const possible = listPossible(record, frame.context, frame.writing.now);
  return press.extra === 'refuse'
    ? listEarlyRefusals(record, possible, frame)
    : listEarlyDecisions(record, possible, frame);
}

/** What can be decided differs by right, so of several rights one is chosen first. */
function asksRight(scene: Scene): boolean {
  return scene.press.extra === 'despite' && listCandidates(scene).length > 1;
}

function buildRightChoice(rights: string[], frame: Frame): Sheet {
  const { words } = frame;
  return { title: words.modal.titles.decide, submit: words.modal.next, blocks: [makeRightChoice(rights, frame)] };
}

function makeRightChoice(rights: string[], frame: Frame): Block {
  const choices = rights.map((right) => ({ value: right, label: nameRight(right, frame) }));
  return makeChoice('right', frame.words.modal.right, choices, { initial: rights[0], menu: true });
}

/** Asked only while the search is not finished: why it is decided all the same. */
function listDespite(record: Case, track: Track, { context, words }: Frame): Block[] {
  if (trackState(record, track, context) !== 'search') return [];
  const open = tasksOf(record, track.right, 'search').filter((task) => !isSettled(task)).length;
  return [makeTextInput('despite', words.modal.despite, { hint: words.modal.despiteHint(open), lines: 'many' })];
}

function makeOutcome(record: Case, track: Track, frame: Frame): Block {
  const { context, words } = frame;
  const { categories, letters, refusal } = workflowOf(context.workflows, track);
  const canPart = letters.partly !== undefined && (refusal.length > 0 || categories !== undefined);
  const outcomes: Outcome[] = [
    'fulfil',
    ...(canPart ? (['partly'] as const) : []),
    ...(refusal.length === 0 ? [] : (['refuse'] as const)),
  ];
  const choices = outcomes.map((value) => ({ value, label: words.modal.outcomes[value] }));
  const initial = canPart && isPartAdvised(record, track, frame) ? 'partly' : 'fulfil';
  return makeChoice('outcome', words.modal.outcome, choices, { initial });
}

/** Grounds of the rights in question, in full and as a menu, whose entries Slack cuts at 75 characters. */
function listGrounds(record: Case, rights: string[], isEarly: boolean, { context, words, writing }: Frame): Block[] {
  const tracks = record.tracks.filter((track) => rights.includes(track.right));
  const byCategory = !isEarly && tracks.some((track) => workflowOf(context.workflows, track).categories !== undefined);
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
      hint: byCategory ? words.modal.groundHintCategories : words.modal.groundHint,
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
