import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../../scripts/training/load-corpus.ts';
import { foldText } from '../../src/recognise/fold-text.ts';
import { openJudge } from './judge.ts';

const recognise = openJudge();
const pieces = fc.constantFrom(
  'Verwijder mijn gegevens. ',
  'Wat hebben jullie over mij? ',
  'please delete my data ',
  '<b>',
  '</p>\n',
  '> ',
  '\n',
  'é́ ',
  '\u0000',
  '\ud800',
  'Op 3 maart schreef Jan:\n',
  'Met vriendelijke groet,\n',
  '😀',
);
const text = fc.oneof(
  fc.array(pieces, { maxLength: 30 }).map((list) => list.join('')),
  fc.string({ unit: 'binary' }),
);

describe('properties', () => {
  it('the reason words stand in the mail, whatever the mail', () => {
    fc.assert(
      fc.property(text, text, fc.option(text, { nil: undefined }), (subject, body, html) => {
        const found = recognise({ subject, text: body, ...(html === undefined ? {} : { html }) });
        for (const { words } of found.why) {
          expect(words.length).toBeGreaterThan(0);
          expect(`${subject}\u0001${body}\u0001${html ?? ''}`.includes(words)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('the reason words stand in each mail of the corpus, and each right said has its reason', () => {
    for (const mail of loadCorpus('test/corpus/tune')) {
      const found = recognise(mail);
      for (const { words } of found.why) expect(`${mail.subject}\n${mail.text}\n${mail.html ?? ''}`).toContain(words);
      if (mail.html === undefined && mail.text !== '')
        expect(found.why.map(({ right }) => right)).toEqual(found.rights);
    }
  });

  it('folding keeps every offset', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (any) => {
        expect(foldText(any)).toHaveLength(any.length);
      }),
    );
  });

  it('chances lie between 0 and 1', () => {
    fc.assert(
      fc.property(text, (body) => {
        const found = recognise({ subject: '', text: body });
        for (const chance of [found.certainty, ...Object.values(found.certaintyByRight)]) {
          expect(chance).toBeGreaterThanOrEqual(0);
          expect(chance).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 100 },
    );
  });
});
