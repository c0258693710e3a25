/*
 * Glossary
 *   raw end   the end of a period before it is moved off a Saturday, Sunday or holiday
 *   roll      move a raw end to the next working day (Regulation 1182/71 art. 3(4)); done once, at the very end
 *   pause     whole local days strictly between an identity question and its answer
 *   notice    the message that tells the person that the period is extended, with reasons (GDPR art. 12(3))
 */
import type { BothLanguages } from './holidays.ts';

/** The events that touch the clock; `identity_confirmed` and `identity_reply_insufficient` bear the arrival of the answer, not the click of staff. */
export const clockEventNames = [
  'identity_requested',
  'identity_reply_insufficient',
  'identity_confirmed',
  'extended',
] as const;

/** Something that touches the clock, at an ISO 8601 instant. */
export type ClockEvent = { name: (typeof clockEventNames)[number]; at: string };

/** An event on its local date. */
export type DatedEvent = { name: ClockEvent['name']; on: string };

/** How long a right gives: ISO 8601 periods and what they are counted in. Without `extension` nobody can extend it; only `calendar` periods pause. */
export type DeadlineRule = {
  period: string;
  extension?: string | undefined;
  unit?: 'calendar' | 'working-days' | 'hours' | undefined;
};

/** One step of the reasoning: the rule in law or policy, the date it led to, and a sentence. */
export type DeadlineStep = { rule: string; date: string; text: BothLanguages };

/** Something that staff must know about the clock. */
export type DeadlineWarning = { code: DeadlineWarningCode; text: BothLanguages };

/** What can be wrong or risky on the clock. */
export type DeadlineWarningCode =
  | 'identity_asked_late'
  | 'identity_unanswered'
  | 'identity_not_asked'
  | 'before_receipt'
  | 'pause_not_possible'
  | 'extension_late'
  | 'extension_repeated'
  | 'extension_not_possible';

/** All the dates of one clock; dates are local (YYYY-MM-DD), `dueAt` is the instant at which the time is up. */
export type Deadline = {
  receivedOn: string;
  due: string;
  dueWithoutPause: string;
  dueAt: string;
  /** A notice of extension counts up to this day, whatever the pauses; see `canExtend`. */
  lastDayForExtensionNotice: string;
  /** The last day for a refusal: an extension never moves it (GDPR art. 12(4)). */
  refusalLimit: string;
  /** The day to aim for: the due date without pauses. */
  target: string;
  extended: boolean;
  /** The rule knows an extension and it has not been used. */
  canExtend: boolean;
  /** A question that stops the clock waits for its answer. */
  paused: boolean;
  pauseDays: number;
  warnings: DeadlineWarning[];
  /** Worked out when first read. */
  steps: DeadlineStep[];
};

/** One identity question on the clock: what it is measured from, the last day to ask, and the days that it adds. */
export type Pause = {
  askedOn: string;
  /** The receipt or the insufficient reply after which the question came. */
  after: 'receipt' | 'reply';
  afterOn: string;
  lastDayToAsk: string;
  inTime: boolean;
  answeredOn?: string;
  sufficient?: boolean;
  days: number;
};

/** A notice of extension and what became of it. */
export type Notice = { sentOn: string; outcome: 'counts' | 'late' | 'repeated' | 'not-possible' };

/** What the counting found: enough to name every date and to explain it. */
export type DeadlineFacts = {
  rule: DeadlineRule;
  receivedAt: string;
  receivedOn: string;
  /** End of the first period before pauses and rolling. */
  rawEnd: string;
  noticeDay: string;
  pauses: Pause[];
  pauseDays: number;
  /** Events that could not count, by name and local date. */
  ignored: (DatedEvent & { why: DeadlineWarningCode })[];
  notices: Notice[];
  /** End after the extension, before pauses and rolling; undefined when not extended. */
  extendedEnd: string | undefined;
  refusalLimit: string;
  due: string;
  dueAt: string;
};
