import type { Selectable } from 'kysely';
import type { Case, Personal } from '../core/case.ts';
import { addCaseKey, destroyCaseKey, readCaseKey } from './case-keys.ts';
import { type Reading, WriteConflict, type Writing } from './db.ts';
import { openJson, type Seals, sealJson } from './seal.ts';
import type { CaseSummary, Store } from './store.ts';
import type { Tables } from './tables.ts';

type CaseRow = Pick<Selectable<Tables['cases']>, 'id' | 'record' | 'personal'>;
type Row = Omit<Selectable<Tables['cases']>, 'personal'>;
const columns = ['id', 'record', 'personal'] as const;

/** Loads a case; null when there is none. */
export async function readCase(db: Reading, seals: Seals, id: string): Promise<Case | null> {
  const row = await db.selectFrom('cases').select(columns).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : await openCase(db, seals, row);
}

/** Loads the case with this number; null when there is none. */
export async function findCaseByNumber(db: Reading, seals: Seals, number: string): Promise<Case | null> {
  const row = await db.selectFrom('cases').select(columns).where('number', '=', number).executeTakeFirst();
  return row === undefined ? null : await openCase(db, seals, row);
}

/** Loads a case and locks it until the transaction ends. */
export async function lockCase({ db, lockRows }: Writing, seals: Seals, id: string): Promise<Case | null> {
  const query = db.selectFrom('cases').select(columns).where('id', '=', id).$call(lockRows);
  const row = await query.executeTakeFirst();
  return row === undefined ? null : await openCase(db, seals, row);
}

async function openCase(db: Reading, seals: Seals, row: CaseRow): Promise<Case> {
  const record = JSON.parse(row.record) as Omit<Case, 'personal'>;
  const key = row.personal === null ? null : await readCaseKey(db, seals, row.id);
  if (row.personal === null || key === null) return { ...record, personal: null };
  return { ...record, personal: openJson<Personal>(key, row.personal, placeOf(row.id)) };
}

/** Writes a case; answers `purged` when this took its key away. */
export async function saveCase(
  { db }: Writing,
  seals: Seals,
  record: Case,
  { dueOn }: { dueOn: string | null },
): Promise<'kept' | 'purged'> {
  const row = toRow(record, dueOn);
  if (record.version === 1) {
    await insertCase(db, seals, record, row);
    return 'kept';
  }
  const key = record.personal === null ? null : await readCaseKey(db, seals, record.id);
  if (record.personal !== null && key === null) {
    throw new Error(
      `Case ${record.id} cannot be saved with personal data: its key was destroyed by a purge, or it never had one. Save it with personal null, or open a new case.`,
    );
  }
  const personal = key === null ? null : sealJson(key, record.personal, placeOf(record.id));
  const update = db.updateTable('cases').set({ ...row, personal });
  const result = await update
    .where('id', '=', record.id)
    .where('version', '=', record.version - 1)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) throw await wrongVersion(db, record);
  if (record.personal !== null) return 'kept';
  await destroyCaseKey(db, record.id);
  await db.deleteFrom('links').where('case_id', '=', record.id).execute();
  return 'purged';
}

async function insertCase(db: Reading, seals: Seals, record: Case, row: Row): Promise<void> {
  const made = record.personal === null ? null : seals.makeCaseKey(record.id);
  const personal = made === null ? null : sealJson(made.key, record.personal, placeOf(record.id));
  const insert = db.insertInto('cases').values({ ...row, personal });
  const inserted = await insert.onConflict((conflict) => conflict.column('id').doNothing()).executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 0n) {
    throw new WriteConflict(
      `Case ${record.id} was saved as new (version 1) but is stored already; expected the stored version + 1. Lock the case first, then save.`,
    );
  }
  if (made !== null) await addCaseKey(db, record.id, made.wrapped);
}

function toRow(record: Case, dueOn: string | null): Row {
  const { personal: _, ...visible } = record;
  return {
    id: record.id,
    number: record.number,
    version: record.version,
    status: record.status,
    rights: JSON.stringify(record.tracks.map((track) => track.right)),
    received_at: record.receivedAt,
    due_on: dueOn,
    assignee: record.assignee ?? null,
    closed_at: record.closed?.at ?? null,
    record: JSON.stringify(visible),
  };
}

async function wrongVersion(db: Reading, record: Case): Promise<Error> {
  const stored = await db.selectFrom('cases').select('version').where('id', '=', record.id).executeTakeFirst();
  const found =
    stored === undefined ? 'no such case is stored, expected version 1' : `version ${stored.version} is stored`;
  return new Error(
    `Case ${record.id} cannot be saved as version ${record.version}: ${found}. Lock the case, apply the change to what is stored, save the stored version + 1.`,
  );
}

/** Lists cases without what is personal, newest first. */
export async function listCases(
  db: Reading,
  { status, limit, offset }: Parameters<Store['listCases']>[0] & object,
): Promise<CaseSummary[]> {
  if (status?.length === 0) return [];
  const rows = await db
    .selectFrom('cases')
    .select(['id', 'number', 'status', 'rights', 'received_at', 'due_on', 'assignee', 'closed_at'])
    .$if(status !== undefined, (query) => query.where('status', 'in', status ?? []))
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit ?? Number.MAX_SAFE_INTEGER)
    .offset(offset ?? 0)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    status: row.status,
    rights: JSON.parse(row.rights) as string[],
    receivedAt: row.received_at,
    dueOn: row.due_on,
    assignee: row.assignee,
    closedAt: row.closed_at,
  }));
}

/** Lists the cases that are at work or were received or closed since an instant, without what is personal, oldest first. */
export async function listRecords(db: Reading, since: string): Promise<Case[]> {
  const rows = await db
    .selectFrom('cases')
    .select('record')
    .where((where) =>
      where.or([
        where('status', 'in', ['triage', 'open']),
        where('received_at', '>=', since),
        where('closed_at', '>=', since),
      ]),
    )
    .orderBy('received_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...(JSON.parse(row.record) as Omit<Case, 'personal'>), personal: null }));
}

function placeOf(caseId: string): string {
  return `personal part of case ${caseId}`;
}
