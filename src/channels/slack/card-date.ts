import type { Case } from '../../core/case.ts';
import { caseDeadline, isAnswered, triageDeadline } from '../../core/case-clock.ts';
import type { Deadline } from '../../core/deadline.ts';
import type { Frame } from './frame.ts';
import { countDaysLeft, writeDay } from './write-date.ts';

/** From how many days left on the card says "soon". */
const soonDays = 7;

/** The deadline that counts for the case now, also while it is in triage; null where there is none, or once the answer is out and it is past. */
export function findDeadline(record: Case, { context, writing }: Frame): Deadline | null {
  if (record.status === 'triage') return triageDeadline(record, context);
  const deadline = caseDeadline(record, context);
  return deadline && isAnswered(record) && countDaysLeft(deadline.due, writing) < 0 ? null : deadline;
}

/** The dates with the days left and a word for how urgent it is: "🟢 op tijd · Uiterlijk *vr 3 april* (nog 30 dagen)". */
export function writeDue(record: Case, deadline: Deadline, { words, writing }: Frame): string {
  const days = countDaysLeft(deadline.due, writing);
  const due = writeDay(deadline.due, writing);
  const left = words.card.left(days);
  const dates =
    deadline.target === deadline.due
      ? words.card.due(due, left)
      : words.card.dueWithTarget(writeDay(deadline.target, writing), due, left);
  const marks = [
    words.card.urgency[nameUrgency(days)],
    dates,
    ...(deadline.extended ? [words.card.extended] : []),
    ...(record.identity.status === 'asked' ? [words.card.paused] : []),
  ];
  return marks.join(' · ');
}

function nameUrgency(days: number): 'calm' | 'soon' | 'today' | 'late' {
  if (days < 0) return 'late';
  if (days === 0) return 'today';
  return days <= soonDays ? 'soon' : 'calm';
}
