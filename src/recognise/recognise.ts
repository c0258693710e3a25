import { decideVerdict, findThresholds } from './decide-verdict.ts';
import { extractFeatures } from './extract-features.ts';
import { findReasons } from './find-reasons.ts';
import { compileSigns, type FoundSign, findSigns } from './match-signs.ts';
import { type Model, scoreHeads } from './model.ts';
import { readMail } from './read-mail.ts';
import type { Recognise, RecogniseCosts, Recognition, Signs } from './recognition.ts';

export { loadModel } from './load-model.ts';
export type { Model } from './model.ts';

const labelThreshold = 0.5;

/** Makes the judge: a trained model, the signs of the workflow files by right and language, and what mistakes cost. */
export function createRecogniser(options: { model: Model; signs?: Signs; costs: RecogniseCosts }): Recognise {
  const { model } = options;
  const thresholds = findThresholds(options.costs);
  const signs = compileSigns(options.signs ?? {});
  return (input) => {
    const mail = readMail(input);
    const found = findSigns(mail, signs);
    const chances = weighMail(model, scoreHeads(model, extractFeatures(mail)), found);
    const verdict = decideVerdict(chances.request, thresholds);
    const rights = verdict === 'other' ? [] : chooseRights(chances.byRight, verdict === 'request');
    const recognition: Recognition = {
      verdict,
      rights,
      marketing: verdict !== 'other' && chances.marketing >= labelThreshold,
      certainty: round(verdict === 'other' ? 1 - chances.request : chances.request),
      certaintyByRight: Object.fromEntries([...chances.byRight].map(([right, chance]) => [right, round(chance)])),
      language: mail.language,
      why: findReasons(input, mail, model, rights, found),
    };
    if (mail.original !== undefined) recognition.original = mail.original;
    return recognition;
  };
}

type Chances = { byRight: Map<string, number>; marketing: number; request: number };

/** The chance of each right, of direct marketing and of any request at all. */
function weighMail(model: Model, scores: Float64Array, signs: readonly FoundSign[]): Chances {
  const byRight = new Map<string, number>();
  for (const [head, label] of model.labels.entries()) byRight.set(label, logistic(calibrate(model, scores, head)));
  let request = logistic(calibrate(model, scores, model.heads - 1));
  for (const sign of signs) {
    if (model.labels.includes(sign.right)) continue;
    const chance = Math.min(0.9, 0.4 + 0.15 * sign.size);
    byRight.set(sign.right, Math.max(byRight.get(sign.right) ?? 0, chance));
    request = Math.max(request, chance);
  }
  return { byRight, marketing: logistic(calibrate(model, scores, model.heads - 2)), request };
}

function calibrate(model: Model, scores: Float64Array, head: number): number {
  const { slope, offset } = model.calibration[head] ?? { slope: 1, offset: 0 };
  return slope * (scores[head] ?? 0) + offset;
}

function logistic(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

function round(chance: number): number {
  return Math.round(chance * 1000) / 1000;
}

/** All rights more likely than not, the likeliest first; a request always has at least one. */
function chooseRights(byRight: ReadonlyMap<string, number>, atLeastOne: boolean): string[] {
  const sorted = [...byRight].toSorted((a, b) => b[1] - a[1]);
  const chosen = sorted.filter(([, chance]) => chance >= labelThreshold).map(([right]) => right);
  const first = sorted[0]?.[0];
  return chosen.length === 0 && atLeastOne && first !== undefined ? [first] : chosen;
}
