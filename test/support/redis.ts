import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { findFreePort } from './free-port.ts';
import { waitFor } from './processes.ts';
import { findProgram, redisServer } from './require.ts';

/** A redis-server of the tests' own on a loopback port, its files (AOF) in a temporary folder. */
export type TestRedis = {
  url: string;
  port: number;
  /** Its process id at this moment, or null while it is stopped. */
  pid(): number | null;
  /** A connection for looking inside; `stop` ends it. */
  look: Redis;
  flush(): Promise<void>;
  /** Ends the server (SIGTERM, or SIGKILL when `hard`), keeping its files. */
  halt(options?: { hard?: boolean }): Promise<void>;
  /** Starts it again on the same port, with its files or (`empty`) without. */
  resume(options?: { empty?: boolean }): Promise<void>;
  /** Ends the server for good and removes its files. */
  stop(): Promise<void>;
};

/** Starts a server; `settings` are redis.conf names and values. Throws with the apt command when there is none. */
export async function startRedis(settings: Record<string, string> = {}): Promise<TestRedis> {
  const command = findProgram('redis-server', 'valkey-server');
  if (command === null) throw new Error(`${redisServer.what} is not on PATH: ${redisServer.apt}`);
  const port = await findFreePort();
  const folder = mkdtempSync(join(tmpdir(), 'test-redis-'));
  let child: ChildProcess | null = null;

  async function start(): Promise<void> {
    const all = {
      port: String(port),
      bind: '127.0.0.1',
      dir: folder,
      save: '',
      databases: '64',
      ...keeping,
      ...settings,
    };
    const flags = Object.entries(all).flatMap(([name, value]) => [`--${name}`, value]);
    child = spawn(command ?? '', flags, { stdio: 'ignore' });
    const { requirepass: password } = settings;
    await waitFor(`redis-server on port ${port}`, () => answers(port, password));
  }

  async function halt(options: { hard?: boolean } = {}): Promise<void> {
    const ending = child;
    child = null;
    if (ending === null || ending.exitCode !== null) return;
    const exited = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill(options.hard === true ? 'SIGKILL' : 'SIGTERM');
    await exited;
  }

  await start();
  const look = new Redis({ port, ...(settings.requirepass === undefined ? {} : { password: settings.requirepass }) });
  look.on('error', () => undefined);
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    pid: () => child?.pid ?? null,
    look,
    async flush() {
      await look.flushall();
    },
    halt,
    async resume(options = {}) {
      if (options.empty === true) rmSync(join(folder, 'appendonlydir'), { recursive: true, force: true });
      await start();
    },
    async stop() {
      look.disconnect();
      await halt();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const keeping = { appendonly: 'yes', appendfsync: 'everysec', 'maxmemory-policy': 'noeviction' };

async function answers(port: number, password: string | undefined): Promise<boolean> {
  const client = new Redis({
    port,
    lazyConnect: true,
    retryStrategy: null,
    ...(password === undefined ? {} : { password }),
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.ping()) === 'PONG';
  } catch {
    return false;
  } finally {
    client.disconnect();
  }
}
