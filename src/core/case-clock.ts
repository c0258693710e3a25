import type { Case, Track } from './case.ts';
import type { Context } from './context.ts';
import { type ClockEvent, computeDeadline, type Deadline } from './deadline.ts';
import { workflowOf } from './workflow.ts';

/** The deadline of one track: its workflow's period from its receipt, with its pauses and extension. */
export function trackDeadline(record: Case, track: Track, context: Context): Deadline {
  const rule = workflowOf(context.workflows, track).deadline;
  const events = trackClock(record, track);
  return computeDeadline({ receivedAt: trackReceivedAt(record, track), events, calendar: context.calendar, rule });
}

/** When a track was received, UTC: with its case, or with the one that it came from. */
export function trackReceivedAt(record: Case, track: Track): string {
  return track.came?.receivedAt ?? record.receivedAt;
}

/** What happened to a track's clock: in its case, and before it came there in the one that it came from. */
export function trackClock(record: Case, track: Track): ClockEvent[] {
  const { came } = track;
  return came ? [...came.clock, ...record.clock.filter((event) => event.at > came.at)] : record.clock;
}

/** When the first of a case's tracks was received, UTC. */
export function firstReceivedAt(record: Case): string {
  return record.tracks
    .map((track) => trackReceivedAt(record, track))
    .reduce((first, next) => (next < first ? next : first), record.receivedAt);
}

/** The deadline that counts for the case now: the earliest of the tracks not yet answered, else of all; null without tracks. */
export function caseDeadline(record: Case, context: Context): Deadline | null {
  const open = record.tracks.filter((track) => track.answeredAt === undefined);
  return firstDeadline((open.length > 0 ? open : record.tracks).map((track) => trackDeadline(record, track, context)));
}

/** The earliest deadline among the open tracks that the law still lets us extend; null where there is none (article 12(3)). */
export function extendableDeadline(record: Case, context: Context): Deadline | null {
  return firstDeadline(listExtendable(record, context).map((track) => trackDeadline(record, track, context)));
}

/** The same deadline as it would be with the extension notice out at `now`, or as it is once it went out. */
export function extendedDeadline(record: Case, context: Context, now: string): Deadline | null {
  const after: Case = { ...record, clock: [...record.clock, { name: 'extended', at: now }] };
  const open = listExtendable(record, context).map((track) => trackDeadline(after, track, context));
  if (open.length > 0) return firstDeadline(open);
  const tracks = record.tracks.filter((track) => track.answeredAt === undefined && canExtendBy(track, context));
  return firstDeadline(tracks.map((track) => trackDeadline(record, track, context)));
}

/** The open tracks whose period can be extended and was not yet; one that came from another case has its own extension. */
export function listExtendable(record: Case, context: Context): Track[] {
  return record.tracks.filter(
    (track) =>
      track.answeredAt === undefined &&
      canExtendBy(track, context) &&
      !trackClock(record, track).some((event) => event.name === 'extended'),
  );
}

function canExtendBy(track: Track, context: Context): boolean {
  return workflowOf(context.workflows, track).deadline.extension !== undefined;
}

function firstDeadline(deadlines: Deadline[]): Deadline | null {
  return deadlines.reduce<Deadline | null>(
    (first, next) => (first === null || next.dueAt < first.dueAt ? next : first),
    null,
  );
}

/** For a mail that staff must still judge: the clock runs from receipt, so the general month of article 12(3) counts. */
export function triageDeadline(record: Case, context: Context): Deadline {
  return computeDeadline({ receivedAt: record.receivedAt, events: [], calendar: context.calendar });
}

/** True when every track has its answer. */
export function isAnswered(record: Case): boolean {
  return record.tracks.length > 0 && record.tracks.every((track) => track.answeredAt !== undefined);
}
