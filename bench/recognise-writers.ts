import { loadCorpus } from '../scripts/training/load-corpus.ts';
import { packModel } from '../scripts/training/pack-model.ts';
import {
  calibrateAll,
  findWriter,
  groupWriters,
  judgeWriters,
  labels,
  toSample,
} from '../scripts/training/train-model.ts';
import { createRecogniser } from '../src/recognise/recognise.ts';
import { costs, readSigns } from './recognise-house.ts';
import { formatFigures, type Judged, measure, tableHead } from './recognise-measure.ts';

/**
 * The figures of issue 3 across writers: the mails of each writer of train and tune judged by a model that was neither trained nor
 * calibrated on that writer, one model for each group of writers. `npm exec -- node bench/recognise-writers.ts`; some minutes.
 */
const print = (text: string): void => void process.stdout.write(`${text}\n`);
const mails = [...loadCorpus('test/corpus/train'), ...loadCorpus('test/corpus/tune')];
const samples = mails.map(toSample);
const parts = groupWriters(mails).map((writers) => {
  const { fitted, judged } = judgeWriters(mails, samples, writers);
  return { judged, model: packModel(fitted, labels, []) };
});
const all = parts.flatMap(({ judged, model }): Judged[] => {
  const calibration = calibrateAll(parts.filter((part) => part.judged !== judged).flatMap((part) => part.judged));
  const recognise = createRecogniser({ model: { ...model, calibration }, signs: readSigns(), costs });
  return judged.map(({ mail }) => ({ mail, answer: recognise(mail) }));
});
print(tableHead);
for (const [writer, judged] of [...Map.groupBy(all, ({ mail }) => findWriter(mail.file))].toSorted(([one], [other]) =>
  one < other ? -1 : 1,
)) {
  print(formatFigures(writer, measure(judged)));
}
print(formatFigures('all', measure(all)));
