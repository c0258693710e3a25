import type { Calibration } from '../../src/recognise/model.ts';

/** What the model said of a mail that it was not trained on, and what was true. */
export type Judgement = { odds: number; holds: boolean };

const passes = 400;
const rate = 0.5;

/** Fits the straight line on log-odds that makes the chances honest (Platt), pulled gently towards leaving them as they are. */
export function calibrateHead(judgements: readonly Judgement[]): Calibration {
  let slope = 1;
  let offset = 0;
  const count = Math.max(1, judgements.length);
  for (let pass = 0; pass < passes; pass += 1) {
    let slopeError = 0.01 * (slope - 1);
    let offsetError = 0.002 * offset;
    for (const { odds, holds } of judgements) {
      const bounded = Math.max(-12, Math.min(12, odds));
      const error = 1 / (1 + Math.exp(-(slope * bounded + offset))) - (holds ? 1 : 0);
      slopeError += (error * bounded) / count / 4;
      offsetError += error / count;
    }
    slope = Math.max(0.2, slope - rate * slopeError);
    offset -= rate * offsetError;
  }
  return { slope: Number(slope.toFixed(4)), offset: Number(offset.toFixed(4)) };
}
