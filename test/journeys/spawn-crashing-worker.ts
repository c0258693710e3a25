import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { CrashPoint } from './crashing-worker.ts';
import type { World } from './world.ts';

/** Starts a worker on the world's mailbox, store and Redis that kills itself at the point; answers the signal that ended it. */
export async function spawnCrashingWorker(world: World, point: CrashPoint): Promise<NodeJS.Signals | null> {
  const orders = { environment: world.environment, configDir: world.configDir, dataDir: world.dataDir, point };
  const child = spawn(process.execPath, [join(import.meta.dirname, 'crashing-worker.ts')], {
    env: { ...process.env, CRASHING_WORKER: JSON.stringify(orders) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const timer = setTimeout(() => child.kill('SIGTERM'), 150_000);
  const signal = await new Promise<NodeJS.Signals | null>((resolve) =>
    child.once('exit', (_code, name) => resolve(name)),
  );
  clearTimeout(timer);
  return signal;
}
