import { describeError } from '../log.ts';
import type { OutboxRow } from '../store/store.ts';
import { advanceCase } from './advance-case.ts';
import type { Desk, Performed, Performer } from './desk.ts';

/** How long one worker may hold a row; longer than any single send may take. */
const claimMs = 120_000;
/** When a row whose lane is busy is looked at again. */
const busyMs = 500;
/** When a row is tried again after the queue's own retries have run out. */
const restMs = 15 * 60_000;

/** What the queue calls: performs one outbox row, at most one at a time in its lane, and says whether it must come back. */
export function createPerform(
  desk: Desk,
  performers: Record<string, Performer>,
): (id: string) => Promise<'done' | { again: string }> {
  return async (id) => {
    const now = desk.now();
    const row = await desk.store.claimOutbox(id, desk.worker, now, later(now, claimMs));
    if (!row) return await explainUnclaimed(desk, id, now);
    const performer = performers[row.kind];
    if (!performer)
      throw new Error(
        `Outbox row ${row.id} is of the unknown kind "${row.kind}": expected one of ${Object.keys(performers).join(', ')}; was it written by a newer version?`,
      );
    let performed: Performed;
    try {
      performed = await performer(row);
    } catch (error) {
      await desk.store.endOutbox(row.id, {
        worker: desk.worker,
        state: 'pending',
        at: desk.now(),
        failure: String(describeError(error).error),
      });
      throw error;
    }
    return await endRow(desk, row, performed);
  };
}

async function explainUnclaimed(desk: Desk, id: string, now: string): Promise<'done' | { again: string }> {
  const row = await desk.store.readOutbox(id);
  if (row?.state !== 'pending') return 'done';
  const soon = later(now, busyMs);
  return { again: latest(row.dueAt, soon) };
}

async function endRow(desk: Desk, row: OutboxRow, performed: Performed): Promise<'done' | { again: string }> {
  const at = desk.now();
  switch (performed.kind) {
    case 'done':
      await desk.store.endOutbox(row.id, { worker: desk.worker, state: 'done', at });
      return 'done';
    case 'failed':
      desk.log.error({ row: row.id, kind: row.kind, failure: performed.failure }, 'A row failed for good.');
      await desk.store.endOutbox(row.id, { worker: desk.worker, state: 'failed', at, failure: performed.failure });
      return 'done';
    case 'again':
      desk.log.warn(
        { row: row.id, kind: row.kind, failure: performed.failure, again: performed.at },
        'A row comes back later.',
      );
      await desk.store.endOutbox(row.id, {
        worker: desk.worker,
        state: 'pending',
        at,
        failure: performed.failure,
        dueAt: performed.at,
      });
      return { again: performed.at };
  }
}

/** The queue's retries ran out: the row rests and comes back; nothing is dropped. */
export async function restRow(desk: Desk, id: string, error: unknown): Promise<void> {
  const at = desk.now();
  desk.log.error(
    { row: id, ...describeError(error) },
    'A row keeps failing; it is tried again in a quarter of an hour.',
  );
  await desk.store.endOutbox(id, {
    state: 'pending',
    at,
    failure: String(describeError(error).error),
    dueAt: later(at, restMs),
  });
  await desk.push([{ id, dueAt: later(at, restMs) }]);
}

/** A row `timer`: tells its case that it fell due; a timer no longer awaited ends quietly. */
export async function performTimer(desk: Desk, row: OutboxRow): Promise<Performed> {
  const { timer, at } = row.payload;
  if (!row.caseId || !timer || !at)
    throw new Error(`Outbox row ${row.id} of kind timer lacks its case, timer or time.`);
  await advanceCase(desk, row.caseId, { kind: 'timer-fell-due', timer, dueAt: at }, { outbox: row.id });
  return { kind: 'done' };
}

/** An instant so many milliseconds later. */
export function later(instant: string, milliseconds: number): string {
  return new Date(Date.parse(instant) + milliseconds).toISOString();
}

/** The later of two instants. */
function latest(first: string, second: string): string {
  return [first, second].sort()[1] ?? second;
}
