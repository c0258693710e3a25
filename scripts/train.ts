import { writeFileSync } from 'node:fs';
import { loadCorpus } from './training/load-corpus.ts';
import { trainModel } from './training/train-model.ts';

const output = process.argv[2] ?? 'src/recognise/model.json';
const mails = [...loadCorpus('test/corpus/train'), ...loadCorpus('test/corpus/tune')];
const text = `${JSON.stringify(trainModel(mails))}\n`;
writeFileSync(output, text);
process.stdout.write(`${mails.length} mails → ${output}, ${Math.round(text.length / 1024)} KB\n`);
