import type { Lexicon } from './lexicon/lexicon.ts';

/** One word of a phrase: `open` where it is only the beginning, `gap` where other words may stand before it. */
export type PhraseWord = { word: string; open: boolean; gap: boolean };

/** A phrase of several words: what follows the first word, and the concept. */
export type Phrase = { rest: PhraseWord[]; concept: number };

/** One language's words, ready to look up. */
export type CompiledLexicon = {
  exact: Map<string, number[]>;
  prefixes: Map<string, number[]>;
  suffixes: Map<string, number[]>;
  /** Phrases by their first word, and by the beginning of their first word. */
  phrases: Map<string, Phrase[]>;
  openPhrases: Map<string, Phrase[]>;
};

/** Numbers the concepts of all lexica in the order they first appear; the number is what the features carry. */
export function numberConcepts(lexica: readonly Lexicon[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const lexicon of lexica) {
    for (const concept of Object.keys(lexicon)) if (!numbers.has(concept)) numbers.set(concept, numbers.size);
  }
  return numbers;
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}

/** Compiles a lexicon for look-up; throws where a concept has no number. */
export function compileLexicon(lexicon: Lexicon, numbers: ReadonlyMap<string, number>): CompiledLexicon {
  const compiled: CompiledLexicon = {
    exact: new Map(),
    prefixes: new Map(),
    suffixes: new Map(),
    phrases: new Map(),
    openPhrases: new Map(),
  };
  for (const [concept, words] of Object.entries(lexicon)) {
    const number = numbers.get(concept);
    if (number === undefined)
      throw new Error(`Concept "${concept}" has no number; number the concepts of all lexica first.`);
    for (const written of words.split(' ')) addPattern(compiled, written.replaceAll('`', "'"), number);
  }
  return compiled;
}

function addPattern(compiled: CompiledLexicon, pattern: string, concept: number): void {
  if (pattern === '') return;
  const open = pattern.endsWith('*');
  if (pattern.includes('_') || pattern.includes('~')) {
    addPhrase(compiled, pattern, concept);
    return;
  }
  if (pattern.startsWith('*')) {
    const middle = open ? pattern.slice(1, -1) : pattern.slice(1);
    add(compiled.suffixes, middle, concept);
    add(compiled.exact, middle, concept);
    if (open) add(compiled.prefixes, middle, concept);
    return;
  }
  if (open) add(compiled.prefixes, pattern.slice(0, -1), concept);
  else add(compiled.exact, pattern, concept);
}

function addPhrase(compiled: CompiledLexicon, pattern: string, concept: number): void {
  const words: PhraseWord[] = [];
  for (const [index, piece] of pattern.split('~').entries()) {
    for (const [step, written] of piece.split('_').entries()) {
      if (written === '' || written === '*') continue;
      const open = written.endsWith('*');
      words.push({ word: open ? written.slice(0, -1) : written, open, gap: index > 0 && step === 0 });
    }
  }
  const [first, ...rest] = words;
  if (first === undefined || rest.length === 0) return;
  add(first.open ? compiled.openPhrases : compiled.phrases, first.word, { rest, concept });
}
