import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** How a command ended. */
export type Ran = { status: number | null; stdout: string; stderr: string };
/** Where and with what a command runs: nothing of this machine's own environment but PATH and HOME reaches it. */
export type RunOptions = {
  cwd: string;
  environment?: Record<string, string>;
  stdin?: string;
  house?: string;
  withinMs?: number;
};

/** Runs `rechtenloket` with these words in a process of its own; one that does not end in time (20 s) is ended by a signal. */
export async function runCommand(words: string[], options: RunOptions): Promise<Ran> {
  const { cwd, environment = {}, stdin = '', house = root, withinMs = 20_000 } = options;
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [join(house, 'src/cli/rechtenloket.ts'), ...words], {
    cwd,
    env: { PATH, HOME, ...environment },
  });
  const ran: Ran = { status: null, stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    ran.stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    ran.stderr += chunk.toString();
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(stdin);
  const timer = setTimeout(() => child.kill('SIGTERM'), withinMs);
  ran.status = await new Promise((resolve) => child.once('close', resolve));
  clearTimeout(timer);
  return ran;
}

/** A folder of a test's own, empty or with the shipped configuration; `remove` ends it. */
export function makeFolder(options: { config?: boolean } = {}): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'rl-cli-'));
  if (options.config) cpSync(join(root, 'config'), join(path, 'config'), { recursive: true });
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A copy of the whole program inside a folder, for changing its workflow files and letters. */
export function copyHouse(folder: string): string {
  const house = join(folder, 'house');
  mkdirSync(house);
  for (const name of ['src', 'workflows', 'templates', 'package.json', '.env.example'])
    cpSync(join(root, name), join(house, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
  return house;
}

/** Writes a file of a test's. */
export function write(folder: string, name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}
