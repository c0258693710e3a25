import type { CompiledLexicon } from './compile-lexicon.ts';

/** Words and word beginnings by each form that lacks one letter, to find a word one slip of the pen away. */
export type SpellingIndex = { words: Map<string, Entry[]>; stems: Map<string, Entry[]> };
type Entry = { word: string; concepts: readonly number[] };

const shortestWord = 6;
const longestStem = 12;
const surestReplacement = 8;

/** Builds the index from a compiled lexicon; words of fewer than six letters are too easily mistaken for another. */
export function indexSpellings(compiled: CompiledLexicon): SpellingIndex {
  const index: SpellingIndex = { words: new Map(), stems: new Map() };
  for (const [word, concepts] of compiled.exact) if (word.length >= shortestWord) addForms(index.words, word, concepts);
  for (const [word, concepts] of compiled.prefixes) {
    if (word.length >= shortestWord) addForms(index.stems, word.slice(0, longestStem), concepts);
  }
  return index;
}

function addForms(map: Map<string, Entry[]>, word: string, concepts: readonly number[]): void {
  const entry: Entry = { word, concepts };
  for (const form of new Set([word, ...withoutOne(word)])) {
    const list = map.get(form);
    if (list === undefined) map.set(form, [entry]);
    else list.push(entry);
  }
}

function withoutOne(word: string): string[] {
  const forms: string[] = [];
  for (let at = 1; at < word.length; at += 1) forms.push(word.slice(0, at) + word.slice(at + 1));
  return forms;
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

function search(map: Map<string, Entry[]>, word: string): readonly number[] {
  const found = new Set<number>();
  for (const form of [word, ...withoutOne(word)]) {
    for (const entry of map.get(form) ?? []) {
      if (isOneSlip(word, entry.word)) for (const concept of entry.concepts) found.add(concept);
    }
  }
  return [...found];
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
