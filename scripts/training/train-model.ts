import { featureSpace } from '../../src/recognise/collect-features.ts';
import { extractFeatures } from '../../src/recognise/extract-features.ts';
import { type Calibration, type Model, poolUnits } from '../../src/recognise/model.ts';
import { readMail } from '../../src/recognise/read-mail.ts';
import { calibrateHead, firmUp, shiftShare } from './calibrate.ts';
import { type FitSettings, type Fitted, fitHeads, type Sample, scoreUnits } from './fit.ts';
import { joinMails } from './join-mails.ts';
import type { CorpusMail } from './load-corpus.ts';
import { packModel } from './pack-model.ts';

/** The labels of the heads, in the order in which the model holds them. */
export const labels = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'portability',
  'objection',
  'consent_withdrawal',
  'automated_decision',
  'complaint',
  'question',
  'third_party',
];
const heads = labels.length + 2;

/** The last head says whether the mail asks anything at all; the others say what. */
const requestHead = heads - 1;

/** Found across writers, see docs/recognition.md. */
const settings: FitSettings = {
  epochs: 10,
  averageFrom: 5,
  rate: 0.12,
  decay: 1e-4,
  drop: 0.2,
  bias: -2,
  seed: 1,
};

/** Of mails joined two by two, so many for each mail; found across writers. */
const joining = { share: 0.3, seed: 2, deafHead: requestHead };

/**
 * The share of requests that the chances are reckoned for, as the corpus has more of them than a mailbox, and how much firmer the
 * model that saw all writers is than those that the calibration rests on. Both chosen across writers, see docs/recognition.md.
 */
const reckoned = { share: 0.22, firmness: 1.3 };

/** In how many groups of writers the mails are judged that the calibration rests on. */
const calibrationGroups = 4;

/** Lists of single sentences: they teach the labels, but say little about which whole mails are requests. */
const loose = new Map([
  ['phrases.jsonl', { request: 1, other: 1 }],
  ['sentences.jsonl', { request: 0.3, other: 1 }],
  ['brief.jsonl', { request: 0.3, other: 1 }],
]);
const shareOfOthers = 0.3;

/** Mails in pairs that differ in one thing teach, but there are too many near misses among them to calibrate by. */
const pairs = '.pairs.jsonl';

/** Who wrote a file: its name up to the first dot. */
export function findWriter(file: string): string {
  return file.slice(0, file.indexOf('.'));
}

/** Turns a corpus mail into a sample. */
export function toSample(mail: CorpusMail): Sample {
  const features = extractFeatures(readMail(mail));
  const isRequest = mail.gold === 'request';
  const targets = Uint8Array.from([
    ...labels.map((label) => (mail.labels.includes(label) ? 1 : 0)),
    mail.marketing ? 1 : 0,
    isRequest ? 1 : 0,
  ]);
  const shares = new Float64Array(heads).fill(isRequest ? 1 : shareOfOthers);
  const share = loose.get(mail.file);
  shares[heads - 1] = share === undefined ? 1 : isRequest ? share.request : share.other;
  return { units: features.units.map((unit) => unit.features), whole: features.whole, targets, shares };
}

/** Trains on all mails; the calibration comes from mails judged by a model that had not seen their writers. */
export function trainModel(mails: readonly CorpusMail[]): Model {
  const samples = mails.map(toSample);
  const judged = groupWriters(mails).flatMap((writers) => judgeWriters(mails, samples, writers).judged);
  return packModel(fitMails(mails, samples), labels, calibrateAll(judged));
}

/** Fits on the samples of these mails and on whole ones among them joined two by two within a language. */
function fitMails(mails: readonly CorpusMail[], samples: readonly Sample[]): Fitted {
  const whole = mails.flatMap(({ file, language }, index) => {
    const sample = samples[index];
    return sample !== undefined && isWholeMail(file) ? [{ language, sample }] : [];
  });
  const groups = [...Map.groupBy(whole, ({ language }) => language).values()];
  const joined = joinMails(
    groups.map((group) => group.map(({ sample }) => sample)),
    joining,
  );
  return fitHeads([...samples, ...joined], featureSpace, settings);
}

/** The writers of whole mails that may be calibrated by. */
function listWriters(mails: readonly CorpusMail[]): string[] {
  return [...new Set(mails.filter(({ file }) => isWholeMail(file)).map(({ file }) => findWriter(file)))];
}

function isWholeMail(file: string): boolean {
  return !loose.has(file) && !file.endsWith(pairs);
}

/** Puts the writers in groups of about as many mails, the largest first to the smallest group. */
export function groupWriters(mails: readonly CorpusMail[]): string[][] {
  const groups = Array.from({ length: calibrationGroups }, () => ({ size: 0, writers: [] as string[] }));
  const sizes = listWriters(mails).map((writer) => ({
    writer,
    size: mails.filter(({ file }) => findWriter(file) === writer).length,
  }));
  for (const { writer, size } of sizes.toSorted((a, b) => b.size - a.size)) {
    const smallest = groups.reduce((least, group) => (group.size < least.size ? group : least));
    smallest.size += size;
    smallest.writers.push(writer);
  }
  return groups.map(({ writers }) => writers).filter((writers) => writers.length > 0);
}

/** A mail and what a model that had not seen its writer said of it. */
export type JudgedMail = { mail: CorpusMail; odds: Float64Array };

/** Trains without the mails of these writers, and judges their whole mails. */
export function judgeWriters(
  mails: readonly CorpusMail[],
  samples: readonly Sample[],
  writers: readonly string[],
): { fitted: Fitted; judged: JudgedMail[] } {
  const isOf = (file: string): boolean => writers.includes(findWriter(file));
  const others = samples.filter((_, index) => !isOf(mails[index]?.file ?? ''));
  const fitted = fitMails(
    mails.filter(({ file }) => !isOf(file)),
    others,
  );
  const judged = mails.flatMap((mail, index) => {
    const sample = samples[index];
    if (sample === undefined || !isOf(mail.file) || !isWholeMail(mail.file)) return [];
    return [{ mail, odds: poolUnits(scoreUnits(sample, fitted), heads) }];
  });
  return { fitted, judged };
}

/** Calibrates every head; of the labels only requests say something. */
export function calibrateAll(judged: readonly JudgedMail[]): Calibration[] {
  return Array.from({ length: heads }, (_, head) => {
    const heard = head === requestHead ? judged : judged.filter(({ mail }) => mail.gold === 'request');
    const judgements = heard.map(({ mail, odds }) => ({ odds: odds[head] ?? 0, holds: holdsFor(mail, head) }));
    const calibration = calibrateHead(judgements);
    return head === requestHead
      ? firmUp(shiftShare(calibration, judgements, reckoned.share), reckoned.firmness)
      : calibration;
  });
}

function holdsFor(mail: CorpusMail, head: number): boolean {
  const label = labels[head];
  if (label !== undefined) return mail.labels.includes(label);
  return head === requestHead ? mail.gold === 'request' : mail.marketing;
}
