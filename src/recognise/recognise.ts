import { decideVerdict, findThresholds } from './decide-verdict.ts';
import { extractFeatures, type MailFeatures, type Unit } from './extract-features.ts';
import { findReasons } from './find-reasons.ts';
import { countWords, isPlainSpoken } from './heed-guards.ts';
import { compileSigns, type FoundSign, findSigns } from './match-signs.ts';
import { type Model, scoreMail } from './model.ts';
import { type ReadMail, readMail } from './read-mail.ts';
import type { Recognise, RecogniseCosts, Recognition, Signs } from './recognition.ts';
import { chooseRights, surestSign, weighMail } from './weigh-mail.ts';

export { loadModel } from './load-model.ts';
export type { Model } from './model.ts';

/** Makes the judge: a trained model, the signs of the workflow files by right and language, and what mistakes cost. */
export function createRecogniser(options: { model: Model; signs?: Signs; costs: RecogniseCosts }): Recognise {
  const { model } = options;
  const thresholds = findThresholds(options.costs);
  const signs = compileSigns(options.signs ?? {});
  return (input) => {
    const mail = readMail(input);
    const found = findSigns(mail, signs);
    const features = leaveToSigns(extractFeatures(mail), mail, found, model);
    const scores = scoreMail(model, features);
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

/**
 * The sentences that the model may judge: one with a sure sign of a right that the model never learnt asks that right, and not the
 * one that is nearest to it among those that it knows.
 */
function leaveToSigns(features: MailFeatures, mail: ReadMail, found: readonly FoundSign[], model: Model): MailFeatures {
  const own = found.filter(({ right, size, denied }) => size >= surestSign && !denied && !model.labels.includes(right));
  if (own.length === 0) return features;
  const isOwn = ({ part, from, to }: Unit) =>
    own.some((sign) => mail[sign.part] === part && sign.from >= from && sign.from < to);
  return { ...features, units: features.units.filter((unit) => !isOwn(unit)) };
}

function round(chance: number): number {
  return Math.round(chance * 1000) / 1000;
}
