import type { Facts } from './letter.ts';

const WEEKDAY =
  /^(maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|monday|tuesday|wednesday|thursday|friday|saturday|sunday) /;
const NEGATION = new Set(['niet', 'geen', 'nooit', 'zonder', 'no', 'not', 'never', 'without']);
/** Of the words that carry a free text, this share must stand together in the letter: staff may rephrase, not replace. */
const PROSE_SHARE = 0.7;

/** The letter or a value as it is compared: lower case, without Markdown marks, line wraps as spaces, plain quotes. */
export function flattenText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\[([^\]\n]+)\]\(([^)\s]+)\)/g, '$1 $2')
    .replace(/^[\s>]*(?:#{1,6}\s+|[-*+•]\s+|\d{1,2}[.)]\s+)?/gm, '')
    .replace(/[*_`\\]/g, '')
    .replace(/[‘’]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\u00ad|\u200b/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Whether a value stands in a flattened text, at word boundaries; a date may stand there without its weekday. */
export function containsValue(flat: string, value: string): boolean {
  const needle = flattenText(value)
    .replace(WEEKDAY, '')
    .replace(/[.,;:]+$/, '');
  return needle !== '' && findWhole(flat, needle).length > 0;
}

/** The places in a flattened text where a flattened value stands as whole words. */
export function findWhole(flat: string, needle: string): number[] {
  const found: number[] = [];
  for (let at = flat.indexOf(needle); at >= 0; at = flat.indexOf(needle, at + 1)) {
    const joined = [flat[at - 1], flat[at + needle.length]].some(
      (next) => next !== undefined && /[\p{L}\p{N}]/u.test(next),
    );
    if (!joined) found.push(at);
  }
  return found;
}

/** Whether a free text stands in a flattened letter, as it is or rephrased: most of its words together, all its figures and negations. */
export function containsProse(flat: string, prose: string): boolean {
  const words = listWords(flattenText(prose));
  const long = words.filter((word) => word.length > 3);
  const wanted = new Set(long.length > 0 ? long : words);
  const exact = new Set(words.filter((word) => /\d/.test(word) || NEGATION.has(word)));
  if (wanted.size === 0) return true;
  const letter = listWords(flat);
  const span = words.length * 2 + 10;
  return letter.some((word, start) => {
    if (!wanted.has(word) && !exact.has(word)) return false;
    const near = new Set(letter.slice(start, start + span));
    return [...exact].every((each) => near.has(each)) && count(wanted, near) >= Math.ceil(wanted.size * PROSE_SHARE);
  });
}

const ARTICLE =
  /(?:artikel|article) (\d+[a-z]?)(?: lid (\d+)|\((\d+)\))?(?: onder ([a-z])\b|\(([a-z])\))?(?: (?:van de|of the) ([a-z]+))?/;

/** Whether an article stands in a flattened text, in any of the usual ways: "artikel 17 lid 3 onder b", "art. 17(3)(b)". */
export function containsLaw(flat: string, law: string): boolean {
  const [, number, lid, paragraph, onder, point, act] = ARTICLE.exec(flattenText(law)) ?? [];
  if (number === undefined) return containsValue(flat, law);
  const second = lid ?? paragraph;
  const third = onder ?? point;
  const parts = [
    `\\bart(?:ikel|icle|\\.)? ?${number}`,
    second && `(?: ?\\(${second}\\)|,? (?:lid|paragraph|par\\.) ${second})(?!\\d)`,
    third && `(?: ?\\(${third}\\)|,? (?:onder|sub|point) ${third}|,? ${third})(?![\\p{L}])`,
    '(?!\\d)',
    act && act !== 'avg' && act !== 'gdpr' && `[^.;\\n]{0,15}\\b${act}\\b`,
  ];
  return new RegExp(parts.filter(Boolean).join(''), 'u').test(flat);
}

/** The values at a dotted path, through lists: `tracks.dueOn` gives the date of each track; empty ones are left out. */
export function readValues(facts: Facts, path: string): string[] {
  const found = path.split('.').reduce<unknown[]>(
    (values, key) =>
      values.flatMap((value) => {
        const next = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
        return Array.isArray(next) ? next : [next];
      }),
    [facts],
  );
  return found.filter((value): value is string => typeof value === 'string' && value.trim() !== '');
}

function listWords(flat: string): string[] {
  return flat.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function count(wanted: ReadonlySet<string>, near: ReadonlySet<string>): number {
  return [...wanted].filter((word) => near.has(word)).length;
}
