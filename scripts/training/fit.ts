/** A mail as numbers: places and values of its features, and for each head whether it holds. */
export type Sample = { places: Int32Array; values: Float64Array; targets: Uint8Array; weight: number };

/** How to fit: passes over the samples, the first step, the pull to zero, and the seed of the order. */
export type FitSettings = { epochs: number; rate: number; decay: number; seed: number };

/** Fits one logistic regression a head by AdaGrad in a seeded order; the same samples always give the same weights. */
export function fitHeads(
  samples: readonly Sample[],
  heads: number,
  space: number,
  settings: FitSettings,
): Float64Array {
  const weights = new Float64Array(space * heads);
  const squares = new Float64Array(space * heads);
  const order = samples.map((_, index) => index);
  const random = seedRandom(settings.seed);
  const errors = new Float64Array(heads);
  for (let epoch = 0; epoch < settings.epochs; epoch += 1) {
    shuffle(order, random);
    for (const index of order) {
      const sample = samples[index];
      if (sample !== undefined) stepOnce(sample, heads, weights, squares, errors, settings);
    }
  }
  return weights;
}

function stepOnce(
  sample: Sample,
  heads: number,
  weights: Float64Array,
  squares: Float64Array,
  errors: Float64Array,
  settings: FitSettings,
): void {
  const { places, values, targets } = sample;
  errors.fill(0);
  for (let at = 0; at < places.length; at += 1) {
    const base = places[at]! * heads;
    const value = values[at]!;
    for (let head = 0; head < heads; head += 1) errors[head]! += weights[base + head]! * value;
  }
  for (let head = 0; head < heads; head += 1) {
    errors[head] = (1 / (1 + Math.exp(-errors[head]!)) - targets[head]!) * sample.weight;
  }
  for (let at = 0; at < places.length; at += 1) {
    const base = places[at]! * heads;
    const value = values[at]!;
    for (let head = 0; head < heads; head += 1) {
      const gradient = errors[head]! * value + settings.decay * weights[base + head]!;
      squares[base + head]! += gradient * gradient;
      weights[base + head]! -= (settings.rate * gradient) / Math.sqrt(squares[base + head]! + 1e-4);
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
