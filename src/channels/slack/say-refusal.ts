import { categoryActs } from '../../core/case.ts';
import type { LetterFinding } from '../../core/lint-letter.ts';
import type { Refusal } from '../../core/refusal.ts';
import { toLocalDate } from '../../core/zone.ts';
import { escapeText } from './blocks.ts';
import { type Frame, nameActor, nameCategory } from './frame.ts';
import { mentionAny } from './say-approval.ts';
import { sayCasesRefusal } from './say-cases-refusal.ts';
import { writeDay, writeTime } from './write-date.ts';

/** Says why something was not done, to the person who tried, with who did it when and what to do. */
export function sayRefusal(refusal: Refusal, frame: Frame): string {
  const { words, writing } = frame;
  const say = words.private;
  switch (refusal.code) {
    case 'not-a-member':
      return say.notAMember;
    case 'role-missing':
      return words.approval.roleMissing(say.roles[refusal.role] ?? refusal.role, mentionAny(refusal.who, frame));
    case 'own-decision':
      return words.approval.ownDecision(mentionAny(refusal.who, frame));
    case 'decision-changed':
      return words.approval.decisionChanged;
    case 'approval-too-early':
      return words.approval.tooEarly(writeTime(refusal.until, writing));
    case 'snooze-out-of-range':
      return refusal.from > refusal.lastDay
        ? words.approval.snoozeTooLate
        : words.approval.snoozeRange(writeDay(refusal.from, writing), writeDay(refusal.lastDay, writing));
    case 'no-such-case':
      return say.noSuchCase;
    case 'already-known':
      return say.alreadyKnown;
    case 'already-done': {
      const { at, by } = refusal.done;
      const isToday = toLocalDate(at, writing.timeZone) === toLocalDate(writing.now, writing.timeZone);
      const when = writeTime(at, writing);
      return say.alreadyDone(nameActor(by, frame), isToday ? say.atTime(when) : when);
    }
    case 'not-possible-now':
      return say.notPossible(say.statuses[refusal.status] ?? refusal.status);
    case 'timer-not-awaited':
      return say.timerNotAwaited;
    case 'letter-incomplete':
      return say.letterIncomplete(sayMissing(refusal.missing, frame));
    case 'letter-lacks':
      return say.letterLacks(sayFindings(refusal.findings, frame));
    case 'letter-not-there':
      return say.letterNotThere(refusal.template);
    case 'no-address':
      return say.noAddress;
    case 'unknown-right':
      return say.unknownRight;
    case 'ground-missing':
      return say.groundMissing;
    case 'reason-missing':
      return say.reasonMissing;
    case 'note-missing':
      return say.noteMissing;
    case 'source-missing':
      return say.sourceMissing;
    case 'tasks-open':
      return say.tasksOpen(refusal.open);
    case 'act-not-possible': {
      const act = categoryActs.find((each) => each === refusal.act);
      return say.actNotPossible(nameCategory(refusal.category, frame), act ? words.card.acts[act] : refusal.act);
    }
    case 'category-reason-missing':
      return say.categoryReasonMissing(nameCategory(refusal.category, frame));
    case 'notice-too-late':
      return say.noticeTooLate(writeDay(refusal.lastDay, writing));
    case 'cannot-extend':
      return say.cannotExtend;
    default:
      return sayCasesRefusal(refusal, frame);
  }
}

/** What the linter misses in a letter, one a line. */
export function sayFindings(findings: LetterFinding[], { words, writing }: Frame): string {
  return findings
    .map(({ missing, article }) => `• ${words.private.finding(escapeText(missing[writing.language]), article)}`)
    .join('\n');
}

/** Names the facts that a letter lacks; one that has no word here is named as the template does. */
export function sayMissing(missing: string[], { words }: Frame): string {
  return missing.map((fact) => words.private.missing[fact] ?? fact).join(', ');
}
