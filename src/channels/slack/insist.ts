import { setTimeout as sleep } from 'node:timers/promises';
import { webApi } from '@slack/bolt';

/** Longer than this nobody waits for an answer on the screen. */
const longestSeconds = 30;

/** Makes a call once more after the time for which Slack asked; for calls that no trigger hurries and that may be made twice. */
export async function insist<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof webApi.WebAPIRateLimitedError) || error.retryAfter > longestSeconds) throw error;
    await sleep(error.retryAfter * 1000);
    return call();
  }
}
