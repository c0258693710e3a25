import { conceptNumber } from './find-concepts.ts';
import { foldText } from './fold-text.ts';
import type { ReadMail, ReadPart } from './read-mail.ts';
import type { Signs } from './recognition.ts';
import { emptyWords, splitWords } from './split-words.ts';

/** The signs of all rights, ready to match: by first word, the words after it and the right they speak for. */
export type CompiledSigns = { byFirst: Map<string, Sign[]>; rights: string[] };
type Sign = { words: string[]; right: string };

/** Where a sign stood: the part, the first and last word, how many words it has, and whether a "not" stands before it. */
export type FoundSign = {
  right: string;
  part: 'subject' | 'body';
  from: number;
  to: number;
  size: number;
  denied: boolean;
};

const longestGap = 2;
const reachOfNot = 3;
const negation = conceptNumber('neg');

/** Folds and sorts the signs of the workflow files; a sign without a word is left out. */
export function compileSigns(signs: Signs): CompiledSigns {
  const byFirst = new Map<string, Sign[]>();
  for (const [right, languages] of Object.entries(signs)) {
    for (const phrase of Object.values(languages).flat()) {
      const folded = foldText(phrase);
      const words = splitWords(folded, [{ start: 0, end: folded.length, forwarded: false }], emptyWords()).text;
      const [first] = words;
      if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), { words, right }]);
    }
  }
  return { byFirst, rights: Object.keys(signs) };
}

/** Finds the signs in a mail: their words in order within one sentence, with at most two others between. */
export function findSigns(mail: ReadMail, signs: CompiledSigns): FoundSign[] {
  if (signs.byFirst.size === 0) return [];
  return [...findInPart(mail.subject, 'subject', signs), ...findInPart(mail.body, 'body', signs)];
}

function findInPart(part: ReadPart, name: 'subject' | 'body', signs: CompiledSigns): FoundSign[] {
  const found: FoundSign[] = [];
  for (let at = 0; at < part.words.text.length; at += 1) {
    for (const sign of signs.byFirst.get(part.words.text[at] ?? '') ?? []) {
      const to = followSign(part, at, sign.words);
      if (to < 0) continue;
      found.push({ right: sign.right, part: name, from: at, to, size: sign.words.length, denied: isDenied(part, at) });
    }
  }
  return found;
}

function isDenied(part: ReadPart, at: number): boolean {
  for (let before = Math.max(0, at - reachOfNot); before < at; before += 1) {
    const isSameSentence = part.words.sentence[before] === part.words.sentence[at];
    if (isSameSentence && part.concepts[before]?.includes(negation) === true) return true;
  }
  return false;
}

function followSign(part: ReadPart, at: number, sign: readonly string[]): number {
  let position = at;
  for (let step = 1; step < sign.length; step += 1) {
    let next = position + 1;
    while (next <= position + 1 + longestGap && part.words.text[next] !== sign[step]) next += 1;
    if (next > position + 1 + longestGap || part.words.sentence[next] !== part.words.sentence[at]) return -1;
    position = next;
  }
  return position;
}
