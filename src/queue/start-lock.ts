import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const busy = 5; // SQLITE_BUSY
const patienceMs = 60_000;

/**
 * Acts while no other process acts in the same folder. The lock is SQLite's on an empty file: the system releases it when its
 * process dies, so that none is ever left behind. Throws when it stays taken for a minute.
 */
export async function withStartLock<T>(folder: string, act: () => Promise<T>): Promise<T> {
  const file = join(folder, 'start.lock');
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    for (const giveUpAt = Date.now() + patienceMs; !take(lock); ) {
      if (Date.now() > giveUpAt)
        throw new Error(
          `${file} has been locked by another process for ${patienceMs / 1_000} s; end the one that hangs while starting or stopping Redis there.`,
        );
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return await act();
  } finally {
    lock.close();
  }
}

function take(lock: DatabaseSync): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && error.errcode === busy) return false;
    throw error;
  }
}
