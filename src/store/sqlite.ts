import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely';
import type { Opened } from './opened.ts';
import type { Tables } from './tables.ts';

const FILE = 'rechtenloket.sqlite';
/** How long SQLite itself waits for another process, blocking this one; longer waits leave the event loop free. */
const BLOCKING_WAIT_MS = 20;
const PATIENCE_MS = 15_000;
const PAUSE_MS = 5;
const MOST_STATEMENTS = 300;
/** SQLite's result codes (https://www.sqlite.org/rescode.html). */
const BUSY = 5;
const NOT_A_DATABASE = 26;

/** Opens, or makes, the SQLite file in `dataDir`, readable by its owner only; waits `patience` milliseconds for another process's lock. */
export async function openSqlite(dataDir: string, patience = PATIENCE_MS): Promise<Opened> {
  const place = resolve(dataDir, FILE);
  makeFile(dataDir);
  const database = new DatabaseSync(place, { timeout: BLOCKING_WAIT_MS });
  try {
    await waitWhileBusy(place, patience, () => {
      database.exec('pragma journal_mode = wal');
      database.exec('pragma synchronous = full');
      database.exec('pragma secure_delete = on');
    });
    wipeLog(database);
  } catch (cause) {
    database.close();
    if (resultCode(cause) !== NOT_A_DATABASE) throw cause;
    throw new Error(
      `${place} is no SQLite database; expected the file that Rechtenloket made. Restore it from a backup, or move it away to begin anew.`,
      { cause },
    );
  }
  const dialect = new ImmediateDialect({ database: adaptDatabase(database) }, place, patience);
  const kysely = new Kysely<Tables>({ dialect });
  // Through Kysely's queue: a checkpoint cannot run inside a transaction of its own connection.
  const wipeLeftovers = () => kysely.connection().execute(async () => wipeLog(database));
  return { kysely, place, wipeLeftovers };
}

function makeFile(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    closeSync(openSync(join(dataDir, FILE), 'a', 0o600));
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error';
    throw new Error(
      `DATA_DIR "${dataDir}" cannot be written (${code}); expected a folder that this user may make and write in. Change its owner or rights, or set DATA_DIR to another folder.`,
      { cause },
    );
  }
}

/** Moves the write-ahead log into the file and empties it, so that overwritten pages are gone; not while another process reads. */
function wipeLog(database: DatabaseSync): void {
  database.exec('pragma wal_checkpoint(truncate)');
}

/** Kysely's SQLite dialect, save that a transaction takes the write lock at its beginning and waits for it without blocking. */
class ImmediateDialect extends SqliteDialect {
  readonly #makeDriver: () => SqliteDriver;
  constructor(config: SqliteDialectConfig, place: string, patience: number) {
    super(config);
    this.#makeDriver = () => new ImmediateDriver(config, place, patience);
  }
  override createDriver(): SqliteDriver {
    return this.#makeDriver();
  }
}

class ImmediateDriver extends SqliteDriver {
  readonly #wait: (work: () => unknown) => Promise<void>;
  constructor(config: SqliteDialectConfig, place: string, patience: number) {
    super(config);
    this.#wait = (work) => waitWhileBusy(place, patience, work);
  }
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await this.#wait(() => connection.executeQuery(CompiledQuery.raw('begin immediate')));
  }
}

async function waitWhileBusy(place: string, patience: number, work: () => unknown): Promise<void> {
  const deadline = performance.now() + patience;
  for (;;) {
    try {
      await work();
      return;
    } catch (cause) {
      if (resultCode(cause) !== BUSY) throw cause;
      if (performance.now() > deadline) {
        throw new Error(
          `${place} has been locked by another process for ${patience / 1000} s; expected a lock of milliseconds. End the process that holds it: a second desk that hangs, an open sqlite3 shell.`,
          { cause },
        );
      }
      await wait(PAUSE_MS);
    }
  }
}

/** The primary result code of an error of node:sqlite, or null for another error. */
function resultCode(error: unknown): number | null {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : null;
}

/** Gives node:sqlite the face that Kysely expects; statements are prepared once and kept. */
function adaptDatabase(database: DatabaseSync): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(text) {
      const known = statements.get(text);
      if (known !== undefined) return known;
      if (statements.size >= MOST_STATEMENTS) statements.clear();
      const statement = adaptStatement(database.prepare(text));
      statements.set(text, statement);
      return statement;
    },
  };
}

function adaptStatement(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
    run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
    iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
  };
}
