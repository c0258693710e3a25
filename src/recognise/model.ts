import type { Features } from './collect-features.ts';
import type { MailFeatures } from './extract-features.ts';

/** Turns a head's log-odds into one that can be trusted: a slope for odds below even, one for those above, and an offset. */
export type Calibration = { below: number; above: number; offset: number };

/**
 * The trained judgement: for each head a weight a feature. The heads are the labels, then "direct marketing", then "a request at
 * all". A weight is a small whole number times the head's scale; `weights` has a row of them for each place in the feature space.
 */
export type Model = {
  labels: string[];
  scales: number[];
  biases: number[];
  calibration: Calibration[];
  weights: Int8Array;
};

const blockSize = 8;

/** A judged mail: log-odds a head for the whole mail, calibrated, and for each sentence, not calibrated. */
export type Scores = { odds: Float64Array; units: Float64Array[] };

/** How long `weights` is for so many of them: eight of a row are summed at a time, so that the last row needs some behind it. */
export function sizeWeights(count: number): number {
  return count + blockSize - 1;
}

/** Scores a mail: a right is asked if one of its sentences asks it, so the sentences' chances are joined by noisy-or. */
export function scoreMail(model: Model, features: MailFeatures): Scores {
  const whole = sumHeads(model, features.whole);
  const units = features.units.map((unit) => {
    const sums = sumHeads(model, unit.features);
    for (const [head, bias] of model.biases.entries()) sums[head] = (sums[head] ?? 0) + (whole[head] ?? 0) + bias;
    return sums;
  });
  const odds = poolUnits(units, model.biases.length);
  for (const [head, calibration] of model.calibration.entries()) {
    odds[head] = calibrateOdds(odds[head] ?? 0, calibration);
  }
  return { odds, units };
}

/** The log-odds after calibration. */
export function calibrateOdds(odds: number, { below, above, offset }: Calibration): number {
  return (odds < 0 ? below : above) * odds + offset;
}

/** The chance that goes with log-odds. */
export function logistic(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

/** Log-odds that at least one sentence says yes, from each sentence's log-odds; an empty mail says no. */
export function poolUnits(units: readonly Float64Array[], heads: number): Float64Array {
  const odds = new Float64Array(heads);
  for (let head = 0; head < heads; head += 1) {
    let logNone = 0;
    for (const unit of units) logNone -= Math.log1p(Math.exp(Math.min(30, unit[head] ?? 0)));
    const chance = Math.min(1 - 1e-9, Math.max(1e-9, -Math.expm1(logNone)));
    odds[head] = Math.log(chance / (1 - chance));
  }
  return odds;
}

/** Sums eight heads at a time in plain variables, which is three times as fast as summing into a list. */
function sumHeads(model: Model, { places, values }: Features): Float64Array {
  const { weights, scales } = model;
  const heads = scales.length;
  const sums = new Float64Array(Math.ceil(heads / blockSize) * blockSize);
  for (let block = 0; block < heads; block += blockSize) {
    let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
    for (let at = 0; at < places.length; at += 1) {
      const base = (places[at] as number) * heads + block;
      const value = values[at] as number;
      a += (weights[base] as number) * value;
      b += (weights[base + 1] as number) * value;
      c += (weights[base + 2] as number) * value;
      d += (weights[base + 3] as number) * value;
      e += (weights[base + 4] as number) * value;
      f += (weights[base + 5] as number) * value;
      g += (weights[base + 6] as number) * value;
      h += (weights[base + 7] as number) * value;
    }
    sums.set([a, b, c, d, e, f, g, h], block);
  }
  for (let head = 0; head < heads; head += 1) sums[head] = (sums[head] ?? 0) * (scales[head] ?? 0);
  return sums;
}
