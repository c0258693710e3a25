import { describe, expect, test } from 'vitest';
import { type LetterToLint, lintLetter } from '../../src/core/lint-letter.ts';
import { letterKinds } from '../templates/full-facts.ts';
import { manners, withoutSentences, writeLetter } from '../templates/lint-samples.ts';
import { loadShipped } from '../workflows/shipped.ts';

const context = await loadShipped();
const codes = (letter: LetterToLint) => lintLetter(letter).map(({ code }) => code);
const dutch = { language: 'nl', form: 'je' } as const;
const english = { language: 'en', form: 'je' } as const;

/** A letter in which staff replaced words; throws when the words are not there, so that a test cannot pass by chance. */
function edit(letter: LetterToLint, from: string | RegExp, to: string): LetterToLint {
  const text = letter.text.replace(from, to);
  if (text === letter.text) throw new Error(`${letter.template} has no ${from} to replace.`);
  return { ...letter, text };
}

describe.each(letterKinds)('$name keeps its substance', ({ name }) => {
  test.each(manners)('when staff change only how it looks, in $language with $form', (manner) => {
    const letter = writeLetter(context, name, manner);
    const looks: Record<string, (text: string) => string> = {
      'wrapped lines': (text) => text.replace(/(.{40,60}) /g, '$1\n'),
      'Windows line ends': (text) => text.replaceAll('\n', '\r\n'),
      capitals: (text) => text.toUpperCase().replaceAll('[CODE]', '[code]'),
      'double spaces': (text) => text.replace(/ /g, '  ').replace(/^ +/gm, ''),
      'other list marks': (text) => text.replace(/^- /gm, '* '),
      'quoted lines': (text) => text.replace(/^/gm, '> '),
      'no bold': (text) => text.replaceAll('**', ''),
      'hard spaces': (text) => text.replaceAll(' van de ', '\u00a0van\u00a0de\u00a0'),
    };
    for (const [what, change] of Object.entries(looks)) {
      expect([what, codes({ ...letter, text: change(letter.text) })]).toEqual([what, []]);
    }
  });
});

test.each([
  ['erasure-partly', 'gewist', 'hebben wij verwijderd'],
  ['erasure-partly', 'artikel 17 lid 3 onder b van de AVG', 'art. 17(3)(b) AVG'],
  ['erasure-partly', 'zaterdag 31 december 2033', '31 december 2033'],
  ['erasure-partly', /Het dossier speelt bij een lopend geschil\./, 'Dit dossier speelt namelijk bij een geschil.'],
  ['erasure-partly', 'binnen zes weken', 'binnen 6 weken'],
  [
    'erasure-partly',
    'autoriteitpersoonsgegevens.nl',
    '[onze toezichthouder](https://www.autoriteitpersoonsgegevens.nl)',
  ],
  ['refusal', 'artikel 17 lid 3 onder e van de AVG', 'artikel 17, lid 3, onder e AVG'],
  ['extension', 'woensdag 3 juni 2026', '3 juni 2026'],
  ['access-fulfilled', 'Zeven jaar na het boekjaar.', 'Tot zeven jaar na afloop van het boekjaar.'],
  [
    'confirm-identity',
    'Stuur ons geen kopie van je paspoort of identiteitskaart: die hebben wij niet nodig.',
    'Een kopie van je paspoort hebben wij niet nodig.',
  ],
])('%s may say "%s" as "%s"', (name, from, to) => {
  expect(codes(edit(writeLetter(context, name, dutch), from, to))).toEqual([]);
});

test.each([
  ['erasure-partly', '- Nieuwsbrief: gewist', '- Nieuwsbrief', 'category-act'],
  ['erasure-partly', /- Nieuwsbrief: gewist\n/, '', 'category'],
  ['erasure-partly', '  De wet: artikel 17 lid 3 onder b van de AVG.\n', '', 'category-ground'],
  ['erasure-partly', 'lid 3 onder b', 'lid 3 onder c', 'category-ground'],
  ['erasure-partly', '31 december 2033', '31 december 2034', 'category-until'],
  ['erasure-partly', /Het dossier speelt bij een lopend geschil\./, 'Dat kan helaas niet.', 'reason'],
  ['erasure-fulfilled', 'binnen zes weken', 'binnen acht weken', 'court-term'],
  ['refusal', 'autoriteitpersoonsgegevens.nl', 'voorbeeld.example', 'authority'],
  ['refusal', 'lid 3 onder e', 'lid 1', 'law'],
  ['acknowledgement', '3 april 2026', '13 april 2026', 'due-date'],
  ['acknowledgement', '3 april 2026', '3 mei 2026', 'due-date'],
  ['extension', '3 juni 2026', '3 juli 2026', 'new-date'],
  ['access-fulfilled', 'Zeven jaar na het boekjaar.', 'Twee jaar na het boekjaar.', 'retention'],
  ['recipient-notice', '- Nieuwsbrief: gewist', '- Nieuwsbrief', 'category-act'],
])('%s may not say "%s" as "%s"', (name, from, to, code) => {
  expect(codes(edit(writeLetter(context, name, dutch), from, to))).toEqual([code]);
});

test('an answer that keeps or leaves out nothing needs no court', () => {
  const letter = writeLetter(context, 'erasure-fulfilled', dutch, (facts) => ({
    ...facts,
    decisions: (facts.decisions as { act: string }[]).filter(({ act }) => act === 'delete'),
  }));
  expect(letter.text).not.toContain('rechtbank');
  expect(codes(letter)).toEqual([]);
});

test('what is kept without a date in the facts needs words that say how long', () => {
  const letter = writeLetter(context, 'erasure-partly', dutch, (facts) => ({
    ...facts,
    decisions: (facts.decisions as { act: string }[]).map((each) => ({ ...each, until: '' })),
  }));
  expect(codes(letter)).toEqual(['category-until']);
  const said = edit(
    letter,
    'lid 3 onder b van de AVG.',
    'lid 3 onder b van de AVG. Dat duurt zolang het geschil loopt.',
  );
  expect(codes(said)).toEqual([]);
});

test('a notice that has no decision per category says of which right it is', () => {
  const letter = writeLetter(context, 'recipient-notice', dutch, (facts) => ({ ...facts, decisions: [] }));
  expect(codes(letter)).toEqual([]);
  expect(codes(withoutSentences(letter, /- verwijdering/))).toEqual(['changes']);
});

test('an answer to access that found nothing needs no copy and no source', () => {
  const nothing = {
    categories: [],
    decisions: [],
    found: [{ place: 'Mailbox', result: 'nothing', note: '', holds: '', retention: '' }],
  };
  for (const manner of manners) {
    const letter = writeLetter(context, 'access-fulfilled', manner, (facts) => ({ ...facts, ...nothing }));
    expect(codes(letter)).toEqual([]);
  }
});

test('without categories an answer to access is judged by the places where something was found', () => {
  const found = [
    { place: 'Boekhouding', result: 'found', note: '', holds: 'Facturen en adressen.', retention: 'Zeven jaar.' },
  ];
  const letter = writeLetter(context, 'access-fulfilled', dutch, (facts) => ({
    ...facts,
    categories: [],
    decisions: [],
    found,
  }));
  expect(codes(letter)).toEqual([]);
  expect(codes(edit(letter, 'Zeven jaar.', ''))).toEqual(['retention']);
  expect(codes(withoutSentences(letter, /Mailwolk/))).toEqual(['recipients']);
});

const added: [string, string, string][] = [
  ['Je krijgt {{ case.dueOn }} antwoord.', 'left-over', 'refusal'],
  ['Je adres is undefined.', 'left-over', 'refusal'],
  ['Je krijgt binnen 30 dagen antwoord.', 'thirty-days', 'acknowledgement'],
  ['Je krijgt binnen dertig dagen antwoord.', 'thirty-days', 'extension'],
  ['De doorgifte rust op het Privacy Shield.', 'privacy-shield', 'access-fulfilled'],
  ['Je BSN is 111222333.', 'citizen-number', 'refusal'],
  ['Je nummer is 1112.22.333.', 'citizen-number', 'refusal'],
  ['De code is [code].', 'code-out-of-place', 'refusal'],
  ['Stuur ons een kopie van je paspoort.', 'identity-document', 'confirm-identity'],
  ['Als je niet reageert, stuur dan een kopie van je rijbewijs.', 'identity-document', 'confirm-identity'],
  ['Graag ook je BSN.', 'identity-document', 'identity-reminder'],
  ['Wij hebben een ID-bewijs nodig.', 'identity-document', 'requester-parent'],
  ['Vier berichten. Het dossier speelt bij een lopend geschil.', 'more-than-needed', 'recipient-notice'],
];
test.each(added)('"%s" is refused as %s in %s', (sentence, code, name) => {
  const letter = writeLetter(context, name, dutch);
  expect(codes({ ...letter, text: `${letter.text}\n${sentence}\n` })).toEqual([code]);
});

test('the place of the code in the subject is refused, as nothing is filled in there', () => {
  const letter = writeLetter(context, 'confirm-identity', dutch);
  expect(codes({ ...letter, subject: `${letter.subject} [code]` })).toEqual(['code-out-of-place']);
});

test.each([
  'Bel ons op +31 111222333.',
  'Onze factuur heeft nummer 2026-111222333.',
  'De rekening is NL91ABNA0111222333.',
  'Het getal 111222334 is geen burgerservicenummer.',
])('"%s" holds no citizen service number', (sentence) => {
  const letter = writeLetter(context, 'refusal', dutch);
  expect(codes({ ...letter, text: `${letter.text}\n${sentence}\n` })).toEqual([]);
});

test('thirty days may be a period of the register, in an answer that quotes it', () => {
  const letter = writeLetter(context, 'access-fulfilled', english, (facts) => ({
    ...facts,
    categories: (facts.categories as { name: string }[]).map((each) => ({
      ...each,
      retention: 'Overwritten after 30 days.',
    })),
  }));
  expect(codes(letter)).toEqual([]);
  expect(codes({ ...letter, text: `${letter.text}\nWe answer within 30 days.` })).toEqual(['thirty-days']);
});

test('an article of another act must be named with that act', () => {
  const letter = writeLetter(context, 'refusal', dutch, (facts) => ({
    ...facts,
    ground: {
      text: 'Het is nodig voor een rechtsvordering.',
      article: '41(1) UAVG',
      law: 'artikel 41 lid 1 van de UAVG',
    },
  }));
  expect(codes(letter)).toEqual([]);
  expect(codes(edit(letter, 'artikel 41 lid 1 van de UAVG', 'art. 41(1) UAVG'))).toEqual([]);
  expect(codes(edit(letter, 'artikel 41 lid 1 van de UAVG', 'artikel 41 lid 1 van de AVG'))).toEqual(['law']);
});
