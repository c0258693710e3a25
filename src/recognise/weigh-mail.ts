import type { FoundSign } from './match-signs.ts';
import { logistic, type Model } from './model.ts';

/** The chance of each right, of direct marketing, and of any request at all. */
export type Chances = { byRight: Map<string, number>; marketing: number; request: number };

const shareOfRequest = 0.5;
const chanceOfUnsure = 0.17;
const signOdds = 2;
const requestOdds = 3;
const brief = { words: 9, odds: 2 };
const short = { words: 14, odds: 1 };
const leastOddsOfBrief = -3.5;
/** A sign of so many words is as sure as a sign can be. */
export const surestSign = 3;
const chancesOfSign = [0, 0.4, 0.75, 0.9];

/**
 * Turns log-odds into chances and lets the signs of the workflow files speak. A sign for a right that the model knows, of two
 * words or more and in a mail that speaks plainly, adds to the log-odds of that right and of a request. For a right that the
 * model does not know the sign alone gives the chance: 0.4 for one word, which is a question to staff, 0.75 for two, 0.9 for
 * more. A sign with "not" before it says nothing. A mail of at most fourteen `words` whose likeliest right is at least even has
 * little room to mean anything else: it is never left alone unseen, and where it speaks plainly that adds to "a request" too, most
 * in a mail of at most nine.
 */
export function weighMail(
  model: Model,
  odds: Float64Array,
  signs: readonly FoundSign[],
  isPlainSpoken: () => boolean,
  words: number,
): Chances {
  const said = signs.filter((sign) => !sign.denied);
  const known = said.filter((sign) => sign.size > 1 && model.labels.includes(sign.right)).map((sign) => sign.right);
  const heeded = new Set(known.length > 0 && isPlainSpoken() ? known : []);
  const isBare = words <= short.words && model.labels.some((_, head) => (odds[head] ?? 0) >= 0);
  const added =
    heeded.size > 0 ? requestOdds : isBare && isPlainSpoken() ? (words <= brief.words ? brief : short).odds : 0;
  const asked = (odds.at(-1) ?? 0) + added;
  let request = logistic(isBare ? Math.max(leastOddsOfBrief, asked) : asked);
  const byRight = new Map<string, number>();
  for (const [head, label] of model.labels.entries()) {
    byRight.set(label, request * logistic((odds[head] ?? 0) + (heeded.has(label) ? signOdds : 0)));
  }
  for (const sign of said) {
    if (model.labels.includes(sign.right)) continue;
    const chance = chancesOfSign[Math.min(sign.size, surestSign)] ?? 0;
    byRight.set(sign.right, Math.max(byRight.get(sign.right) ?? 0, chance));
    request = Math.max(request, chance);
  }
  return { byRight, marketing: request * logistic(odds.at(-2) ?? 0), request };
}

/**
 * The rights to name, the likeliest first. In a request those that are at least even, given that it is one, and at least one; in a
 * doubtful mail those whose chance is worth showing to staff.
 */
export function chooseRights({ byRight, request }: Chances, isRequest: boolean): string[] {
  const sorted = [...byRight].toSorted((a, b) => b[1] - a[1]);
  const least = isRequest ? shareOfRequest * request : chanceOfUnsure;
  const chosen = sorted.filter(([, chance]) => chance >= least).map(([right]) => right);
  const [first] = sorted;
  return chosen.length === 0 && isRequest && first !== undefined ? [first[0]] : chosen;
}
