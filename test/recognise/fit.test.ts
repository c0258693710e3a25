import { describe, expect, it } from 'vitest';
import { calibrateHead, shiftShare } from '../../scripts/training/calibrate.ts';
import { type FitSettings, fitHeads, type Sample } from '../../scripts/training/fit.ts';

const settings: FitSettings = {
  epochs: 10,
  averageFrom: 5,
  rates: [0.05],
  decay: 1e-5,
  drop: 0.2,
  bias: -2,
  seed: 1,
};

/** A mail of two sentences that each have one feature; place 1 asks, the others do not. */
function makeSample(places: [number, number]): Sample {
  const unit = (place: number) => ({ places: Int32Array.from([place]), values: Float32Array.from([1]) });
  return {
    units: places.map(unit),
    whole: unit(9),
    targets: Uint8Array.from([places.includes(1) ? 1 : 0]),
    shares: Float64Array.from([1]),
  };
}

const samples = Array.from({ length: 40 }, (_, index) => makeSample(index % 2 === 0 ? [1, 2] : [2, 3]));

describe('fitting', () => {
  it('finds the sentence that asks among those that do not', () => {
    const { weights } = fitHeads(samples, 16, settings);
    expect(weights[1]).toBeGreaterThan(0.5);
    expect(weights[1]).toBeGreaterThan((weights[2] ?? 0) + 0.5);
    expect(weights[3]).toBeLessThan(0);
  });

  it('gives the same weights for the same mails, and others for another seed', () => {
    const first = fitHeads(samples, 16, settings);
    expect(fitHeads(samples, 16, settings)).toEqual(first);
    expect(fitHeads(samples, 16, { ...settings, seed: 3 })).not.toEqual(first);
  });
});

describe('the calibration', () => {
  const judgements = Array.from({ length: 200 }, (_, index) => ({
    odds: index < 100 ? 4 : -4,
    holds: (index % 4 !== 0) === index < 100,
  }));

  it('takes overconfidence away', () => {
    const { above, below } = calibrateHead(judgements);
    expect(above).toBeLessThan(0.6);
    expect(below).toBeLessThan(0.6);
  });

  it('shifted to fewer requests asks for more before it says so', () => {
    const calibration = { below: 1, above: 1, offset: 0 };
    const shifted = shiftShare(calibration, judgements, 0.2);
    expect(shifted.offset).toBeCloseTo(Math.log(0.2 / 0.8), 3);
    expect(shiftShare(calibration, judgements, 0.5).offset).toBeCloseTo(0, 3);
  });
});
