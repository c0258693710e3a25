import { addWorkingDays } from '../calendar.ts';
import type { Case, Task, TaskStep } from '../case.ts';
import { caseDeadline, planTimers } from '../case-clock.ts';
import type { Context } from '../context.ts';
import { isSettled, tasksOf, trackState } from '../step.ts';
import { workflowOf } from '../workflow.ts';
import { type Draft, record } from './draft.ts';

/** Working days before the legal date by which a task must be done, so that deciding and writing still fit. */
const taskMarginDays = 5;

/** Brings a draft to rest: opens the tasks of the steps now reached, closes the steps whose tasks are settled, plans the timers. */
export function settleDraft(draft: Draft, context: Context, now: string): void {
  if (draft.case.status === 'open') {
    let moved = true;
    while (moved) moved = draft.case.tracks.map((track) => moveTrack(draft, track.right, context, now)).some(Boolean);
  }
  draft.case.timers = planTimers(draft.case, context, now);
}

/** Moves one track on where it can by itself; true when something changed. */
function moveTrack(draft: Draft, right: string, context: Context, now: string): boolean {
  const track = draft.case.tracks.find((each) => each.right === right);
  if (!track) return false;
  const state = trackState(draft.case, track, context.workflows);
  if (state !== 'search' && state !== 'do' && state !== 'recipients') return false;
  const tasks = tasksOf(draft.case, right, state);
  if (tasks.length > 0 || track.steps[state]) {
    if (!tasks.every(isSettled)) return false;
    track.steps[state] = lastDone(tasks, now);
    return true;
  }
  const opened = openTasks(draft.case, right, state, context);
  if (opened.length === 0) {
    track.steps[state] = { by: 'desk', at: now };
    return true;
  }
  draft.case.tasks.push(...opened);
  record(draft, 'tasks-opened', { by: 'desk', at: now }, { step: state, tasks: opened.map((task) => task.id) });
  return true;
}

function lastDone(tasks: Task[], now: string): { by: string; at: string } {
  const finished = tasks.flatMap((task) => (task.finished ? [task.finished] : []));
  return finished.reduce((last, next) => (next.at > last.at ? next : last), { by: 'desk', at: finished[0]?.at ?? now });
}

function openTasks(current: Case, right: string, step: TaskStep, context: Context): Task[] {
  const sharing = current.tracks.filter(
    (track) => step === 'search' && workflowOf(context.workflows, track).tasks.search !== undefined,
  );
  const rights = step === 'search' ? [...new Set([right, ...sharing.map((track) => track.right)])] : [right];
  const dueOn = taskDueOn(current, context);
  return listWork(current, right, step, context).map(({ place, title, assignee, needsNote }, index) => ({
    id: `${step}-${current.tasks.length + index + 1}`,
    step,
    place,
    rights,
    title,
    dueOn,
    ...(assignee ? { assignee } : {}),
    ...(needsNote ? { needsNote } : {}),
  }));
}

function taskDueOn(current: Case, context: Context): string {
  const deadline = caseDeadline(current, context);
  if (!deadline) throw new Error(`Case ${current.id} has no track: expected at least one right before tasks open.`);
  const early = addWorkingDays(deadline.due, -taskMarginDays, context.calendar);
  return early < deadline.receivedOn ? deadline.due : early;
}

type Work = { place: string; title: Task['title']; assignee?: string | undefined; needsNote?: boolean };

/** The work of a step as the workflow file and the register say: a task for each place, for each place with a find, or as listed. */
function listWork(current: Case, right: string, step: TaskStep, context: Context): Work[] {
  const track = current.tracks.find((each) => each.right === right);
  if (!track) return [];
  const { tasks, name } = workflowOf(context.workflows, track);
  const places = context.register.places;
  if (step === 'search') {
    if (tasks.search === undefined) return [];
    return places.map((place) => ({ place: place.id, title: place.name, assignee: place.owner }));
  }
  const listed = step === 'do' ? tasks.do : tasks.recipients;
  if (listed === undefined) return [];
  if (listed !== 'each-found')
    return listed.map((task) => ({ place: task.id, title: task.title, needsNote: task.note === 'required' }));
  const found = new Set(
    tasksOf(current, right, 'search')
      .filter((task) => task.result === 'found')
      .map((task) => task.place),
  );
  const act = tasks.title ?? name;
  return places
    .filter((place) => found.has(place.id))
    .map((place) => ({
      place: place.id,
      title: { nl: `${act.nl}: ${place.name.nl}`, en: `${act.en}: ${place.name.en}` },
      assignee: place.owner,
    }));
}
