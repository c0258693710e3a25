import { loadCorpus } from '../scripts/training/load-corpus.ts';
import { packModel } from '../scripts/training/pack-model.ts';
import { calibrateAll, judgeWriters, labels, listWriters, toSample } from '../scripts/training/train-model.ts';
import { featureSpace } from '../src/recognise/collect-features.ts';
import { unpackModel } from '../src/recognise/model.ts';
import { createRecogniser } from '../src/recognise/recognise.ts';
import { costs, readSigns } from './recognise-house.ts';
import { formatFigures, type Judged, measure, tableHead } from './recognise-measure.ts';

/**
 * The figures of issue 3 across writers: the mails of each writer of train and tune judged by a model that was neither trained nor
 * calibrated on that writer. `npm exec -- node bench/recognise-writers.ts`; some minutes.
 */
const print = (text: string): void => void process.stdout.write(`${text}\n`);
const mails = [...loadCorpus('test/corpus/train'), ...loadCorpus('test/corpus/tune')];
const samples = mails.map(toSample);
const parts = listWriters(mails).map((writer) => {
  const { fitted, judged } = judgeWriters(mails, samples, [writer]);
  return { writer, judged, stored: packModel(fitted, labels, featureSpace, []) };
});
print(tableHead);
const all: Judged[] = [];
for (const { writer, judged, stored } of parts) {
  const calibration = calibrateAll(parts.filter((part) => part.writer !== writer).flatMap((part) => part.judged));
  const model = unpackModel({ ...stored, calibration });
  const recognise = createRecogniser({ model, signs: readSigns(), costs });
  const answered = judged.map(({ mail }): Judged => ({ mail, answer: recognise(mail) }));
  print(formatFigures(writer, measure(answered)));
  all.push(...answered);
}
print(formatFigures('all', measure(all)));
