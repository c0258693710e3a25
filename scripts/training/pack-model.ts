import type { Calibration, StoredModel } from '../../src/recognise/model.ts';
import type { Fitted } from './fit.ts';

const smallest = 2;
const clipped = 0.9999;

/** Rounds weights to signed bytes and drops the places where all are near nothing; the answer is what the file holds. */
export function packModel(fitted: Fitted, labels: string[], space: number, calibration: Calibration[]): StoredModel {
  const heads = labels.length + 2;
  const scales: number[] = [];
  for (let head = 0; head < heads; head += 1) scales.push(findScale(fitted.weights, head, heads, space));
  const gaps: number[] = [];
  const rows: number[] = [];
  let last = 0;
  for (let place = 0; place < space; place += 1) {
    const row = scales.map((scale, head) => round((fitted.weights[place * heads + head] ?? 0) / scale));
    if (row.every((value) => Math.abs(value) < smallest)) continue;
    pushGap(gaps, place - last);
    for (const value of row) rows.push(value & 255);
    last = place;
  }
  return {
    format: 2,
    labels,
    space,
    scales,
    biases: [...fitted.biases],
    calibration,
    places: Buffer.from(gaps).toString('base64'),
    weights: Buffer.from(rows).toString('base64'),
  };
}

/** The few largest weights of a head are cut, so that the others keep their shades. */
function findScale(weights: Float64Array, head: number, heads: number, space: number): number {
  const sizes: number[] = [];
  for (let place = 0; place < space; place += 1) {
    const size = Math.abs(weights[place * heads + head] ?? 0);
    if (size > 1e-9) sizes.push(size);
  }
  sizes.sort((a, b) => a - b);
  return Math.max(1e-9, sizes[Math.floor((sizes.length - 1) * clipped)] ?? 0) / 127;
}

function round(value: number): number {
  return Math.max(-127, Math.min(127, Math.round(value)));
}

function pushGap(gaps: number[], gap: number): void {
  let rest = gap;
  while (rest > 127) {
    gaps.push((rest & 127) | 128);
    rest >>>= 7;
  }
  gaps.push(rest);
}
