import { adviseCategory } from '../../advise.ts';
import { planApproval } from '../../approval.ts';
import { toLocalDate } from '../../calendar.ts';
import type { CategoryDecision, Done, Track } from '../../case.ts';
import { trackReceivedAt } from '../../case-clock.ts';
import type { Context } from '../../context.ts';
import type { StaffAction } from '../../event.ts';
import { listFoundCategories } from '../../found.ts';
import type { Refusal } from '../../refusal.ts';
import { isSettled, tasksOf, trackState } from '../../step.ts';
import { type Workflow, workflowOf } from '../../workflow.ts';
import { type Draft, personalOf, record } from '../draft.ts';
import { type Acts, doneBy } from './act.ts';

type Decide = Extract<StaffAction, { do: 'decide' }>;
type Refused = { refusal: Refusal };

/** What is done about a right: the decision of a person, never of the desk. */
export const decisionActs: Acts<'decide'> = {
  decide(draft, action, staff, context) {
    const track = draft.case.tracks.find((each) => each.right === action.right);
    if (!track) return { code: 'unknown-right', right: action.right };
    const early = checkMoment(draft, track, action, context);
    if (early) return early;
    const workflow = workflowOf(context.workflows, track);
    const categories = action.outcome === 'refuse' ? {} : decideCategories(draft, track, action, workflow, context);
    if ('refusal' in categories) return categories.refusal as Refusal;
    const refusal = checkDecision(action, workflow, Object.values(categories));
    if (refusal) return refusal;
    const { outcome, ground } = action;
    const planned = planApproval(draft.case, track, { outcome, categories }, doneBy(staff), context);
    if ('refusal' in planned) return planned.refusal;
    const { approval } = planned;
    track.decision = { ...doneBy(staff), outcome, ...(ground ? { ground } : {}), ...(approval ? { approval } : {}) };
    if (Object.keys(categories).length > 0) track.categories = categories;
    keepReasons(draft, action);
    if (action.despite) {
      track.steps.search ??= doneBy(staff);
      closeSearches(draft, doneBy(staff), action.despite);
    }
    const acts = Object.entries(categories).map(([id, decided]) => `${id}:${decided.act}`);
    record(draft, 'decided', doneBy(staff), {
      right: action.right,
      outcome,
      ...(ground ? { ground } : {}),
      ...(acts.length > 0 ? { categories: acts } : {}),
      ...(action.despite ? { despite: true } : {}),
      ...(approval ? { approval: approval.status } : {}),
      ...(approval?.until ? { until: approval.until } : {}),
    });
    return null;
  },
};

/** Before its step only a refusal is possible, or, while tasks are open or failed, a decision of which staff say why. */
function checkMoment(draft: Draft, track: Track, action: Decide, context: Context): Refusal | null {
  const state = trackState(draft.case, track, context);
  if (state === 'decide' || action.outcome === 'refuse') return null;
  if (state !== 'search') return { code: 'not-possible-now', status: draft.case.status };
  const open = tasksOf(draft.case, track.right, 'search').filter((task) => !isSettled(task)).length;
  return action.despite?.trim() ? null : { code: 'tasks-open', open };
}

/** What happens to each category found: as staff chose, else as the register advises; another choice than the advice needs a reason. */
function decideCategories(
  draft: Draft,
  track: Track,
  action: Decide,
  workflow: Workflow,
  context: Context,
): Record<string, CategoryDecision> | Refused {
  const { categories: rules } = workflow;
  if (!rules) return {};
  const receivedOn = toLocalDate(trackReceivedAt(draft.case, track), context.calendar.timeZone);
  const decided: Record<string, CategoryDecision> = {};
  for (const category of listFoundCategories(draft.case, track.right, context)) {
    const advice = adviseCategory(category, rules, receivedOn);
    const chosen = action.categories?.[category.id];
    const act = chosen?.act ?? advice.act;
    if (!rules.acts.includes(act)) return { refusal: { code: 'act-not-possible', category: category.id, act } };
    if (act !== advice.act && !chosen?.reason?.trim())
      return { refusal: { code: 'category-reason-missing', category: category.id } };
    const ground = advice.law ?? rules.advice.find((line) => line.when === advice.ground)?.article;
    const { until } = advice;
    decided[category.id] =
      act === advice.act ? { act, ...(ground ? { ground } : {}), ...(until ? { until } : {}) } : { act };
  }
  return decided;
}

/** Article 12(4): what is not done is told with its ground and the reason; categories that carry their own need no other. */
function checkDecision(action: Decide, workflow: Workflow, categories: CategoryDecision[]): Refusal | null {
  if (action.outcome === 'fulfil') return null;
  if (!workflow.letters[action.outcome]) return { code: 'letter-not-there', template: action.outcome };
  const kept = categories.filter((category) => category.act === 'keep' || category.act === 'leave-out');
  if (action.outcome === 'partly' && kept.length > 0 && kept.every((category) => category.ground)) return null;
  if (!workflow.refusal.some((ground) => ground.id === action.ground)) return { code: 'ground-missing' };
  return action.reason?.trim() ? null : { code: 'reason-missing' };
}

/** Searches that no track waits for any more end as not done, with the reason; those of a track that still searches stay. */
function closeSearches(draft: Draft, done: Done, reason: string): void {
  const searched = (right: string) =>
    draft.case.tracks.find((each) => each.right === right)?.steps.search !== undefined;
  for (const task of draft.case.tasks) {
    if (task.step !== 'search' || isSettled(task) || !task.rights.every(searched)) continue;
    Object.assign(task, { result: 'failed', finished: done });
    personalOf(draft).taskNotes[task.id] ??= reason;
    record(draft, 'task-finished', done, { task: task.id, place: task.place, result: 'failed' });
  }
}

function keepReasons(draft: Draft, action: Decide): void {
  const { reasons } = personalOf(draft);
  if (action.reason) reasons[action.right] = action.reason;
  if (action.despite) reasons[`${action.right}/despite`] = action.despite;
  for (const [id, { reason }] of Object.entries(action.categories ?? {})) {
    if (reason) reasons[`${action.right}/${id}`] = reason;
  }
}
