import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { startSlackStandIn } from '../src/demo/slack-stand-in/stand-in.ts';
import { type Dovecot, startDovecot } from '../test/support/dovecot.ts';
import { type DeskRun, runDesk } from './intake-desk.ts';
import { type Mix, makeMails, personalMix, usualMix } from './intake-mails.ts';

/**
 * Mails per second from Dovecot through to the stored verdict, by `rechtenloket start`, beside a bare loop of imapflow and mailparser
 * on the same mailbox; both in a process of their own, by turns. Also the worker's peak memory and its cold start. Needs root for
 * Dovecot. `--mails N` and `--rounds N` make it shorter; `--worker-flags '--cpu-prof --cpu-prof-dir=DIR'` gives the worker's Node flags.
 */
const count = readNumber('--mails', 2_000);
const rounds = readNumber('--rounds', 3);
const flags = process.argv.includes('--worker-flags')
  ? (process.argv[process.argv.indexOf('--worker-flags') + 1] ?? '').split(' ')
  : [];
const aims = { ratio: 0.8, peakMegabytes: 200, toWatching: 2 };

type Measured = { bare: number; desk: number; runs: DeskRun[] };

async function measure(dovecot: Dovecot, name: string, mix: Mix): Promise<Measured> {
  const user = `${name}@desk.example`;
  const mails = await makeMails({ mix, count, seed: 20_260_105, to: user });
  await dovecot.deliverAll(user, mails);
  const megabytes = mails.reduce((sum, mail) => sum + mail.length, 0) / 1e6;
  print(`${name}: ${mails.length} mails, ${megabytes.toFixed(1)} MB`);
  const bare: number[] = [];
  const runs: DeskRun[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    bare.push(mails.length / (await runBare(dovecot, user, mails.length)));
    const run = await runOnce(dovecot, user, mails.length);
    runs.push(run);
    print(
      `  round ${round}: bare loop ${rate(bare.at(-1))}, desk ${rate(mails.length / run.toKept)}, every mail settled after ${run.toSettled?.toFixed(1) ?? 'more than 15'} s`,
    );
  }
  const desk = median(runs.map((run) => mails.length / run.toKept));
  print(`  verdicts: ${JSON.stringify(runs.at(-1)?.verdicts)}`);
  return { bare: median(bare), desk, runs };
}

async function runOnce(dovecot: Dovecot, user: string, mails: number): Promise<DeskRun> {
  const slack = await startSlackStandIn();
  try {
    return await runDesk({ imapUrl: dovecot.imapUrl(user), mails, slack, flags });
  } finally {
    await slack.close();
  }
}

async function runBare(dovecot: Dovecot, user: string, mails: number): Promise<number> {
  const program = join(import.meta.dirname, 'intake-bare.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [program, String(dovecot.imapPort), user]);
  const told = z.object({ mails: z.number(), seconds: z.number() }).parse(JSON.parse(stdout));
  if (told.mails !== mails) throw new Error(`The bare loop read ${told.mails} of ${mails} mails.`);
  return told.seconds;
}

function readNumber(flag: string, otherwise: number): number {
  const at = process.argv.indexOf(flag);
  return at < 0
    ? otherwise
    : z.coerce
        .number()
        .int()
        .positive()
        .parse(process.argv[at + 1]);
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function rate(value: number | undefined): string {
  return `${Math.round(value ?? Number.NaN)}/s`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const dovecot = await startDovecot();
try {
  const usual = await measure(dovecot, 'usual', usualMix);
  const personal = await measure(dovecot, 'personal', personalMix);
  const runs = [...usual.runs, ...personal.runs];
  const peak = Math.max(...runs.map((run) => run.peakMegabytes));
  const toWatching = median(runs.map((run) => run.toWatching));
  const ratio = usual.desk / usual.bare;
  print('');
  print(
    `usual mix       bare ${rate(usual.bare)}  desk ${rate(usual.desk)}  ratio ${ratio.toFixed(2)} (aim ${aims.ratio})`,
  );
  print(
    `people only     bare ${rate(personal.bare)}  desk ${rate(personal.desk)}  ratio ${(personal.desk / personal.bare).toFixed(2)}`,
  );
  print(`peak memory     ${Math.round(peak)} MB (aim ${aims.peakMegabytes} MB)`);
  print(`cold start      ${toWatching.toFixed(2)} s to watching (aim ${aims.toWatching} s)`);
  const met = ratio >= aims.ratio && peak < aims.peakMegabytes && toWatching < aims.toWatching;
  process.exitCode = met ? 0 : 1;
} finally {
  await dovecot.close();
}
