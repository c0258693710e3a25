import type { Text } from './case.ts';
import { flattenText, readValues } from './letter-text.ts';
import type { Judged, LetterFinding } from './lint-categories.ts';

/** What no letter may contain: patterns over the text as it is written. */
const forbidden: readonly { code: string; article: string; pattern: RegExp; missing: Text }[] = [
  {
    code: 'left-over',
    article: '12(1)',
    pattern: /\{\{|\}\}|\{%|%\}|\bundefined\b|\bNaN\b|\[object /,
    missing: {
      nl: 'de echte woorden op de plaats van een rest van het sjabloon',
      en: 'the real words in place of a left-over of the template',
    },
  },
  {
    code: 'privacy-shield',
    article: '45',
    pattern: /privacy[\s-]*shield/i,
    missing: {
      nl: 'een geldige grond voor doorgifte in plaats van het Privacy Shield, dat sinds 2020 ongeldig is',
      en: 'a valid ground for transfer in place of the Privacy Shield, which has been invalid since 2020',
    },
  },
];

const thirtyDays = {
  code: 'thirty-days',
  article: '12(3)',
  missing: {
    nl: 'een datum of "een maand" in plaats van "30 dagen"',
    en: 'a date or "one month" in place of "30 days"',
  },
};
const THIRTY = /\b(30|dertig|thirty) (kalender|calendar )?(dagen|days)\b/;
/** Nine digits, together or in the usual groups, that are no part of a telephone number, a case number or a longer word. */
const NINE_DIGITS =
  /(?<![\p{L}\d+./-]|\+\d{1,3}[ -])(?:\d{9}|\d{3}[ .]\d{3}[ .]\d{3}|\d{4}[ .]\d{2}[ .]\d{3})(?![\p{L}\d])/gu;

/** What stands in a letter although it may stand in none. */
export function lintForbidden(letter: Judged, subject: string): LetterFinding[] {
  const whole = `${subject}\n${letter.text}`;
  const found: LetterFinding[] = forbidden
    .filter(({ pattern }) => pattern.test(whole))
    .map(({ code, article, missing }) => ({ code, article, missing }));
  if (THIRTY.test(withoutRegister(flattenText(whole), letter))) found.push(thirtyDays);
  if ((whole.match(NINE_DIGITS) ?? []).some(passesElevenTest)) {
    found.push({
      code: 'citizen-number',
      article: '46 UAVG',
      missing: { nl: 'de brief zonder burgerservicenummer', en: 'the letter without a citizen service number' },
    });
  }
  return found;
}

/** Retention periods of the register may be thirty days; the term of an answer may not. */
function withoutRegister(flat: string, { facts }: Judged): string {
  const paths = ['categories.retention', 'categories.holds', 'found.retention', 'found.holds', 'recipients.why'];
  return paths
    .flatMap((path) => readValues(facts, path))
    .reduce((text, own) => text.replaceAll(flattenText(own), ' '), flat);
}

/** The check of a Dutch citizen service number: 9 to 2 times the first eight digits, minus the last, is a multiple of eleven. */
function passesElevenTest(written: string): boolean {
  const digits = [...written.replace(/\D/g, '')].map(Number);
  const sum = digits.reduce((total, digit, index) => total + digit * (index === 8 ? -1 : 9 - index), 0);
  return sum !== 0 && sum % 11 === 0;
}

const DOCUMENT =
  /paspoort|identiteitskaart|identiteitsbewijs|id[- ]?(bewijs|kaart)|rijbewijs|legitimatie|\bbsn\b|burgerservicenummer|passport|identity (card|document)|driving licen[cs]e|proof of identity|\bid (card|copy)\b/g;
const NO = /\b(geen|niet|nooit|zonder|no|not|never|without|don't)\b/g;
/** "Do not send" asks for nothing. */
const ASK =
  /(?<!\b(?:not|never|don't|niet|nooit) (?:[a-z]+ )?)\b(stuur|stuurt|sturen|mail|mailt|geef|geeft|maak|maakt|toon|toont|upload|overleg|graag|send|provide|attach|show|enclose|please)\b/g;

/** Whether a letter asks for an identity document or citizen service number: named without a "not" that governs it (article 12(2)). */
export function asksIdentityDocument(text: string): boolean {
  return flattenText(text)
    .split(/(?<=[.!?;])\s/)
    .some((sentence) => [...sentence.matchAll(DOCUMENT)].some((found) => !isDeclined(sentence, found.index)));
}

function isDeclined(sentence: string, at: number): boolean {
  const no = [...sentence.matchAll(NO)].map((found) => found.index);
  const ask = [...sentence.matchAll(ASK)].map((found) => found.index);
  const before = (places: number[]) => Math.max(-1, ...places.filter((place) => place < at));
  if (before(ask) < 0 && before(no) < 0) return no.some((place) => place > at);
  return before(no) > before(ask);
}

/** What staff wrote to or about the person, and a recipient need not read (article 5(1)(c)). */
export function saysMoreThanNeeded({ text, facts }: Judged): boolean {
  const flat = flattenText(text);
  const paths = ['reason', 'found.note', 'done.note', 'decisions.reason', 'answer'];
  return paths
    .flatMap((path) => readValues(facts, path))
    .map(flattenText)
    .some((own) => own.length >= 12 && flat.includes(own));
}
