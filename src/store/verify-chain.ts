import type { Selectable } from 'kysely';
import { firstHash, hashEvent } from './chain.ts';
import type { Reading } from './db.ts';
import { toPublic } from './events.ts';
import type { Seals } from './seal.ts';
import type { ChainFault } from './store.ts';
import type { Tables } from './tables.ts';

const PAGE = 500;

/** Walks the chain from its first event to its signed head; `caseId` is empty where a fault belongs to no event. */
export async function verifyChain(db: Reading, seals: Seals): Promise<{ events: number; faults: ChainFault[] }> {
  // Read before and after: what the desk adds during the walk is no fault, what another added beyond the head is.
  const head = await readHead(db);
  const walk: Walk = { events: 0, last: 0, hash: firstHash, atHead: head?.chain === 0 ? firstHash : null, faults: [] };
  for (let more = true; more; ) {
    const query = db.selectFrom('events').selectAll().where('chain', '>', walk.last);
    const rows = await query.orderBy('chain').limit(PAGE).execute();
    for (const row of rows) {
      takeStep(walk, row);
      if (row.chain === head?.chain) walk.atHead = row.hash;
    }
    more = rows.length === PAGE;
  }
  const now = await readHead(db);
  if (head === undefined || now === undefined) {
    walk.faults.push({ chain: walk.last, caseId: '', fault: 'the head of the chain is missing' });
  } else if (head.signature !== seals.signHead(head.chain, head.hash)) {
    walk.faults.push({ chain: head.chain, caseId: '', fault: 'the head of the chain was not written by this store' });
  } else if (walk.last > now.chain) {
    walk.faults.push({ chain: now.chain + 1, caseId: '', fault: 'there are events beyond the head of the chain' });
  } else if (walk.last < head.chain) {
    const fault = `events ${walk.last + 1} to ${head.chain}, the end of the chain, are missing`;
    walk.faults.push({ chain: walk.last + 1, caseId: '', fault });
  } else if (walk.atHead !== head.hash) {
    walk.faults.push({ chain: head.chain, caseId: '', fault: 'the last event is not the one that the head names' });
  }
  return { events: walk.events, faults: walk.faults };
}

type Walk = { events: number; last: number; hash: string; atHead: string | null; faults: ChainFault[] };

/** A fault is told once: the walk goes on from the hash as stored. After a gap the next event cannot be checked. */
function takeStep(walk: Walk, row: Selectable<Tables['events']>): void {
  const { chain, case_id: caseId } = row;
  const expected = walk.last + 1;
  if (chain !== expected) {
    const which = chain - 1 === expected ? `event ${expected} is` : `events ${expected} to ${chain - 1} are`;
    walk.faults.push({ chain: expected, caseId: '', fault: `${which} missing` });
  } else if (!holds(walk.hash, row)) {
    walk.faults.push({ chain, caseId, fault: 'the event, or the hash before it, is not as it was written' });
  }
  walk.events += 1;
  walk.last = chain;
  walk.hash = row.hash;
}

async function readHead(db: Reading): Promise<Selectable<Tables['chain_head']> | undefined> {
  return await db.selectFrom('chain_head').selectAll().where('id', '=', 1).executeTakeFirst();
}

function holds(previous: string, row: Selectable<Tables['events']>): boolean {
  try {
    return hashEvent(previous, toPublic(row), row.personal) === row.hash;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
