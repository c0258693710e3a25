import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One mail of the corpus with its judgement, as test/corpus/README.md describes. */
export type CorpusMail = {
  id: string;
  subject: string;
  text: string;
  html?: string;
  from?: string;
  labels: string[];
  marketing: boolean;
  gold: 'request' | 'other';
  language: string;
  hardness: 'easy' | 'hard';
  note?: string;
  file: string;
};

/** Reads all JSON-lines files of a corpus folder, in the order of their names; throws on a line that is no mail. */
export function loadCorpus(folder: string): CorpusMail[] {
  const mails: CorpusMail[] = [];
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()) {
    const lines = readFileSync(join(folder, file), 'utf8').split('\n');
    for (const [index, line] of lines.entries()) {
      if (line.trim() !== '') mails.push({ ...readCorpusLine(line, `${file}:${index + 1}`), file });
    }
  }
  return mails;
}

function readCorpusLine(line: string, place: string): CorpusMail {
  const mail = JSON.parse(line) as CorpusMail;
  if (typeof mail.subject !== 'string' || typeof mail.text !== 'string' || !Array.isArray(mail.labels)) {
    throw new Error(`${place} is no corpus mail: subject, text and labels are expected (see test/corpus/README.md).`);
  }
  return mail;
}
