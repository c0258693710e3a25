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
 * on the same mailbox; both in a process of their own, by turns. Also the worker's peak memory and its cold start; the very first start
 * of a version, which strips types and fills the cache of compiled code, goes before and is told apart. Needs root for Dovecot.
 * `--mails N` and `--rounds N` make it shorter; `--worker-flags '--cpu-prof --cpu-prof-dir=DIR'` gives the worker's Node flags.
 */
const count = readNumber('--mails', 2_000);
const rounds = readNumber('--rounds', 3);
const flags = process.argv.includes('--worker-flags')
  ? (process.argv[process.argv.indexOf('--worker-flags') + 1] ?? '').split(' ')
  : [];
const aims = { ratio: 0.8, peakMegabytes: 200, toWatching: 2 };

type Measured = { name: string; mails: number; bare: BareRun[]; desk: DeskRun[] };
const bareSchema = z.object({ mails: z.number(), seconds: z.number(), cpuSeconds: z.number() });
type BareRun = z.infer<typeof bareSchema>;

async function measure(dovecot: Dovecot, name: string, mix: Mix): Promise<Measured> {
  const user = `${name}@desk.example`;
  const raws = await makeMails({ mix, count, seed: 20_260_105, to: user });
  const mails = raws.length;
  await dovecot.deliverAll(user, raws);
  print(`${name}: ${mails} mails, ${(raws.reduce((sum, raw) => sum + raw.length, 0) / 1e6).toFixed(1)} MB`);
  const measured: Measured = { name, mails, bare: [], desk: [] };
  for (let round = 1; round <= rounds; round += 1) {
    const bare = await runBare(dovecot, user, mails);
    const desk = await runOnce(dovecot, user, mails);
    measured.bare.push(bare);
    measured.desk.push(desk);
    const settled = desk.toSettled === null ? 'more than 15 s later' : `after ${desk.toSettled.toFixed(1)} s`;
    print(
      `  round ${round}: bare loop ${rate(mails / bare.seconds)}, desk ${rate(mails / desk.toKept)}, all settled ${settled}`,
    );
  }
  print(`  verdicts: ${JSON.stringify(measured.desk.at(-1)?.verdicts)}`);
  return measured;
}

/** Prints a mix's medians and answers the ratio of the rates. */
function report({ name, mails, bare, desk }: Measured): number {
  const bareRate = median(bare.map((run) => mails / run.seconds));
  const deskRate = median(desk.map((run) => mails / run.toKept));
  const bareCpu = median(bare.map((run) => run.cpuSeconds));
  const deskCpu = median(desk.map((run) => run.cpuSeconds));
  const ratio = deskRate / bareRate;
  const settledRate = median(desk.map((run) => mails / (run.toSettled ?? Number.POSITIVE_INFINITY)));
  print(
    `${name.padEnd(10)} bare ${rate(bareRate)}, desk ${rate(deskRate)}: ratio ${ratio.toFixed(2)}; until all is settled ${rate(settledRate)}: ratio ${(settledRate / bareRate).toFixed(2)}; processor time ${bareCpu.toFixed(2)} s and ${deskCpu.toFixed(2)} s`,
  );
  return ratio;
}

async function runOnce(dovecot: Dovecot, user: string, mails: number): Promise<DeskRun> {
  const slack = await startSlackStandIn();
  try {
    return await runDesk({ imapUrl: dovecot.imapUrl(user), mails, slack, flags });
  } finally {
    await slack.close();
  }
}

async function runBare(dovecot: Dovecot, user: string, mails: number): Promise<BareRun> {
  const program = join(import.meta.dirname, 'intake-bare.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [program, String(dovecot.imapPort), user]);
  const told = bareSchema.parse(JSON.parse(stdout));
  if (told.mails !== mails) throw new Error(`The bare loop read ${told.mails} of ${mails} mails.`);
  return told;
}

function readNumber(flag: string, otherwise: number): number {
  const at = process.argv.indexOf(flag);
  if (at < 0) return otherwise;
  const schema = z.coerce.number().int().positive();
  return schema.parse(process.argv[at + 1]);
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function rate(perSecond: number): string {
  return `${Math.round(perSecond)}/s`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const dovecot = await startDovecot();
try {
  const first = await runOnce(dovecot, 'first@desk.example', 0);
  print(`first start: ${first.toWatching.toFixed(2)} s, peak ${Math.round(first.peakMegabytes)} MB`);
  const usual = await measure(dovecot, 'usual', usualMix);
  const personal = await measure(dovecot, 'personal', personalMix);
  const runs = [...usual.desk, ...personal.desk];
  const peak = Math.max(...runs.map((run) => run.peakMegabytes));
  const toWatching = median(runs.map((run) => run.toWatching));
  print(`\nmedians of ${rounds}:`);
  const ratio = report(usual);
  report(personal);
  print(`aim: ratio ${aims.ratio} with the usual mix`);
  print(`peak memory ${Math.round(peak)} MB (aim ${aims.peakMegabytes} MB)`);
  print(`cold start to watching ${toWatching.toFixed(2)} s (aim ${aims.toWatching} s)`);
  const met = ratio >= aims.ratio && peak < aims.peakMegabytes && toWatching < aims.toWatching;
  process.exitCode = met ? 0 : 1;
} finally {
  await dovecot.close();
}
