import type { Case, Requester, SenderVerdict, TaskResult, TaskStep } from '../../core/case.ts';
import { caseDeadline } from '../../core/case-clock.ts';
import type { Deadline } from '../../core/deadline.ts';
import { neededTier, reachedTier } from '../../core/identity.ts';
import type { RecordedEvent } from '../../core/post.ts';
import { callPeople, isCall, sayCall } from './call-line.ts';
import { sayCases } from './cases-line.ts';
import { sayDecided } from './decided-line.ts';
import { readList, readText } from './event-data.ts';
import { type Frame, mention, nameActor, namePlace, nameRight, nameRights } from './frame.ts';
import { nameRecipient } from './recipients.ts';
import { sayApprovalOf } from './say-approval.ts';
import { writeDay, writeMoment } from './write-date.ts';

/** The words of one event in the timeline, without personal data: "wo 4 maart 09:02  Ontvangst bevestigd door Marieke". */
export function sayEvent(record: Case, event: RecordedEvent, frame: Frame): string {
  const line = describe(record, event, frame);
  if (isCall(event.kind)) return `${callPeople(record, event, frame)} ${line}`;
  const happenedAt = readText(event, 'receivedAt') ?? event.at;
  return `${writeMoment(happenedAt, frame.writing)}  ${line}`;
}

function describe(record: Case, event: RecordedEvent, frame: Frame): string {
  const { words, writing } = frame;
  const who = nameActor(event.by, frame);
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
    case 'address-on-file':
      return words.line.addressOnFile(who);
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
      const title = task?.title[writing.language] ?? namePlace(readText(event, 'place') ?? '', frame);
      return words.line.taskFinished(title, words.line.results[event.data.result as TaskResult], who);
    }
    case 'decided':
      return sayDecided(event, frame);
    case 'decision-approved':
      return event.data.alone === true
        ? words.approval.lineConfirmed(rightOf(event, frame), who)
        : words.approval.lineApproved(rightOf(event, frame), who);
    case 'decision-rejected':
      return words.approval.lineRejected(rightOf(event, frame), who);
    case 'decision-undone':
      return words.approval.lineUndone(rightOf(event, frame), who);
    case 'snoozed':
      return words.approval.lineSnoozed(dayOf(readText(event, 'until'), frame), who);
    case 'lift-asked':
      return [words.restriction.lineAsked(rightOf(event, frame), who), ...sayApprovalOf(event, frame)].join('; ');
    case 'restriction-lifted':
      return words.restriction.lineLifted(rightOf(event, frame));
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
    case 'requester-set':
      return words.line.requesterSet(words.card.requesters[event.data.requester as Requester], who);
    case 'recipient-confirmed':
      return words.line.recipientConfirmed(nameRecipient(readText(event, 'recipient') ?? '', frame), who);
    case 'reminded':
    case 'overdue':
    case 'identity-unanswered':
    case 'identity-document-received':
    case 'task-due':
    case 'recipient-silent':
    case 'deletion-due':
    case 'acknowledgement-held':
    case 'acknowledgement-due':
    case 'restriction-stands':
    case 'approval-due':
      return sayCall(event.kind, record, event, frame);
    case 'split':
    case 'split-off':
    case 'merged':
    case 'merged-away':
      return sayCases(event.kind, event, frame);
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
  if (event.data.enough === false) return describeTooLittle(record, method, event, frame);
  const how =
    event.by === 'person'
      ? words.line.confirmedByCode
      : words.line.confirmed(words.line.methods[method] ?? method, nameActor(event.by, frame));
  const deadline = deadlineAt(record, readText(event, 'arrivedAt') ?? event.at, frame);
  if (!deadline || deadline.pauseDays === 0) return how;
  const due = writeDay(deadline.due, writing);
  return `${how}; ${words.line.waited(deadline.pauseDays, due, writeDay(deadline.target, writing))}`;
}

/** A check that does not suffice by itself; what it reached follows from the checks up to and with it. */
function describeTooLittle(record: Case, method: string, event: RecordedEvent, frame: Frame): string {
  const { words } = frame;
  const { identity } = record;
  const methods = identity.methods.slice(0, identity.methods.indexOf(method) + 1);
  const needed = neededTier(openAll(record), frame.context);
  const how = words.line.methods[method] ?? method;
  return words.line.confirmedPartly(how, reachedTier({ ...identity, methods }), needed, nameActor(event.by, frame));
}

/** The case as if no track was answered, so that a line does not change when one is. */
function openAll(record: Case): Case {
  return { ...record, tracks: record.tracks.map(({ answeredAt: _answered, ...track }) => track) };
}

/** The deadline as the clock stood at an instant. */
function deadlineAt(record: Case, at: string, { context }: Frame): Deadline | null {
  const clock = record.clock.filter((event) => event.at <= at);
  const open = openAll(record);
  // What came from another case later says nothing about how it stood then.
  const own = open.tracks.filter(({ came }) => came === undefined || came.at <= at);
  return caseDeadline({ ...open, tracks: own.length > 0 ? own : open.tracks, clock }, context);
}

function nameLetter(record: Case, event: RecordedEvent, frame: Frame): string {
  const letter = record.letters.find((each) => each.id === event.data.letter);
  if (!letter) return readText(event, 'template') ?? '';
  const name = frame.words.card.letters[letter.part];
  const task = record.tasks.find((each) => each.id === letter.task);
  if (task) return `${name} (${task.title[frame.writing.language]})`;
  return letter.right === undefined ? name : `${name} (${nameRight(letter.right, frame)})`;
}

function rightOf(event: RecordedEvent, frame: Frame): string {
  return nameRight(readText(event, 'right') ?? '', frame);
}

function saySender(event: RecordedEvent, { words }: Frame): string {
  return words.line.sender[(readText(event, 'sender') ?? 'unknown') as SenderVerdict];
}

/** A line whose event lacks its date is still a line: it must never keep a case from being shown. */
function dayOf(date: string | undefined, { writing }: Frame): string {
  return date === undefined ? '' : writeDay(date, writing);
}
