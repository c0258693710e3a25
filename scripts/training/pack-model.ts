import { type Calibration, type Model, sizeWeights } from '../../src/recognise/model.ts';
import type { Fitted } from './fit.ts';

const clipped = 0.9999;

/** Rounds weights to signed bytes. */
export function packModel(fitted: Fitted, labels: string[], calibration: Calibration[]): Model {
  const heads = fitted.biases.length;
  const scales: number[] = [];
  for (let head = 0; head < heads; head += 1) scales.push(findScale(fitted.weights, head, heads));
  const weights = new Int8Array(sizeWeights(fitted.weights.length));
  for (const [at, weight] of fitted.weights.entries()) weights[at] = round(weight / (scales[at % heads] ?? 1));
  return { labels, scales, biases: [...fitted.biases], calibration, weights };
}

/** The few largest weights of a head are cut, so that the others keep their shades. */
function findScale(weights: Float64Array, head: number, heads: number): number {
  const sizes: number[] = [];
  for (let at = head; at < weights.length; at += heads) {
    const size = Math.abs(weights[at] ?? 0);
    if (size > 1e-9) sizes.push(size);
  }
  sizes.sort((a, b) => a - b);
  return Math.max(1e-9, sizes[Math.floor((sizes.length - 1) * clipped)] ?? 0) / 127;
}

function round(value: number): number {
  return Math.max(-127, Math.min(127, Math.round(value)));
}
