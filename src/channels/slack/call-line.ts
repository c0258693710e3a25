import type { Case } from '../../core/case.ts';
import { findMember } from '../../core/organisation.ts';
import type { RecordedEvent } from '../../core/post.ts';
import { readList, readText } from './event-data.ts';
import { type Frame, mention, nameCase, nameCategory, namePlace } from './frame.ts';
import { nameRecipient } from './recipients.ts';
import { countDaysLeft, writeDay, writeMoment } from './write-date.ts';

/** Events that are also shown in the channel itself, with a mention: somebody has to look now. */
export const broadcastKinds = [
  'reminded',
  'overdue',
  'identity-unanswered',
  'identity-document-received',
  'task-due',
  'recipient-silent',
  'deletion-due',
] as const satisfies RecordedEvent['kind'][];
export type BroadcastKind = (typeof broadcastKinds)[number];

const hourInMs = 3_600_000;

/** True for an event that is also shown in the channel. */
export function isBroadcast(kind: RecordedEvent['kind']): kind is BroadcastKind {
  return broadcastKinds.some((each) => each === kind);
}

/** What one of these events says: "KP-2026-0001: nog 9 dagen, uiterlijk vr 3 april". */
export function sayCall(kind: BroadcastKind, record: Case, event: RecordedEvent, frame: Frame): string {
  const { words, writing } = frame;
  const name = record.number === null ? words.line.unsureCase : nameCase(record, frame);
  switch (kind) {
    case 'reminded':
    case 'overdue': {
      const dueOn = readText(event, 'dueOn');
      const left = dueOn === undefined ? '' : words.card.left(countDaysLeft(dueOn, { ...writing, now: event.at }));
      const day = dueOn === undefined ? '' : writeDay(dueOn, writing);
      return (kind === 'overdue' ? words.line.overdue : words.line.reminded)(name, left, day);
    }
    case 'identity-unanswered':
      return words.line.identityUnanswered(name);
    case 'identity-document-received':
      return words.line.identityDocument(name);
    case 'task-due':
      return sayTaskDue(name, record, event, frame);
    case 'recipient-silent':
      return words.line.recipientSilent(name, nameRecipient(readText(event, 'recipient') ?? '', frame));
    case 'deletion-due': {
      const category = nameCategory(readText(event, 'category') ?? '', frame);
      const places = readList(event, 'places').map((place) => namePlace(place, frame));
      return words.line.deletionDue(name, category, places.join(', '));
    }
  }
}

/** Who has to look now: the one who has the case, else every owner. */
export function callPeople(record: Case, { context }: Frame): string {
  const { team } = context.organisation;
  const assignee = record.assignee !== undefined && findMember(context.organisation, record.assignee);
  const called = assignee ? [assignee] : team.filter((member) => member.roles.includes('owner'));
  return called.map((member) => mention(member.slack)).join(' ');
}

/** The hours left as they were when the event happened, so that the line does not change afterwards. */
function sayTaskDue(name: string, record: Case, event: RecordedEvent, { words, writing }: Frame): string {
  const task = record.tasks.find((each) => each.id === event.data.task);
  const title = task?.title[writing.language] ?? readText(event, 'place') ?? '';
  const dueAt = readText(event, 'dueAt');
  const moment = dueAt ? writeMoment(dueAt, writing) : '';
  if (event.data.late === true || !dueAt) return words.line.taskDueLate(name, title, moment);
  const hours = Math.max(0, Math.round((Date.parse(dueAt) - Date.parse(event.at)) / hourInMs));
  return words.line.taskDueSoon(name, title, hours, moment);
}
