import type { Case, CaseStatus, Channel, Language } from '../../core/case.ts';
import type { Context } from '../../core/context.ts';
import type { Draught, LetterPart } from '../../core/decide/letters.ts';
import type { Digest } from '../../core/digest.ts';
import type { StaffAction } from '../../core/event.ts';
import type { Post, RecordedEvent } from '../../core/post.ts';
import type { Refusal } from '../../core/refusal.ts';

/** How Slack is reached; `apiUrl` is another Web API base, `gapMs` the least time between two messages in the channel (1,000). */
export type SlackSettings = {
  botToken: string;
  /** For Socket Mode, which is used when there is no `signingSecret`. */
  appToken?: string | undefined;
  /** For HTTP mode: Slack then calls `http://httpHost:httpPort/slack/events`. */
  signingSecret?: string | undefined;
  channel: string;
  apiUrl?: string | undefined;
  httpPort?: number | undefined;
  httpHost?: string | undefined;
  gapMs?: number | undefined;
  /** How long clicks under way get to finish when the channel closes, in milliseconds (4,000). */
  closeMs?: number | undefined;
};

/** A log of ids, codes and counts; personal data has no place in it. */
export type Log = Record<'info' | 'warn' | 'error', (fields: LogFields, message: string) => void>;
export type LogFields = Record<string, string | number | boolean | null | undefined>;

/** What became of an action; `case` is the case as it now is. */
export type Acted = { ok: true; case: Case } | { ok: false; refusal: Refusal; case: Case | null };

/** A letter to be composed for a preview. */
export type PreviewOrder = {
  letter: LetterPart;
  by: string;
  right?: string | undefined;
  reason?: string | undefined;
  /** The task that a notice to a recipient does. */
  task?: string | undefined;
};

/** A case in a list. */
export type CaseLine = {
  id: string;
  number: string | null;
  status: CaseStatus;
  rights: string[];
  receivedAt: string;
  dueOn: string | null;
  assignee: string | null;
  closedAt: string | null;
};

/** A request that did not come by mail. */
export type AddedRequest = {
  channel: Channel;
  receivedAt: string;
  rights: string[];
  marketing: boolean;
  language: Language;
  person: { name?: string; address?: string; postal?: string };
  text: string;
};

/** Where it is kept which Slack message shows what. */
export type Posts = {
  read(caseId: string): Promise<Post[]>;
  save(post: Post): Promise<void>;
  remove(caseId: string, kind: Post['kind'], seq: number): Promise<void>;
  find(channel: string, ts: string): Promise<Post | null>;
};

/** A click that is worked, under the id that a second delivery of it has too; ids only. */
export type KeptClick = { id: string; user: string; caseId: string; act: string };

/** Where a click is remembered until it is finished, so that none is done twice and none is lost without a word. */
export type Clicks = {
  /** False when the click is known already. */
  keep(click: KeptClick): Promise<boolean>;
  finish(id: string): Promise<void>;
};

/** All that the channel is given; it opens nothing else itself. */
export type SlackDeps = {
  settings: SlackSettings;
  context: Context;
  now: () => string;
  log: Log;
  /** Makes the reference by which a failure is found in the log, such as `ref 7F3K`. */
  makeReference: () => string;
  readCase(id: string): Promise<Case | null>;
  findCaseByNumber(number: string): Promise<Case | null>;
  listCases(filter?: { status?: CaseStatus[]; limit?: number; offset?: number }): Promise<CaseLine[]>;
  /** All cases in triage or open, or received or closed since that instant, oldest first; `personal` is null in each. */
  listRecords(since: string): Promise<Case[]>;
  /** The cases not closed that seem to be of the same person as this one: the most likely first, at most twenty. */
  listLikely(id: string): Promise<Case[]>;
  readEvents(id: string): Promise<RecordedEvent[]>;
  act(caseId: string, by: string, action: StaffAction): Promise<Acted>;
  preview(caseId: string, order: PreviewOrder): Promise<Draught>;
  /** Opens a case under that id, chosen by the caller: the same request given twice is refused as already known. */
  addRequest(caseId: string, by: string, input: AddedRequest): Promise<Acted>;
  posts: Posts;
  clicks: Clicks;
};

/** What became of an attempt to show a case; `later` is worth another try, `impossible` needs a person. */
export type ShowResult =
  | { kind: 'done' }
  | { kind: 'later'; afterMs: number; reason: string }
  | { kind: 'impossible'; reason: string };
/**
 * What Slack says of a user group: its members; that it has none or is not there; or nothing, so that what it said before still counts.
 */
export type GroupAnswer =
  | { kind: 'members'; usergroup: string; members: { slack: string; name: string }[] }
  | { kind: 'none' | 'unknown'; usergroup: string; fault: string };
export type CheckResult = { ok: true; team: string; bot: string } | { ok: false; fault: string };
/** `away`: Slack cannot be reached; it is tried again all the time. */
export type LinkState = 'connected' | 'connecting' | 'away';

/** The open channel. */
export type Slack = {
  /**
   * Makes the channel show the case's present truth: its card, and the thread lines in order. Idempotent; with `mayHavePosted` it
   * looks in the channel first for what an earlier try may have posted. Throws only what the given stores throw.
   */
  showCase(record: Case, events: RecordedEvent[], mayHavePosted: boolean): Promise<ShowResult>;
  /** Posts the morning message once; with `mayHavePosted` it looks in the channel first. */
  postDigest(digest: Digest, mayHavePosted: boolean): Promise<ShowResult>;
  /** Tells who clicked, privately and with the case's present card, that a restart broke their click off. Rejects when the case cannot be read. */
  tellUnfinished(click: KeptClick): Promise<void>;
  /** Tries the tokens, the scopes and the channel; the fault says what to do. */
  check(): Promise<CheckResult>;
  /** Asks who is in the user groups of the team. */
  readGroups(): Promise<GroupAnswer[]>;
  state(): LinkState;
  /** The port on which HTTP mode listens; null in Socket Mode. */
  port(): number | null;
  close(): Promise<void>;
};
