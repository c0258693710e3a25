import type { Language } from './case.ts';
import { codeMark } from './facts.ts';
import type { Facts } from './letter.ts';
import { letterDuties, type NamedDuty } from './letter-duties.ts';
import type { Duty } from './letter-duty.ts';
import { asksIdentityDocument, lintForbidden, saysMoreThanNeeded } from './letter-forbidden.ts';
import { containsLaw, containsProse, containsValue, flattenText, readValues } from './letter-text.ts';
import {
  isRefusedInPart,
  type Judged,
  type LetterFinding,
  lintChanges,
  lintContents,
  lintDecisions,
  listContents,
} from './lint-categories.ts';

export type { LetterFinding } from './lint-categories.ts';
/** A letter as staff want it sent: its part in the workflow, its template, and the facts that it was written from. */
export type LetterToLint = {
  part: string;
  template: string;
  right?: string;
  language: Language;
  subject: string;
  text: string;
  facts: Facts;
};

/** Judges a letter before it is sent, in the words that staff gave it; empty when it contains all that its kind must contain. */
export function lintLetter(letter: LetterToLint): LetterFinding[] {
  const [article = ''] = readValues(letter.facts, 'right.article');
  const kinds = new Set(['*', letter.part, letter.template]);
  const duties = letterDuties
    .filter((row) => row.kinds.some((kind) => kinds.has(kind)) && (row.articles?.includes(article) ?? true))
    .flatMap((row) => row.duties);
  const findings = [
    ...duties.flatMap((duty) => (typeof duty === 'string' ? named[duty](letter) : lintDuty(duty, letter))),
    ...lintForbidden(letter, letter.subject),
    ...lintCodeMark(letter),
  ];
  return findings.filter((each, index) => findings.findIndex((other) => isSame(each, other)) === index);
}

const named: Record<NamedDuty, (letter: Judged) => LetterFinding[]> = {
  decisions: lintDecisions,
  contents: lintContents,
  changes: lintChanges,
  'no-identity-document': ({ text }) =>
    asksIdentityDocument(text)
      ? [
          {
            code: 'identity-document',
            article: '12(2)',
            missing: {
              nl: 'de brief zonder vraag om een identiteitsbewijs of BSN',
              en: 'the letter without asking for an identity document or citizen service number',
            },
          },
        ]
      : [],
  'no-more-than-needed': (letter) =>
    saysMoreThanNeeded(letter)
      ? [
          {
            code: 'more-than-needed',
            article: '5(1)(c)',
            missing: {
              nl: 'de brief zonder wat alleen voor de persoon of voor ons is',
              en: 'the letter without what is only for the person or for us',
            },
          },
        ]
      : [],
};

function lintDuty(duty: Duty, letter: LetterToLint): LetterFinding[] {
  if (!applies(duty, letter.facts)) return [];
  const flat = flattenText(`${letter.subject}\n\n${letter.text}`);
  const values = (duty.says ?? []).flatMap((path) => readValues(letter.facts, path));
  const absent = values.filter((value) => !stands(duty, flat, value));
  const said = flattenText(letter.text);
  const patterns = duty.words?.[letter.language];
  const kept = values.length > 0 ? absent.length === 0 : (patterns?.every((pattern) => pattern.test(said)) ?? false);
  if (kept) return [];
  const fill = (text: string) => text.replace('{value}', absent.join(', ')).replace(' ()', '');
  return [
    { code: duty.code, article: duty.article, missing: { nl: fill(duty.missing.nl), en: fill(duty.missing.en) } },
  ];
}

function applies({ when }: Duty, facts: Facts): boolean {
  return when === undefined || conditions[when](facts);
}

const conditions: Record<NonNullable<Duty['when']>, (facts: Facts) => boolean> = {
  unsearched: (facts) => readValues(facts, 'unsearched.place').length > 0,
  found: (facts) => listContents(facts).length > 0,
  transfers: (facts) => readValues(facts, 'categories.transfer').length > 0,
  refused: isRefusedInPart,
  locked: (facts) => facts.locked === true,
  'no-categories': (facts) => listContents(facts).length > 0 && readValues(facts, 'categories.name').length === 0,
};

function stands({ as = 'value' }: Duty, flat: string, value: string): boolean {
  if (as === 'prose') return containsProse(flat, value);
  return as === 'law' ? containsLaw(flat, value) : containsValue(flat, value);
}

/** The mark becomes the code only in the text of the letter that asks for confirmation. */
function lintCodeMark({ part, subject, text }: LetterToLint): LetterFinding[] {
  if (!subject.includes(codeMark) && (part === 'confirm' || !text.includes(codeMark))) return [];
  const missing = {
    nl: `de brief zonder ${codeMark} op deze plaats`,
    en: `the letter without ${codeMark} in this place`,
  };
  return [{ code: 'code-out-of-place', article: '5(1)(f)', missing }];
}

function isSame(one: LetterFinding, other: LetterFinding): boolean {
  return one.code === other.code && one.missing.nl === other.missing.nl;
}
