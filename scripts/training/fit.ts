import type { Features } from '../../src/recognise/collect-features.ts';
import { logistic, poolUnits } from '../../src/recognise/model.ts';

/**
 * A mail as numbers: the features of its sentences and of the whole, for each head whether it holds, and how much each head
 * learns from it.
 */
export type Sample = { units: Features[]; whole: Features; targets: Uint8Array; shares: Float64Array };

/**
 * How to fit: passes, the first whose weights are averaged, the step, the pull to zero, the share of features left out at random, the
 * bias to begin with, and the seed of order and chance.
 */
export type FitSettings = {
  epochs: number;
  averageFrom: number;
  rate: number;
  decay: number;
  drop: number;
  bias: number;
  seed: number;
};

/** Weights a place and head, and a bias a head. */
export type Fitted = { weights: Float64Array; biases: Float64Array };

const damping = 0.01;
const biasDamping = 0.1;

/** A smaller slope moves nothing: after a pass or two most heads know most mails well. */
const leastSlope = 1e-2;

/**
 * Fits all heads on the noisy-or of the sentences by AdaGrad (Duchi, Hazan and Singer 2011), leaving out features at random, and
 * averages the last passes. The same samples always give the same weights.
 */
export function fitHeads(samples: readonly Sample[], space: number, settings: FitSettings): Fitted {
  const heads = samples[0]?.targets.length ?? 0;
  const fitted: Fitted = {
    weights: new Float64Array(space * heads),
    biases: new Float64Array(heads).fill(settings.bias),
  };
  const average: Fitted = { weights: new Float64Array(space * heads), biases: new Float64Array(heads) };
  const steps: Steps = {
    ...settings,
    fitted,
    squares: new Float64Array(space * heads).fill(damping),
    biasSquares: new Float64Array(heads).fill(biasDamping),
  };
  const order = samples.map((_, index) => index);
  const random = seedRandom(settings.seed);
  const share = 1 / (settings.epochs - settings.averageFrom);
  for (let epoch = 0; epoch < settings.epochs; epoch += 1) {
    shuffle(order, random);
    for (const index of order) {
      const sample = samples[index];
      if (sample !== undefined) stepOnce(leaveOutOf(sample, settings.drop, random), steps);
    }
    if (epoch < settings.averageFrom) continue;
    for (let at = 0; at < average.weights.length; at += 1) average.weights[at]! += fitted.weights[at]! * share;
    for (let head = 0; head < heads; head += 1) average.biases[head]! += fitted.biases[head]! * share;
  }
  return average;
}

/** The log-odds of each sentence. */
export function scoreUnits(sample: Sample, { weights, biases }: Fitted): Float64Array[] {
  const whole = Float64Array.from(biases);
  addSums(whole, sample.whole, weights);
  return sample.units.map((unit) => {
    const sums = Float64Array.from(whole);
    addSums(sums, unit, weights);
    return sums;
  });
}

function addSums(sums: Float64Array, { places, values }: Features, weights: Float64Array): void {
  const heads = sums.length;
  for (let at = 0; at < places.length; at += 1) {
    const base = places[at]! * heads;
    const value = values[at]!;
    for (let head = 0; head < heads; head += 1) sums[head]! += weights[base + head]! * value;
  }
}

/** What the steps work on; `squares` are the sums of squared gradients. */
type Steps = FitSettings & { fitted: Fitted; squares: Float64Array; biasSquares: Float64Array };

function stepOnce(sample: Sample, steps: Steps): void {
  const units = scoreUnits(sample, steps.fitted);
  const all = turnToSlopes(units, sample);
  for (const [index, unit] of sample.units.entries()) moveWeights(unit, units[index]!, steps);
  moveWeights(sample.whole, all, steps);
  for (const [head, slope] of all.entries()) {
    steps.biasSquares[head]! += slope * slope;
    steps.fitted.biases[head]! -= (steps.rate * 0.5 * slope) / Math.sqrt(steps.biasSquares[head]!);
  }
}

/** Turns each sentence's log-odds into how the loss changes with them, in place; answers their sums. */
function turnToSlopes(units: readonly Float64Array[], { targets, shares }: Sample): Float64Array {
  const all = new Float64Array(targets.length);
  const odds = poolUnits(units, targets.length);
  for (let head = 0; head < targets.length; head += 1) {
    const whole = logistic(odds[head]!);
    const error = ((whole - targets[head]!) * shares[head]!) / whole;
    for (const unit of units) {
      unit[head] = error * logistic(unit[head]!);
      all[head]! += unit[head]!;
    }
  }
  return all;
}

function moveWeights({ places, values }: Features, slopes: Float64Array, steps: Steps): void {
  const { fitted, squares, rate, decay } = steps;
  const { weights } = fitted;
  for (const [head, slope] of slopes.entries()) {
    if (Math.abs(slope) < leastSlope) continue;
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at]! * slopes.length + head;
      const gradient = slope * values[at]! + decay * weights[place]!;
      squares[place]! += gradient * gradient;
      weights[place]! -= (rate * gradient) / Math.sqrt(squares[place]!);
    }
  }
}

function leaveOutOf(sample: Sample, drop: number, random: () => number): Sample {
  const whole = leaveOut(sample.whole, drop, random);
  return { ...sample, whole, units: sample.units.map((unit) => leaveOut(unit, drop, random)) };
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
function shuffle<T>(list: T[], random: () => number): void {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [list[at], list[other]] = [list[other]!, list[at]!];
  }
}
