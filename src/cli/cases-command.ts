import { randomInt } from 'node:crypto';
import { openLog } from '../log.ts';
import { verifyAudit } from './audit.ts';
import { type AddOptions, addCase, listCases, showCase } from './cases.ts';
import { exit, type Io } from './io.ts';
import { openStoreForCommand } from './open-for-command.ts';

type Opened = NonNullable<Awaited<ReturnType<typeof openStoreForCommand>>>;

/** Opens store and configuration, runs, closes; exit status 1 when they cannot be opened. */
async function withStore(io: Io, work: (opened: Opened) => Promise<number>): Promise<number> {
  const opened = await openStoreForCommand(io);
  if (!opened) return exit.wrong;
  try {
    return await work(opened);
  } finally {
    await opened.store.close();
  }
}

/** `cases list` */
export function runList(flags: { json?: boolean; status?: string }, io: Io): Promise<number> {
  return withStore(io, ({ store }) => listCases(store, flags, io));
}

/** `cases show` */
export function runShow(number: string, flags: { json?: boolean }, io: Io): Promise<number> {
  return withStore(io, ({ store, context }) => showCase(store, context, number, flags, io));
}

/** `cases add`: without a queue of its own; the worker's sweep finds the rows within a minute. */
export function runAdd(flags: AddOptions, io: Io): Promise<number> {
  return withStore(io, ({ store, context }) => {
    const now = () => new Date().toISOString();
    const makeCode = () => String(randomInt(1_000_000)).padStart(6, '0');
    return addCase(
      { store, context, now, makeCode, log: openLog('warn'), worker: 'command', push: async () => undefined },
      flags,
      io,
    );
  });
}

/** `audit verify` */
export function runVerify(flags: { json?: boolean }, io: Io): Promise<number> {
  return withStore(io, ({ store }) => verifyAudit(store, flags, io));
}
