import { findPendingDecision } from './approval.ts';
import type { Case, StepKind, Task, TaskStep, Track } from './case.ts';
import type { Context } from './context.ts';
import { isIdentified } from './identity.ts';
import { type Workflow, workflowOf } from './workflow.ts';

/** Where a track is: at a step, waiting until tracks that go before it are answered, or finished. */
export type TrackState = StepKind | 'waiting' | 'finished';

/** The steps that consist of tasks. */
export const taskSteps: readonly StepKind[] = ['lock', 'search', 'do', 'recipients', 'unlock'] satisfies TaskStep[];

/** The step that a track is at now. */
export function trackState(record: Case, track: Track, context: Context): TrackState {
  const workflow = workflowOf(context.workflows, track);
  const step = stepsFor(track, workflow).find((kind) => !isFinished(record, track, workflow, kind, context));
  if (step === undefined) return 'finished';
  return step === 'do' && isHeldUp(record, workflow) ? 'waiting' : step;
}

/** The steps of a track's workflow that still apply; a lock whose end was announced is taken off before anything else. */
function stepsFor(track: Track, workflow: Workflow): StepKind[] {
  const steps = remainingSteps(track, workflow);
  return track.lifted ? ['unlock', ...steps.filter((kind) => kind !== 'unlock')] : steps;
}

/** A refusal leaves nothing to do or to pass on, only a lock to lift. */
function remainingSteps(track: Track, workflow: Workflow): StepKind[] {
  if (track.decision?.outcome !== 'refuse') return workflow.steps;
  return workflow.steps.filter(
    (kind) => kind === 'decide' || kind === 'answer' || (kind === 'unlock' && track.steps.lock !== undefined),
  );
}

function isFinished(record: Case, track: Track, workflow: Workflow, kind: StepKind, context: Context): boolean {
  if (track.steps[kind]) return true;
  switch (kind) {
    case 'verify':
      return workflow.identity === 0 || track.answeredAt !== undefined || isIdentified(record, context);
    case 'decide':
      return track.decision !== undefined && !findPendingDecision(track);
    case 'answer':
      return track.answeredAt !== undefined;
    default:
      return false;
  }
}

function isHeldUp(record: Case, workflow: Workflow): boolean {
  return record.tracks.some((other) => workflow.after.includes(other.right) && other.answeredAt === undefined);
}

/** The tasks of one track in one step. */
export function tasksOf(record: Case, right: string, step: StepKind): Task[] {
  return record.tasks.filter((task) => task.step === step && task.rights.includes(right));
}

/** A task is settled when it was done or searched; a failed one waits for staff. */
export function isSettled(task: Task): boolean {
  return task.result !== undefined && task.result !== 'failed';
}

/** True when nothing at all is left to do: every track finished, and no task held aside. */
export function isFinishedCase(record: Case, context: Context): boolean {
  const aside = record.tasks.filter((task) => task.step === 'aside');
  return (
    record.tracks.length > 0 &&
    record.tracks.every((track) => trackState(record, track, context) === 'finished') &&
    aside.every(isSettled)
  );
}
