import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { advanceCase } from '../../src/shell/advance-case.ts';
import type { Desk, Performer } from '../../src/shell/desk.ts';
import { createPerform } from '../../src/shell/perform.ts';
import { openStore } from '../../src/store/open.ts';
import { makeContext } from '../support/context.ts';
import { makeMail, makeRequest } from '../support/desk.ts';

/** A desk on a real store in a folder of its own, with a clock that the test sets and a list of what was pushed. */
export type Shell = {
  desk: Desk;
  pushed: { id: string; dueAt: string }[];
  setNow(instant: string): void;
  /** A request comes in as case `id`. */
  receive(id: string): Promise<void>;
  /** Performs a row as the queue would. */
  perform(id: string, performers: Record<string, Performer>): Promise<'done' | { again: string }>;
  /** Another worker on the same store and clock. */
  beside(): Desk;
  close(): Promise<void>;
};

/** Opens a shell at an instant. */
export async function openShell(first: string): Promise<Shell> {
  const dataDir = mkdtempSync(join(tmpdir(), 'rl-shell-'));
  const store = await openStore({ dataDir, secretKey: Buffer.alloc(32, 7) });
  let now = first;
  const pushed: Shell['pushed'] = [];
  const quiet = () => undefined;
  const desk: Desk = {
    store,
    context: makeContext(),
    now: () => now,
    makeCode: () => '123456',
    log: { info: quiet, warn: quiet, error: quiet },
    worker: 'test-1',
    push: async (rows) => void pushed.push(...rows),
  };
  return {
    desk,
    pushed,
    setNow(instant) {
      now = instant;
    },
    async receive(id) {
      await advanceCase(desk, id, makeRequest({ mail: makeMail({ id: `mail-${id}`, receivedAt: now }) }));
    },
    perform: (id, performers) => createPerform(desk, performers)(id),
    beside: () => ({ ...desk, worker: 'test-2' }),
    async close() {
      await store.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
