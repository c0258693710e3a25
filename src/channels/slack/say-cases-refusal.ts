import type { Refusal } from '../../core/refusal.ts';
import { type Frame, nameRight } from './frame.ts';

type CasesRefusal = Extract<
  Refusal,
  {
    code:
      | 'assignee-not-a-member'
      | 'nothing-chosen'
      | 'nothing-stays'
      | 'rights-tied'
      | 'right-decided'
      | 'marketing-differs'
      | 'letter-under-way'
      | 'question-open'
      | 'merge-itself'
      | 'merged-away'
      | 'merge-reason-missing';
  }
>;

/** Says why cases were not split or merged, or not given to somebody. */
export function sayCasesRefusal(refusal: CasesRefusal, frame: Frame): string {
  const { cases } = frame.words;
  switch (refusal.code) {
    case 'assignee-not-a-member':
      return cases.assigneeNotAMember;
    case 'nothing-chosen':
      return cases.nothingChosen;
    case 'nothing-stays':
      return cases.nothingStays;
    case 'rights-tied':
      return cases.rightsTied(nameRight(refusal.right, frame), nameRight(refusal.after, frame));
    case 'right-decided':
      return cases.rightDecided(nameRight(refusal.right, frame));
    case 'marketing-differs':
      return cases.marketingDiffers(nameRight(refusal.right, frame));
    case 'letter-under-way':
      return cases.letterUnderWay(refusal.number ?? cases.unnumbered);
    case 'question-open':
      return cases.questionOpen(refusal.number ?? cases.unnumbered);
    case 'merge-itself':
      return cases.mergeItself;
    case 'merged-away':
      return cases.mergedAway(refusal.number ?? cases.unnumbered);
    case 'merge-reason-missing':
      return refusal.because === 'closed' ? cases.reasonClosed : cases.reasonPerson;
  }
}
