import { readInstant } from '../core/zone.ts';
import { canonicalJson } from './chain.ts';
import type { Reading, Writing } from './db.ts';
import type { NewOutboxRow, OutboxRow, Store } from './store.ts';
import type { OutboxRecord } from './tables.ts';

const ROWS_AT_ONCE = 50;

/** Adds rows that wait for their time. */
export async function addOutbox({ db }: Writing, rows: NewOutboxRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const values = rows.slice(at, at + ROWS_AT_ONCE).map((row) => ({
      id: row.id,
      case_id: row.caseId,
      kind: row.kind,
      lane: row.lane,
      payload: canonicalJson(row.payload),
      due_at: row.dueAt,
      due_ms: readInstant(row.dueAt),
    }));
    await db.insertInto('outbox').values(values).execute();
  }
}

/** Cancels the pending rows of a case of one kind whose payload has all these entries; a worker that has one keeps its lane. */
export async function cancelOutbox(
  { db, lockRows }: Writing,
  caseId: string,
  match: { kind: string; payload: Record<string, string> },
): Promise<void> {
  const query = db.selectFrom('outbox').select(['id', 'payload']).where('state', '=', 'pending');
  const rows = await query.where('case_id', '=', caseId).where('kind', '=', match.kind).$call(lockRows).execute();
  const wanted = Object.entries(match.payload);
  const ids = rows.filter((row) => holdsAll(row.payload, wanted)).map(({ id }) => id);
  if (ids.length === 0) return;
  await db.updateTable('outbox').set({ state: 'cancelled' }).where('id', 'in', ids).execute();
}

function holdsAll(payload: string, wanted: [string, string][]): boolean {
  const entries = JSON.parse(payload) as Record<string, string>;
  return wanted.every(([name, value]) => entries[name] === value);
}

/** True when an unclaimed pending row of this kind waits; it cannot be claimed before the transaction ends, so its worker sees this one's changes. */
export async function hasWaiting({ db, lockRows }: Writing, caseId: string, kind: string): Promise<boolean> {
  const query = db.selectFrom('outbox').select('id').where('state', '=', 'pending').where('case_id', '=', caseId);
  const waiting = query.where('kind', '=', kind).where('claimed_by', 'is', null).orderBy('id').limit(1);
  return (await waiting.$call(lockRows).executeTakeFirst()) !== undefined;
}

/** Marks a row done within the transaction that did its work; throws when it was done before, which undoes that work. */
export async function finishOutbox({ db, lockRows }: Writing, id: string, at: string): Promise<void> {
  const query = db.selectFrom('outbox').select(['state', 'done_at']).where('id', '=', id);
  const row = await query.$call(lockRows).executeTakeFirst();
  if (row === undefined || row.state === 'done') {
    const found = row === undefined ? 'is not in the store' : `was done at ${row.done_at}`;
    throw new Error(
      `Outbox row ${id} cannot be finished: it ${found}; expected a pending row. Another worker did its work: leave it.`,
    );
  }
  const done = { state: 'done', done_at: at, failure: null } as const;
  const change = { ...(row.state === 'cancelled' ? {} : done), claimed_by: null, claimed_until_ms: null };
  await db.updateTable('outbox').set(change).where('id', '=', id).execute();
}

/** True when a pending row of this kind was started for the case. */
export async function hasStarted(db: Reading, caseId: string, kind: string): Promise<boolean> {
  const query = db.selectFrom('outbox').select('id').where('state', '=', 'pending').where('case_id', '=', caseId);
  return (
    (await query.where('kind', '=', kind).where('started_at', 'is not', null).limit(1).executeTakeFirst()) !== undefined
  );
}

/** Loads a row; null when there is none. */
export async function readOutbox(db: Reading, id: string): Promise<OutboxRow | null> {
  const row = await db.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toOutboxRow(row);
}

/** Pending rows by due time, then id; `dueBefore` is included, `after` is not. */
export async function listPending(
  db: Reading,
  { dueBefore, limit, after }: Parameters<Store['listPending']>[0],
): Promise<OutboxRow[]> {
  let query = db.selectFrom('outbox').selectAll().where('state', '=', 'pending');
  if (dueBefore !== undefined) query = query.where('due_ms', '<=', readInstant(dueBefore));
  if (after !== undefined) {
    const dueMs = readInstant(after.dueAt);
    query = query.where(({ eb, and, or }) =>
      or([eb('due_ms', '>', dueMs), and([eb('due_ms', '=', dueMs), eb('id', '>', after.id)])]),
    );
  }
  const rows = await query.orderBy('due_ms').orderBy('id').limit(limit).execute();
  return rows.map(toOutboxRow);
}

/** Gives a stored row the shape that the desk knows. */
export function toOutboxRow(row: OutboxRecord): OutboxRow {
  return {
    id: row.id,
    caseId: row.case_id,
    kind: row.kind,
    lane: row.lane,
    payload: JSON.parse(row.payload) as Record<string, string>,
    dueAt: row.due_at,
    state: row.state,
    attempts: row.attempts,
    startedAt: row.started_at,
    doneAt: row.done_at,
    failure: row.failure,
  };
}
