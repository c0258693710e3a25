import { listMissing, readSecretKey } from '../environment.ts';
import { describeError, openLog } from '../log.ts';
import { startDesk } from '../main.ts';
import { exit, type Io } from './io.ts';
import { findFaults, openParts } from './open-for-command.ts';

/** `start`: the worker, until a signal ends it; with an incomplete configuration it lists all that is missing at once. */
export async function start(io: Io): Promise<number> {
  const parts = await openParts();
  const faults = [...findFaults(parts), ...listMissing(parts.environment).map((fault) => fault.message)];
  const secret = readSecretKey(parts.environment);
  if (!parts.loaded.ok || !secret.ok || faults.length > 0) {
    io.stderr(
      `The desk cannot start: ${faults.length} thing${faults.length === 1 ? '' : 's'} to mend.\n${faults.map((fault) => `- ${fault}\n`).join('')}`,
    );
    io.stderr('Then try: npx rechtenloket check\n');
    return exit.wrong;
  }
  const log = openLog(parts.environment.LOG_LEVEL);
  // A second signal while closing changes nothing: our own Redis must be ended in good order.
  const signal = new Promise<string>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => resolve(name));
  });
  try {
    const running = await startDesk({
      environment: parts.environment,
      context: parts.loaded.context,
      secretKey: secret.key,
      dataDir: parts.dataDir,
      log,
    });
    log.info({ signal: await signal }, 'The desk closes.');
    await running.close();
    return exit.done;
  } catch (error) {
    log.error(describeError(error), 'The desk could not be opened.');
    io.stderr(`The desk cannot start: ${(error as Error).message}\n`);
    return exit.wrong;
  }
}
