import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, vi } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import type { OpenStore, Store } from '../../src/store/store.ts';
import { type PostgresServer, runQuery, startPostgres } from '../support/postgres.ts';
import { describeWith, postgres } from '../support/require.ts';

// A machine with few cores may start nine clusters at once.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

type Options = Parameters<OpenStore>[0];

/** What a test of the store works with: made new for each test. */
export type Desk = {
  engine: Store['engine'];
  store: Store;
  options: Options;
  /** Opens the same place once more, as a second process would; closed after the test. */
  openAgain(options?: Partial<Options>): Promise<Store>;
  /** Changes or reads the tables past the store; `?` marks a value. */
  meddle(statement: string, ...values: (string | number)[]): Promise<Record<string, unknown>[]>;
  /** The bytes of every data file; of PostgreSQL without its write-ahead log. */
  readRawBytes(): Promise<Buffer>;
};

/** Runs a suite twice: on a SQLite file, and on PostgreSQL where that is here. */
export function onBothEngines(name: string, tests: (desk: Desk) => void): void {
  onSqlite(name, tests);
  onPostgres(name, tests);
}

/** Runs a suite on a SQLite file. */
export function onSqlite(name: string, tests: (desk: Desk) => void): void {
  describe(`${name} (sqlite)`, () => {
    const desk = useDesk('sqlite', async () => ({}));
    desk.meddle = async (statement, ...values) => {
      const database = new DatabaseSync(join(desk.options.dataDir, 'rechtenloket.sqlite'), { timeout: 5000 });
      const rows = database.prepare(statement).all(...values);
      database.close();
      return rows;
    };
    desk.readRawBytes = async () => readFolder(desk.options.dataDir);
    tests(desk);
  });
}

/** Runs a suite on PostgreSQL, where that is here. */
export function onPostgres(name: string, tests: (desk: Desk) => void): void {
  describeWith([postgres], `${name} (postgres)`, () => {
    let server: PostgresServer;
    beforeAll(async () => {
      server = await startPostgres();
    });
    afterAll(() => server?.stop());
    const desk = useDesk('postgres', async () => ({ url: await server.makeSchema() }));
    desk.meddle = async (statement, ...values) => {
      let place = 0;
      const numbered = statement.replaceAll('?', () => `$${++place}`);
      return (await runQuery(desk.options.url ?? '', numbered, values)) as Record<string, unknown>[];
    };
    desk.readRawBytes = async () => {
      await runQuery(desk.options.url ?? '', 'checkpoint');
      return readFolder(join(server.folder, 'base'));
    };
    tests(desk);
  });
}

function useDesk(engine: Store['engine'], findPlace: () => Promise<{ url?: string }>): Desk {
  const desk = { engine } as Desk;
  const opened: Store[] = [];
  desk.openAgain = async (options = {}) => {
    const store = await openStore({ ...desk.options, ...options });
    opened.push(store);
    return store;
  };
  beforeEach(async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'rl-store-'));
    desk.options = { dataDir, secretKey: randomBytes(32), ...(await findPlace()) };
    desk.store = await desk.openAgain();
  });
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
    rmSync(desk.options.dataDir, { recursive: true, force: true });
  });
  return desk;
}

function readFolder(folder: string): Buffer {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.map((name) => join(folder, name)).filter((path) => statSync(path).isFile());
  return Buffer.concat(files.map((path) => readFileSync(path)));
}
