import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { describeWith, dovecot, postgres, redisServer, smtpd } from '../support/require.ts';
import { openWorld, type Servers, startServers, type World, type WorldOptions } from './world.ts';

/** Where cases are kept. */
export type Engine = 'sqlite' | 'postgres';

/** Describes a journey on SQLite and once more on PostgreSQL, with the servers that it needs. */
export function describeOnEngines(name: string, describe: (engine: Engine) => void): void {
  for (const engine of ['sqlite', 'postgres'] as const) {
    const programs = [dovecot, smtpd, redisServer, ...(engine === 'postgres' ? [postgres] : [])];
    describeWith(programs, `${name}, on ${engine}`, () => describe(engine));
  }
}

/** Opens one world for all tests of this suite, hands it to `take`, and closes it with its servers. */
export function useWorld(take: (world: World) => void, options: WorldOptions = {}): void {
  let servers: Servers | undefined;
  let world: World | undefined;
  beforeAll(async () => {
    servers = await startServers({ postgres: options.engine === 'postgres' });
    world = await openWorld(servers, options);
    take(world);
  });
  afterAll(async () => {
    await world?.close();
    await servers?.close();
  });
}

/** Opens a world for each test of this suite and hands it to `take`; the mailboxes of `people` are emptied in between. */
export function useWorldForEach(take: (world: World) => void, options: WorldOptions, people: readonly string[]): void {
  let servers: Servers | undefined;
  let world: World | undefined;
  beforeAll(async () => {
    servers = await startServers({ postgres: options.engine === 'postgres' });
  });
  afterAll(() => servers?.close());
  beforeEach(async () => {
    if (!servers) throw new Error('The servers are not there: expected them to be started before the first test.');
    world = await openWorld(servers, options);
    take(world);
  });
  afterEach(async () => {
    await world?.close();
    for (const person of people) await servers?.dovecot.doveadm('expunge', '-u', person, 'mailbox', 'INBOX', 'all');
  });
}
