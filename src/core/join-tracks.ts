import type { Case, Track } from './case.ts';
import { trackClock, trackDeadline, trackReceivedAt } from './case-clock.ts';
import type { Context } from './context.ts';

/**
 * The tracks of a case with those of another that is merged into it at `at`: each keeps its date of receipt and its clock. A right that
 * both have becomes one, with the earliest date of receipt, no later deadline than either, and the steps that were finished in both.
 */
export function joinTracks(record: Case, other: Case, at: string, context: Context): Track[] {
  const kept = record.tracks.map((track) => {
    const same = other.tracks.find((each) => each.right === track.right);
    return same ? joinTrack(record, track, other, same, at, context) : track;
  });
  const added = other.tracks.filter((track) => !record.tracks.some((each) => each.right === track.right));
  const came = (track: Track) => ({ receivedAt: trackReceivedAt(other, track), clock: trackClock(other, track), at });
  return [...kept, ...added.map((track) => ({ ...structuredClone(track), came: came(track) }))];
}

function joinTrack(record: Case, own: Track, other: Case, same: Track, at: string, context: Context): Track {
  const [receivedAt = record.receivedAt] = [trackReceivedAt(record, own), trackReceivedAt(other, same)].sort();
  const steps = Object.fromEntries(Object.entries(own.steps).filter(([step]) => step in same.steps));
  const [joined] = [trackClock(record, own), trackClock(other, same)]
    .map((clock): Track => ({ ...own, steps, came: { receivedAt, clock, at } }))
    .map((track) => ({ track, dueAt: trackDeadline(record, track, context).dueAt }))
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  return joined?.track ?? own;
}
