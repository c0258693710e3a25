import type { Case } from '../../core/case.ts';
import type { PossibleAction } from '../../core/possible.ts';
import { trackState } from '../../core/step.ts';
import { toLocalDate } from '../../core/zone.ts';
import { listEarlyRefusals } from './card-actions.ts';
import { type Frame, nameTask } from './frame.ts';
import { sayPending } from './say-approval.ts';
import { writeDay } from './write-date.ts';

/** Says the one thing that is due next in the case, or what it waits for; empty where neither is known. */
export function sayNext(record: Case, possible: PossibleAction[], frame: Frame): string {
  // To refuse before its time is possible, but it is never what the case waits for.
  const early = listEarlyRefusals(record, possible, frame);
  const primary = possible.find((action) => action.primary && !early.includes(action.right ?? ''));
  const next = primary ? sayPrimary(record, primary, possible, frame) : '';
  return next === '' ? sayWaiting(record, possible, frame) : next;
}

function sayPrimary(record: Case, primary: PossibleAction, possible: PossibleAction[], frame: Frame): string {
  const { words } = frame;
  if (primary.do === 'settle-letter') {
    const letter = record.letters.find((each) => each.id === primary.letter);
    return letter?.means === 'post' ? words.card.nextPost : words.card.next['settle-letter'];
  }
  if (primary.do === 'approve-decision') return sayPending(record, frame);
  if (primary.do === 'finish-task' || primary.do === 'send-notice') {
    const task = record.tasks.find((each) => each.id === primary.task);
    const left = possible.filter((action) => action.do === 'finish-task').length;
    return task ? words.card.nextTask(nameTask(task, frame), left) : words.card.next['finish-task'];
  }
  const next: Partial<Record<PossibleAction['do'], string>> = words.card.next;
  return next[primary.do] ?? '';
}

function sayWaiting(record: Case, possible: PossibleAction[], frame: Frame): string {
  const { context, words, writing } = frame;
  const { status, askedAt } = record.identity;
  if (status === 'asked' && possible.some((action) => action.do === 'reply-insufficient')) {
    const answered = record.personal?.mails.some((mail) => askedAt !== undefined && mail.receivedAt > askedAt);
    if (answered) return words.card.next['reply-insufficient'];
    return words.card.waitsForPerson(writeDay(toLocalDate(askedAt ?? writing.now, writing.timeZone), writing));
  }
  const pending = sayPending(record, frame);
  if (pending !== '') return pending;
  if (record.letters.some((letter) => letter.status === 'approved')) return words.card.waitsForMail;
  const waits = record.tracks.some((track) => trackState(record, track, context) === 'waiting');
  return waits ? words.card.waitsForOthers : '';
}
