/** A signal between one who waits and many who call: a ring while nobody waits is kept for the next wait. */
export type Bell = {
  ring(): void;
  /** Resolves on a ring, or after `timeoutMs` milliseconds: `rung` or `timeout`. */
  wait(timeoutMs: number): Promise<'rung' | 'timeout'>;
  /** Forgets a kept ring. */
  clear(): void;
};

/** Makes a bell for one waiter at a time. */
export function createBell(): Bell {
  let kept = false;
  let wake: (() => void) | null = null;
  return {
    ring() {
      if (wake === null) kept = true;
      else wake();
    },
    clear() {
      kept = false;
    },
    wait(timeoutMs) {
      if (kept) {
        kept = false;
        return Promise.resolve('rung');
      }
      return new Promise((resolve) => {
        const end = (how: 'rung' | 'timeout') => {
          clearTimeout(timer);
          wake = null;
          resolve(how);
        };
        // setTimeout takes at most 2^31-1; a longer wait is as good as none.
        const timer = setTimeout(() => end('timeout'), Math.min(timeoutMs, 2_147_483_647));
        wake = () => end('rung');
      });
    },
  };
}
