import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { QueueLog } from './source.ts';

const run = promisify(execFile);
const packages = ['redis-server', 'redis-tools', 'libjemalloc2', 'liblzf1'];

/** A Redis server that can be started: its path and what it needs in its environment. */
export type RedisProgram = { command: string; env: Record<string, string> };

/**
 * Finds `redis-server` or `valkey-server` on `path`, else fetches Debian's packages into `cache` with `apt-get download` (no root,
 * nothing installed); throws with the platform's command when neither works.
 */
export async function findRedisProgram(options: { path: string; cache: string; log: QueueLog }): Promise<RedisProgram> {
  const { path, cache, log } = options;
  const command = findOnPath(['redis-server', 'valkey-server'], path);
  if (command !== null) return { command, env: { PATH: path } };
  const kept = unpackedIn(cache, path);
  if (kept !== null && (await starts(kept))) return kept;
  if (findOnPath(['apt-get'], path) === null || findOnPath(['dpkg'], path) === null) throw refuse('');
  log.info({ packages: packages.join(' ') }, 'No Redis on this machine: fetching its packages with apt-get download');
  try {
    await fetchPackages(cache, path);
  } catch (error) {
    throw refuse(` Fetching it with apt-get download failed: ${lastLine(error)}`);
  }
  const fetched = unpackedIn(cache, path);
  if (fetched === null || !(await starts(fetched)))
    throw refuse(' The one fetched with apt-get download does not start here.');
  return fetched;
}

async function fetchPackages(cache: string, path: string): Promise<void> {
  const fresh = `${cache}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true, mode: 0o700 });
  const options = { cwd: fresh, timeout: 60_000, env: { PATH: path, LC_ALL: 'C' } };
  await run('apt-get', ['download', '-q', ...packages], options);
  for (const file of globSync('*.deb', { cwd: fresh })) await run('dpkg', ['-x', file, '.'], options);
  rmSync(cache, { recursive: true, force: true });
  renameSync(fresh, cache);
}

function unpackedIn(cache: string, path: string): RedisProgram | null {
  const command = join(cache, 'usr/bin/redis-server');
  if (!existsSync(command)) return null;
  const libraries = globSync('usr/lib/*-linux-*', { cwd: cache }).map((folder) => join(cache, folder));
  return { command, env: { PATH: path, LD_LIBRARY_PATH: libraries.join(delimiter) } };
}

async function starts(program: RedisProgram): Promise<boolean> {
  try {
    await run(program.command, ['--version'], { env: program.env, timeout: 5_000 });
    return true;
  } catch {
    return false;
  }
}

function findOnPath(names: string[], path: string): string | null {
  for (const name of names) {
    for (const folder of path.split(delimiter).filter((one) => one !== '')) {
      const candidate = join(folder, name);
      if (isExecutable(candidate)) return candidate;
    }
  }
  return null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function refuse(detail: string): Error {
  return new Error(
    `REDIS_URL is empty and no redis-server or valkey-server is on PATH.${detail} Install it (${installCommand()}), or set REDIS_URL to a Redis of 6.2 or newer.`,
  );
}

function installCommand(): string {
  if (process.platform === 'darwin') return 'brew install redis';
  if (process.platform === 'win32') return 'in WSL: sudo apt-get install redis-server';
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  if (/^ID(_LIKE)?=.*alpine/m.test(release)) return 'apk add redis';
  if (/^ID(_LIKE)?=.*(fedora|rhel|centos)/m.test(release)) return 'sudo dnf install valkey';
  if (/^ID(_LIKE)?=.*arch/m.test(release)) return 'sudo pacman -S valkey';
  if (/^ID(_LIKE)?=.*suse/m.test(release)) return 'sudo zypper install redis';
  return 'sudo apt-get install redis-server';
}

function lastLine(error: unknown): string {
  const output = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
  const lines = (output || String(error)).split('\n').filter((line) => line.trim() !== '' && !line.startsWith('W:'));
  return lines.at(-1) ?? 'no reason given';
}
