import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../../scripts/training/load-corpus.ts';
import { trainModel } from '../../scripts/training/train-model.ts';
import { type StoredModel, unpackModel } from '../../src/recognise/model.ts';

const slow = 900_000;
const path = 'src/recognise/model.json';

describe('training', () => {
  it(
    'rebuilds the model file bit for bit',
    () => {
      const mails = [...loadCorpus('test/corpus/train'), ...loadCorpus('test/corpus/tune')];
      const rebuilt = `${JSON.stringify(trainModel(mails))}\n`;
      expect(rebuilt === readFileSync(path, 'utf8')).toBe(true);
    },
    slow,
  );

  it('keeps the model file under four megabytes', () => {
    expect(readFileSync(path).length).toBeLessThan(4_000_000);
  });

  it('refuses a model of another format, and says what to do', () => {
    const stored = JSON.parse(readFileSync(path, 'utf8')) as StoredModel;
    expect(() => unpackModel({ ...stored, format: 1 as 2 })).toThrow(/format 1, expected 2.*npm run train/);
  });
});

describe('the corpus', () => {
  it('has no two mails alike within or across its parts, compared by their words', () => {
    const seen = new Map<string, string>();
    const twins: string[] = [];
    for (const part of ['train', 'tune', 'judge']) {
      for (const mail of loadCorpus(`test/corpus/${part}`)) {
        const words = `${mail.subject} ${mail.text} ${mail.html ?? ''}`
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, ' ')
          .trim();
        const other = seen.get(words);
        if (other !== undefined) twins.push(`${other} = ${mail.id}`);
        seen.set(words, mail.id);
      }
    }
    expect(twins).toEqual([]);
  });
});
