/** Waiting for something to become true without polling: whoever changes state says so, and waiters look again. */

/** Tells waiters about changes and lets them wait. */
export type Signal = {
  /** Says that something changed. */
  readonly announce: () => void;
  /** Calls `look` after each change; gives back the way to stop. */
  readonly watch: (look: () => void) => () => void;
  /** Resolves with the first value of `look` that is not undefined, null or false; rejects after `timeoutMs`. */
  readonly waitFor: <T>(look: () => T | undefined | null | false, wait?: Wait) => Promise<T>;
};

/** How long to wait (5,000 ms by default), and for what, in words for the error. */
export type Wait = { readonly timeoutMs?: number; readonly what?: string };

/** Makes a signal; `describe` adds the present state to the error of a wait that ran out. */
export function createSignal(describe: () => string): Signal {
  const watchers = new Set<() => void>();
  const watch = (look: () => void) => {
    watchers.add(look);
    return () => watchers.delete(look);
  };
  return {
    announce: () => {
      for (const look of [...watchers]) look();
    },
    watch,
    waitFor: (look, { timeoutMs = 5000, what = 'the condition' } = {}) =>
      new Promise((resolve, reject) => {
        const settle = (act: () => void) => {
          clearTimeout(deadline);
          unwatch();
          act();
        };
        const tryNow = () => {
          try {
            const found = look();
            if (found !== undefined && found !== null && found !== false) settle(() => resolve(found));
          } catch (error) {
            settle(() => reject(error));
          }
        };
        const deadline = setTimeout(() => {
          settle(() => reject(new Error(`Slack stand-in: ${what} did not come within ${timeoutMs} ms. ${describe()}`)));
        }, timeoutMs);
        const unwatch = watch(tryNow);
        tryNow();
      }),
  };
}
