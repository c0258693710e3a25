/** The clock of the practice desk: the machine's, as far ahead as it was wound. */
export type PracticeClock = {
  /** A UTC instant. */
  now(): string;
  /** Winds forward, never back. */
  wind(days: number): void;
};

const dayMs = 86_400_000;

/** Starts a clock that runs with the machine's. */
export function startPracticeClock(): PracticeClock {
  let woundMs = 0;
  return {
    now: () => new Date(Date.now() + woundMs).toISOString(),
    wind(days) {
      if (!(days > 0))
        throw new Error(`The practice clock was asked to wind ${days} days; expected more than 0: it never goes back.`);
      woundMs += days * dayMs;
    },
  };
}
