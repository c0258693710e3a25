import type { Features } from './extract-features.ts';

/** A straight line that turns a head's sum into a log-odds that can be trusted: `slope * sum + offset`. */
export type Calibration = { slope: number; offset: number };

/**
 * The trained judgement: one logistic regression a head over the hashed features. The heads are the labels, then
 * "direct marketing", then "a request at all". `weights` holds one small whole number a place and head, times `scales[head]`.
 */
export type Model = {
  labels: string[];
  heads: number;
  space: number;
  scales: Float64Array;
  calibration: Calibration[];
  /** The share of sum of labels in the log-odds of "a request at all". */
  labelShare: number;
  weights: Int8Array;
};

/** The model as its file holds it: places as base64 of varint gaps, weights as base64 of signed bytes. */
export type StoredModel = {
  format: 1;
  labels: string[];
  space: number;
  labelShare: number;
  scales: number[];
  calibration: Calibration[];
  places: string;
  weights: string;
};

/** Unpacks a stored model; throws where the file is not one, naming what was found. */
export function unpackModel(stored: StoredModel): Model {
  if (stored.format !== 1) {
    throw new Error(
      `The recogniser's model has format ${String(stored.format)}, expected 1; run "npm run train" to rebuild it.`,
    );
  }
  const heads = stored.labels.length + 2;
  const gaps = Buffer.from(stored.places, 'base64');
  const packed = Buffer.from(stored.weights, 'base64');
  const weights = new Int8Array(stored.space * heads);
  let place = 0;
  let row = 0;
  let at = 0;
  while (at < gaps.length) {
    let gap = 0;
    let shift = 0;
    for (;;) {
      const byte = gaps[at] ?? 0;
      at += 1;
      gap |= (byte & 127) << shift;
      if (byte < 128) break;
      shift += 7;
    }
    place += gap;
    for (let head = 0; head < heads; head += 1) weights[place * heads + head] = packed.readInt8(row * heads + head);
    row += 1;
  }
  return { ...stored, heads, scales: Float64Array.from(stored.scales), weights };
}

/** The log-odds of each head for these features, calibrated. */
export function scoreHeads(model: Model, features: Features): Float64Array {
  const { heads, weights } = model;
  const sums = new Float64Array(heads);
  const { places, values } = features;
  for (let at = 0; at < features.length; at += 1) {
    const base = (places[at] ?? 0) * heads;
    const value = values[at] ?? 0;
    for (let head = 0; head < heads; head += 1) sums[head] = (sums[head] ?? 0) + (weights[base + head] ?? 0) * value;
  }
  for (let head = 0; head < heads; head += 1) sums[head] = (sums[head] ?? 0) * (model.scales[head] ?? 0);
  return sums;
}
