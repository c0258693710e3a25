import { featureSpace } from '../../src/recognise/collect-features.ts';
import { extractFeatures } from '../../src/recognise/extract-features.ts';
import { type Calibration, poolUnits, type StoredModel } from '../../src/recognise/model.ts';
import { readMail } from '../../src/recognise/read-mail.ts';
import { calibrateHead, type Judgement } from './calibrate.ts';
import { type FitSettings, fitHeads, type Sample, scoreUnits } from './fit.ts';
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

/** Settings found on the tune part; see docs/decisions.md. */
export const fitSettings: FitSettings = { epochs: 14, rate: 0.15, decay: 3e-3, averageFrom: 7, bias: -2, seed: 1 };

/** Lists of single sentences: they teach the labels, but say little about which whole mails are requests. */
const loose = new Map([
  ['phrases.jsonl', { request: 0.3, other: 1 }],
  ['sentences.jsonl', { request: 0.3, other: 1 }],
]);
const shareOfOthers = 0.3;

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

/** Trains on all mails; the calibration comes from mails judged by a model that had not seen their file. */
export function trainModel(mails: readonly CorpusMail[], settings: FitSettings = fitSettings): StoredModel {
  const samples = mails.map(toSample);
  const calibration = calibrateAcrossFiles(mails, samples, settings);
  const fitted = fitHeads(samples, heads, featureSpace, settings);
  return packModel(fitted, labels, featureSpace, calibration);
}

/** What models say of the files that they were not trained on, mail by mail. */
export function judgeAcrossFiles(
  mails: readonly CorpusMail[],
  samples: readonly Sample[],
  settings: FitSettings,
): { mail: CorpusMail; odds: Float64Array }[] {
  const files = [...new Set(mails.map((mail) => mail.file))].filter((file) => !loose.has(file));
  return files.flatMap((file) => {
    const seen = samples.filter((_, index) => mails[index]?.file !== file);
    const fitted = fitHeads(seen, heads, featureSpace, settings);
    return mails.flatMap((mail, index) => {
      const sample = samples[index];
      if (mail.file !== file || sample === undefined) return [];
      return [{ mail, odds: poolUnits(scoreUnits(sample, heads, fitted), heads) }];
    });
  });
}

function calibrateAcrossFiles(
  mails: readonly CorpusMail[],
  samples: readonly Sample[],
  settings: FitSettings,
): Calibration[] {
  const judged = judgeAcrossFiles(mails, samples, settings);
  return Array.from({ length: heads }, (_, head) => {
    const label = labels[head];
    const judgements: Judgement[] = [];
    for (const { mail, odds } of judged) {
      if (head < heads - 1 && mail.gold !== 'request') continue;
      const holds =
        label === undefined
          ? head === heads - 1
            ? mail.gold === 'request'
            : mail.marketing
          : mail.labels.includes(label);
      judgements.push({ odds: odds[head] ?? 0, holds });
    }
    return calibrateHead(judgements);
  });
}
