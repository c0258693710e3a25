import { hashLetters } from './collect-features.ts';
import type { CompiledLexicon } from './compile-lexicon.ts';

/**
 * Words or word beginnings with all their forms that lack one letter, to find a word one slip of the pen away. `forms` holds a number
 * for each form, in order: its hash times 65,536 plus the place of its word in `entries`. A map of strings would take ten times the memory.
 */
type Forms = { forms: Float64Array; entries: Entry[] };
type Entry = { word: string; concepts: readonly number[] };
/** The words and the word beginnings of one language, ready to look up. */
export type SpellingIndex = { words: Forms; stems: Forms };

const shortestWord = 6;
const longestStem = 12;
const surestReplacement = 8;
const mostEntries = 65_536;

/** Builds the index from a compiled lexicon; words of fewer than six letters are too easily mistaken for another. */
export function indexSpellings(compiled: CompiledLexicon): SpellingIndex {
  const words = [...compiled.exact].map(([word, concepts]) => ({ word, concepts }));
  const stems = [...compiled.prefixes].map(([word, concepts]) => ({ word, concepts }));
  return {
    words: indexForms(words.filter(isLong)),
    stems: indexForms(
      stems.filter(isLong).map(({ word, concepts }) => ({ word: word.slice(0, longestStem), concepts })),
    ),
  };
}

function isLong({ word }: Entry): boolean {
  return word.length >= shortestWord;
}

function indexForms(entries: Entry[]): Forms {
  if (entries.length > mostEntries)
    throw new Error(`The lexicon has ${entries.length} words of one language; at most ${mostEntries} can be indexed.`);
  const forms = new Float64Array(entries.reduce((sum, { word }) => sum + word.length, 0));
  let at = 0;
  for (const [place, { word }] of entries.entries()) {
    // Without any letter but the first, which must agree; and the word itself.
    for (let skipped = 1; skipped <= word.length; skipped += 1) {
      forms[at] = hashWithout(word, skipped) * mostEntries + place;
      at += 1;
    }
  }
  return { forms: forms.sort(), entries };
}

/** The hash of a word's letters but one; `skipped` beyond the last leaves none out. */
function hashWithout(word: string, skipped: number): number {
  return hashLetters(word, skipped + 1, word.length, hashLetters(word, 0, skipped)) >>> 0;
}

/** The concepts of the lexicon's words that differ from `word` by one letter too few, too many, wrong or swapped. */
export function nearestWords(index: SpellingIndex, word: string): readonly number[] {
  if (word.length < shortestWord || word.length > 30 || word.includes('@')) return [];
  const whole = search(index.words, word);
  if (whole.length > 0) return whole;
  for (let length = Math.min(longestStem, word.length); length >= shortestWord; length -= 1) {
    const stem = search(index.stems, word.slice(0, length));
    if (stem.length > 0) return stem;
  }
  return [];
}

function search({ forms, entries }: Forms, word: string): readonly number[] {
  const found = new Set<number>();
  // The word as it is first, as concepts are named in the order in which they are found.
  for (let step = 0; step < word.length; step += 1) {
    const hash = hashWithout(word, step === 0 ? word.length : step);
    const first = hash * mostEntries;
    for (let at = findFirst(forms, first); at < forms.length && (forms[at] ?? 0) < first + mostEntries; at += 1) {
      const entry = entries[(forms[at] ?? 0) - first];
      if (entry !== undefined && isOneSlip(word, entry.word)) for (const concept of entry.concepts) found.add(concept);
    }
  }
  return [...found];
}

/** The first place whose number is not below `least`. */
function findFirst(forms: Float64Array, least: number): number {
  let from = 0;
  let to = forms.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((forms[middle] ?? 0) < least) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** One insertion, deletion, replacement or swap of neighbours turns one word into the other; the first letter must agree. */
export function isOneSlip(left: string, right: string): boolean {
  if (left === right) return true;
  if (Math.abs(left.length - right.length) > 1 || left[0] !== right[0]) return false;
  let at = 0;
  while (left[at] === right[at]) at += 1;
  if (left.length > right.length) return left.slice(at + 1) === right.slice(at);
  if (left.length < right.length) return left.slice(at) === right.slice(at + 1);
  if (left.slice(at + 1) === right.slice(at + 1)) return left.length >= surestReplacement;
  return left[at] === right[at + 1] && left[at + 1] === right[at] && left.slice(at + 2) === right.slice(at + 2);
}
