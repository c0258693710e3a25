import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import type { SlackStandIn } from '../src/demo/slack-stand-in/stand-in.ts';

const root = resolve(import.meta.dirname, '..');
const patienceMs = 120_000;

/**
 * What one run of the worker showed. Seconds: `toWatching` from the start of the process; `toKept` from the connect until every mail
 * was judged and kept, `waiting` where it may concern a case; `toSettled` until those were taken in too, null when that took more than
 * 15 s longer. Memory in MB of 10^6 bytes.
 */
export type DeskRun = {
  toWatching: number;
  toKept: number;
  toSettled: number | null;
  peakMegabytes: number;
  verdicts: Verdicts;
};

/**
 * Runs `rechtenloket start` as an owner does, on SQLite and a Redis of its own with empty folders, until every mail of the mailbox
 * has its verdict in the store, and takes its time from the connect on; ends it. `flags` are flags of Node.
 */
export async function runDesk(options: {
  imapUrl: string;
  mails: number;
  slack: SlackStandIn;
  flags?: string[];
}): Promise<DeskRun> {
  const folder = mkdtempSync(join(tmpdir(), 'rl-intake-'));
  mkdirSync(join(folder, 'config'));
  writeFileSync(join(folder, 'config', 'organisation.yaml'), organisation);
  writeFileSync(join(folder, 'config', 'register.yaml'), register);
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...(options.flags ?? []), join(root, 'src/cli/rechtenloket.ts'), 'start'], {
    cwd: folder,
    env: { ...process.env, ...makeEnvironment(options) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  try {
    const watching = watchLog(child);
    await watching.reach('connecting');
    const connectingAt = performance.now();
    await watching.reach('watching');
    const toWatching = (performance.now() - startedAt) / 1000;
    const store = openStore(join(folder, 'data', 'rechtenloket.sqlite'));
    if (!(await store.reach((verdicts) => sum(verdicts) === options.mails, patienceMs)))
      throw new Error(`The worker's verdicts stayed at ${JSON.stringify(store.read())} for ${patienceMs / 1000} s.`);
    const toKept = (performance.now() - connectingAt) / 1000;
    const isSettled = await store.reach((verdicts) => verdicts.waiting === undefined, 15_000);
    const toSettled = isSettled ? (performance.now() - connectingAt) / 1000 : null;
    const verdicts = store.read();
    store.close();
    return { toWatching, toKept, toSettled, peakMegabytes: readPeakMegabytes(child), verdicts };
  } finally {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

function makeEnvironment({ imapUrl, slack }: { imapUrl: string; slack: SlackStandIn }): Record<string, string> {
  return {
    IMAP_URL: imapUrl,
    // Nothing is sent: staff decide on every letter, and there are none here.
    SMTP_URL: 'smtp://127.0.0.1:9',
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_CHANNEL: 'CPRIVACY',
    SLACK_API_URL: slack.apiUrl,
    SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
    HTTP_PORT: '0',
    DATA_DIR: 'data',
    CONFIG_DIR: 'config',
    REDIS_URL: '',
    DATABASE_URL: '',
  };
}

/** Follows the log on standard error; `reach` waits for a state of the mailbox watch and throws when the worker ends before. */
function watchLog(child: ChildProcess) {
  const lines: string[] = [];
  const seen = new Set<string>();
  if (child.stderr === null) throw new Error('The worker has no standard error; expected a pipe.');
  createInterface({ input: child.stderr }).on('line', (line) => {
    lines.push(line);
    const state = /"state":"(\w+)"/.exec(line)?.[1];
    if (state !== undefined) seen.add(state);
  });
  return {
    async reach(state: string): Promise<void> {
      const deadline = performance.now() + patienceMs;
      while (!seen.has(state)) {
        if (child.exitCode !== null || performance.now() > deadline)
          throw new Error(`The worker never was ${state}. Its log:\n${lines.slice(-20).join('\n')}`);
        await wait(2);
      }
    },
  };
}

type Verdicts = Partial<Record<string, number>>;

/** Looks into the worker's store from outside; `reach` answers whether its verdicts became as wanted in time. */
function openStore(file: string) {
  if (!existsSync(file)) throw new Error(`${file} is not there; expected the worker's store.`);
  const database = new DatabaseSync(file, { readOnly: true, timeout: 1000 });
  const query = database.prepare('select verdict, count(*) as mails from mails group by verdict');
  const read = (): Verdicts => Object.fromEntries(query.all().map((row) => [String(row.verdict), Number(row.mails)]));
  return {
    read,
    async reach(isReached: (verdicts: Verdicts) => boolean, withinMs: number): Promise<boolean> {
      const deadline = performance.now() + withinMs;
      while (!isReached(read())) {
        if (performance.now() > deadline) return false;
        await wait(10);
      }
      return true;
    },
    close: () => database.close(),
  };
}

function sum(verdicts: Verdicts): number {
  return Object.values(verdicts).reduce<number>((total, mails) => total + (mails ?? 0), 0);
}

/** The kernel's own high-water mark; `ru_maxrss` would count the process that started this one. */
function readPeakMegabytes(child: ChildProcess): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return (Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) * 1024) / 1e6;
}

const organisation = `name: Kwalipro
address: Voorbeeldlaan 1, 1234 AB Voorbeeld
email: info@desk.example
casePrefix: KP
team:
  - { slack: UANNA, name: Anna, roles: [handler, approver, owner] }
settings:
  mail: { watchFrom: 2026-01-01 }
`;
const register = `places:
  - id: bookkeeping
    name: { nl: Boekhouding, en: Bookkeeping }
    holds: { nl: facturen, en: invoices }
    retention: { nl: zeven jaar, en: seven years }
    owner: UANNA
recipients: []
`;
