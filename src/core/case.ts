/*
 * Glossary
 *   case      one person's request or requests, received at one moment, under one number
 *   track     one right within a case, on its own way through the steps of its workflow
 *   step      verify → search → decide → do → recipients → answer; a workflow names those it needs
 *   task      one thing for one member of staff to do at one place of the register, within a step
 *   decision  what staff decided for a track: fulfil, partly, refuse
 *   letter    a text to the person (or a recipient): approved by staff, then sent once
 *   personal  all that identifies the person or comes from their mail: sealed in the store under the case's own key
 *   timer     something that falls due later; it is an outbox row
 */
import type { ClockEvent } from './deadline.ts';

export type Language = 'nl' | 'en';
/** A text in both languages of the desk. */
export type Text = Record<Language, string>;
/** How a request reached us (EDPB 01/2022 §3.1: any channel counts). */
export type Channel = 'email' | 'post' | 'phone' | 'visit' | 'chat';
export type CaseStatus = 'triage' | 'open' | 'closed' | 'purged';
export const stepKinds = ['verify', 'lock', 'search', 'decide', 'do', 'recipients', 'answer', 'unlock'] as const;
export type StepKind = (typeof stepKinds)[number];
/** Steps that consist of tasks; `aside` tasks belong to no step and hold up only the closing. */
export type TaskStep = 'lock' | 'search' | 'do' | 'recipients' | 'unlock' | 'aside';
/** The mail server's word on the sender (RFC 8601): pass only on an aligned DMARC pass. */
export type SenderVerdict = 'pass' | 'fail' | 'unknown';

/** Who did something and when; `by` is a Slack user id, `desk` or `person`. */
export type Done = { by: string; at: string };

export type TaskResult = 'found' | 'nothing' | 'done' | 'failed';
/** One thing to do at one place of the register; `rights` are the tracks that wait for it; `dueOn` is a local date. */
export type Task = {
  id: string;
  step: TaskStep;
  place: string;
  rights: string[];
  title: Text;
  dueOn: string;
  /** UTC instant, where the task has a clock of its own, such as the 72 hours of article 33(1). */
  dueAt?: string;
  assignee?: string;
  /** The recipient (article 19) that this task tells, by its id in the register. */
  recipient?: string;
  /** When the recipient said that it is done. */
  confirmed?: Done;
  /** The letter says what the note says, so the task cannot be done without one. */
  needsNote?: boolean;
  result?: TaskResult;
  finished?: Done;
};

export type Outcome = 'fulfil' | 'partly' | 'refuse';
/** What staff decided for a track; `ground` is the id of a ground in the workflow, the reason itself is personal. */
export type Decision = Done & { outcome: Outcome; ground?: string; approval?: Approval };
/**
 * The approval of a decision: `asked` of a second person, `waiting` until the one who decided may confirm it alone (`until`, UTC
 * instant), or `given`; `by` and `at` say who asked or gave it, and when.
 */
export type Approval = Done & { status: 'asked' | 'waiting' | 'given'; until?: string };

/** What happens to one category of data. */
export const categoryActs = ['delete', 'keep', 'lock', 'correct', 'hand-over', 'leave-out'] as const;
export type CategoryAct = (typeof categoryActs)[number];
/** The decision for a category; `until` is the local date on which kept data must go, `ground` an article; the reason is personal. */
export type CategoryDecision = { act: CategoryAct; ground?: string; until?: string };

/**
 * One right on its way; `steps` holds the steps that are finished. `lift` is what a second person must still approve before a
 * restriction is lifted (the reason is personal); `lifted` says when the letter went out that announced it (article 18(3)).
 */
export type Track = {
  right: string;
  /**
   * Where the track came from another case that was merged into this one, at `at`: when that one was received, and what had happened
   * to its clock by then. What happens to the case's clock after `at` is also this track's.
   */
  came?: { receivedAt: string; clock: ClockEvent[]; at: string };
  marketing: boolean;
  steps: Partial<Record<StepKind, Done>>;
  decision?: Decision;
  categories?: Record<string, CategoryDecision>;
  answeredAt?: string;
  lift?: Done & { approval: Approval };
  lifted?: Done;
};

/** In whose name the request comes. */
export const requesters = ['self', 'agent', 'parent', 'guardian', 'heir', 'employer', 'authority'] as const;
export type Requester = (typeof requesters)[number];

export type Identity = {
  status: 'open' | 'asked' | 'confirmed' | 'insufficient';
  sender: SenderVerdict;
  /** Ways in which staff or the desk made sure, see core/identity.ts. */
  methods: string[];
  askedAt?: string;
};

/** `approved` waits in the outbox, `uncertain` was perhaps sent and waits for staff's word, `failed` was not sent. */
export type LetterStatus = 'approved' | 'sent' | 'uncertain' | 'failed';
export const letterParts = [
  'acknowledged',
  'confirm',
  'reminded',
  'extended',
  'fulfil',
  'partly',
  'nothing',
  'refuse',
  'notice',
  'requester',
  'locked',
  'lifted',
] as const;
/** What a letter is for, as the workflow files name it. */
export type LetterPart = (typeof letterParts)[number];

/** A letter without its words; `id` is its effect's id, and its Message-ID's left side. */
export type Letter = {
  id: string;
  template: string;
  /** Its part in the workflow: what its sending changes follows from this. */
  part: LetterPart;
  right?: string;
  /** The task that this letter does: a notice to a recipient. */
  task?: string;
  /** By post when the person gave no e-mail address: staff print it and say when it went out. */
  means: 'email' | 'post';
  status: LetterStatus;
  approved: Done;
  sentAt?: string;
  /** The letter is of the case from which this one was split off; here stands what its sending did to the clock. */
  shared?: true;
};

/** A mail that opened or joined the case; `messageId` without angle brackets. */
export type KeptMail = {
  id: string;
  receivedAt: string;
  from: string;
  fromName?: string;
  subject: string;
  text: string;
  messageId?: string;
  references: string[];
  attachments: { name: string; type: string; bytes: number }[];
};

/** What only the person, and staff who work the case, may see. `address` is where they wrote from, `knownAddress` what was already on file. */
export type Personal = {
  name?: string;
  address?: string;
  knownAddress?: string;
  postal?: string;
  mails: KeptMail[];
  letters: Record<string, { to: string; subject: string; text: string; messageId: string }>;
  why: { right: string; words: string }[];
  notes: (Done & { text: string })[];
  taskNotes: Record<string, string>;
  reasons: Record<string, string>;
  /** SHA-256 of the one-time code with the case's id, hex; the code itself lives only in the letter. */
  code?: { digest: string; expiresAt: string; triesLeft: number };
};

/** A case as the core sees it. `number` is given when the case leaves triage; `personal` is null after the purge. */
export type Case = {
  id: string;
  number: string | null;
  version: number;
  status: CaseStatus;
  channel: Channel;
  /** UTC instant of arrival in any of our channels; the legal clock's day 0 is its local date. */
  receivedAt: string;
  language: Language;
  initials: string;
  mailDomain: string | null;
  tracks: Track[];
  clock: ClockEvent[];
  identity: Identity;
  /** Who asks, when it is not the person themselves (domain.md §3). */
  requester?: Requester;
  /** How letters in Dutch address the person: as their own mail does. */
  form: 'je' | 'u';
  acknowledged?: Done;
  tasks: Task[];
  letters: Letter[];
  assignee?: string;
  extended?: Done;
  /** No reminder is told before the local date `until`. */
  snoozed?: Done & { until: string };
  closed?: Done & { outcome: 'answered' | 'not-a-request' | 'withdrawn' | 'merged' };
  /** The cases that were split off from this one, by id. */
  splitInto?: string[];
  /** The case that took over all that this one held; its number, where it had one. */
  mergedInto?: { id: string; number: string | null };
  /** Timers that are awaited, by name, with the instant at which they fall due. */
  timers: Record<string, string>;
  /** Who last did which action, so that a second click can be told so. */
  lastDone: Record<string, Done>;
  personal: Personal | null;
};
