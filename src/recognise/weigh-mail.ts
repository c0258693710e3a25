import type { FoundSign } from './match-signs.ts';
import type { Model } from './model.ts';

/** The chance of each right, of direct marketing, and of any request at all. */
export type Chances = { byRight: Map<string, number>; marketing: number; request: number };

const rightThreshold = 0.35;
const likelyRequest = 0.25;
const signOdds = 1;

/**
 * Turns log-odds into chances and lets the signs of the workflow files speak: for a right that the model knows a sign of three
 * words or more adds to its log-odds; for one it does not know the sign alone gives the chance, more for more words.
 */
export function weighMail(model: Model, odds: Float64Array, signs: readonly FoundSign[]): Chances {
  const byRight = new Map<string, number>();
  for (const [head, label] of model.labels.entries()) {
    const isSigned = signs.some((sign) => sign.right === label && sign.size >= 3);
    byRight.set(label, logistic((odds[head] ?? 0) + (isSigned ? signOdds : 0)));
  }
  let request = logistic(odds[model.heads - 1] ?? 0);
  for (const sign of signs) {
    if (model.labels.includes(sign.right)) continue;
    const chance = Math.min(0.95, 0.4 + 0.15 * sign.size);
    byRight.set(sign.right, Math.max(byRight.get(sign.right) ?? 0, chance));
    request = Math.max(request, chance);
  }
  return { byRight, marketing: logistic(odds[model.heads - 2] ?? 0), request };
}

function logistic(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

/** The rights above the threshold, the likeliest first; a request names at least one. */
export function chooseRights(byRight: ReadonlyMap<string, number>, isRequest: boolean): string[] {
  const sorted = [...byRight].toSorted((a, b) => b[1] - a[1]);
  const chosen = sorted.filter(([, chance]) => chance >= rightThreshold).map(([right]) => right);
  const [first] = sorted;
  if (chosen.length > 0 || first === undefined) return chosen;
  return isRequest || first[1] >= likelyRequest ? [first[0]] : [];
}
