import type { RecogniseCosts, RecogniseVerdict } from './recognition.ts';

/** The chances between which a question to staff costs least: below `low` the mail is left alone, above `high` a case opens. */
export type Thresholds = { low: number; high: number };

/**
 * Turns costs into thresholds. With chance p of a request, leaving the mail costs p × missedRequest, opening a case
 * (1 − p) × falseAlarm and asking staff question; the cheapest is chosen. Where asking never pays, the two meet.
 */
export function findThresholds(costs: RecogniseCosts): Thresholds {
  const { missedRequest, falseAlarm, question } = costs;
  const crossing = falseAlarm / (falseAlarm + missedRequest);
  const low = Math.min(question / missedRequest, crossing);
  const high = Math.max(1 - question / falseAlarm, low);
  return { low, high };
}

/** The cheapest verdict for a mail that is a request with this chance. */
export function decideVerdict(chance: number, thresholds: Thresholds): RecogniseVerdict {
  if (chance < thresholds.low) return 'other';
  return chance < thresholds.high ? 'unsure' : 'request';
}
