import { sql } from 'kysely';
import { readInstant } from '../core/zone.ts';
import type { Writing } from './db.ts';
import { toOutboxRow } from './outbox.ts';
import type { OutboxRow, Store } from './store.ts';

/** Claims a pending, due row whose lane is free, until an instant; counts an attempt; null when it cannot be had. */
export async function claimOutbox(
  { db, lockName }: Writing,
  id: string,
  worker: string,
  now: string,
  until: string,
): Promise<OutboxRow | null> {
  const nowMs = readInstant(now);
  const wanted = await db
    .selectFrom('outbox')
    .select(['lane', 'state', 'due_ms'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (wanted === undefined || wanted.state !== 'pending' || wanted.due_ms > nowMs) return null;
  // Two rows of one lane are two rows to lock: without this both claims could see the lane free.
  await lockName(`lane ${wanted.lane}`);
  const row = await db
    .updateTable('outbox')
    .set({ claimed_by: worker, claimed_until_ms: readInstant(until), attempts: sql<number>`attempts + 1` })
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .where('due_ms', '<=', nowMs)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outbox as beside')
            .select('beside.id')
            .where('beside.lane', '=', wanted.lane)
            .where('beside.claimed_until_ms', '>', nowMs),
        ),
      ),
    )
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? null : toOutboxRow(row);
}

/** Notes that the world is about to be touched for a row; throws when it is no longer pending, or no longer claimed by `worker`. */
export async function startOutbox(
  { db, lockRows }: Writing,
  id: string,
  at: string,
  worker: string | undefined,
): Promise<void> {
  const query = db.selectFrom('outbox').select(['state', 'claimed_by']).where('id', '=', id);
  const row = await query.$call(lockRows).executeTakeFirst();
  if (row?.state !== 'pending' || (worker !== undefined && row.claimed_by !== worker)) {
    const found =
      row?.state === 'pending' ? `claimed by ${row.claimed_by ?? 'nobody'}` : (row?.state ?? 'not in the store');
    throw new Error(
      `Outbox row ${id} cannot be started: it is ${found}; expected a pending row with this worker's claim. Another took it, or it was cancelled: leave it.`,
    );
  }
  await db.updateTable('outbox').set({ started_at: at }).where('id', '=', id).execute();
}

/**
 * Ends a claim. What is done stays done, what is cancelled does not come back to pending; a worker whose claim went to another
 * can only say that it is done.
 */
export async function endOutbox(
  { db, lockRows }: Writing,
  id: string,
  { state, at, failure, clearStarted, dueAt, worker }: Parameters<Store['endOutbox']>[1],
): Promise<void> {
  const query = db.selectFrom('outbox').select(['state', 'claimed_by']).where('id', '=', id);
  const row = await query.$call(lockRows).executeTakeFirst();
  if (row === undefined) {
    throw new Error(
      `Outbox row ${id} cannot be ended as ${state}: it is not in the store. Add it with addOutbox first.`,
    );
  }
  if (row.state === 'done' || (isTaken(row.claimed_by, worker) && state !== 'done')) return;
  const stays = row.state === 'cancelled' && state === 'pending';
  const change = {
    state,
    done_at: state === 'pending' ? null : at,
    failure: failure ?? null,
    ...(clearStarted === true ? { started_at: null } : {}),
    ...(dueAt === undefined ? {} : { due_at: dueAt, due_ms: readInstant(dueAt) }),
  };
  const free = { claimed_by: null, claimed_until_ms: null };
  await db
    .updateTable('outbox')
    .set(stays ? free : { ...change, ...free })
    .where('id', '=', id)
    .execute();
}

function isTaken(claimedBy: string | null, worker: string | undefined): boolean {
  return worker !== undefined && claimedBy !== null && claimedBy !== worker;
}
