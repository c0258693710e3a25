import { featureSpace } from '../../src/recognise/collect-features.ts';
import { extractFeatures } from '../../src/recognise/extract-features.ts';
import { type Calibration, poolUnits, type StoredModel } from '../../src/recognise/model.ts';
import { readMail } from '../../src/recognise/read-mail.ts';
import { calibrateHead, firmUp, shiftShare } from './calibrate.ts';
import { type FitSettings, type Fitted, fitHeads, type Sample, scoreUnits } from './fit.ts';
import { fitRequest, type RequestSettings } from './fit-request.ts';
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
export const heads = labels.length + 2;

/** The last head says whether the mail asks anything at all; the others say what. */
const requestHead = heads - 1;

/** Settings of the labels, and of "a request"; found across writers, see docs/recognition.md. */
export const fitSettings: FitSettings = { epochs: 12, rate: 0.15, decay: 6e-3, averageFrom: 6, bias: -2, seed: 1 };
export const requestSettings: RequestSettings = {
  epochs: 10,
  averageFrom: 5,
  rate: 0.05,
  decay: 1e-5,
  drop: 0.2,
  bias: -2,
  seeds: [1, 2],
};

/**
 * The share of requests that the chances are reckoned for, as the corpus has more of them than a mailbox, and how much firmer the
 * model that saw all writers is than those that the calibration rests on. Both chosen across writers, see docs/recognition.md.
 */
const reckoned = { share: 0.27, firmness: 1.12 };

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
function findWriter(file: string): string {
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
export function trainModel(mails: readonly CorpusMail[]): StoredModel {
  const samples = mails.map(toSample);
  const judged = groupWriters(mails).flatMap((writers) => judgeWriters(mails, samples, writers).judged);
  return packModel(fitAll(samples), labels, featureSpace, calibrateAll(judged));
}

/** The writers of whole mails that may be calibrated by. */
export function listWriters(mails: readonly CorpusMail[]): string[] {
  return [...new Set(mails.filter(({ file }) => isWholeMail(file)).map(({ file }) => findWriter(file)))];
}

function isWholeMail(file: string): boolean {
  return !loose.has(file) && !file.endsWith(pairs);
}

/** Puts the writers in groups of about as many mails, the largest first to the smallest group. */
function groupWriters(mails: readonly CorpusMail[]): string[][] {
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
  const fitted = fitAll(samples.filter((_, index) => !isOf(mails[index]?.file ?? '')));
  const judged = mails.flatMap((mail, index) => {
    const sample = samples[index];
    if (sample === undefined || !isOf(mail.file) || !isWholeMail(mail.file)) return [];
    return [{ mail, odds: poolUnits(scoreUnits(sample, heads, fitted), heads) }];
  });
  return { fitted, judged };
}

/** Fits the labels and "a request", each in the way that is best for it, and puts them side by side. */
function fitAll(samples: readonly Sample[]): Fitted {
  const named = fitHeads(samples, requestHead, featureSpace, fitSettings);
  const request = fitRequest(samples, requestHead, featureSpace, requestSettings);
  const weights = new Float64Array(featureSpace * heads);
  for (let place = 0; place < featureSpace; place += 1) {
    for (let head = 0; head < requestHead; head += 1) {
      weights[place * heads + head] = named.weights[place * requestHead + head] ?? 0;
    }
    weights[place * heads + requestHead] = request.weights[place] ?? 0;
  }
  return { weights, biases: Float64Array.from([...named.biases, request.bias]) };
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
