import { type Calibration, calibrateOdds, logistic } from '../../src/recognise/model.ts';

/** What the model said of a mail that it was not trained on, and what was true. */
export type Judgement = { odds: number; holds: boolean };

const passes = 1500;
const rate = 0.3;
const pull = 0.001;

/** Fits the two slopes and the offset that make the chances honest (Platt in two pieces), pulled gently towards slopes of one. */
export function calibrateHead(judgements: readonly Judgement[]): Calibration {
  const fitted: Calibration = { below: 1, above: 1, offset: 0 };
  const count = Math.max(1, judgements.length);
  for (let pass = 0; pass < passes; pass += 1) {
    let below = pull * (fitted.below - 1);
    let above = pull * (fitted.above - 1);
    let offset = 0;
    for (const { odds, holds } of judgements) {
      const bounded = Math.max(-12, Math.min(12, odds));
      const error = (logistic(calibrateOdds(bounded, fitted)) - (holds ? 1 : 0)) / count;
      if (bounded < 0) below += error * bounded;
      else above += error * bounded;
      offset += error;
    }
    fitted.below = Math.max(0.2, fitted.below - rate * below);
    fitted.above = Math.max(0.2, fitted.above - rate * above);
    fitted.offset -= rate * offset;
  }
  return { below: round(fitted.below), above: round(fitted.above), offset: round(fitted.offset) };
}

/**
 * Shifts a calibration from the share of mails that hold among the judged ones to another share: how likely a mail is to hold
 * depends on how many do (prior correction, King and Zeng 2001).
 */
export function shiftShare(calibration: Calibration, judgements: readonly Judgement[], share: number): Calibration {
  const seen = judgements.filter(({ holds }) => holds).length / Math.max(1, judgements.length);
  const logOdds = (chance: number): number => Math.log(chance / (1 - chance));
  return { ...calibration, offset: round(calibration.offset + logOdds(share) - logOdds(seen)) };
}

/** Takes all log-odds times `firmness`. */
export function firmUp({ below, above, offset }: Calibration, firmness: number): Calibration {
  return { below: round(below * firmness), above: round(above * firmness), offset: round(offset * firmness) };
}

function round(value: number): number {
  return Number(value.toFixed(4));
}
