import type { Features } from './collect-features.ts';
import type { MailFeatures } from './extract-features.ts';

/** Turns a head's log-odds into one that can be trusted: a slope for odds below even, one for those above, and an offset. */
export type Calibration = { below: number; above: number; offset: number };

/**
 * The trained judgement: for each head a weight a feature. The heads are the labels, then "direct marketing", then "a request at
 * all". A weight is a small whole number times the head's scale.
 */
export type Model = {
  labels: string[];
  heads: number;
  /** Weights a place: the heads rounded up to a block. */
  stride: number;
  scales: Float64Array;
  biases: Float64Array;
  calibration: Calibration[];
  weights: Int8Array;
};

/** The model as its file holds it: places as base64 of varint gaps, weights as base64 of signed bytes, a row a place. */
export type StoredModel = {
  format: 2;
  labels: string[];
  space: number;
  scales: number[];
  biases: number[];
  calibration: Calibration[];
  places: string;
  weights: string;
};

const blockSize = 8;

/** A judged mail: log-odds a head for the whole mail, calibrated, and for each sentence, not calibrated. */
export type Scores = { odds: Float64Array; units: Float64Array[] };

/** Unpacks a stored model; throws where the file is not one, naming what was found. */
export function unpackModel(stored: StoredModel): Model {
  if (stored.format !== 2) {
    throw new Error(
      `The recogniser's model has format ${String(stored.format)}, expected 2; run "npm run train" to rebuild it.`,
    );
  }
  const heads = stored.labels.length + 2;
  const gaps = Buffer.from(stored.places, 'base64');
  const packed = Buffer.from(stored.weights, 'base64');
  const stride = Math.ceil(heads / blockSize) * blockSize;
  const weights = new Int8Array(stored.space * stride);
  let place = 0;
  let from = 0;
  let at = 0;
  while (at < gaps.length) {
    let gap = 0;
    let shift = 0;
    let byte = 128;
    while (byte >= 128 && at < gaps.length) {
      byte = gaps[at] ?? 0;
      at += 1;
      gap |= (byte & 127) << shift;
      shift += 7;
    }
    place += gap;
    for (let head = 0; head < heads; head += 1) weights[place * stride + head] = packed[from + head] ?? 0;
    from += heads;
  }
  const { labels, calibration } = stored;
  const scales = Float64Array.from(stored.scales);
  return { labels, calibration, heads, stride, scales, biases: Float64Array.from(stored.biases), weights };
}

/** Scores a mail: a right is asked if one of its sentences asks it, so the sentences' chances are joined by noisy-or. */
export function scoreMail(model: Model, features: MailFeatures): Scores {
  const whole = sumHeads(model, features.whole);
  const units = features.units.map((unit) => {
    const sums = sumHeads(model, unit.features);
    for (let head = 0; head < model.heads; head += 1) {
      sums[head] = (sums[head] ?? 0) + (whole[head] ?? 0) + (model.biases[head] ?? 0);
    }
    return sums;
  });
  const odds = poolUnits(units, model.heads);
  for (let head = 0; head < model.heads; head += 1) {
    const calibration = model.calibration[head];
    if (calibration !== undefined) odds[head] = calibrateOdds(odds[head] ?? 0, calibration);
  }
  return { odds, units };
}

/** The log-odds after calibration. */
export function calibrateOdds(odds: number, { below, above, offset }: Calibration): number {
  return (odds < 0 ? below : above) * odds + offset;
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
  const { heads, stride, weights, scales } = model;
  const sums = new Float64Array(stride);
  for (let block = 0; block < heads; block += blockSize) {
    let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
    for (let at = 0; at < places.length; at += 1) {
      const base = (places[at] as number) * stride + block;
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
