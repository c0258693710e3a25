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

/** Opens one world for all tests of this suite and closes it with its servers; the answer stands for it while it is open. */
export function useWorld(options: WorldOptions = {}): World {
  let servers: Servers | undefined;
  let world: World | undefined;
  beforeAll(async () => {
    servers = await startServers({ postgres: options.engine === 'postgres' });
    world = await openWorld(servers, options);
  });
  afterAll(async () => {
    await world?.close();
    await servers?.close();
  });
  return standFor(() => world);
}

/** Opens a world for each test of this suite; the mailboxes of `people` are emptied in between. The answer stands for the open one. */
export function useWorldForEach(options: WorldOptions, people: readonly string[]): World {
  let servers: Servers | undefined;
  let world: World | undefined;
  beforeAll(async () => {
    servers = await startServers({ postgres: options.engine === 'postgres' });
  });
  afterAll(() => servers?.close());
  beforeEach(async () => {
    if (!servers) throw new Error('The servers are not there: expected them to be started before the first test.');
    world = await openWorld(servers, options);
  });
  afterEach(async () => {
    await world?.close();
    for (const person of people) await servers?.dovecot.doveadm('expunge', '-u', person, 'mailbox', 'INBOX', 'all');
  });
  return standFor(() => world);
}

/** A world before there is one: each look at it is a look at that which is open by then. */
function standFor(open: () => World | undefined): World {
  return new Proxy({} as World, {
    get(_, name) {
      const world = open();
      if (!world) throw new Error('No world is open: expected a look at it within a test or a hook.');
      return Reflect.get(world, name);
    },
  });
}
