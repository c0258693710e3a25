import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../../scripts/training/load-corpus.ts';
import { trainModel } from '../../scripts/training/train-model.ts';
import { decodeModel, encodeModel } from '../../src/recognise/model-file.ts';

const slow = 900_000;
const path = 'src/recognise/model.bin';

describe('training', () => {
  it(
    'rebuilds the model file bit for bit',
    () => {
      const mails = [...loadCorpus('test/corpus/train'), ...loadCorpus('test/corpus/tune')];
      expect(readFileSync(path).equals(encodeModel(trainModel(mails)))).toBe(true);
    },
    slow,
  );

  it('keeps the model file under four megabytes', () => {
    expect(readFileSync(path).length).toBeLessThan(4_000_000);
  });

  it('refuses a model of another format, no model and half a model, and says what to do', () => {
    const bytes = readFileSync(path, 'latin1').replace('"format":3', '"format":1');
    expect(() => decodeModel(Buffer.from(bytes, 'latin1'))).toThrow(/format 1, expected 3.*npm run train/);
    expect(() => decodeModel(Buffer.from('something else'))).toThrow(
      /does not begin with a line of JSON.*npm run train/,
    );
    expect(() => decodeModel(readFileSync(path).subarray(0, -1))).toThrow(/\d+ weights, expected \d+.*npm run train/);
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

  it('has no two mails that share four fifths of their word triples', () => {
    const holders = new Map<string, number[]>();
    const seen: { id: string; size: number }[] = [];
    const twins: string[] = [];
    for (const mail of ['train', 'tune', 'judge'].flatMap((part) => loadCorpus(`test/corpus/${part}`))) {
      const triples = listTriples(mail.text);
      const shared = new Map<number, number>();
      for (const holder of triples.flatMap((triple) => holders.get(triple) ?? [])) {
        shared.set(holder, (shared.get(holder) ?? 0) + 1);
      }
      for (const [holder, count] of shared) {
        const { id, size } = seen[holder] ?? { id: '', size: 0 };
        if (count / (size + triples.length - count) >= 0.8) twins.push(`${id} = ${mail.id}`);
      }
      for (const triple of triples) holders.set(triple, [...(holders.get(triple) ?? []), seen.length]);
      seen.push({ id: mail.id, size: triples.length });
    }
    expect(twins).toEqual([]);
  });
});

/** Each three words in a row of a text, once; none where it has fewer than four such. */
function listTriples(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const triples = new Set(words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`));
  return triples.size < 4 ? [] : [...triples];
}
