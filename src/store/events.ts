import type { Selectable } from 'kysely';
import type { CaseEvent } from '../core/event.ts';
import { readCaseKey } from './case-keys.ts';
import { canonicalJson, firstHash, hashEvent, type PublicEvent } from './chain.ts';
import type { Reading, Writing } from './db.ts';
import { openJson, type Seals, sealJson } from './seal.ts';
import type { StoredEvent } from './store.ts';
import type { Tables } from './tables.ts';

type EventRow = Selectable<Tables['events']>;

/** Appends events to a case and to the chain; the chain's head stays locked until the transaction ends. */
export async function appendEvents(
  writing: Writing,
  seals: Seals,
  caseId: string,
  events: CaseEvent[],
): Promise<StoredEvent[]> {
  if (events.length === 0) return [];
  const { db } = writing;
  let { chain, hash } = await lockHead(writing);
  let seq = await lastSeq(db, caseId);
  const key = events.some((event) => event.personal) ? await readCaseKey(db, seals, caseId) : null;
  const rows: EventRow[] = [];
  const stored: StoredEvent[] = [];
  for (const { personal, ...event } of events) {
    chain += 1;
    seq += 1;
    const sealed = personal === undefined ? null : sealJson(keyFor(key, caseId), personal, placeOf(caseId, seq));
    const visible = { ...event, chain, caseId, seq };
    hash = hashEvent(hash, visible, sealed);
    const { kind, at, by } = event;
    rows.push({ chain, case_id: caseId, seq, kind, at, by, data: canonicalJson(event.data), personal: sealed, hash });
    stored.push({ ...visible, personal: personal ?? null, hash });
  }
  await db.insertInto('events').values(rows).execute();
  const head = { chain, hash, signature: seals.signHead(chain, hash) };
  await db.updateTable('chain_head').set(head).where('id', '=', 1).execute();
  return stored;
}

/** Makes the head of a new, empty chain. */
export async function makeHead({ db }: Writing, seals: Seals): Promise<void> {
  const head = { id: 1, chain: 0, hash: firstHash, signature: seals.signHead(0, firstHash) };
  await db.insertInto('chain_head').values(head).execute();
}

async function lockHead({ db, lockRows }: Writing): Promise<{ chain: number; hash: string }> {
  const query = db.selectFrom('chain_head').select(['chain', 'hash']).where('id', '=', 1);
  const head = await query.$call(lockRows).executeTakeFirst();
  if (head !== undefined) return head;
  throw new Error(
    'The table chain_head is empty; expected the row that the store made at its first start. Restore the database from a backup.',
  );
}

async function lastSeq(db: Reading, caseId: string): Promise<number> {
  const query = db.selectFrom('events').select((of) => of.fn.max('seq').as('seq'));
  const row = await query.where('case_id', '=', caseId).executeTakeFirst();
  return row?.seq ?? 0;
}

function keyFor(key: Uint8Array | null, caseId: string): Uint8Array {
  if (key !== null) return key;
  throw new Error(
    `An event of case ${caseId} holds personal data, but the case has no key: it is not stored yet, or was purged. Save the case first, or leave the personal part out.`,
  );
}

/** The events of a case in their order; `personal` is null after the purge. */
export async function readEvents(db: Reading, seals: Seals, caseId: string): Promise<StoredEvent[]> {
  const key = await readCaseKey(db, seals, caseId);
  const rows = await db.selectFrom('events').selectAll().where('case_id', '=', caseId).orderBy('seq').execute();
  return rows.map((row) => {
    const { personal: sealed, seq } = row;
    const personal =
      sealed === null || key === null ? null : openJson<Record<string, string>>(key, sealed, placeOf(caseId, seq));
    return { ...toPublic(row), personal, hash: row.hash };
  });
}

/** The part of a row that anyone may see; throws when `data` is no JSON. */
export function toPublic(row: EventRow): PublicEvent {
  const { chain, case_id: caseId, seq, at, by } = row;
  const data = JSON.parse(row.data) as CaseEvent['data'];
  return { chain, caseId, seq, kind: row.kind as CaseEvent['kind'], at, by, data };
}

function placeOf(caseId: string, seq: number): string {
  return `personal part of event ${seq} of case ${caseId}`;
}
