import type { Features } from '../../src/recognise/collect-features.ts';
import { poolUnits } from '../../src/recognise/model.ts';

/**
 * A mail as numbers: the features of its sentences and of the whole, for each head whether it holds, and how much each head
 * learns from it.
 */
export type Sample = { units: Features[]; whole: Features; targets: Uint8Array; shares: Float64Array };

/** How to fit: passes, the first step, the pull to zero, the first pass whose weights are averaged, and the seed of the order. */
export type FitSettings = {
  epochs: number;
  rate: number;
  decay: number;
  averageFrom: number;
  bias: number;
  seed: number;
};

/** Weights a place and head, and a bias a head. */
export type Fitted = { weights: Float64Array; biases: Float64Array };

/**
 * Fits all heads at once by stochastic descent on the noisy-or of the sentences, in a seeded order, and averages the last passes.
 * The same samples always give the same weights.
 */
export function fitHeads(samples: readonly Sample[], heads: number, space: number, settings: FitSettings): Fitted {
  const fitted: Fitted = {
    weights: new Float64Array(space * heads),
    biases: new Float64Array(heads).fill(settings.bias),
  };
  const average: Fitted = { weights: new Float64Array(space * heads), biases: new Float64Array(heads) };
  const order = samples.map((_, index) => index);
  const random = seedRandom(settings.seed);
  const passes = settings.epochs - settings.averageFrom;
  for (let epoch = 0; epoch < settings.epochs; epoch += 1) {
    shuffle(order, random);
    const rate = settings.rate / (1 + epoch * 0.3);
    for (const index of order) {
      const sample = samples[index];
      if (sample !== undefined) stepOnce(sample, heads, fitted, rate, settings.decay);
    }
    if (epoch < settings.averageFrom) continue;
    for (let at = 0; at < average.weights.length; at += 1) average.weights[at]! += fitted.weights[at]! / passes;
    for (let head = 0; head < heads; head += 1) average.biases[head]! += fitted.biases[head]! / passes;
  }
  return average;
}

/** The log-odds of each sentence. */
export function scoreUnits(sample: Sample, heads: number, fitted: Fitted): Float64Array[] {
  const whole = Float64Array.from(fitted.biases);
  addFeatures(whole, sample.whole, heads, fitted.weights);
  return sample.units.map((unit) => {
    const sums = Float64Array.from(whole);
    addFeatures(sums, unit, heads, fitted.weights);
    return sums;
  });
}

function addFeatures(sums: Float64Array, { places, values }: Features, heads: number, weights: Float64Array): void {
  for (let at = 0; at < places.length; at += 1) {
    const base = places[at]! * heads;
    const value = values[at]!;
    for (let head = 0; head < heads; head += 1) sums[head]! += weights[base + head]! * value;
  }
}

function stepOnce(sample: Sample, heads: number, fitted: Fitted, rate: number, decay: number): void {
  const units = scoreUnits(sample, heads, fitted);
  const odds = poolUnits(units, heads);
  const all = new Float64Array(heads);
  const errors = units.map((unit) => {
    const error = new Float64Array(heads);
    for (let head = 0; head < heads; head += 1) {
      const chance = 1 / (1 + Math.exp(-unit[head]!));
      const whole = 1 / (1 + Math.exp(-odds[head]!));
      const slope = sample.targets[head] === 1 ? -((1 - whole) / Math.max(whole, 1e-9)) * chance : chance;
      error[head] = slope * sample.shares[head]!;
      all[head]! += error[head]!;
    }
    return error;
  });
  for (const [index, unit] of sample.units.entries())
    moveWeights(unit, errors[index]!, heads, fitted.weights, rate, decay);
  moveWeights(sample.whole, all, heads, fitted.weights, rate, decay);
  for (let head = 0; head < heads; head += 1) fitted.biases[head]! -= rate * 0.3 * all[head]!;
}

function moveWeights(
  { places, values }: Features,
  error: Float64Array,
  heads: number,
  weights: Float64Array,
  rate: number,
  decay: number,
): void {
  for (let at = 0; at < places.length; at += 1) {
    const base = places[at]! * heads;
    const value = values[at]!;
    for (let head = 0; head < heads; head += 1) {
      weights[base + head]! -= rate * (error[head]! * value + decay * weights[base + head]!);
    }
  }
}

/** A small generator of numbers in [0, 1) that gives the same row for the same seed (mulberry32). */
export function seedRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Shuffles in place (Fisher-Yates). */
export function shuffle<T>(list: T[], random: () => number): void {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [list[at], list[other]] = [list[other]!, list[at]!];
  }
}
