import { type CompiledLexicon, compileLexicon, numberConcepts, type Phrase } from './compile-lexicon.ts';
import { german } from './lexicon/de.ts';
import { english } from './lexicon/en.ts';
import { french } from './lexicon/fr.ts';
import { frenchIdioms, germanIdioms } from './lexicon/idioms-de-fr.ts';
import { englishIdioms } from './lexicon/idioms-en.ts';
import { dutchIdioms } from './lexicon/idioms-nl.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { moreEnglish } from './lexicon/more-en.ts';
import { moreDutch } from './lexicon/more-nl.ts';
import { dutch } from './lexicon/nl.ts';
import { indexSpellings, nearestWords, type SpellingIndex } from './spelling.ts';
import type { Words } from './split-words.ts';

/** Puts the words of two lexica together, concept by concept. */
function joinLexica(first: Lexicon, second: Lexicon): Lexicon {
  const joined: Lexicon = { ...first };
  for (const [concept, words] of Object.entries(second)) joined[concept] = `${first[concept] ?? ''} ${words}`.trim();
  return joined;
}

const lexica = {
  nl: { ...joinLexica(dutch, moreDutch), ...dutchIdioms },
  en: { ...joinLexica(english, moreEnglish), ...englishIdioms },
  de: { ...german, ...germanIdioms },
  fr: { ...french, ...frenchIdioms },
};
const numbers = numberConcepts(Object.values(lexica));

type Tongue = { compiled: CompiledLexicon; spellings: SpellingIndex };
const tongues = new Map<string, Tongue>();
for (const [language, lexicon] of Object.entries(lexica)) {
  const compiled = compileLexicon(lexicon, numbers);
  tongues.set(language, { compiled, spellings: indexSpellings(compiled) });
}

/** How many concepts there are; numbers below it are concepts, `articleBase + n` stands for "article n". */
export const conceptCount: number = numbers.size;
export const articleBase = 256;
const none: readonly number[] = [];
const seenLimit = 20_000;
const longestGap = 8;
const articleWords = new Set(['artikel', 'artikelen', 'art', 'article', 'articles', 'articulo', 'lid', 'artt']);

/** Looks up a concept's number by name; throws on a name that no lexicon has. */
export function conceptNumber(name: string): number {
  const number = numbers.get(name);
  if (number === undefined)
    throw new Error(`No lexicon has a concept "${name}"; known are ${[...numbers.keys()].join(', ')}.`);
  return number;
}

const idioms = new Set(Object.keys({ ...dutchIdioms, ...englishIdioms }).map(conceptNumber));

/**
 * Tells whether a concept is a list of turns of phrase. They speak only as acts in the grammar: as features of their own they
 * fit the mails that their writer had read better than any other mail.
 */
export function isIdiom(concept: number): boolean {
  return idioms.has(concept);
}

/** What is known of a word when these tongues are looked at in this order. */
type KnownWord = { concepts: readonly number[]; phrases: readonly Phrase[] };
type Order = { tongues: readonly Tongue[]; seen: Map<string, KnownWord> };
const orders = new Map<string, Order>();

function orderFor(language: string): Order {
  const known = orders.get(language);
  if (known !== undefined) return known;
  const order: Order = {
    tongues: [...new Set([language, 'nl', 'en'])].flatMap((name) => tongues.get(name) ?? []),
    seen: new Map(),
  };
  orders.set(language, order);
  return order;
}

/** The concepts of each word, in the order of `words.text`; `language` is looked at first, then Dutch and English. */
export function findConcepts(words: Words, language: string): (readonly number[])[] {
  const order = orderFor(language);
  const found: (readonly number[])[] = new Array(words.text.length).fill(none);
  for (let at = 0; at < words.text.length; at += 1) {
    const known = knowWord(order, words.text[at] ?? '');
    let concepts = articleOf(words, at) ?? (namesArticle(words, at) ? none : known.concepts);
    for (const phrase of known.phrases) {
      if (!concepts.includes(phrase.concept) && followPhrase(words, at, phrase))
        concepts = [...concepts, phrase.concept];
    }
    found[at] = concepts;
  }
  return found;
}

function knowWord(order: Order, word: string): KnownWord {
  const seen = order.seen.get(word);
  if (seen !== undefined) return seen;
  let concepts = none;
  for (const tongue of order.tongues) {
    concepts = lookUp(tongue, word);
    if (concepts.length > 0) break;
  }
  const known = { concepts, phrases: order.tongues.flatMap((tongue) => phrasesOfWord(tongue, word)) };
  if (order.seen.size >= seenLimit) order.seen.clear();
  order.seen.set(word, known);
  return known;
}

/** "Artikel 15" is the law, not a piece of writing. */
function namesArticle(words: Words, at: number): boolean {
  return articleWords.has(words.text[at] ?? '') && articleOf(words, at + 1) !== undefined;
}

function articleOf(words: Words, at: number): readonly number[] | undefined {
  const code = words.text[at]?.charCodeAt(0) ?? 0;
  if (code < 48 || code > 57) return undefined;
  const number = Number.parseInt(words.text[at] ?? '', 10);
  if (number < 5 || number > 99) return undefined;
  const near = articleWords.has(words.text[at - 1] ?? '') || articleWords.has(words.text[at - 2] ?? '');
  return near ? [articleBase + number] : undefined;
}

function followPhrase(words: Words, at: number, phrase: Phrase): boolean {
  const sentence = words.sentence[at];
  let position = at;
  for (const { word, open, gap } of phrase.rest) {
    const last = position + 1 + (gap ? longestGap : 0);
    let next = position + 1;
    while (next <= last && !isWord(words.text[next], word, open)) next += 1;
    if (next > last || words.sentence[next] !== sentence) return false;
    position = next;
  }
  return true;
}

function isWord(text: string | undefined, word: string, open: boolean): boolean {
  return text !== undefined && (open ? text.startsWith(word) : text === word);
}

function phrasesOfWord({ compiled }: Tongue, word: string): Phrase[] {
  const phrases = [...(compiled.phrases.get(word) ?? [])];
  for (let length = 2; length <= word.length; length += 1) {
    phrases.push(...(compiled.openPhrases.get(word.slice(0, length)) ?? []));
  }
  return phrases;
}

function lookUp(tongue: Tongue, word: string): readonly number[] {
  const exact = lookUpSpelled(tongue.compiled, word);
  if (exact.length > 0) return exact;
  if (word.includes('-')) {
    const parts = word.split('-').flatMap((part) => lookUpSpelled(tongue.compiled, part));
    if (parts.length > 0) return [...new Set(parts)];
  }
  return nearestWords(tongue.spellings, word);
}

function lookUpSpelled(compiled: CompiledLexicon, word: string): readonly number[] {
  const found = new Set<number>(compiled.exact.get(word) ?? none);
  for (let length = 2; length <= word.length; length += 1) {
    for (const concept of compiled.prefixes.get(word.slice(0, length)) ?? none) found.add(concept);
  }
  if (found.size === 0) {
    for (let length = word.length - 1; length >= 3; length -= 1) {
      for (const concept of compiled.suffixes.get(word.slice(word.length - length)) ?? none) found.add(concept);
    }
  }
  return found.size === 0 ? none : [...found];
}
