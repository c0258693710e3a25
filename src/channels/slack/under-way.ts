import { within } from './within.ts';

/** The work that clicks started; `settle` waits until none is under way, at most so many milliseconds. */
export type UnderWay = { run(work: () => Promise<void>): Promise<void>; settle(ms: number): Promise<void> };

/** Makes a list of work without any. */
export function makeUnderWay(): UnderWay {
  const going = new Set<Promise<void>>();
  const settleAll = async () => {
    while (going.size > 0) await Promise.allSettled(going);
  };
  return {
    async run(work) {
      const turn = work();
      going.add(turn);
      try {
        await turn;
      } finally {
        going.delete(turn);
      }
    },
    async settle(ms) {
      if (going.size > 0) await within(settleAll(), ms);
    },
  };
}
