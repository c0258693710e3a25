import type { Case } from '../../core/case.ts';
import { findMember } from '../../core/organisation.ts';
import type { RecordedEvent } from '../../core/post.ts';
import { rolesOf } from '../../core/roles.ts';
import { readList, readText } from './event-data.ts';
import { type Frame, mention, nameCase, nameCategory, namePlace, nameRight } from './frame.ts';
import { nameRecipient } from './recipients.ts';
import { sayMissing } from './say-refusal.ts';
import { countDaysLeft, writeDay, writeMoment } from './write-date.ts';

/** Events whose line calls somebody, who has to look now. */
const callKinds = [
  'reminded',
  'overdue',
  'identity-unanswered',
  'identity-document-received',
  'task-due',
  'recipient-silent',
  'deletion-due',
  'acknowledgement-held',
  'acknowledgement-due',
  'restriction-stands',
  'approval-due',
] as const satisfies RecordedEvent['kind'][];
export type CallKind = (typeof callKinds)[number];

/** Earlier reminders stay in the thread: the morning message tells of them in the channel. */
const broadcastReminders = ['remind:T-1', 'remind:due'];

const hourInMs = 3_600_000;

/** True for an event whose line calls somebody. */
export function isCall(kind: RecordedEvent['kind']): kind is CallKind {
  return callKinds.some((each) => each === kind);
}

/** True for an event that is also shown in the channel itself. */
export function isBroadcast({ kind, data }: RecordedEvent): boolean {
  if (kind !== 'reminded') return isCall(kind);
  return broadcastReminders.some((timer) => timer === data.timer);
}

/** What one of these events says: "KP-2026-0001: nog 9 dagen, uiterlijk vr 3 april". */
export function sayCall(kind: CallKind, record: Case, event: RecordedEvent, frame: Frame): string {
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
    case 'approval-due':
      return words.approval.lineDue(name, nameRight(readText(event, 'right') ?? '', frame));
    case 'acknowledgement-held':
      return words.line.acknowledgementHeld(name, sayHeld(event, frame));
    case 'acknowledgement-due':
      return words.line.acknowledgementDue(name);
    case 'restriction-stands':
      return words.restriction.lineStands(name, nameRight(readText(event, 'right') ?? '', frame));
    case 'deletion-due': {
      const category = nameCategory(readText(event, 'category') ?? '', frame);
      const places = readList(event, 'places').map((place) => namePlace(place, frame));
      return words.line.deletionDue(name, category, places.join(', '));
    }
  }
}

/** What the acknowledgement lacks, in words where there are any for it. */
function sayHeld(event: RecordedEvent, frame: Frame): string {
  const lacks = readList(event, 'lacks');
  return lacks.length > 0 ? sayMissing(lacks, frame) : '';
}

/** Who has to look now: who decided, where that must be confirmed; else who has the case, and the owners when that is nobody who can be called, or it is late. */
export function callPeople(record: Case, event: RecordedEvent, { context, gone = [] }: Frame): string {
  const { organisation } = context;
  const track = record.tracks.find((each) => each.right === event.data.right);
  const has = event.kind === 'approval-due' && track?.decision ? track.decision.by : record.assignee;
  const isThere = has !== undefined && !gone.includes(has);
  if (isThere && event.kind === 'approval-due' && track?.decision) return mention(has);
  const assignee = isThere ? findMember(organisation, has) : undefined;
  const owners = organisation.team.filter((member) => rolesOf(organisation, member.slack).includes('owner'));
  const called = assignee === undefined ? owners : [assignee, ...(event.kind === 'overdue' ? owners : [])];
  return [...new Set(called.map((member) => mention(member.slack)))].join(' ');
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
