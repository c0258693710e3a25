import type { Case, Track } from './case.ts';
import type { Context } from './context.ts';
import { listFoundPlaces } from './found.ts';
import { workflowOf } from './workflow.ts';

/** Why data are locked: `weighing` until the request is answered (article 18(1)(a), (d)), `granted` because that was the answer. */
export type Restriction = 'weighing' | 'granted';

/** The restriction that stands for a track and that staff can lift; null where none does, or its end was announced already. */
export function restrictionOf(record: Case, track: Track, context: Context): Restriction | null {
  const { letters, tasks } = workflowOf(context.workflows, track);
  if (!letters.lifted || track.lifted || track.steps.unlock) return null;
  if (track.answeredAt === undefined) return track.steps.lock ? 'weighing' : null;
  return tasks.unlock === 'each-found' && listLockedPlaces(record, track, context).length > 0 ? 'granted' : null;
}

/** The places where data were locked by a decision: those of the categories to be locked, or all found where locking is what the right does. */
export function listLockedPlaces(record: Case, track: Track, context: Context): string[] {
  if (track.decision?.outcome === 'refuse') return [];
  const found = listFoundPlaces(record, track.right);
  const { categories: decided } = track;
  if (!decided) {
    const { categories } = workflowOf(context.workflows, track);
    return categories?.advice.at(-1)?.act === 'lock' ? found : [];
  }
  const locked = context.register.categories.filter((category) => decided[category.id]?.act === 'lock');
  return found.filter((place) => locked.some((category) => category.places.includes(place)));
}

/** Whether the person can still be told, once, that the data are locked while the request is weighed. */
export function canTellRestriction(record: Case, track: Track, context: Context): boolean {
  const { letters } = workflowOf(context.workflows, track);
  if (!letters.locked || restrictionOf(record, track, context) !== 'weighing') return false;
  return !record.letters.some((letter) => letter.part === 'locked' && letter.right === track.right);
}
