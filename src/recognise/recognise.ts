import { decideVerdict, findThresholds } from './decide-verdict.ts';
import { extractFeatures } from './extract-features.ts';
import { findReasons } from './find-reasons.ts';
import { countWords, isPlainSpoken } from './heed-guards.ts';
import { compileSigns, findSigns } from './match-signs.ts';
import { type Model, scoreMail } from './model.ts';
import { readMail } from './read-mail.ts';
import type { Recognise, RecogniseCosts, Recognition, Signs } from './recognition.ts';
import { chooseRights, weighMail } from './weigh-mail.ts';

export { loadModel } from './load-model.ts';
export type { Model } from './model.ts';

/** Makes the judge: a trained model, the signs of the workflow files by right and language, and what mistakes cost. */
export function createRecogniser(options: { model: Model; signs?: Signs; costs: RecogniseCosts }): Recognise {
  const { model } = options;
  const thresholds = findThresholds(options.costs);
  const signs = compileSigns(options.signs ?? {});
  return (input) => {
    const mail = readMail(input);
    const features = extractFeatures(mail);
    const scores = scoreMail(model, features);
    const found = findSigns(mail, signs);
    const chances = weighMail(model, scores.odds, found, () => isPlainSpoken(mail), countWords(mail));
    const verdict = decideVerdict(chances.request, thresholds);
    const rights = verdict === 'other' ? [] : chooseRights(chances, verdict === 'request');
    const recognition: Recognition = {
      verdict,
      rights,
      marketing: rights.length > 0 && chances.marketing >= 0.4 * chances.request,
      certainty: round(verdict === 'other' ? 1 - chances.request : chances.request),
      certaintyByRight: Object.fromEntries([...chances.byRight].map(([right, chance]) => [right, round(chance)])),
      language: mail.language,
      why: findReasons(input, model, { mail, features, scores, signs: found }, rights),
    };
    if (mail.original !== undefined) recognition.original = mail.original;
    return recognition;
  };
}

function round(chance: number): number {
  return Math.round(chance * 1000) / 1000;
}
