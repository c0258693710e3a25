import type { nlCases } from './nl-cases.ts';

/** English: cases that are split and merged. */
export const enCases: typeof nlCases = {
  titleSplit: 'Split',
  titleMerge: 'Merge',
  submitSplit: 'Split',
  submitMerge: 'Merge',
  splitIntro: (number) =>
    `What you choose gets a case of its own. What was sent already stays with ${number}; the due date does not change.`,
  splitRights: 'Which rights get a case of their own?',
  splitMails: 'Which messages go along?',
  splitMailsHint:
    'With a right all messages go along unless you choose, as copies. A message without a right moves: you decide anew what it asks.',
  splitMailsOnly: 'Which message gets a case of its own?',
  splitMailsOnlyHint: 'The message moves: you decide anew what it asks. The clock runs from that message.',
  mergeIntro: (number) =>
    `All of the other case comes into ${number}: rights, messages, letters and tasks. The other case closes and points here. Of a right in both the earliest date counts.`,
  mergeLikely: 'Which case belongs here?',
  mergeLikelyHint: 'These cases seem to be of the same person.',
  mergeNumber: 'Number of the other case',
  mergeOther: 'Or another number',
  mergeReason: 'Why do they belong together?',
  mergeReasonHint: 'Needed where the other case is closed or comes from another address.',
  mergeMissing: 'Choose a case or give a number.',
  chosen: (rights, mails) =>
    [rights, mails === 0 ? '' : mails === 1 ? '1 message' : `${mails} messages`]
      .filter((part) => part !== '')
      .join(', '),
  unnumbered: 'a new message',
  lineSplit: (what, into, who) => `Split off by ${who} into ${into}: ${what}`,
  lineSplitOff: (what, from, who) => `Split off from ${from} by ${who}: ${what}`,
  lineMerged: (from, what, who) => `Merged by ${who}: all of ${from} is here now${what === '' ? '' : ` (${what})`}`,
  mergedWith: (into) => `merged with ${into}`,
  nothingChosen: 'Choose at least one right or one message.',
  nothingStays: 'Something must stay with this case: leave at least one right and the first message here.',
  rightsTied: (right, after) => `${right} must wait until ${after} is answered, so those two stay in one case.`,
  rightDecided: (right) => `${right} was already decided or answered; that stays where it is.`,
  marketingDiffers: (right) => `${right} is about advertising in one case and not in the other; keep them apart.`,
  letterUnderWay: (number) => `A letter of ${number} is still under way. Wait until it is sent, or settle it first.`,
  questionOpen: (number) =>
    `In ${number} a question to the person is still open. Wait for the answer or confirm the identity first.`,
  mergeItself: 'This is the case itself; give the number of another.',
  mergedAway: (number) => `This case was merged with ${number}; go on there.`,
  reasonClosed: 'The other case is closed. Write why they belong together.',
  reasonPerson: 'The other case comes from another address. Write why it is the same person.',
  assigneeNotAMember:
    'The person you chose is not in the team of this desk. Choose somebody else, or have the owner add them in organisation.yaml.',
};
