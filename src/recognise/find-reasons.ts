import type { MailFeatures, Unit } from './extract-features.ts';
import type { FoundSign } from './match-signs.ts';
import type { Model, Scores } from './model.ts';
import type { ReadMail, ReadPart } from './read-mail.ts';
import type { Reason, RecogniseInput } from './recognition.ts';

const longestReason = 160;
const mostPieces = 40;

/** What was judged, and how. */
export type Judged = { mail: ReadMail; features: MailFeatures; scores: Scores; signs: readonly FoundSign[] };

/** For each right the sentence that spoke for it most, cut from the mail as it stands there. */
export function findReasons(input: RecogniseInput, model: Model, judged: Judged, rights: readonly string[]): Reason[] {
  const reasons: Reason[] = [];
  for (const right of rights) {
    const words = wordsFor(model, judged, right);
    const verbatim = words === undefined ? undefined : keepVerbatim(input, words);
    if (verbatim !== undefined) reasons.push({ right, words: verbatim });
  }
  return reasons;
}

function wordsFor(model: Model, judged: Judged, right: string): string | undefined {
  const { mail, features, scores, signs } = judged;
  const head = model.labels.indexOf(right);
  const sign = signs.find((found) => found.right === right);
  if (head < 0) {
    return sign === undefined ? undefined : cut(sign.part === 'subject' ? mail.subject : mail.body, sign.from, sign.to);
  }
  let best: Unit | undefined;
  let highest = Number.NEGATIVE_INFINITY;
  for (const [index, unit] of features.units.entries()) {
    const score = scores.units[index]?.[head] ?? Number.NEGATIVE_INFINITY;
    if (score > highest) {
      highest = score;
      best = unit;
    }
  }
  return best === undefined ? undefined : cut(best.part, best.from, best.to - 1);
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
  const pieces = words.split(' ').slice(0, mostPieces);
  for (let size = pieces.length - 1; size > 0; size -= 1) {
    for (let at = 0; at + size <= pieces.length; at += 1) {
      const piece = pieces.slice(at, at + size).join(' ');
      if (piece !== '' && isInMail(piece)) return piece;
    }
  }
  return undefined;
}
