import { findPendingDecision, listOtherApprovers } from '../../core/approval.ts';
import type { Case, Track } from '../../core/case.ts';
import type { RecordedEvent } from '../../core/post.ts';
import { readText } from './event-data.ts';
import { type Frame, mention, nameRight } from './frame.ts';
import { writeMoment, writeTime } from './write-date.ts';

/** What becomes of decisions that wait for approval, one part a right; empty where none waits. */
export function sayPending(record: Case, frame: Frame): string {
  return record.tracks.flatMap((track) => sayTrack(track, frame)).join(' · ');
}

function sayTrack(track: Track, frame: Frame): string[] {
  const { context, words, writing } = frame;
  const pending = findPendingDecision(track);
  if (!pending) return [];
  const right = nameRight(track.right, frame);
  const { status, until } = pending.approval;
  if (status === 'asked')
    return [words.approval.next(right, mentionAny(listOtherApprovers(pending.by, context), frame))];
  if (until !== undefined && writing.now < until) return [words.approval.waits(right, writeTime(until, writing))];
  return [words.approval.nextAlone(right)];
}

/** Whose approval the lifting of a restriction waits for. */
export function sayLift({ right, lift }: Track, frame: Frame): string[] {
  const { context, words, writing } = frame;
  if (!lift) return [];
  const { status, until } = lift.approval;
  const name = nameRight(right, frame);
  if (status === 'waiting' && until !== undefined)
    return [words.restriction.askedAlone(name, writeMoment(until, writing))];
  return [words.restriction.asked(name, mentionAny(listOtherApprovers(lift.by, context), frame))];
}

/** What the line about a decision adds where it does not count yet. */
export function sayApprovalOf(event: RecordedEvent, frame: Frame): string[] {
  const { context, words, writing } = frame;
  const until = readText(event, 'until');
  if (event.data.approval === 'waiting' && until) return [words.approval.lineWaiting(writeMoment(until, writing))];
  if (event.data.approval !== 'asked') return [];
  return [words.approval.lineAsked(mentionAny(listOtherApprovers(event.by, context), frame))];
}

/** "@anna of @carla". */
export function mentionAny(slackIds: string[], { words }: Frame): string {
  return slackIds.map(mention).join(words.approval.or);
}
