import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../../scripts/training/load-corpus.ts';
import { openJudge } from './judge.ts';

const recognise = openJudge();
const mails = loadCorpus('test/corpus/tune').filter((mail) => mail.text !== '' && mail.html === undefined);
const disclaimer =
  '\n\nDit bericht is vertrouwelijk en uitsluitend bestemd voor de geadresseerde. Bent u dat niet, dan verzoeken wij u de afzender te informeren en dit bericht te verwijderen.';

function verdicts(change: (text: string) => string): { id: string; before: string; after: string }[] {
  return mails.map((mail) => ({
    id: mail.id,
    before: recognise(mail).verdict,
    after: recognise({ ...mail, subject: change(mail.subject), text: change(mail.text) }).verdict,
  }));
}

describe('what changes no verdict', () => {
  it.each([
    ['capitals', (text: string) => text.toUpperCase()],
    ['small letters', (text: string) => text.toLowerCase()],
    ['missing diacritics', (text: string) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '')],
    ['diacritics as letters of their own', (text: string) => text.normalize('NFD')],
  ])('%s', (_, change) => {
    for (const { id, before, after } of verdicts(change)) expect(`${id} ${after}`).toBe(`${id} ${before}`);
  });

  it('a disclaimer below', () => {
    for (const mail of mails) {
      const after = recognise({ ...mail, text: mail.text + disclaimer }).verdict;
      expect(`${mail.id} ${after}`).toBe(`${mail.id} ${recognise(mail).verdict}`);
    }
  });
});
