import type { Features } from '../../src/recognise/collect-features.ts';
import { type Sample, seedRandom, shuffle } from './fit.ts';

/** One head's weights, a place each, and its bias. */
export type FittedHead = { weights: Float64Array; bias: number };

/**
 * How to fit one head: passes, the first whose weights are averaged, the step, the pull to zero, the share of features left out at
 * random, and the seeds, whose weights are averaged too.
 */
export type RequestSettings = {
  epochs: number;
  averageFrom: number;
  rate: number;
  decay: number;
  drop: number;
  bias: number;
  seeds: number[];
};

const damping = 0.01;
const biasDamping = 0.1;

/**
 * Fits one head on the noisy-or of the sentences by AdaGrad, leaving out features at random. This judges best whether a mail asks
 * anything at all; for the labels the plain descent of `fit.ts` is better. The same samples always give the same weights.
 */
export function fitRequest(
  samples: readonly Sample[],
  head: number,
  space: number,
  settings: RequestSettings,
): FittedHead {
  const average: FittedHead = { weights: new Float64Array(space), bias: 0 };
  const share = 1 / (settings.seeds.length * (settings.epochs - settings.averageFrom));
  for (const seed of settings.seeds) fitOnce(samples, head, settings, seed, share, average);
  return average;
}

function fitOnce(
  samples: readonly Sample[],
  head: number,
  settings: RequestSettings,
  seed: number,
  share: number,
  average: FittedHead,
): void {
  const weights = new Float64Array(average.weights.length);
  const squares = new Float64Array(weights.length);
  const random = seedRandom(seed);
  const order = samples.map((_, index) => index);
  let bias = settings.bias;
  let biasSquares = biasDamping;
  for (let epoch = 0; epoch < settings.epochs; epoch += 1) {
    shuffle(order, random);
    for (const index of order) {
      const sample = samples[index];
      if (sample === undefined || sample.units.length === 0) continue;
      const whole = leaveOut(sample.whole, settings.drop, random);
      const units = sample.units.map((unit) => leaveOut(unit, settings.drop, random));
      const base = bias + sum(whole, weights);
      const odds = units.map((unit) => base + sum(unit, weights));
      const slopes = findSlopes(odds, sample.targets[head] === 1, sample.shares[head] ?? 0);
      let all = 0;
      for (const [at, unit] of units.entries()) {
        const slope = slopes[at] ?? 0;
        all += slope;
        move(unit, slope, weights, squares, settings);
      }
      move(whole, all, weights, squares, settings);
      biasSquares += all * all;
      bias -= (settings.rate * 0.5 * all) / Math.sqrt(biasSquares);
    }
    if (epoch < settings.averageFrom) continue;
    for (let at = 0; at < weights.length; at += 1) average.weights[at]! += weights[at]! * share;
    average.bias += bias * share;
  }
}

/** How the loss changes with the log-odds of each sentence. */
function findSlopes(odds: readonly number[], holds: boolean, share: number): number[] {
  let logNone = 0;
  for (const one of odds) logNone -= Math.log1p(Math.exp(Math.min(30, one)));
  const whole = Math.min(1 - 1e-7, Math.max(1e-7, -Math.expm1(logNone)));
  const error = (whole - (holds ? 1 : 0)) * share;
  return odds.map((one) => (error / whole) * (1 / (1 + Math.exp(-one))));
}

/** The features that stay, a little heavier, so that their sum stays what it was. */
function leaveOut({ places, values }: Features, drop: number, random: () => number): Features {
  const keptPlaces = new Int32Array(places.length);
  const keptValues = new Float32Array(places.length);
  let length = 0;
  for (let at = 0; at < places.length; at += 1) {
    if (random() < drop) continue;
    keptPlaces[length] = places[at]!;
    keptValues[length] = values[at]! / (1 - drop);
    length += 1;
  }
  return { places: keptPlaces.subarray(0, length), values: keptValues.subarray(0, length) };
}

function sum({ places, values }: Features, weights: Float64Array): number {
  let total = 0;
  for (let at = 0; at < places.length; at += 1) total += weights[places[at]!]! * values[at]!;
  return total;
}

function move(
  { places, values }: Features,
  slope: number,
  weights: Float64Array,
  squares: Float64Array,
  { rate, decay }: RequestSettings,
): void {
  if (slope === 0) return;
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at]!;
    const step = slope * values[at]! + decay * weights[place]!;
    squares[place]! += step * step;
    weights[place]! -= (rate * step) / Math.sqrt(squares[place]! + damping);
  }
}
