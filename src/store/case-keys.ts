import type { Reading } from './db.ts';
import type { Seals } from './seal.ts';

/** Reads a case's key, opened; null when the case has none: it was purged, or never held anything personal. */
export async function readCaseKey(db: Reading, seals: Seals, caseId: string): Promise<Uint8Array | null> {
  const row = await db.selectFrom('case_keys').select('wrapped').where('case_id', '=', caseId).executeTakeFirst();
  return row === undefined ? null : seals.openCaseKey(caseId, row.wrapped);
}

/** Makes and stores the key of a new case. */
export async function addCaseKey(db: Reading, caseId: string, wrapped: Uint8Array): Promise<void> {
  await db.insertInto('case_keys').values({ case_id: caseId, wrapped }).execute();
}

/** Destroys a case's key: what was sealed under it can never be opened again. */
export async function destroyCaseKey(db: Reading, caseId: string): Promise<void> {
  await db.deleteFrom('case_keys').where('case_id', '=', caseId).execute();
}
