import { AsyncLocalStorage } from 'node:async_hooks';
import { type Kysely, type SelectQueryBuilder, sql, type Transaction } from 'kysely';
import type { Opened } from './opened.ts';
import type { Tables } from './tables.ts';

export type Reading = Kysely<Tables>;

/** One transaction, with the locks that PostgreSQL needs; SQLite has one writer at a time, so there they do nothing. */
export type Writing = {
  db: Transaction<Tables>;
  /** Locks the rows that a query reads until the transaction ends; for `$call`. */
  lockRows: <T extends keyof Tables, O>(query: SelectQueryBuilder<Tables, T, O>) => SelectQueryBuilder<Tables, T, O>;
  /** Locks a name, for what has no row to lock, until the transaction ends. */
  lockName: (name: string) => Promise<void>;
};

/** The database under the store. */
export type Database = {
  readonly engine: 'sqlite' | 'postgres';
  /** Where it is, for messages; no password. */
  readonly place: string;
  read<T>(work: (db: Reading) => Promise<T>): Promise<T>;
  /** Runs one transaction; runs it again, a few times, when another writer came between. */
  write<T>(work: (writing: Writing) => Promise<T>): Promise<T>;
  wipeLeftovers(): Promise<void>;
  /** Waits for running transactions, then closes; once is enough. */
  close(): Promise<void>;
};

/** Two writers made the same row at once; the transaction that came second runs again and then finds the row. */
export class WriteConflict extends Error {}

const MOST_TRIES = 5;
/** PostgreSQL's serialization_failure and deadlock_detected. */
const CONFLICT_CODES = new Set(['40001', '40P01']);

/** Loads the one engine that is used: the other's client would only take memory. */
async function openEngine({ url, dataDir }: { url?: string; dataDir: string }): Promise<Opened> {
  if (url === undefined) return await (await import('./sqlite.ts')).openSqlite(dataDir);
  return await (await import('./postgres.ts')).openPostgres(url);
}

/** Opens PostgreSQL when there is a URL, else the SQLite file in `dataDir`. */
export async function openDatabase(options: { url?: string; dataDir: string }): Promise<Database> {
  const engine = options.url === undefined ? 'sqlite' : 'postgres';
  const opened = await openEngine(options);
  const { kysely } = opened;
  const running = new AsyncLocalStorage<{ open: boolean }>();
  let closing: Promise<void> | undefined;
  const assertOutside = () => {
    if (running.getStore()?.open !== true) return;
    throw new Error(
      'A method of the store was called inside store.transaction(), where it would wait for ever; expected methods of the transaction only. Call it before or after.',
    );
  };
  return {
    engine,
    place: opened.place,
    wipeLeftovers: opened.wipeLeftovers,
    async read(work) {
      assertOutside();
      return await work(kysely);
    },
    async write(work) {
      assertOutside();
      const mark = { open: true };
      const run = (db: Transaction<Tables>) => running.run(mark, () => work(locksFor(engine, db)));
      try {
        for (let tries = 1; ; tries++) {
          try {
            return await kysely.transaction().execute(run);
          } catch (error) {
            if (tries === MOST_TRIES || !isConflict(error)) throw error;
          }
        }
      } finally {
        mark.open = false;
      }
    },
    close() {
      closing ??= closeKysely(engine, kysely);
      return closing;
    },
  };
}

/** The pool of pg waits by itself; SQLite's one connection is asked for, which waits for all before. */
async function closeKysely(engine: Database['engine'], kysely: Kysely<Tables>): Promise<void> {
  if (engine === 'sqlite') await kysely.connection().execute(async () => {});
  await kysely.destroy();
}

/** The only place where the engines lock differently. */
function locksFor(engine: Database['engine'], db: Transaction<Tables>): Writing {
  if (engine === 'sqlite') return { db, lockRows: (query) => query, lockName: async () => {} };
  return {
    db,
    lockRows: (query) => query.forUpdate(),
    lockName: async (name) => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`rechtenloket ${name}`}, 0))`.execute(db);
    },
  };
}

function isConflict(error: unknown): boolean {
  if (error instanceof WriteConflict) return true;
  return error instanceof Error && 'code' in error && CONFLICT_CODES.has(String(error.code));
}
