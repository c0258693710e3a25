/** Time as it passes, given so that tests need not wait: milliseconds that only go up, and a wait. */
export type Ticks = { nowMs(): number; wait(ms: number): Promise<void> };
/** Runs work one after the other with a gap after each; `pause` holds all of it back for a while. */
export type Pace = { run<T>(work: () => Promise<T>): Promise<T>; pause(ms: number): void };

/** The machine's own time. */
export const realTicks: Ticks = {
  nowMs: () => performance.now(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/** Makes a pace of one call in `gapMs` (Slack: one message a second in a channel). */
export function makePace(gapMs: number, ticks: Ticks = realTicks): Pace {
  let last: Promise<unknown> = Promise.resolve();
  let freeAt = 0;
  return {
    run(work) {
      const turn = last.then(async () => {
        for (let left = freeAt - ticks.nowMs(); left > 0; left = freeAt - ticks.nowMs()) await ticks.wait(left);
        try {
          return await work();
        } finally {
          // From the end: a call that was slow on its way out must not arrive close before the next one.
          freeAt = Math.max(freeAt, ticks.nowMs() + gapMs);
        }
      });
      // The next one starts when this one has ended, well or not; its own caller hears of a failure.
      last = turn.then(ignore, ignore);
      return turn;
    },
    pause(ms) {
      freeAt = Math.max(freeAt, ticks.nowMs() + ms);
    },
  };
}

function ignore(): void {}
