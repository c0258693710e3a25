import { addLegalWorkingDays, type Calendar } from './calendar.ts';
import type { DatedEvent, DeadlineFacts, Pause } from './deadline-terms.ts';
import { countDays } from './local-date.ts';

/** An identity question stops the clock only when it is asked within this many working days. */
export const WORKING_DAYS_TO_ASK = 3;

/** The pauses that identity questions gave, and the events that could not count. */
export type CountedPauses = Pick<DeadlineFacts, 'pauses' | 'ignored'>;

/**
 * Counts pauses over events in order of time (EDPB 01/2022 section 5.3): whole local days strictly between a question in
 * time and its answer. An insufficient answer ends the pause; the clock runs until the next question.
 */
export function countPauses(receivedOn: string, events: readonly DatedEvent[], calendar: Calendar): CountedPauses {
  const pauses: Pause[] = [];
  const ignored: CountedPauses['ignored'] = [];
  let after: Pick<Pause, 'after' | 'afterOn'> = { after: 'receipt', afterOn: receivedOn };
  let waiting: Pause | undefined;
  for (const { name, on } of events) {
    if (name === 'extended') continue;
    if (name === 'identity_requested') {
      // A reminder of a question that waits starts nothing.
      if (waiting !== undefined) continue;
      waiting = askOn(on, after, calendar);
      pauses.push(waiting);
    } else if (waiting !== undefined) {
      answerOn(waiting, on, name === 'identity_confirmed');
      if (name === 'identity_reply_insufficient') after = { after: 'reply', afterOn: on };
      waiting = undefined;
    } else if (name === 'identity_reply_insufficient') {
      ignored.push({ name, on, why: 'identity_not_asked' });
    }
  }
  return { pauses, ignored };
}

function askOn(askedOn: string, after: Pick<Pause, 'after' | 'afterOn'>, calendar: Calendar): Pause {
  const lastDayToAsk = addLegalWorkingDays(after.afterOn, WORKING_DAYS_TO_ASK, calendar);
  return { ...after, askedOn, lastDayToAsk, inTime: askedOn <= lastDayToAsk, days: 0 };
}

function answerOn(pause: Pause, answeredOn: string, sufficient: boolean): void {
  pause.answeredOn = answeredOn;
  pause.sufficient = sufficient;
  if (pause.inTime) pause.days = Math.max(0, countDays(pause.askedOn, answeredOn) - 1);
}
