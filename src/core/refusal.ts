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
  /** Local dates; `lastDay` before `from`: it cannot be put off any more. */
  | { code: 'snooze-out-of-range'; from: string; lastDay: string };
export type RefusalCode = Refusal['code'];
