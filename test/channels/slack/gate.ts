/** A gate that work can be held before until the test opens it. */
export type Gate = { passed: Promise<void>; open(): void };

/** Makes a closed gate. */
export function makeGate(): Gate {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { passed: promise, open: resolve };
}
