import { randomBytes } from 'node:crypto';
import { statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { OpenStore } from '../../src/store/store.ts';
import { onBothEngines, onPostgres, onSqlite } from './on-both-engines.ts';
import { makeCase } from './sample.ts';

/** The message with which opening is refused; fails when it is not. */
async function refusal(options: Parameters<OpenStore>[0]): Promise<string> {
  const opened = await openStore(options).catch((error: Error) => error);
  if (opened instanceof Error) return opened.message;
  await opened.close();
  throw new Error('expected the store not to open');
}

onBothEngines('opening', (desk) => {
  test('a store opened again holds what it held', async () => {
    await desk.store.transaction((tx) => tx.saveCase(makeCase('case-1'), { dueOn: null }));
    await desk.store.close();
    await desk.store.close();
    const again = await desk.openAgain();
    expect(await again.readCase('case-1')).toEqual(makeCase('case-1'));
    expect(again.engine).toBe(desk.engine);
  });

  test('another SECRET_KEY is refused with what to do, and changes nothing', async () => {
    const message = await refusal({ ...desk.options, secretKey: randomBytes(32) });
    expect(message).toMatch(/^SECRET_KEY is not the key that the store .+ was made with; expected .+Put it back/);
    await desk.openAgain();
  });

  test.each([0, 16, 31, 33, 64])('a SECRET_KEY of %d bytes is refused', async (bytes) => {
    const message = await refusal({ ...desk.options, secretKey: randomBytes(bytes) });
    expect(message).toBe(
      `SECRET_KEY holds ${bytes} bytes; expected 32, written as base64. Make one with: rechtenloket init`,
    );
  });

  test('a store of a newer version is refused', async () => {
    await desk.meddle("update schema_info set value = '99' where name = 'version'");
    expect(await refusal(desk.options)).toMatch(
      /has schema version 99; this code knows versions up to 1\. Run the newer/,
    );
  });

  test('many may open one place at once', async () => {
    const stores = await Promise.all([1, 2, 3, 4].map(() => desk.openAgain()));
    await Promise.all(stores.map((store, at) => store.writeMeta(`key-${at}`, 'x')));
    expect(await desk.store.readMeta('key-3')).toBe('x');
  });
});

onSqlite('opening a file', (desk) => {
  test('only the owner may read the file, its log and its folder', async () => {
    await desk.store.writeMeta('a', 'b');
    for (const name of ['rechtenloket.sqlite', 'rechtenloket.sqlite-wal', 'rechtenloket.sqlite-shm']) {
      expect(statSync(join(desk.options.dataDir, name)).mode & 0o777, name).toBe(0o600);
    }
    await desk.openAgain({ dataDir: join(desk.options.dataDir, 'new', 'folder') });
    expect(statSync(join(desk.options.dataDir, 'new', 'folder')).mode & 0o777).toBe(0o700);
  });

  test('a DATA_DIR that cannot be written is refused with what to do', async () => {
    const file = join(desk.options.dataDir, 'file');
    writeFileSync(file, 'x');
    const message = await refusal({ ...desk.options, dataDir: join(file, 'data') });
    expect(message).toMatch(/^DATA_DIR ".+\/file\/data" cannot be written \(ENOTDIR\); expected .+ or set DATA_DIR/);
  });

  test('a file that is no database is refused', async () => {
    const dataDir = join(desk.options.dataDir, 'other');
    const other = await desk.openAgain({ dataDir });
    await other.close();
    writeFileSync(join(dataDir, 'rechtenloket.sqlite'), 'Dit is geen databank. '.repeat(100));
    expect(await refusal({ ...desk.options, dataDir })).toMatch(/rechtenloket\.sqlite is no SQLite database; expected/);
  });

  test('a lock of another process is waited for, and meanwhile the process goes on', async () => {
    const other = new DatabaseSync(join(desk.options.dataDir, 'rechtenloket.sqlite'));
    other.exec('begin immediate');
    const writing = desk.store.writeMeta('a', 'b');
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    await vi.waitUntil(() => turns >= 5, { timeout: 5000 });
    clearInterval(timer);
    other.exec('commit');
    other.close();
    await writing;
    expect(await desk.store.readMeta('a')).toBe('b');
  });

  test('each commit reaches the disk before it is acknowledged, and deleted rows are overwritten', async () => {
    const { kysely } = await openSqlite(desk.options.dataDir);
    const settings = ['journal_mode', 'synchronous', 'secure_delete'].map((name) =>
      sql.raw(`pragma ${name}`).execute(kysely),
    );
    const answers = (await Promise.all(settings)).map(({ rows }) => rows[0]);
    expect(answers).toEqual([{ journal_mode: 'wal' }, { synchronous: 2 }, { secure_delete: 1 }]);
    await kysely.destroy();
  });

  test('a lock that is never given up is named', async () => {
    const other = new DatabaseSync(join(desk.options.dataDir, 'rechtenloket.sqlite'));
    other.exec('begin immediate');
    const { kysely } = await openSqlite(desk.options.dataDir, 100);
    const begun = kysely.transaction().execute(async () => {});
    await expect(begun).rejects.toThrow(/rechtenloket\.sqlite has been locked by another process for 0\.1 s; expected/);
    other.close();
    await kysely.transaction().execute(async () => {});
    await kysely.destroy();
  });
});

onPostgres('opening a server', (desk) => {
  test('a database that is not there is refused with what to do', async () => {
    const url = desk.options.url?.replace('/postgres?', '/nonesuch?') ?? '';
    expect(await refusal({ ...desk.options, url })).toMatch(
      /^The database postgres:\/\/localhost\/nonesuch cannot be opened \(3D000: .+expected PostgreSQL 14 or newer\. Make the/,
    );
  });

  test('connections that the server ends are made anew', async () => {
    await desk.store.writeMeta('a', 'b');
    const ended = await desk.meddle(
      "select pg_terminate_backend(pid) as ended from pg_stat_activity where application_name = 'rechtenloket'",
    );
    expect(ended.length).toBeGreaterThan(0);
    await vi.waitFor(async () => expect(await desk.store.readMeta('a')).toBe('b'), { timeout: 5000 });
  });

  test('a transaction that loses its connection fails and leaves nothing', async () => {
    const lost = desk.store.transaction(async (tx) => {
      await tx.saveCase(makeCase('case-1'), { dueOn: null });
      await desk.meddle(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'rechtenloket' and state <> 'idle'",
      );
      await tx.takeNumber('KP-2026');
    });
    await expect(lost).rejects.toThrow();
    expect(await desk.store.readCase('case-1')).toBeNull();
  });
});

test('a server that does not answer is refused without showing the password', async () => {
  const probe = createServer().listen(0, '127.0.0.1');
  await vi.waitUntil(() => probe.listening);
  const address = probe.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  await new Promise((done) => probe.close(done));
  const url = `postgres://desk:geheim%40woord@127.0.0.1:${port}/desk?sslmode=disable`;
  const message = await refusal({ url, dataDir: '/nonesuch', secretKey: randomBytes(32) });
  expect(message).toMatch(
    new RegExp(`^The database postgres://127.0.0.1:${port}/desk cannot be opened \\(ECONNREFUSED: .+Start the server`),
  );
  expect(message).not.toContain('geheim');
});

test('an address of another kind of database is refused', async () => {
  const message = await refusal({ url: 'mysql://u:geheim@h/d', dataDir: '/nonesuch', secretKey: randomBytes(32) });
  expect(message).toMatch(/^DATABASE_URL is no PostgreSQL address; expected postgres:/);
  expect(message).not.toContain('geheim');
});
