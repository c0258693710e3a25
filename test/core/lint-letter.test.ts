import { describe, expect, test } from 'vitest';
import { lintLetter } from '../../src/core/lint-letter.ts';
import { letterKinds } from '../templates/full-facts.ts';
import { manners, withoutSentences, writeLetter } from '../templates/lint-samples.ts';
import { loadShipped } from '../workflows/shipped.ts';

const context = await loadShipped();
const codes = (letter: Parameters<typeof lintLetter>[0]) => lintLetter(letter).map(({ code }) => code);

describe.each(letterKinds)('$name', ({ name }) => {
  test.each(manners)('has all that it must have, in $language with $form', (manner) => {
    expect(lintLetter(writeLetter(context, name, manner))).toEqual([]);
  });

  test.each(manners)('without its number lacks exactly that, in $language with $form', (manner) => {
    const letter = writeLetter(context, name, manner);
    const gone = (text: string) => text.replaceAll('KP-2026-0001', '');
    expect(codes({ ...letter, subject: gone(letter.subject), text: gone(letter.text) })).toEqual(['number']);
  });
});

/** Which sentence to take out, in Dutch and English, and what the linter must then say is missing. */
const sentences: [name: string, code: string, nl: RegExp, en: RegExp][] = [
  ['acknowledgement', 'due-date', /uiterlijk op/, /at the latest/],
  ['confirm-identity', 'code', /\[code\]/, /\[code\]/],
  ['identity-reminder', 'due-date', /uiterlijk op/, /3 April/],
  ['not-identified', 'reason', /vaststellen/, /establish/],
  ['not-identified', 'law', /De wet:/, /The law:/],
  ['extension', 'new-date', /3 juni 2026/, /3 June 2026/],
  ['extension', 'delay-reason', /De reden:/, /The reason:/],
  ['refusal', 'reason', /geschil/, /dispute/],
  ['refusal', 'law', /De wet:/, /The law:/],
  ['refusal', 'contact', /info@/, /info@/],
  ['forwarded', 'reason', /geschil/, /dispute/],
  ['nothing-found', 'nothing-found', /gevonden/, /found no data/],
  ['recipient-notice', 'please-confirm', /Bevestig/, /Confirm/],
  ['recipient-notice', 'category', /Nieuwsbrief/, /Newsletter/],
  ['access-fulfilled', 'purposes', /versturen van nieuws/, /Sending the news/],
  ['access-fulfilled', 'contents', /Bedragen/, /Amounts/],
  ['access-fulfilled', 'retention', /Zeven jaar/, /Seven years/],
  ['access-fulfilled', 'source-of', /Afkomstig/, /Provided by/],
  ['access-fulfilled', 'logic', /Opgeteld/, /Added up/],
  ['access-fulfilled', 'transfer', /Canada/, /Canada/],
  ['access-fulfilled', 'recipients', /Mailwolk/, /Mailwolk/],
  ['access-fulfilled', 'safeguards', /Data Privacy Framework/, /Data Privacy Framework/],
  ['access-fulfilled', 'rights', /verbeteren/, /correct, complete/],
  ['access-fulfilled', 'source', /van (jou|u) zelf|van een ander, zoals/, /from you|came from/],
  ['access-fulfilled', 'automated', /computer/, /computer/],
  ['access-fulfilled', 'copy', /kopie|apart van deze brief/i, /copy|apart from this letter/i],
  ['restriction-fulfilled', 'before-lifting', /opheffen/, /lift/],
  ['portability-fulfilled', 'file', /bestand/, /file/],
  ['objection-partly', 'weighing', /afgewogen/, /weighed/],
  ['automated-decision-fulfilled', 'human', /gekeken/, /looked/],
  ['automated-decision-fulfilled', 'contest', /aanvechten/, /contest/],
  ['consent-withdrawal-fulfilled', 'not-retroactive', /geldig/, /lawful/],
  ['unsubscribed', 'not-retroactive', /geldig/, /lawful/],
  ['unsubscribed', 'stopped', /niet meer/, /any more/],
  ['marketing-stopped', 'stopped', /niet meer/, /no longer/],
  ['restriction-set', 'restricted', /gebruiken wij/, /do not use/],
  ['restriction-set', 'before-lifting', /opheffen/, /lift/],
  ['restriction-set', 'due-date', /uiterlijk op/, /at the latest/],
  ['restriction-lifted', 'lifted', /heffen/, /lift/],
  ['restriction-lifted', 'reason', /geschil/, /dispute/],
  ['requester-agent', 'mandate', /De datum/, /The date/],
  ['requester-agent', 'check-with-person', /navragen|zelf na/, /check it/],
  ['requester-parent', 'proof', /gezagsregister/, /gezagsregister/],
  ['requester-guardian', 'proof', /beschikking/, /court order/],
  ['requester-heir', 'not-for-the-dead', /geldt niet/, /not apply/],
  ['requester-employer', 'agreement', /toestemming/, /agreement/],
  ['requester-authority', 'legal-basis', /schriftelijk/, /writing/],
  ...[
    'complaint-answered',
    'access-fulfilled',
    'erasure-partly',
    'refusal',
    'nothing-found',
    'not-identified',
    'forwarded',
  ].map((name): [string, string, RegExp, RegExp] => [name, 'authority', /toezichthouder/, /supervisory/]),
  ['complaint-answered', 'court', /rechter/, /go to court/],
  ...letterKinds
    .filter(({ part }) => ['partly', 'refuse', 'nothing', 'notIdentified', 'forwarded', 'unlocked'].includes(part))
    .flatMap(({ name }): [string, string, RegExp, RegExp][] => [
      [name, 'court', /rechtbank/, /rechtbank/],
      [name, 'court-term', /zes weken/, /six weeks/],
    ]),
];

describe.each(sentences)('%s without its sentence for "%s"', (name, code, nl, en) => {
  test.each(manners)('lacks exactly that, in $language with $form', (manner) => {
    const letter = writeLetter(context, name, manner);
    expect(codes(withoutSentences(letter, manner.language === 'nl' ? nl : en))).toEqual([code]);
  });
});

test('every kind of finding has words in both languages and an article', () => {
  for (const [name, , nl] of sentences) {
    for (const { article, missing } of lintLetter(
      withoutSentences(writeLetter(context, name, manners[0] as never), nl),
    )) {
      expect(article).toMatch(/^\d|^recital/);
      expect(missing.nl.length * missing.en.length).toBeGreaterThan(0);
      expect(`${missing.nl}${missing.en}`).not.toContain('{value}');
    }
  }
});

test.each(manners)('a file for transfer without what is left out lacks that, in $language with $form', (manner) => {
  const letter = writeLetter(context, 'portability-fulfilled', manner, (facts) => ({ ...facts, decisions: [] }));
  expect(codes(letter)).toEqual([]);
  expect(codes(withoutSentences(letter, /niet in staat|not in it/))).toEqual(['not-in-it']);
});
