import type { Reading, Writing } from './db.ts';
import type { Seals } from './seal.ts';
import type { LinkKind } from './store.ts';

/** Remembers keyed hashes of values that lead to a case; one remembered already stays. */
export async function addLinks(
  { db }: Writing,
  seals: Seals,
  caseId: string,
  links: { kind: LinkKind; value: string }[],
): Promise<void> {
  if (links.length === 0) return;
  const rows = links.map(({ kind, value }) => ({ kind, hash: seals.hash(value), case_id: caseId }));
  await db
    .insertInto('links')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Forgets values that led to a case. */
export async function removeLinks(
  { db }: Writing,
  seals: Seals,
  caseId: string,
  links: { kind: LinkKind; value: string }[],
): Promise<void> {
  for (const { kind, value } of links) {
    const removal = db.deleteFrom('links').where('case_id', '=', caseId).where('kind', '=', kind);
    await removal.where('hash', '=', seals.hash(value)).execute();
  }
}

/** Points all that leads to one case to another; the values themselves need not be known for it. */
export async function moveLinks({ db }: Writing, from: string, to: string): Promise<void> {
  const rows = await db.selectFrom('links').select(['kind', 'hash']).where('case_id', '=', from).execute();
  if (rows.length === 0) return;
  await db
    .insertInto('links')
    .values(rows.map((row) => ({ ...row, case_id: to })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db.deleteFrom('links').where('case_id', '=', from).execute();
}

/** Which cases are known by one of these values, newest case first. */
export async function findLinks(
  db: Reading,
  seals: Seals,
  kind: LinkKind,
  values: string[],
): Promise<{ caseId: string; value: string }[]> {
  if (values.length === 0) return [];
  const byHash = new Map(values.map((value) => [seals.hash(value), value]));
  const rows = await db
    .selectFrom('links')
    .innerJoin('cases', 'cases.id', 'links.case_id')
    .select(['links.case_id', 'links.hash'])
    .where('links.kind', '=', kind)
    .where('links.hash', 'in', [...byHash.keys()])
    .where('cases.status', '!=', 'purged')
    .orderBy('cases.received_at', 'desc')
    .orderBy('cases.id', 'desc')
    .execute();
  return rows.flatMap(({ case_id: caseId, hash }) => {
    const value = byHash.get(hash);
    return value === undefined ? [] : [{ caseId, value }];
  });
}
