import { adviseCategory, type CategoryAdvice } from '../../../core/advise.ts';
import type { Case, CategoryAct, Track } from '../../../core/case.ts';
import { trackReceivedAt } from '../../../core/case-clock.ts';
import { listFoundCategories, listFoundPlaces } from '../../../core/found.ts';
import type { Category } from '../../../core/register.ts';
import { sayDay } from '../../../core/say-date.ts';
import { type Workflow, workflowOf } from '../../../core/workflow.ts';
import { toLocalDate } from '../../../core/zone.ts';
import { type Block, makeSection } from '../blocks.ts';
import { type Frame, namePlace } from '../frame.ts';
import { makeChoice, makeTextInput, readText } from './inputs.ts';
import type { Entered } from './sheet.ts';

type Rules = NonNullable<Workflow['categories']>;
type Row = { category: Category; rules: Rules; advice: CategoryAdvice };
type Chosen = Record<string, { act: CategoryAct; reason?: string }>;

/** A row takes two blocks of the hundred that a window holds; the rest of the window needs up to ten. */
const mostRows = 45;
const longestLabel = 150;

/** One row a category that was found: what happens to it, as advised until staff choose otherwise, and why otherwise. */
export function listCategoryRows(record: Case, track: Track, frame: Frame): Block[] {
  const rows = listRows(record, track, frame).slice(0, mostRows);
  if (rows.length === 0) return [];
  const { words } = frame;
  return [makeSection(`*${words.modal.categories}*`), ...rows.flatMap((row) => makeRow(record, track, row, frame))];
}

/** What was chosen for each category that was found; undefined where the window showed none. */
export function readCategories(record: Case, track: Track, entered: Entered, frame: Frame): Chosen | undefined {
  const chosen = listRows(record, track, frame).flatMap(({ category, rules }) => {
    const act = rules.acts.find((each) => each === readText(entered, nameActInput(category.id)));
    const reason = readText(entered, nameReasonInput(category.id));
    return act ? [[category.id, { act, ...(reason ? { reason } : {}) }] as const] : [];
  });
  return chosen.length > 0 ? Object.fromEntries(chosen) : undefined;
}

/** True when the advice is to keep or leave out something, so that the answer is at most a part. */
export function isPartAdvised(record: Case, track: Track, frame: Frame): boolean {
  return listRows(record, track, frame).some(({ advice }) => advice.act === 'keep' || advice.act === 'leave-out');
}

/** The block id of a row's menu. */
export function nameActInput(category: string): string {
  return `act.${category}`;
}

/** The block id of a row's reason. */
export function nameReasonInput(category: string): string {
  return `reason.${category}`;
}

function listRows(record: Case, track: Track, { context, writing }: Frame): Row[] {
  const { categories: rules } = workflowOf(context.workflows, track);
  if (!rules) return [];
  const receivedOn = toLocalDate(trackReceivedAt(record, track), writing.timeZone);
  return listFoundCategories(record, track.right, context).map((category) => ({
    category,
    rules,
    advice: adviseCategory(category, rules, receivedOn),
  }));
}

function makeRow(record: Case, track: Track, { category, rules, advice }: Row, frame: Frame): Block[] {
  const { words, writing } = frame;
  const name = category.name[writing.language];
  const found = listFoundPlaces(record, track.right).filter((place) => category.places.includes(place));
  const places = words.modal.foundIn(found.map((place) => namePlace(place, frame)).join(', '));
  const choices = rules.acts.map((act) => ({ value: act, label: words.card.acts[act] }));
  return [
    makeChoice(nameActInput(category.id), name.slice(0, longestLabel), choices, {
      menu: true,
      initial: advice.act,
      hint: `${places} ${words.modal.advice(sayAdvice(category, rules, advice, frame))}`,
    }),
    makeTextInput(nameReasonInput(category.id), words.modal.categoryReason(name).slice(0, longestLabel), {
      optional: true,
    }),
  ];
}

/** "bewaren tot 31 december 2033, fiscale bewaarplicht, artikel 52 AWR"; a ground that is a sentence comes last. */
function sayAdvice(category: Category, rules: Rules, advice: CategoryAdvice, { words, writing }: Frame): string {
  const say = words.modal;
  const { language } = writing;
  const act = words.card.acts[advice.act];
  const what = advice.until === undefined ? act : say.adviceUntil(act, sayDay(advice.until, '')[language]);
  const line = rules.advice.find((each) => each.when === advice.ground);
  const article = advice.law ?? line?.article;
  const known = advice.law === undefined ? line?.text?.[language] : category.keep?.text[language];
  const ground = known ?? say.adviceGrounds[advice.ground ?? ''];
  const law = article === undefined ? undefined : say.adviceArticle(article);
  const isSentence = ground?.trim().endsWith('.') === true;
  const short = [what, isSentence ? undefined : ground, law].filter((part) => part !== undefined).join(', ');
  return isSentence ? `${short}: ${ground}` : short;
}
