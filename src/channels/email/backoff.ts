/** Waits in milliseconds between attempts to connect. */
export type BackoffLimits = { firstMs: number; mostMs: number };
export const backoffLimits: BackoffLimits = { firstMs: 1_000, mostMs: 300_000 };

/**
 * How long to wait before the next attempt, in milliseconds: doubling from `firstMs`, never over `mostMs`, of which a random half is
 * taken off so that many desks do not come back at once; never under what the server asked for, up to an hour. `random` is in [0, 1).
 */
export function nextWait(failures: number, random: number, limits: BackoffLimits, askedMs = 0): number {
  const full = Math.min(limits.mostMs, limits.firstMs * 2 ** Math.min(Math.max(0, failures - 1), 30));
  return Math.max(Math.min(askedMs, 3_600_000), Math.round(full * (1 - random / 2)));
}
