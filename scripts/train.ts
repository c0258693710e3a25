import { writeFileSync } from 'node:fs';
import { encodeModel } from '../src/recognise/model-file.ts';
import { loadCorpus } from './training/load-corpus.ts';
import { trainModel } from './training/train-model.ts';

const output = process.argv[2] ?? 'src/recognise/model.bin';
const mails = [...loadCorpus('test/corpus/train'), ...loadCorpus('test/corpus/tune')];
const bytes = encodeModel(trainModel(mails));
writeFileSync(output, bytes);
process.stdout.write(`${mails.length} mails → ${output}, ${Math.round(bytes.length / 1024)} KB\n`);
