import type { Stretch } from './own-text.ts';

/**
 * The words of the parts that count, as parallel lists: folded word, offsets into the source, the number of the sentence,
 * and whether a comma, line end or the like stands before it.
 */
export type Words = {
  text: string[];
  start: number[];
  end: number[];
  sentence: number[];
  softBreak: boolean[];
  /** One entry a sentence: does a question mark end it, is it the words of a forwarded mail's first writer. */
  question: boolean[];
  forwarded: boolean[];
};

const elisions = new Set(['l', 'd', 'j', 'm', 'n', 's', 'c', 'qu', 't']);
const longestWord = 60;

export function emptyWords(): Words {
  return { text: [], start: [], end: [], sentence: [], softBreak: [], question: [], forwarded: [] };
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 128 && code !== 8230 && code !== 8226);
}

function joins(code: number, word: string): boolean {
  if (code === 39 || code === 45) return true;
  if (code === 46) return word.length === 1 || word.startsWith('www') || word.includes('@') || word.includes('.');
  return code === 64 || code === 95 || code === 38;
}

/** Cuts folded text into words and sentences, only within the stretches; appends to `words`. */
export function splitWords(folded: string, stretches: readonly Stretch[], words: Words): Words {
  let previousEnd = -1;
  for (const stretch of stretches) {
    let at = stretch.start;
    while (at < stretch.end) {
      const code = folded.charCodeAt(at);
      if (!isLetter(code)) {
        at += 1;
        continue;
      }
      const end = findWordEnd(folded, at, Math.min(stretch.end, at + longestWord));
      const gap = previousEnd < 0 ? 2 : sortGap(folded, previousEnd, at);
      if (gap === 2) openSentence(words, stretch.forwarded, folded, previousEnd, at);
      pushWord(words, folded, at, end, gap === 1);
      previousEnd = end;
      at = end;
    }
  }
  if (previousEnd >= 0) markQuestion(words, folded, previousEnd, Math.min(folded.length, previousEnd + 6));
  return words;
}

function openSentence(words: Words, forwarded: boolean, folded: string, from: number, to: number): void {
  if (from >= 0) markQuestion(words, folded, from, Math.min(to, from + 6));
  words.question.push(false);
  words.forwarded.push(forwarded);
}

function markQuestion(words: Words, folded: string, from: number, to: number): void {
  if (folded.slice(from, to).includes('?')) words.question[words.question.length - 1] = true;
}

function findWordEnd(folded: string, from: number, limit: number): number {
  let at = from + 1;
  while (at < limit) {
    const code = folded.charCodeAt(at);
    if (isLetter(code) || code === 0) {
      at += 1;
      continue;
    }
    const next = folded.charCodeAt(at + 1);
    if (at + 1 < limit && isLetter(next) && joins(code, folded.slice(from, at))) {
      at += 2;
      continue;
    }
    break;
  }
  return at;
}

function pushWord(words: Words, folded: string, start: number, end: number, soft: boolean): void {
  const raw = folded.slice(start, end);
  const text = raw.includes('\0') ? raw.replaceAll('\0', '') : raw;
  const apostrophe = text.indexOf("'");
  if (apostrophe > 0 && apostrophe < 3 && text.length - apostrophe > 2 && elisions.has(text.slice(0, apostrophe))) {
    addWord(words, text.slice(0, apostrophe), start, start + apostrophe, soft);
    addWord(words, text.slice(apostrophe + 1), start + apostrophe + 1, end, false);
    return;
  }
  addWord(words, text, start, end, soft);
}

function addWord(words: Words, text: string, start: number, end: number, soft: boolean): void {
  words.text.push(text);
  words.start.push(start);
  words.end.push(end);
  words.sentence.push(words.question.length - 1);
  words.softBreak.push(soft);
}

/** 0: only blanks; 1: a comma, bracket or line end; 2: a sentence ends between the two words. */
function sortGap(folded: string, from: number, to: number): 0 | 1 | 2 {
  let gap: 0 | 1 | 2 = 0;
  let newlines = 0;
  const limit = Math.min(to, from + 200);
  if (limit < to) return 2;
  for (let at = from; at < limit; at += 1) {
    const code = folded.charCodeAt(at);
    if (code === 32 || code === 13) continue;
    if (code === 10) {
      newlines += 1;
      if (newlines > 1) return 2;
      gap = 1;
      continue;
    }
    if (code === 46 || code === 33 || code === 63 || code === 59 || code === 8230 || code === 8226) return 2;
    if ((code === 45 || code === 42) && newlines > 0) return 2;
    if (code !== 34 && code !== 39) gap = 1;
  }
  return gap;
}
