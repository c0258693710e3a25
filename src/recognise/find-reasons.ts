import { extractSentence } from './extract-features.ts';
import type { FoundSign } from './match-signs.ts';
import { type Model, scoreHeads } from './model.ts';
import type { ReadMail, ReadPart } from './read-mail.ts';
import type { Reason, RecogniseInput } from './recognition.ts';

const longestReason = 160;

/** For each right the words that spoke for it most, cut from the mail as they stand there. */
export function findReasons(
  input: RecogniseInput,
  mail: ReadMail,
  model: Model,
  rights: readonly string[],
  signs: readonly FoundSign[],
): Reason[] {
  const sentences = [...scoreSentences(mail.subject, model), ...scoreSentences(mail.body, model)];
  const reasons: Reason[] = [];
  for (const right of rights) {
    const words = wordsFor(mail, model, right, sentences, signs);
    const verbatim = words === undefined ? undefined : keepVerbatim(input, words);
    if (verbatim !== undefined) reasons.push({ right, words: verbatim });
  }
  return reasons;
}

type Sentence = { part: ReadPart; from: number; to: number; scores: Float64Array };

function scoreSentences(part: ReadPart, model: Model): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  while (from < part.words.text.length && sentences.length < 60) {
    const number = part.words.sentence[from] ?? 0;
    let to = from + 1;
    while (to < part.words.text.length && part.words.sentence[to] === number) to += 1;
    sentences.push({ part, from, to: to - 1, scores: scoreHeads(model, extractSentence(part, number)) });
    from = to;
  }
  return sentences;
}

function wordsFor(
  mail: ReadMail,
  model: Model,
  right: string,
  sentences: readonly Sentence[],
  signs: readonly FoundSign[],
): string | undefined {
  const head = model.labels.indexOf(right);
  const sign = signs.find((found) => found.right === right);
  if (head < 0 && sign !== undefined)
    return cut(sign.part === 'subject' ? mail.subject : mail.body, sign.from, sign.to);
  let best: Sentence | undefined;
  for (const sentence of sentences) {
    if (best === undefined || (sentence.scores[head] ?? 0) > (best.scores[head] ?? 0)) best = sentence;
  }
  return best === undefined ? undefined : cut(best.part, best.from, best.to);
}

function cut(part: ReadPart, from: number, to: number): string {
  const start = part.words.start[from] ?? 0;
  let last = to;
  while (last > from && (part.words.end[last] ?? 0) - start > longestReason) last -= 1;
  return part.source.slice(start, part.words.end[last] ?? start);
}

/** Words from HTML may run over a tag; then the longest piece that stands in the mail as it is, is given. */
function keepVerbatim(input: RecogniseInput, words: string): string | undefined {
  const isInMail = (piece: string): boolean =>
    input.text.includes(piece) || input.subject.includes(piece) || (input.html ?? '').includes(piece);
  if (isInMail(words)) return words;
  const pieces = words.split(' ');
  for (let size = pieces.length - 1; size > 0; size -= 1) {
    for (let at = 0; at + size <= pieces.length; at += 1) {
      const piece = pieces.slice(at, at + size).join(' ');
      if (piece !== '' && isInMail(piece)) return piece;
    }
  }
  return undefined;
}
