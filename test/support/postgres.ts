import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { findPostgresFolder, findProgram, postgres } from './require.ts';

const READY_WITHIN_MS = 30_000;
const STOP_WITHIN_MS = 15_000;

/** A throw-away PostgreSQL cluster on a unix socket in a temporary folder. */
export type PostgresServer = {
  /** The cluster's folder, for looking at its raw files. */
  folder: string;
  /** Makes an empty database and answers its DATABASE_URL. */
  makeDatabase(): Promise<string>;
  /** Makes an empty schema in one shared database, which is twenty times faster, and answers its DATABASE_URL. */
  makeSchema(): Promise<string>;
  stop(): Promise<void>;
};

/** Null when PostgreSQL can be started here, else the reason with the apt command. */
export function available(): string | null {
  return postgres.present() ? null : `PostgreSQL is not here: ${postgres.apt}`;
}

/** Starts a cluster with its durability settings as PostgreSQL ships them; ready when this answers. */
export async function startPostgres(): Promise<PostgresServer> {
  const programs = findPostgresFolder();
  if (programs === null) throw new Error(`No initdb and postgres found; expected them. ${postgres.apt}`);
  const base = mkdtempSync(join(tmpdir(), 'rl-pg-'));
  const account = accountFor(base);
  const folder = join(base, 'data');
  const initdb = ['-D', folder, '-U', 'desk', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--no-instructions'];
  const made = spawnSync(account.command, [...account.args, join(programs, 'initdb'), ...initdb], { cwd: base });
  if (made.status !== 0) throw new Error(`initdb failed with ${made.status ?? made.error?.message}: ${made.stderr}`);
  const settings = ['listen_addresses=', `unix_socket_directories=${base}`, 'max_connections=300', 'autovacuum=off'];
  const args = ['-D', folder, ...settings.flatMap((setting) => ['-c', setting])];
  const server = spawn(account.command, [...account.args, join(programs, 'postgres'), ...args], {
    cwd: base,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  server.stderr.on('data', (chunk: Buffer) => {
    log += chunk.toString();
  });
  const admin = `postgres://desk@localhost/postgres?host=${encodeURIComponent(base)}`;
  await waitUntilReady(admin, server, () => log);
  return {
    folder,
    async makeSchema() {
      const name = `desk_${randomBytes(6).toString('hex')}`;
      await runQuery(admin, `create schema ${name}`);
      return `${admin}&options=${encodeURIComponent(`-c search_path=${name}`)}`;
    },
    async makeDatabase() {
      const name = `desk_${randomBytes(6).toString('hex')}`;
      await runQuery(admin, `create database ${name}`);
      return admin.replace('/postgres?', `/${name}?`);
    },
    async stop() {
      await stopServer(server, folder);
      rmSync(base, { recursive: true, force: true });
    },
  };
}

/** Runs one statement on its own connection, as somebody beside the desk would; answers the rows. */
export async function runQuery(url: string, statement: string, values: unknown[] = []): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  await client.connect();
  try {
    return (await client.query(statement, values)).rows;
  } finally {
    await client.end();
  }
}

/** PostgreSQL does not run as root: then its own account, or nobody, is used. It ends when the test process ends. */
function accountFor(base: string): { command: string; args: string[] } {
  if (findProgram('setpriv') === null) throw new Error('The program setpriv is not here. apt-get install util-linux');
  if (process.getuid?.() !== 0) return { command: 'setpriv', args: ['--pdeathsig=QUIT', '--'] };
  const account = readAccount('postgres') ?? readAccount('nobody');
  if (account === null) throw new Error('As root PostgreSQL needs the account postgres or nobody; found neither.');
  chownSync(base, account.uid, account.gid);
  const ids = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'];
  return { command: 'setpriv', args: [...ids, '--pdeathsig=QUIT', '--'] };
}

function readAccount(name: string): { uid: number; gid: number } | null {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':');
  return fields === undefined ? null : { uid: Number(fields[2]), gid: Number(fields[3]) };
}

async function waitUntilReady(url: string, server: ChildProcess, readLog: () => string): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  for (;;) {
    try {
      await runQuery(url, 'select 1');
      return;
    } catch (cause) {
      if (server.exitCode !== null || performance.now() > deadline) {
        throw new Error(`PostgreSQL did not become ready: ${readLog()}`, { cause });
      }
      await wait(20);
    }
  }
}

/** SIGQUIT is PostgreSQL's immediate shutdown: its files are thrown away, so it need not write them first. */
async function stopServer(server: ChildProcess, folder: string): Promise<void> {
  const deadline = performance.now() + STOP_WITHIN_MS;
  server.kill('SIGQUIT');
  while (server.exitCode === null && server.signalCode === null) {
    if (performance.now() > deadline)
      throw new Error(`PostgreSQL in ${folder} did not stop within ${STOP_WITHIN_MS} ms`);
    await wait(20);
  }
}
