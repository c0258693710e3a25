import { accessSync, constants, globSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, test } from 'vitest';

/** A program that a suite needs: its name, the apt command that brings it, and whether it is here. */
export type Need = { what: string; apt: string; present: () => boolean };

/** A Redis or Valkey server on PATH. */
export const redisServer: Need = {
  what: 'redis-server or valkey-server',
  apt: 'apt-get install redis-server',
  present: () => findProgram('redis-server', 'valkey-server') !== null,
};

/** Dovecot with its IMAP, LMTP and submission services. */
export const dovecot: Need = {
  what: 'dovecot with imap, lmtp and submission',
  apt: 'apt-get install dovecot-imapd dovecot-lmtpd dovecot-submissiond',
  present: () =>
    findProgram('dovecot') !== null &&
    ['imap', 'lmtp', 'submission'].every((service) => isExecutable(join('/usr/lib/dovecot', service))),
};

/** OpenSMTPD's daemon. */
export const smtpd: Need = {
  what: 'smtpd (OpenSMTPD)',
  apt: 'apt-get install opensmtpd',
  present: () => findProgram('smtpd') !== null,
};

/** PostgreSQL's server programs, on PATH or where Debian keeps them. */
export const postgres: Need = {
  what: 'postgresql (initdb and postgres)',
  apt: 'apt-get install postgresql',
  present: () => findPostgresFolder() !== null,
};

/** Chromium or Chrome. */
export const chromium: Need = {
  what: 'chromium',
  apt: 'apt-get install chromium',
  present: () => findProgram('chromium', 'chromium-browser', 'google-chrome') !== null,
};

/**
 * Runs a suite that needs these programs. When one is absent the suite is skipped with the reason and the apt command on screen,
 * or fails when REQUIRE_ALL_SUITES is `1`.
 */
export function describeWith(needs: Need[], name: string, fn: () => void): void {
  const missing = needs.filter((need) => !need.present());
  if (missing.length === 0) {
    describe(name, fn);
    return;
  }
  const reason = `needs ${missing.map((need) => `${need.what} (${need.apt})`).join(' and ')}`;
  if (process.env.REQUIRE_ALL_SUITES !== '1') console.warn(`Skipped: ${name}: ${reason}`);
  describe(name, () => {
    test(`finds what it needs: ${reason}`, (context) => {
      if (process.env.REQUIRE_ALL_SUITES === '1') throw new Error(`REQUIRE_ALL_SUITES is 1, and "${name}" ${reason}`);
      context.skip(reason);
    });
  });
}

/** The full path of the first of these programs on PATH or in the system's folders, or null. */
export function findProgram(...names: string[]): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/local/sbin', '/usr/sbin', '/sbin'];
  for (const name of names) {
    const path = folders
      .filter((folder) => folder !== '')
      .map((folder) => join(folder, name))
      .find(isExecutable);
    if (path !== undefined) return path;
  }
  return null;
}

/** The folder that holds PostgreSQL's `initdb` and `postgres`, the newest version first, or null. */
export function findPostgresFolder(): string | null {
  const folders = globSync('/usr/lib/postgresql/*/bin').sort((a, b) => versionOf(b) - versionOf(a));
  const onPath = findProgram('initdb');
  if (onPath !== null) folders.push(join(onPath, '..'));
  const hasServer = (folder: string) => ['initdb', 'postgres'].every((name) => isExecutable(join(folder, name)));
  return folders.find(hasServer) ?? null;
}

function versionOf(folder: string): number {
  return Number(folder.split('/').at(-2)) || 0;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
