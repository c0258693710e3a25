import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type LoadedContext, loadContext } from '../config.ts';
import type { Context } from '../core/context.ts';
import { type Environment, readEnvironment, readSecretKey } from '../environment.ts';
import { openStore } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import type { Io } from './io.ts';

/** The folder with `workflows/` and `templates/`: the package itself. */
export const home = fileURLToPath(new URL('../../', import.meta.url));

/** Environment and configuration as found, with all their faults. */
export type Parts = {
  environment: Environment;
  environmentFaults: string[];
  loaded: LoadedContext;
  dataDir: string;
};

/** Reads environment and configuration; faults are kept, not thrown. */
export async function openParts(): Promise<Parts> {
  const { environment, faults } = readEnvironment(process.env);
  const loaded = await loadContext({ configDir: resolve(environment.CONFIG_DIR ?? 'config'), home });
  return {
    environment,
    environmentFaults: faults.map((fault) => fault.message),
    loaded,
    dataDir: resolve(environment.DATA_DIR ?? 'data'),
  };
}

/** All that is wrong in environment files and configuration. */
export function findFaults(parts: Parts): string[] {
  return [...parts.environmentFaults, ...(parts.loaded.ok ? [] : parts.loaded.faults)];
}

/** What most commands need: environment and checked configuration; null after the faults were printed. */
export async function openContext(
  io: Io,
): Promise<{ environment: Environment; context: Context; dataDir: string } | null> {
  const parts = await openParts();
  const faults = findFaults(parts);
  if (!parts.loaded.ok || faults.length > 0) {
    io.stderr(
      `The configuration has ${faults.length} fault${faults.length === 1 ? '' : 's'}:\n${faults.map((fault) => `- ${fault}\n`).join('')}`,
    );
    return null;
  }
  return { environment: parts.environment, context: parts.loaded.context, dataDir: parts.dataDir };
}

/** The same, with the store open; the caller closes it. */
export async function openStoreForCommand(io: Io): Promise<{ context: Context; store: Store } | null> {
  const opened = await openContext(io);
  if (!opened) return null;
  const secret = readSecretKey(opened.environment);
  if (!secret.ok) {
    io.stderr(`${secret.fault.message}\n`);
    return null;
  }
  try {
    const { DATABASE_URL: url } = opened.environment;
    const store = await openStore({ ...(url ? { url } : {}), dataDir: opened.dataDir, secretKey: secret.key });
    return { context: opened.context, store };
  } catch (error) {
    io.stderr(`${(error as Error).message}\n`);
    return null;
  }
}
