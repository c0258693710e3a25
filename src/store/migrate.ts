import { sql } from 'kysely';
import type { Database } from './db.ts';
import { type ColumnTypes, firstTables } from './migrations/0001-first.ts';

const types: Record<Database['engine'], ColumnTypes> = {
  sqlite: { text: 'text', bytes: 'blob' },
  postgres: { text: 'text collate "C"', bytes: 'bytea' },
};

/** The schema's versions in order; what is here once released is never changed, only added to. */
const migrations: ((types: ColumnTypes) => string[])[] = [firstTables];

/** Brings the schema to this code's version in one transaction; throws when the store is newer than the code. */
export async function migrate(database: Database): Promise<void> {
  await database.write(async ({ db, lockName }) => {
    await lockName('schema');
    const { text } = types[database.engine];
    await sql
      .raw(`create table if not exists schema_info (name ${text} primary key, value ${text} not null)`)
      .execute(db);
    const row = await db.selectFrom('schema_info').select('value').where('name', '=', 'version').executeTakeFirst();
    const version = Number(row?.value ?? 0);
    if (version > migrations.length) throw new Error(newerMessage(database.place, version));
    if (version === migrations.length) return;
    for (const migration of migrations.slice(version)) {
      for (const statement of migration(types[database.engine])) await sql.raw(statement).execute(db);
    }
    const value = String(migrations.length);
    await db
      .insertInto('schema_info')
      .values({ name: 'version', value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
      .execute();
  });
}

function newerMessage(place: string, version: number): string {
  return `The store ${place} has schema version ${version}; this code knows versions up to ${migrations.length}. Run the newer Rechtenloket that made it, or restore a backup from before the upgrade.`;
}
