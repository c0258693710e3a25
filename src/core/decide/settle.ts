import type { StepKind, Task, TaskStep } from '../case.ts';
import type { Context } from '../context.ts';
import { planTimers } from '../plan-timers.ts';
import { isSettled, type TrackState, taskSteps, tasksOf, trackState } from '../step.ts';
import { type Draft, record } from './draft.ts';
import { openTasks } from './open-tasks.ts';

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
  const state = trackState(draft.case, track, context);
  if (!isTaskStep(state)) return false;
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

function isTaskStep(state: TrackState): state is TaskStep & StepKind {
  return taskSteps.some((step) => step === state);
}

function lastDone(tasks: Task[], now: string): { by: string; at: string } {
  const finished = tasks.flatMap((task) => (task.finished ? [task.finished] : []));
  return finished.reduce((last, next) => (next.at > last.at ? next : last), { by: 'desk', at: finished[0]?.at ?? now });
}
