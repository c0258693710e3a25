import type { Case, StepKind, Task, Track } from './case.ts';
import { type Workflow, type Workflows, workflowOf } from './workflow.ts';

/** Where a track is: at a step, waiting until tracks that go before it are answered, or finished. */
export type TrackState = StepKind | 'waiting' | 'finished';

/** The step that a track is at now. */
export function trackState(record: Case, track: Track, workflows: Workflows): TrackState {
  const workflow = workflowOf(workflows, track);
  const step = stepsFor(track, workflow).find((kind) => !isFinished(record, track, workflow, kind));
  if (step === undefined) return 'finished';
  return step === 'do' && isHeldUp(record, workflow) ? 'waiting' : step;
}

/** The steps of a track's workflow that still apply: a refusal leaves nothing to do or to pass on. */
function stepsFor(track: Track, workflow: Workflow): StepKind[] {
  if (track.decision?.outcome !== 'refuse') return workflow.steps;
  return workflow.steps.filter((kind) => kind === 'decide' || kind === 'answer');
}

function isFinished(record: Case, track: Track, workflow: Workflow, kind: StepKind): boolean {
  if (track.steps[kind]) return true;
  switch (kind) {
    case 'verify':
      return workflow.identity === 0 || record.identity.status === 'confirmed';
    case 'decide':
      return track.decision !== undefined;
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
