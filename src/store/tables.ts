import type { Generated, Selectable } from 'kysely';
import type { CaseStatus } from '../core/case.ts';
import type { LinkKind, MailVerdict, OutboxState, Post } from './store.ts';

/** Facts about the store itself: `version` of the schema, `key-check` of SECRET_KEY. */
type SchemaInfoTable = { name: string; value: string };
/** What outlives a restart and is nobody's personal data. */
type MetaTable = { key: string; value: string };
/** `record` is the case without `personal`, as JSON; the other columns repeat what is searched on. */
type CasesTable = {
  id: string;
  number: string | null;
  version: number;
  status: CaseStatus;
  rights: string;
  received_at: string;
  due_on: string | null;
  assignee: string | null;
  closed_at: string | null;
  record: string;
  personal: Uint8Array | null;
};
/** A case's key, sealed with SECRET_KEY; the row is gone after the purge. A table of its own, so that no other write copies it. */
type CaseKeysTable = { case_id: string; wrapped: Uint8Array };
type CountersTable = { series: string; value: number };
/** `data` is canonical JSON; `personal` stays when the case's key is gone, for the chain counts it. */
type EventsTable = {
  chain: number;
  case_id: string;
  seq: number;
  kind: string;
  at: string;
  by: string;
  data: string;
  personal: Uint8Array | null;
  hash: string;
};
/** One row: the last event of the chain, signed, so that a cut-off tail shows. */
type ChainHeadTable = { id: number; chain: number; hash: string; signature: string };
type LinksTable = { kind: LinkKind; hash: string; case_id: string };
type MailsTable = {
  id: string;
  identity: string;
  mailbox: string;
  uid_validity: string;
  uid: number;
  verdict: MailVerdict;
  received_at: string;
  case_id: string | null;
  source: Uint8Array | null;
};
type CursorsTable = { mailbox: string; uid_validity: string; last_uid: number };
/** Times that are compared are kept in milliseconds beside their text, for `…:00Z` and `…:00.000Z` do not sort as text. */
type OutboxTable = {
  id: string;
  case_id: string | null;
  kind: string;
  lane: string;
  payload: string;
  due_at: string;
  due_ms: number;
  state: Generated<OutboxState>;
  attempts: Generated<number>;
  started_at: string | null;
  done_at: string | null;
  failure: string | null;
  claimed_by: string | null;
  claimed_until_ms: number | null;
};
type PostsTable = { case_id: string; kind: Post['kind']; seq: number; channel: string; ts: string; digest: string };

/** Every table with its columns, the same on both engines. */
export type Tables = {
  schema_info: SchemaInfoTable;
  meta: MetaTable;
  cases: CasesTable;
  case_keys: CaseKeysTable;
  counters: CountersTable;
  events: EventsTable;
  chain_head: ChainHeadTable;
  links: LinksTable;
  mails: MailsTable;
  cursors: CursorsTable;
  outbox: OutboxTable;
  posts: PostsTable;
};

/** A row of the outbox as it is read. */
export type OutboxRecord = Selectable<OutboxTable>;
