import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Redis } from 'ioredis';
import { findRedisProgram } from './redis-program.ts';
import type { QueueLog } from './source.ts';
import { withStartLock } from './start-lock.ts';

/** A Redis of our own: its socket, `keepUp` to start it anew when it died, `stop` to end it unless another process uses it. */
export type EmbeddedRedis = { socket: string; keepUp(): Promise<void>; stop(): Promise<void> };

/** The longest socket path that every system takes (104 bytes on macOS, 108 on Linux, with the ending zero). */
const longestSocketPath = 103;
const startWithinMs = 30_000;
const leaveWithinMs = 1_000;

/**
 * Starts a server on a unix socket with its files in `dataDir/redis` (mode 0700, AOF everysec, noeviction), or takes over the
 * one that an earlier or another process of this `dataDir` left running there.
 */
export async function startEmbeddedRedis(options: {
  dataDir: string;
  path: string;
  log: QueueLog;
}): Promise<EmbeddedRedis> {
  const { log } = options;
  const folder = join(resolve(options.dataDir), 'redis');
  keepPrivate(folder);
  const socket = placeSocket(folder);
  const cache = join(resolve(options.dataDir), 'cache', 'redis');

  async function keepUp(): Promise<void> {
    await withStartLock(folder, async () => {
      if (await answers(socket)) return;
      const program = await findRedisProgram({ path: options.path, cache, log });
      const start = () => startServer(program.command, program.env, folder, socket);
      try {
        await start();
      } catch (error) {
        if (!setAppendOnlyFilesAside(folder)) throw error;
        log.warn(
          { folder },
          'Redis could not read its own files; they are set aside and the queue is rebuilt from the database',
        );
        await start();
      }
      log.info({ socket }, 'Started a Redis of our own');
    });
  }

  await keepUp();
  return {
    socket,
    keepUp,
    stop: () =>
      withStartLock(folder, async () => {
        if (!(await stopServer(socket))) log.info({ socket }, 'Left our Redis running: another process uses it');
      }),
  };
}

async function startServer(
  command: string,
  env: Record<string, string>,
  folder: string,
  socket: string,
): Promise<void> {
  const settings: Record<string, string> = {
    port: '0',
    unixsocket: socket,
    unixsocketperm: '700',
    dir: folder,
    appendonly: 'yes',
    appendfsync: 'everysec',
    save: '',
    'maxmemory-policy': 'noeviction',
    daemonize: 'no',
    loglevel: 'warning',
    logfile: join(folder, 'redis.log'),
  };
  const settingArguments = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  // Its own process group: Ctrl-C ends the workers first, and they end it. Its own environment: no secret of ours is in it.
  const child = spawn(command, settingArguments, { cwd: folder, env, stdio: 'ignore', detached: true });
  child.unref();
  const exited = exitOf(child);
  for (const giveUpAt = Date.now() + startWithinMs; !(await answers(socket)); ) {
    const exit = await Promise.race([exited, new Promise<null>((next) => setTimeout(next, 10, null))]);
    if (exit !== null) throw new Error(`${command} ended with ${exit}; its last words:\n${lastWords(folder)}`);
    if (Date.now() > giveUpAt) {
      child.kill();
      throw new Error(
        `${command} did not answer on ${socket} within ${startWithinMs / 1_000} s; see ${folder}/redis.log.`,
      );
    }
  }
}

function exitOf(child: ChildProcess): Promise<string> {
  return new Promise((tell) => {
    child.once('error', (error) => tell(error.message));
    child.once('exit', (status, signal) => tell(signal ?? `status ${status}`));
  });
}

/** True when the server ended; false when others stay connected to it. */
async function stopServer(socket: string): Promise<boolean> {
  const client = ownerClient(socket);
  try {
    await client.connect();
    for (const giveUpAt = Date.now() + leaveWithinMs; ; ) {
      const others =
        String(await client.client('LIST'))
          .trim()
          .split('\n').length - 1;
      if (others === 0) break;
      if (Date.now() > giveUpAt) return false;
      await new Promise((next) => setTimeout(next, 20));
    }
    await client.shutdown('NOSAVE');
  } catch (error) {
    if (await answers(socket)) throw error;
  } finally {
    client.disconnect();
  }
  while (existsSync(socket) && (await answers(socket))) await new Promise((next) => setTimeout(next, 10));
  return true;
}

async function answers(socket: string): Promise<boolean> {
  const client = ownerClient(socket);
  try {
    await client.connect();
    return (await client.ping()) === 'PONG';
  } catch {
    return false;
  } finally {
    client.disconnect();
  }
}

function ownerClient(socket: string): Redis {
  const client = new Redis({
    path: socket,
    lazyConnect: true,
    retryStrategy: null,
    connectTimeout: 2_000,
    commandTimeout: 5_000,
  });
  // The call that fails says so itself; without a listener ioredis would print it as well.
  client.on('error', () => undefined);
  return client;
}

function keepPrivate(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || (process.getuid !== undefined && found.uid !== process.getuid()))
    throw new Error(`${folder} must be a folder of the user that runs this; remove it or choose another DATA_DIR.`);
  chmodSync(folder, 0o700);
}

function placeSocket(folder: string): string {
  const socket = join(folder, 'redis.sock');
  if (Buffer.byteLength(socket) <= longestSocketPath) return socket;
  const short = join(tmpdir(), `rechtenloket-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`);
  keepPrivate(short);
  return join(short, 'redis.sock');
}

function setAppendOnlyFilesAside(folder: string): boolean {
  const files = join(folder, 'appendonlydir');
  if (!existsSync(files)) return false;
  rmSync(`${files}.unreadable`, { recursive: true, force: true });
  renameSync(files, `${files}.unreadable`);
  return true;
}

function lastWords(folder: string): string {
  const file = join(folder, 'redis.log');
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-5).join('\n') : '(none)';
}
