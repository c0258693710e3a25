import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openRedis } from '../../src/queue/redis.ts';
import { findFreePort } from '../support/free-port.ts';
import { acceptsConnections, waitFor } from '../support/processes.ts';
import { startRedis, type TestRedis } from '../support/redis.ts';
import { describeWith, findProgram, redisServer } from '../support/require.ts';
import { keepLog, makeFolder } from './set-up.ts';

describeWith([redisServer], 'A Redis that was given', () => {
  test('is opened, named without its password, and left running', async () => {
    const server = await startServer({ requirepass: 'hunter2' });
    const { log, lines } = keepLog();
    const redis = await openRedis({ url: `redis://:hunter2@127.0.0.1:${server.port}/3`, dataDir: makeFolder(), log });
    expect(redis).toMatchObject({ embedded: false, shown: `redis://127.0.0.1:${server.port}/3` });
    expect(redis.version).toMatch(/^\d+\.\d+/);
    expect(redis.awaySince()).toBeNull();
    const client = redis.connect('work');
    expect(await client.set('k', 'v')).toBe('OK');
    await redis.close();
    await waitFor('the end of the connection', () => client.status === 'end');
    expect(await server.look.ping()).toBe('PONG');
    expect(JSON.stringify(lines)).not.toContain('hunter2');
  });

  test('is refused with what is wrong and what to do, and without its password', async () => {
    const server = await startServer({ requirepass: 'hunter2' });
    const port = await findFreePort();
    const cases: [string, RegExp][] = [
      [
        `redis://:wrong-hunter2@127.0.0.1:${server.port}`,
        /cannot be used: .*WRONGPASS.* Check user and password in REDIS_URL/,
      ],
      [`redis://127.0.0.1:${server.port}`, /cannot be used: .*NOAUTH.* Check user and password/],
      [
        `redis://:hunter2@127.0.0.1:${port}`,
        new RegExp(`Redis at redis://127.0.0.1:${port}/0 cannot be used: .*ECONNREFUSED.* Check that it runs`),
      ],
      ['redis://:hunter2@nowhere.test', /nowhere\.test.*Check the host/],
      [`rediss://:hunter2@127.0.0.1:${server.port}`, /cannot be used: .*ETIMEDOUT.* whether it speaks TLS/],
      [`redis+sentinel://:hunter2@127.0.0.1:${port}/desk`, /cannot be used: .*Check the sentinels/],
      ['mysql://u:hunter2@h.example', /REDIS_URL has the scheme "mysql"; expected redis:/],
    ];
    for (const [url, message] of cases) {
      const refusal = await refuse(url);
      expect(refusal).toMatch(message);
      expect(refusal).not.toContain('hunter2');
    }
  });

  test('is refused when it is older than 6.2', async () => {
    const port = await serveInfo('redis_version:5.0.14\r\nrole:master\r\nmaxmemory_policy:noeviction\r\n');
    expect(await refuse(`redis://127.0.0.1:${port}`)).toMatch(
      /is version "5\.0\.14"; expected 6\.2 or newer, or Valkey\. Upgrade it/,
    );
  });

  test('is refused when it is a replica', async () => {
    const port = await serveInfo(
      'redis_version:7.2.4\r\nvalkey_version:8.0.1\r\nrole:slave\r\nmaxmemory_policy:noeviction\r\n',
    );
    expect(await refuse(`redis://127.0.0.1:${port}`)).toMatch(
      /is a replica and cannot be written; give the primary's address/,
    );
  });

  test('is warned of when it may throw jobs away', async () => {
    const server = await startServer({ 'maxmemory-policy': 'allkeys-lru' });
    const { log, lines } = keepLog();
    const redis = await openRedis({ url: server.url, dataDir: makeFolder(), log });
    await redis.close();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ level: 'warn', fields: { policy: 'allkeys-lru' } });
    expect(lines[0]?.message).toContain('set maxmemory-policy to noeviction');
  });

  test('is found through its sentinels', async () => {
    const server = await startServer();
    const port = await findFreePort();
    const file = join(makeFolder(), 'sentinel.conf');
    writeFileSync(file, `port ${port}\nbind 127.0.0.1\nsentinel monitor desk 127.0.0.1 ${server.port} 1\n`);
    const sentinel = spawn(findProgram('redis-server', 'valkey-server') ?? '', [file, '--sentinel'], {
      stdio: 'ignore',
    });
    onTestFinished(() => void sentinel.kill());
    await waitFor('the sentinel', () => acceptsConnections(port));
    const { log } = keepLog();
    const redis = await openRedis({ url: `redis+sentinel://127.0.0.1:${port}/desk?db=2`, dataDir: makeFolder(), log });
    await redis.connect('work').set('through', 'sentinel');
    await server.look.select(2);
    expect(await server.look.get('through')).toBe('sentinel');
    await redis.close();
  });
});

async function startServer(settings: Record<string, string> = {}): Promise<TestRedis> {
  const server = await startRedis(settings);
  onTestFinished(() => server.stop());
  return server;
}

async function refuse(url: string): Promise<string> {
  const { log } = keepLog();
  try {
    const redis = await openRedis({ url, dataDir: makeFolder(), log });
    await redis.close();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error('openRedis should have refused');
}

/** A server that answers INFO with these lines and everything else with OK: an age of Redis that no package brings any more. */
async function serveInfo(info: string): Promise<number> {
  const server = createServer((socket) => {
    socket.setEncoding('utf8').on('data', (text: string) => {
      for (const command of text.split(/(?=\*\d+\r\n)/)) {
        const name = command.split('\r\n')[2]?.toLowerCase();
        socket.write(
          name === 'info'
            ? `$${info.length}\r\n${info}\r\n`
            : name === 'hello'
              ? '-ERR unknown command `HELLO`, with args beginning with: `3`, \r\n'
              : '+OK\r\n',
        );
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
