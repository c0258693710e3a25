/** The names of the column types whose names differ; text sorts by code unit on both engines, whatever PostgreSQL's locale. */
export type ColumnTypes = { text: string; bytes: string };

/** The first tables: text, whole numbers and bytes only, so that one schema serves both engines. */
export function firstTables({ text, bytes }: ColumnTypes): string[] {
  return [
    `create table meta (key ${text} not null primary key, value ${text} not null)`,
    `create table cases (
      id ${text} not null primary key,
      number ${text} unique,
      version integer not null,
      status ${text} not null,
      rights ${text} not null,
      received_at ${text} not null,
      due_on ${text},
      assignee ${text},
      closed_at ${text},
      record ${text} not null,
      personal ${bytes}
    )`,
    'create index cases_received on cases (received_at, id)',
    `create table case_keys (case_id ${text} not null primary key, wrapped ${bytes} not null)`,
    `create table counters (series ${text} not null primary key, value integer not null)`,
    `create table events (
      chain bigint primary key,
      case_id ${text} not null,
      seq integer not null,
      kind ${text} not null,
      at ${text} not null,
      "by" ${text} not null,
      data ${text} not null,
      personal ${bytes},
      hash ${text} not null,
      unique (case_id, seq)
    )`,
    `create table chain_head (
      id integer primary key,
      chain bigint not null,
      hash ${text} not null,
      signature ${text} not null
    )`,
    `create table links (
      kind ${text} not null,
      hash ${text} not null,
      case_id ${text} not null,
      primary key (kind, hash, case_id)
    )`,
    'create index links_of_case on links (case_id)',
    `create table mails (
      id ${text} not null primary key,
      identity ${text} not null unique,
      mailbox ${text} not null,
      uid_validity ${text} not null,
      uid bigint not null,
      verdict ${text} not null,
      received_at ${text} not null,
      case_id ${text},
      source ${bytes}
    )`,
    'create index mails_received on mails (received_at, verdict)',
    `create table cursors (
      mailbox ${text} not null,
      uid_validity ${text} not null,
      last_uid bigint not null,
      primary key (mailbox, uid_validity)
    )`,
    `create table outbox (
      id ${text} not null primary key,
      case_id ${text},
      kind ${text} not null,
      lane ${text} not null,
      payload ${text} not null,
      due_at ${text} not null,
      due_ms bigint not null,
      state ${text} not null default 'pending',
      attempts integer not null default 0,
      started_at ${text},
      done_at ${text},
      failure ${text},
      claimed_by ${text},
      claimed_until_ms bigint
    )`,
    'create index outbox_due on outbox (state, due_ms, id)',
    'create index outbox_lane on outbox (lane) where claimed_until_ms is not null',
    'create index outbox_case on outbox (state, case_id, kind)',
    `create table posts (
      case_id ${text} not null,
      kind ${text} not null,
      seq integer not null,
      channel ${text} not null,
      ts ${text} not null,
      digest ${text} not null,
      primary key (case_id, kind, seq)
    )`,
    'create index posts_place on posts (channel, ts)',
  ];
}
