import type { Reading } from './db.ts';

/** Reads a remembered value; null when there is none. */
export async function readMeta(db: Reading, key: string): Promise<string | null> {
  const row = await db.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value ?? null;
}

/** Remembers a value under a key, in place of an older one. */
export async function writeMeta(db: Reading, key: string, value: string): Promise<void> {
  const insert = db.insertInto('meta').values({ key, value });
  await insert.onConflict((conflict) => conflict.column('key').doUpdateSet({ value })).execute();
}
