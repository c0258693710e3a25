import { describe, expect, it } from 'vitest';
import { calibrateHead, shiftShare } from '../../scripts/training/calibrate.ts';
import { type FitSettings, fitHeads, type Sample } from '../../scripts/training/fit.ts';
import { joinMails } from '../../scripts/training/join-mails.ts';

const settings: FitSettings = {
  epochs: 10,
  averageFrom: 5,
  rate: 0.12,
  decay: 1e-4,
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

describe('joining mails', () => {
  const mail = (place: number, targets: number[], shares: number[]): Sample => ({
    units: [{ places: Int32Array.from([place]), values: Float32Array.from([1]) }],
    whole: { places: Int32Array.from([place, 9]), values: Float32Array.from([1, place]) },
    targets: Uint8Array.from(targets),
    shares: Float64Array.from(shares),
  });
  const dutch = [mail(1, [1, 0, 1], [1, 1, 1]), mail(2, [0, 0, 0], [0.3, 0.3, 1])];
  const english = [mail(5, [0, 1, 1], [1, 1, 1])];

  it('asks what either mail asks, with the sentences of both, and teaches the deaf head nothing', () => {
    const joined = joinMails([dutch], { share: 10, seed: 1, deafHead: 2 });
    expect(joined).toHaveLength(20);
    const mixed = joined.find(({ whole }) => whole.places.length === 3);
    expect(mixed?.units.map(({ places }) => places[0]).toSorted()).toEqual([1, 2]);
    expect(mixed?.whole.values[mixed.whole.places.indexOf(9)]).toBe(2);
    expect([...(mixed?.targets ?? [])]).toEqual([1, 0, 1]);
    expect([...(mixed?.shares ?? [])]).toEqual([1, 1, 0]);
  });

  it('stays within a group, and gives the same pairs for the same seed', () => {
    const settings = { share: 5, seed: 1, deafHead: 2 };
    const joined = joinMails([dutch, english], settings);
    const places = joined.map(({ units }) => units.map((unit) => unit.places[0]));
    expect(places.filter((pair) => pair.includes(5)).every((pair) => pair.every((place) => place === 5))).toBe(true);
    expect(joinMails([dutch, english], settings)).toEqual(joined);
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
