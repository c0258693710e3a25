import type { Case, CaseStatus } from '../core/case.ts';
import type { CaseEvent } from '../core/event.ts';

/** A mail's verdict as kept; `waiting` until it was taken in. */
export type MailVerdict = 'waiting' | 'request' | 'unsure' | 'joined' | 'other' | 'automatic' | 'bounce' | 'own';

/** Where a mailbox was read up to; `uidValidity` as a decimal string (RFC 3501 §2.3.1.1). */
export type Cursor = { mailbox: string; uidValidity: string; lastUid: number };

/**
 * A mail seen once. `identity` is a keyed hash of (Message-ID, checksum), unique; `source` is the raw mail, sealed by the store,
 * kept only while the verdict is `waiting`.
 */
export type NewMail = {
  id: string;
  identity: string;
  mailbox: string;
  uidValidity: string;
  uid: number;
  verdict: MailVerdict;
  receivedAt: string;
  source?: Uint8Array;
};
export type MailRow = Omit<NewMail, 'source'> & { caseId: string | null };

export type OutboxState = 'pending' | 'done' | 'cancelled' | 'failed' | 'uncertain';
/** `payload` holds ids only, never personal data. Times are UTC instants. */
export type NewOutboxRow = {
  id: string;
  caseId: string | null;
  kind: string;
  lane: string;
  payload: Record<string, string>;
  dueAt: string;
};
export type OutboxRow = NewOutboxRow & {
  state: OutboxState;
  attempts: number;
  /** Set, in a commit of its own, just before the world is touched; a row with it but not done may have had its effect. */
  startedAt: string | null;
  doneAt: string | null;
  failure: string | null;
};

/** An event as stored: place in the global chain, its hash, and the sealed part (null where there was none). */
export type StoredEvent = Omit<CaseEvent, 'personal'> & {
  chain: number;
  caseId: string;
  seq: number;
  personal: Record<string, string> | null;
  hash: string;
};

/** A Slack message of a case: its card, or the thread line of event `seq`. */
export type Post = { caseId: string; kind: 'card' | 'line'; seq: number; channel: string; ts: string; digest: string };

export type LinkKind = 'message-id' | 'address';
export type CaseSummary = {
  id: string;
  number: string | null;
  status: CaseStatus;
  rights: string[];
  receivedAt: string;
  dueOn: string | null;
  assignee: string | null;
  closedAt: string | null;
};
export type ChainFault = { chain: number; caseId: string; fault: string };

/** What may be done inside one transaction. Every method sees and makes only this transaction's changes. */
export type Transaction = {
  /** Loads a case and locks it against other writers until the transaction ends; null when there is none. */
  lockCase(id: string): Promise<Case | null>;
  /** Writes the case (insert when `version` is 1; fails when it is not the stored one + 1); makes the case's key when new; destroys it, and the links, when `personal` is null. */
  saveCase(record: Case, columns: { dueOn: string | null }): Promise<void>;
  /** The next number of a series, from 1, without gaps among committed transactions. */
  takeNumber(series: string): Promise<number>;
  /** Appends events to the case and to the global hash chain, sealing `personal` under the case's key; save a new case first. */
  appendEvents(caseId: string, events: CaseEvent[]): Promise<StoredEvent[]>;
  addOutbox(rows: NewOutboxRow[]): Promise<void>;
  /** Marks pending rows of this kind cancelled whose payload has all these entries. */
  cancelOutbox(caseId: string, match: { kind: string; payload: Record<string, string> }): Promise<void>;
  /** True when a row of this kind waits for the case that nobody has claimed yet; nobody can before this transaction ends, so its worker sees what this one saves. */
  hasWaiting(caseId: string, kind: string): Promise<boolean>;
  /** Marks a row done together with its work; throws when it was done before, so that the same work is not done twice. A cancelled row stays so. */
  finishOutbox(id: string, at: string): Promise<void>;
  /** Remembers keyed hashes by which later mail finds the case; values are compared as they are given, so give addresses in lower case. */
  addLinks(caseId: string, links: { kind: LinkKind; value: string }[]): Promise<void>;
  /** Forgets values by which mail found the case. */
  removeLinks(caseId: string, links: { kind: LinkKind; value: string }[]): Promise<void>;
  /** All that leads to one case leads to another from now on: links and kept mails. */
  moveLeads(from: string, to: string): Promise<void>;
  /** These kept mails belong to another case from now on. */
  moveMails(ids: string[], caseId: string): Promise<void>;
  /** Sets the verdict, forgets the source. */
  settleMail(id: string, verdict: MailVerdict, caseId: string | null): Promise<void>;
};

/**
 * The store: SQLite file or PostgreSQL behind one set of methods. Personal data is sealed with AES-256-GCM under a key per case,
 * itself sealed with SECRET_KEY; looked-up values (addresses, Message-IDs, mail identities) are HMAC-SHA-256 under a key derived from it.
 */
export type Store = {
  readonly engine: 'sqlite' | 'postgres';
  /**
   * Runs `work` in one transaction: all of it is committed, or nothing when it throws. `work` may run again when another process came
   * between, so it touches nothing but `tx` and its own values; calling the store's other methods inside it throws.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;

  readCase(id: string): Promise<Case | null>;
  findCaseByNumber(number: string): Promise<Case | null>;
  listCases(filter?: { status?: CaseStatus[]; limit?: number; offset?: number }): Promise<CaseSummary[]>;
  /** All cases in triage or open, or received or closed since that instant, oldest first; `personal` is null in each. */
  listRecords(since: string): Promise<Case[]>;
  readEvents(caseId: string): Promise<StoredEvent[]>;
  /** Case ids (not purged) that hold one of these values, newest first. */
  findLinks(kind: LinkKind, values: string[]): Promise<{ caseId: string; value: string }[]>;
  /** Walks the whole chain; an empty list means it is whole. */
  verifyChain(): Promise<{ events: number; faults: ChainFault[] }>;

  /** Keeps a batch of mails with outbox rows for the waiting ones and moves the cursor (never back), in one transaction; answers the ids that were new. */
  keepMails(mails: { mail: NewMail; outbox?: NewOutboxRow }[], cursor: Cursor): Promise<string[]>;
  /** Which of these identities are already known. */
  knownIdentities(identities: string[]): Promise<Set<string>>;
  readMail(id: string): Promise<(MailRow & { source: Uint8Array | null }) | null>;
  readCursor(mailbox: string, uidValidity: string): Promise<Cursor | null>;
  countMails(since: string): Promise<Record<MailVerdict, number>>;
  /** HMAC-SHA-256 hex of a value under the store's look-up key. */
  hash(value: string): string;

  readOutbox(id: string): Promise<OutboxRow | null>;
  /** True when a pending row of this kind was started for the case: that try may have touched the world before it was broken off. */
  hasStarted(caseId: string, kind: string): Promise<boolean>;
  /** Pending rows, claimed ones too, by due time and id; due at or before `dueBefore`; `after` pages and is not included. */
  listPending(options: {
    dueBefore?: string;
    limit: number;
    after?: { dueAt: string; id: string };
  }): Promise<OutboxRow[]>;
  /** Claims a pending, due row for one worker until `until`; null when it is not pending, not due, or it or its lane is claimed. Counts an attempt. A lane is claimed also by a row that was cancelled under its worker's hands, until that claim ends. */
  claimOutbox(id: string, worker: string, now: string, until: string): Promise<OutboxRow | null>;
  /**
   * Commits `startedAt`: from here on the effect may have happened. Throws when the row is no longer pending or, with `worker`, no
   * longer claimed by it: then the world must not be touched.
   */
  startOutbox(id: string, at: string, worker?: string): Promise<void>;
  /**
   * Ends a claim: done, failed, uncertain, or back to pending (`startedAt` cleared when nothing was sent, `dueAt` moved when given).
   * A done row stays done, a cancelled one does not come back to pending; with `worker`, a claim that went to another is left alone
   * unless the work was done.
   */
  endOutbox(
    id: string,
    end: { state: OutboxState; at: string; failure?: string; clearStarted?: boolean; dueAt?: string; worker?: string },
  ): Promise<void>;

  readPosts(caseId: string): Promise<Post[]>;
  savePost(post: Post): Promise<void>;
  removePost(caseId: string, kind: Post['kind'], seq: number): Promise<void>;
  findPost(channel: string, ts: string): Promise<Post | null>;

  readMeta(key: string): Promise<string | null>;
  writeMeta(key: string, value: string): Promise<void>;
  /** A secret that the desk was given while it ran, kept sealed; null when there is none. */
  readSecret(name: string): Promise<string | null>;
  writeSecret(name: string, value: string): Promise<void>;
  close(): Promise<void>;
};

/** Opens the store, migrating it first. `secretKey` is 32 bytes. SQLite when `url` is absent (file `rechtenloket.sqlite` in `dataDir`). */
export type OpenStore = (options: { url?: string; dataDir: string; secretKey: Uint8Array }) => Promise<Store>;
