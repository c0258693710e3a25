import type { Case, Outcome, SenderVerdict, TaskResult, TaskStep } from '../../core/case.ts';
import { caseDeadline } from '../../core/case-clock.ts';
import type { Deadline } from '../../core/deadline.ts';
import { findMember } from '../../core/organisation.ts';
import type { RecordedEvent } from '../../core/post.ts';
import { type Frame, mention, nameActor, nameCase, nameRight, nameRights } from './frame.ts';
import { countDaysLeft, writeDay, writeMoment } from './write-date.ts';

/** Events that are also shown in the channel itself, with a mention. */
export const broadcastKinds: readonly RecordedEvent['kind'][] = ['reminded', 'overdue'];

/** The words of one event in the timeline, without personal data: "wo 4 maart 09:02  Ontvangst bevestigd door Marieke". */
export function sayEvent(record: Case, event: RecordedEvent, frame: Frame): string {
  const line = describe(record, event, frame);
  if (broadcastKinds.includes(event.kind)) return `${callPeople(record, frame)} ${line}`;
  const happenedAt = readText(event, 'receivedAt') ?? event.at;
  return `${writeMoment(happenedAt, frame.writing)}  ${line}`;
}

function describe(record: Case, event: RecordedEvent, frame: Frame): string {
  const { words, writing } = frame;
  const who = nameActor(event.by, frame);
  const right = nameRight(readText(event, 'right') ?? '', frame);
  switch (event.kind) {
    case 'request-received':
      return event.data.unsure === true
        ? words.line.receivedUnsure(saySender(event, frame))
        : words.line.received(saySender(event, frame));
    case 'request-added':
      return words.line.added(words.card.channels[record.channel], who);
    case 'triaged':
      return words.line.triaged(nameRights(readList(event, 'rights'), frame), who);
    case 'rights-changed':
      return words.line.rightsChanged(nameRights(readList(event, 'rights'), frame), who);
    case 'mail-added': {
      const rights = readList(event, 'rights');
      const also = rights.length > 0 ? `; ${words.line.mailAddedRights(nameRights(rights, frame))}` : '';
      return `${words.line.mailAdded(saySender(event, frame))}${also}`;
    }
    case 'acknowledged':
      return words.line.acknowledged(who);
    case 'identity-requested':
      return words.line.identityRequested(dayOf(deadlineAt(record, event.at, frame)?.target, frame));
    case 'identity-reply-insufficient':
      return words.line.insufficient(who);
    case 'identity-confirmed':
      return describeConfirmation(record, event, frame);
    case 'tasks-opened':
      return words.line.tasksOpened[(readText(event, 'step') ?? 'search') as TaskStep];
    case 'task-finished': {
      const task = record.tasks.find((each) => each.id === event.data.task);
      const title = task?.title[writing.language] ?? readText(event, 'place') ?? '';
      return words.line.taskFinished(title, words.line.results[event.data.result as TaskResult], who);
    }
    case 'decided':
      return words.line.decided(right, words.line.outcomes[event.data.outcome as Outcome], who);
    case 'letter-approved': {
      const letter = nameLetter(record, event, frame);
      if (event.data.again === true) return words.line.letterAgain(letter, who);
      return event.data.means === 'post'
        ? words.line.letterForPost(letter, who)
        : words.line.letterApproved(letter, who);
    }
    case 'letter-sent':
      return words.line.letterSent(nameLetter(record, event, frame));
    case 'letter-failed':
      return words.line.letterFailed(nameLetter(record, event, frame));
    case 'letter-uncertain':
      return words.line.letterUncertain(nameLetter(record, event, frame));
    case 'extended':
      return words.line.extended(dayOf(readText(event, 'dueOn'), frame));
    case 'assigned':
      return words.line.assigned(mention(readText(event, 'to') ?? ''), who);
    case 'note-added':
      return words.line.note(who);
    case 'reminded':
    case 'overdue':
      return describeReminder(record, event, frame);
    case 'closed':
      return words.line.closed(words.card.closed[record.closed?.outcome ?? 'answered'], who);
    case 'reopened':
      return words.line.reopened(who);
    case 'purged':
      return words.line.purged;
  }
}

function describeConfirmation(record: Case, event: RecordedEvent, frame: Frame): string {
  const { words, writing } = frame;
  const method = readText(event, 'method') ?? '';
  const how =
    event.by === 'person'
      ? words.line.confirmedByCode
      : words.line.confirmed(words.line.methods[method] ?? method, nameActor(event.by, frame));
  const deadline = deadlineAt(record, readText(event, 'arrivedAt') ?? event.at, frame);
  if (!deadline || deadline.pauseDays === 0) return how;
  const due = writeDay(deadline.due, writing);
  return `${how}; ${words.line.waited(deadline.pauseDays, due, writeDay(deadline.target, writing))}`;
}

function describeReminder(record: Case, event: RecordedEvent, frame: Frame): string {
  const { words, writing } = frame;
  const dueOn = readText(event, 'dueOn');
  const left = dueOn === undefined ? '' : words.card.left(countDaysLeft(dueOn, { ...writing, now: event.at }));
  const name = record.number === null ? words.line.unsureCase : nameCase(record, frame);
  const say = event.kind === 'overdue' ? words.line.overdue : words.line.reminded;
  return say(name, left, dayOf(dueOn, frame));
}

/** Who has to look now: the one who has the case, else every owner. */
function callPeople(record: Case, { context }: Frame): string {
  const { team } = context.organisation;
  const assignee = record.assignee !== undefined && findMember(context.organisation, record.assignee);
  const called = assignee ? [assignee] : team.filter((member) => member.roles.includes('owner'));
  return called.map((member) => mention(member.slack)).join(' ');
}

/** The deadline as the clock stood at an instant; over all tracks, so that a line does not change when one is answered. */
function deadlineAt(record: Case, at: string, { context }: Frame): Deadline | null {
  const tracks = record.tracks.map(({ answeredAt: _answered, ...track }) => track);
  return caseDeadline({ ...record, tracks, clock: record.clock.filter((event) => event.at <= at) }, context);
}

function nameLetter(record: Case, event: RecordedEvent, frame: Frame): string {
  const letter = record.letters.find((each) => each.id === event.data.letter);
  if (!letter) return readText(event, 'template') ?? '';
  const name = frame.words.card.letters[letter.part];
  return letter.right === undefined ? name : `${name} (${nameRight(letter.right, frame)})`;
}

function saySender(event: RecordedEvent, { words }: Frame): string {
  return words.line.sender[(readText(event, 'sender') ?? 'unknown') as SenderVerdict];
}

/** A line whose event lacks its date is still a line: it must never keep a case from being shown. */
function dayOf(date: string | undefined, { writing }: Frame): string {
  return date === undefined ? '' : writeDay(date, writing);
}

function readText(event: RecordedEvent, key: string): string | undefined {
  const value = event.data[key];
  return typeof value === 'string' ? value : undefined;
}

function readList(event: RecordedEvent, key: string): string[] {
  const value = event.data[key];
  return Array.isArray(value) ? value : [];
}
