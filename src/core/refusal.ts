import type { Done } from './case.ts';
import type { LetterFinding } from './lint-letter.ts';

/** Why something was not done; the person who asked is told in their words (channels/slack/wording.ts). */
export type Refusal =
  | { code: 'not-a-member' }
  /** `who` are the Slack ids of those who may. */
  | { code: 'role-missing'; role: string; who: string[] }
  | { code: 'own-decision'; who: string[] }
  | { code: 'decision-changed' }
  | { code: 'approval-too-early'; until: string }
  | { code: 'no-such-case' }
  | { code: 'already-known' }
  | { code: 'already-done'; done: Done }
  | { code: 'not-possible-now'; status: string }
  | { code: 'timer-not-awaited' }
  | { code: 'letter-incomplete'; template: string; missing: string[] }
  /** What the linter misses in a letter as staff want it sent. */
  | { code: 'letter-lacks'; findings: LetterFinding[] }
  | { code: 'letter-not-there'; template: string }
  | { code: 'no-address' }
  | { code: 'unknown-right'; right: string }
  | { code: 'ground-missing' }
  | { code: 'reason-missing' }
  | { code: 'note-missing' }
  | { code: 'source-missing' }
  | { code: 'tasks-open'; open: number }
  | { code: 'act-not-possible'; category: string; act: string }
  | { code: 'category-reason-missing'; category: string }
  | { code: 'notice-too-late'; lastDay: string }
  | { code: 'cannot-extend' }
  | { code: 'assignee-not-a-member' }
  /** Of a split: neither a right nor a mail was chosen, or nothing would stay. */
  | { code: 'nothing-chosen' }
  | { code: 'nothing-stays' }
  /** `right` must wait for `after` in the same case. */
  | { code: 'rights-tied'; right: string; after: string }
  /** The right was decided or answered; in a merge both cases have it. */
  | { code: 'right-decided'; right: string }
  /** One of two cases has this right about direct marketing, the other not. */
  | { code: 'marketing-differs'; right: string }
  /** A letter of this case is not yet known to be sent, or a question to the person is open; `number` is null in triage. */
  | { code: 'letter-under-way'; number: string | null }
  | { code: 'question-open'; number: string | null }
  | { code: 'merge-itself' }
  /** The case went into another. */
  | { code: 'merged-away'; number: string | null }
  /** Two cases are put together only with a reason where the other is closed, or shares no address with this one. */
  | { code: 'merge-reason-missing'; because: 'closed' | 'person' }
  /** Local dates; `lastDay` before `from`: it cannot be put off any more. */
  | { code: 'snooze-out-of-range'; from: string; lastDay: string };
export type RefusalCode = Refusal['code'];
