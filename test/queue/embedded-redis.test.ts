import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Redis } from 'ioredis';
import { expect, onTestFinished, test } from 'vitest';
import { openQueue } from '../../src/queue/open-queue.ts';
import { openRedis, type RedisHandle } from '../../src/queue/redis.ts';
import { isRunning, waitFor } from '../support/processes.ts';
import { describeWith, findProgram, redisServer } from '../support/require.ts';
import { openOutbox } from './outbox.ts';
import { keepLog, makeFolder } from './set-up.ts';

describeWith([redisServer], 'A Redis of our own', () => {
  test('starts on a private socket with files that survive, and stops when it is closed', async () => {
    const dataDir = makeFolder();
    const redis = await open(dataDir);
    const folder = join(dataDir, 'redis');
    expect(redis).toMatchObject({ embedded: true, shown: `unix://${folder}/redis.sock` });
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'redis.sock')).mode & 0o077).toBe(0);
    const client = redis.connect('work');
    expect(await settings(client)).toEqual({
      appendonly: 'yes',
      appendfsync: 'everysec',
      'maxmemory-policy': 'noeviction',
      port: '0',
      save: '',
    });
    await client.set('kept', 'yes');
    const pid = await processId(client);
    expect(readFileSync(`/proc/${pid}/environ`, 'utf8')).not.toMatch(/SECRET|TOKEN|npm_/);
    await redis.close();
    await waitFor('the end of the server', () => !isRunning(pid));
    const again = await open(dataDir);
    expect(await again.connect('work').get('kept')).toBe('yes');
  });

  test('is taken over from a process that died, instead of starting a second one', async () => {
    const dataDir = makeFolder();
    const dead = await open(dataDir);
    const pid = await processId(dead.connect('work'));
    // What SIGKILL leaves: the server runs, and nobody holds a connection to it.
    const heir = await open(dataDir);
    expect(await processId(heir.connect('work'))).toBe(pid);
    await dead.close();
    expect(isRunning(pid)).toBe(true);
    expect(await heir.connect('work').ping()).toBe('PONG');
    await heir.close();
    await waitFor('the end of the server', () => !isRunning(pid));
  });

  test('is started once by processes that open it at the same time', async () => {
    const dataDir = makeFolder();
    const opened = await Promise.all([open(dataDir), open(dataDir), open(dataDir), open(dataDir)]);
    const pids = await Promise.all(opened.map((redis) => processId(redis.connect('work'))));
    expect(new Set(pids).size).toBe(1);
    expect(listServers(dataDir)).toEqual([pids[0]]);
    await Promise.all(opened.map((redis) => redis.close()));
  });

  test('is started anew when it died, and the queue goes on', async () => {
    const folder = makeFolder();
    const redis = await open(folder);
    const outbox = openOutbox({ file: join(folder, 'outbox.sqlite'), worker: 'w1' });
    const queue = openQueue({ redis, prefix: 'test', source: outbox.source, log: keepLog().log });
    onTestFinished(async () => {
      await queue.close();
      outbox.close();
    });
    await queue.start();
    await queue.push(outbox.add(['later'], 1_000));
    const pid = await processId(redis.connect('work'));
    process.kill(pid, 'SIGKILL');
    await waitFor('the row', () => outbox.state('later') === 'done');
    expect(await processId(redis.connect('work'))).not.toBe(pid);
    expect(outbox.effects()).toHaveLength(1);
  });

  test('sets files aside that it cannot read, and starts without them', async () => {
    const dataDir = makeFolder();
    const first = await open(dataDir);
    await first.connect('work').set('k', 'v');
    await first.close();
    const files = join(dataDir, 'redis', 'appendonlydir');
    for (const name of readdirSync(files).filter((one) => one.endsWith('.aof')))
      writeFileSync(join(files, name), 'this is no append-only file');
    const { log, lines } = keepLog();
    const second = await openRedis({ dataDir, log });
    onTestFinished(() => second.close());
    expect(await second.connect('work').get('k')).toBeNull();
    expect(lines[0]?.message).toContain('could not read its own files');
    expect(existsSync(`${files}.unreadable`)).toBe(true);
  });

  test('finds a place for its socket when the folder has a long name', async () => {
    const dataDir = join(makeFolder(), 'a-folder-with-a-very-long-name'.repeat(5));
    mkdirSync(dataDir);
    const redis = await open(dataDir);
    expect(redis.shown.length).toBeLessThan(110);
    expect(await redis.connect('work').ping()).toBe('PONG');
    expect(existsSync(join(dataDir, 'redis', 'appendonlydir'))).toBe(true);
  });

  test('says its last words when it cannot start', async () => {
    const dataDir = makeFolder();
    mkdirSync(join(dataDir, 'redis', 'redis.sock'), { recursive: true });
    await expect(openRedis({ dataDir, log: keepLog().log })).rejects.toThrow(
      /redis-server ended with status 1; its last words:.*socket/s,
    );
  });
});

test('Without a Redis on PATH and without apt-get the refusal names the command that installs one', async () => {
  const opening = openRedis({ dataDir: makeFolder(), log: keepLog().log, path: '' });
  await expect(opening).rejects.toThrow(
    /^REDIS_URL is empty and no redis-server or valkey-server is on PATH\. Install it \(.*(redis|valkey).*\), or set REDIS_URL/,
  );
});

test('Without a Redis on PATH and with an apt-get that fails the refusal says why', async () => {
  const path = makeFolder();
  writeFileSync(join(path, 'apt-get'), '#!/bin/sh\necho "E: Unable to locate package redis-server" >&2\nexit 100\n', {
    mode: 0o755,
  });
  writeFileSync(join(path, 'dpkg'), '#!/bin/sh\nexit 0\n', { mode: 0o755 });
  const opening = openRedis({ dataDir: makeFolder(), log: keepLog().log, path });
  await expect(opening).rejects.toThrow(
    'with apt-get download failed: E: Unable to locate package redis-server Install it (',
  );
});

test('Without a Redis on PATH its packages are fetched with apt-get, once', async (context) => {
  if (findProgram('apt-get') === null || findProgram('dpkg') === null)
    return context.skip('no apt-get on this machine');
  const path = makeFolder();
  linkPrograms(path);
  const dataDir = makeFolder();
  const { log, lines } = keepLog();
  let redis: RedisHandle;
  try {
    redis = await openRedis({ dataDir, log, path });
  } catch (error) {
    if (!String(error).includes('with apt-get download failed')) throw error;
    return context.skip('apt-get download does not work here: no package lists or no network');
  }
  onTestFinished(() => redis.close());
  expect(lines[0]?.message).toContain('fetching its packages');
  const pid = await processId(redis.connect('work'));
  expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).toContain(join(dataDir, 'cache', 'redis'));
  await redis.close();
  const again = await openRedis({ dataDir, log, path });
  await again.close();
  expect(lines.filter((line) => line.message.includes('fetching'))).toHaveLength(1);
}, 90_000);

async function open(dataDir: string): Promise<RedisHandle> {
  const redis = await openRedis({ dataDir, log: keepLog().log });
  onTestFinished(() => redis.close());
  return redis;
}

/** The processes that serve a socket under this folder; a Redis names its socket in its command line. */
function listServers(dataDir: string): number[] {
  const serves = (pid: string) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`unixsocket:${dataDir}`);
    } catch (error) {
      if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH'))
        return false;
      throw error;
    }
  };
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && serves(name))
    .map(Number);
}

async function processId(client: Redis): Promise<number> {
  return Number(/process_id:(\d+)/.exec(await client.info('server'))?.[1]);
}

async function settings(client: Redis): Promise<Record<string, string>> {
  const names = ['appendonly', 'appendfsync', 'maxmemory-policy', 'port', 'save'];
  const pairs = await Promise.all(names.map(async (name) => (await client.config('GET', name)) as [string, string]));
  return Object.fromEntries(pairs);
}

/** All programs of the system's folders but the servers that must not be found. */
function linkPrograms(folder: string): void {
  for (const from of [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'].filter((one) =>
    one.startsWith('/'),
  ))
    for (const name of existsSync(from) ? readdirSync(from) : [])
      if (!/redis|valkey/.test(name) && !existsSync(join(folder, name)))
        symlinkSync(join(from, name), join(folder, name));
}
