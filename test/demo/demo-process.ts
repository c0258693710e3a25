/** The demo as a process of its own, with its temporary files in a folder that can be looked at. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { waitFor } from '../support/processes.ts';

const root = resolve(import.meta.dirname, '../..');

/** A running demo; `folder` is where its temporary files are. */
export type DemoProcess = {
  child: ChildProcessWithoutNullStreams;
  /** All that it wrote on standard output, and on standard error. */
  out(): string;
  err(): string;
  /** Types a line once the screen asks for one, and answers what came up to the next question. */
  type(line: string): Promise<string>;
  ended(): Promise<{ status: number | null; signal: NodeJS.Signals | null }>;
  /** The files that are left, and the processes whose command names the folder. */
  listLeftovers(): { files: string[]; processes: string[] };
  remove(): void;
};

/** Starts `rechtenloket demo` with these arguments. */
export function startDemo(...args: string[]): DemoProcess {
  const folder = mkdtempSync(join(tmpdir(), 'rl-test-'));
  const child = spawn(process.execPath, [join(root, 'src/cli/rechtenloket.ts'), 'demo', ...args], {
    cwd: root,
    env: { ...process.env, TMPDIR: folder },
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const exited = once(child, 'exit');
  const isAsked = (from: number) => /> $|submits, x cancels\. $|closes this window\. $/.test(out.slice(from));
  return {
    child,
    out: () => out,
    err: () => err,
    async type(line) {
      await waitFor('a question', () => isAsked(0) || child.exitCode !== null, 20_000);
      const from = out.length;
      child.stdin.write(`${line}\n`);
      await waitFor(`an answer to "${line}"`, () => isAsked(from) || child.exitCode !== null, 20_000);
      return out.slice(from);
    },
    async ended() {
      const [status, signal] = (await exited) as [number | null, NodeJS.Signals | null];
      return { status, signal };
    },
    listLeftovers: () => ({
      files: readdirSync(folder, { recursive: true, encoding: 'utf8' }),
      processes: listCommands().filter((command) => command.includes(folder)),
    }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function listCommands(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => readCommand(pid));
}

function readCommand(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return '';
    throw error;
  }
}
