import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith, dovecot, redisServer, smtpd } from '../support/require.ts';
import { countCases } from './proof.ts';
import { openWorld, type Servers, secretKey, startServers, type World } from './world.ts';

const ask = { subject: 'Inzage', text: 'Ik wil graag inzage in mijn persoonsgegevens.' };

describeWith([dovecot, smtpd, redisServer], 'two desks on one database of one Redis', () => {
  let servers: Servers;
  let one: World;
  let other: World;
  beforeAll(async () => {
    servers = await startServers();
    one = await openWorld(servers);
    const redisUrl = one.environment.REDIS_URL;
    other = await openWorld(servers, { secretKey: Buffer.alloc(32, 8), ...(redisUrl ? { redisUrl } : {}) });
  });
  afterAll(async () => {
    await other?.close();
    await one?.close();
    await servers?.close();
  });

  /** What the keys in the shared database begin with. */
  async function listPrefixes(): Promise<string[]> {
    const database = Number(new URL(one.environment.REDIS_URL ?? '').pathname.slice(1));
    const { look } = servers.redis;
    await look.select(database);
    const keys = await look.keys('*');
    await look.select(0);
    return [...new Set(keys.map((key) => key.slice(0, key.indexOf(':'))))];
  }

  it('do each their own work only', async () => {
    await Promise.all([
      one.write({ from: 'een@example.test', name: 'Eefje Een', ...ask }),
      other.write({ from: 'twee@example.test', name: 'Ties Twee', ...ask }),
    ]);
    expect([await countCases(one), await countCases(other)]).toEqual([1, 1]);
    expect([...one.logs, ...other.logs].filter((line) => /"level":"(warn|error)"/.test(line))).toEqual([]);
  });

  it('have keys of their own there, which the workers of one desk share and which give away no secret key', async () => {
    const prefixes = await listPrefixes();
    expect(prefixes).toHaveLength(2);
    for (const prefix of prefixes) {
      expect(prefix).toMatch(/^rechtenloket-[0-9a-f]{12}$/);
      expect(prefix).not.toContain(secretKey.toString('hex').slice(0, 12));
    }
    const beside = await one.startBeside();
    try {
      expect((await listPrefixes()).toSorted()).toEqual(prefixes.toSorted());
    } finally {
      await beside.close();
    }
  });
});
