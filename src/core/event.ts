import type {
  Case,
  CategoryAct,
  Channel,
  KeptMail,
  Language,
  Outcome,
  Requester,
  SenderVerdict,
  TaskResult,
} from './case.ts';

/** What staff can do to a case. Slack's action ids and the core's rules use the same `do` names. */
export type StaffAction =
  | { do: 'triage'; rights: string[] /** It is about direct marketing. */; marketing?: boolean }
  | { do: 'not-a-request' }
  | { do: 'acknowledge'; subject?: string; text?: string }
  | { do: 'confirm-identity'; method: string }
  /** `source`: where this address stood in our own administration before the request; needed for each new address. */
  | { do: 'ask-confirmation'; to: string; source?: string; subject?: string; text?: string }
  | { do: 'reply-insufficient' }
  | { do: 'finish-task'; task: string; result: TaskResult; note?: string }
  | {
      do: 'decide';
      right: string;
      outcome: Outcome;
      ground?: string;
      reason?: string;
      /** What happens to each category that was found; absent: as the register advises. */
      categories?: Record<string, { act: CategoryAct; reason?: string }>;
      /** Why it is decided although a task is still open or failed. */
      despite?: string;
    }
  /** `decidedAt` is the instant of the decision that the person saw, so that nobody approves another than they read. */
  | { do: 'approve-decision'; right: string; decidedAt: string }
  | { do: 'reject-decision'; right: string; decidedAt: string; reason: string }
  | { do: 'undo-decision'; right: string }
  | { do: 'set-requester'; requester: Requester }
  | { do: 'ask-requester'; subject?: string; text?: string }
  | { do: 'send-notice'; task: string; subject: string; text: string }
  | { do: 'confirm-recipient'; task: string }
  /** The letter that tells that the data are locked while the request is weighed. */
  | { do: 'tell-restriction'; right: string; subject?: string; text?: string }
  /** `askedAt`: approves what another asked at that instant, with the reason given then. */
  | { do: 'lift-restriction'; right: string; reason?: string; askedAt?: string; subject?: string; text?: string }
  | { do: 'send-letter'; right: string; subject: string; text: string }
  | { do: 'extend'; reason: string; subject?: string; text?: string }
  | { do: 'settle-letter'; letter: string; outcome: 'was-sent' | 'send-again' }
  | { do: 'change-rights'; rights: string[]; marketing?: boolean }
  | { do: 'assign'; to: string }
  | { do: 'note'; text: string }
  /** No reminders before `until`, a local date. */
  | { do: 'snooze'; until: string }
  /** These rights, or else only these mails, go into a case of their own. */
  | { do: 'split'; rights: string[]; mails: string[] }
  /** All that the case `other` (its id) holds comes into this one; `reason`: why, where it is closed or seems somebody else's. */
  | { do: 'merge'; other: string; reason?: string }
  | { do: 'close' }
  | { do: 'reopen'; reason: string };
export type ActionName = StaffAction['do'];

/** What comes in from the world and is put to `decide`. Ids and codes are made at the edge and given here. */
export type Incoming =
  | {
      kind: 'request-received';
      mail: KeptMail;
      sender: SenderVerdict;
      rights: string[];
      marketing: boolean;
      unsure: boolean;
      language: Language;
      why: { right: string; words: string }[];
      /** Set when staff, not the recogniser, must look first: the mail could not be read whole. */
      unreadable?: boolean;
      /** The address of the first writer, when the mail forwards somebody's request. */
      original?: string;
      /** Set when this address has opened too many cases in the last hour: then nothing is sent by itself. */
      quiet?: boolean;
    }
  | {
      kind: 'request-added';
      by: string;
      channel: Channel;
      receivedAt: string;
      rights: string[];
      marketing: boolean;
      language: Language;
      person: { name?: string; address?: string; postal?: string };
      text: string;
    }
  | { kind: 'mail-added'; mail: KeptMail; sender: SenderVerdict; rights: string[] }
  | {
      kind: 'staff-decided';
      by: string;
      action: StaffAction /** A fresh one-time code, used only when the action asks for one. */;
      code?: string;
      /** The other case of a split (its seat, and no case yet) or of a merge (the case as it is; null when there is none). */
      beside?: { id: string; number: string | null; case: Case | null };
    }
  | { kind: 'timer-fell-due'; timer: string; dueAt: string }
  | { kind: 'letter-sent'; letter: string }
  | { kind: 'letter-failed'; letter: string; reason: string }
  | { kind: 'letter-uncertain'; letter: string };

/** The kinds of rows in the events table: what happened, in the past tense. */
export type EventKind =
  | 'request-received'
  | 'request-added'
  | 'triaged'
  | 'rights-changed'
  | 'mail-added'
  | 'acknowledged'
  | 'acknowledgement-held'
  | 'acknowledgement-due'
  | 'address-on-file'
  | 'identity-requested'
  | 'identity-reply-insufficient'
  | 'identity-confirmed'
  | 'tasks-opened'
  | 'task-finished'
  | 'decided'
  | 'decision-approved'
  | 'decision-rejected'
  | 'decision-undone'
  | 'approval-due'
  | 'letter-approved'
  | 'letter-sent'
  | 'letter-failed'
  | 'letter-uncertain'
  | 'extended'
  | 'assigned'
  | 'note-added'
  | 'snoozed'
  | 'reminded'
  | 'overdue'
  | 'requester-set'
  | 'identity-unanswered'
  | 'identity-document-received'
  | 'task-due'
  | 'recipient-silent'
  | 'recipient-confirmed'
  | 'deletion-due'
  | 'split'
  | 'split-off'
  | 'merged'
  | 'merged-away'
  | 'lift-asked'
  | 'restriction-lifted'
  | 'restriction-stands'
  | 'closed'
  | 'reopened'
  | 'purged';

/** One thing that happened. `data` is public (ids, rights, dates); `personal` is sealed in the store under the case's key. */
export type CaseEvent = {
  kind: EventKind;
  at: string;
  by: string;
  data: Record<string, string | number | boolean | string[]>;
  personal?: Record<string, string>;
};
