import { writeFileSync } from 'node:fs';
import { extractFeatures, featureSpace } from '../src/recognise/extract-features.ts';
import { readMail } from '../src/recognise/read-mail.ts';
import { fitHeads, type Sample } from './training/fit.ts';
import { type CorpusMail, loadCorpus } from './training/load-corpus.ts';
import { packModel } from './training/pack-model.ts';

const labels = [
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

function toSample(mail: CorpusMail): Sample {
  const features = extractFeatures(readMail(mail));
  const targets = Uint8Array.from([
    ...labels.map((label) => (mail.labels.includes(label) ? 1 : 0)),
    mail.marketing ? 1 : 0,
    mail.gold === 'request' ? 1 : 0,
  ]);
  return {
    places: features.places.slice(0, features.length),
    values: features.values.slice(0, features.length),
    targets,
    weight: 1,
  };
}

const output = process.argv[2] ?? 'src/recognise/model.json';
const mails = loadCorpus('test/corpus/train');
const heads = labels.length + 2;
const weights = fitHeads(mails.map(toSample), heads, featureSpace, { epochs: 12, rate: 0.05, decay: 1e-4, seed: 7 });
const calibration = Array.from({ length: heads }, () => ({ slope: 1, offset: 0 }));
const stored = packModel(weights, labels, featureSpace, calibration, 0);
writeFileSync(output, `${JSON.stringify(stored)}\n`);
process.stdout.write(`${mails.length} mails → ${output}, ${Math.round(JSON.stringify(stored).length / 1024)} KB\n`);
