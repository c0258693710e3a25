import { describe, expect, test } from 'vitest';
import { parseRedisAddress } from '../../src/queue/redis-address.ts';

describe('REDIS_URL', () => {
  test.each([
    ['redis://localhost', { host: 'localhost', port: 6379, db: 0 }, 'redis://localhost:6379/0'],
    ['redis://cache.example:7000/3', { host: 'cache.example', port: 7000, db: 3 }, 'redis://cache.example:7000/3'],
    ['redis://:s%40cret@h.example', { password: 's@cret' }, 'redis://h.example:6379/0'],
    [
      'redis://u:pw@[::1]:6380?db=2',
      { host: '::1', port: 6380, db: 2, username: 'u', password: 'pw' },
      'redis://[::1]:6380/2',
    ],
    ['rediss://u:pw@h.example', { tls: {}, username: 'u' }, 'rediss://h.example:6379/0'],
    ['unix:///run/redis/redis.sock?db=1', { path: '/run/redis/redis.sock', db: 1 }, 'unix:///run/redis/redis.sock'],
    [
      'redis+sentinel://u:pw@s1.example:26380,s2.example/desk?db=4&sentinelPassword=sp',
      {
        sentinels: [
          { host: 's1.example', port: 26_380 },
          { host: 's2.example', port: 26_379 },
        ],
        name: 'desk',
        db: 4,
        username: 'u',
        password: 'pw',
        sentinelPassword: 'sp',
      },
      'redis+sentinel://s1.example:26380,s2.example:26379/desk',
    ],
    [
      'rediss+sentinel://s1.example/desk',
      { enableTLSForSentinelMode: true, tls: {}, name: 'desk' },
      'rediss+sentinel://s1.example:26379/desk',
    ],
  ])('%s is understood and shown without its password', (url, options, shown) => {
    const address = parseRedisAddress(url);
    expect(address.options).toMatchObject(options);
    expect(address.shown).toBe(shown);
  });

  test.each([
    ['localhost:6379', 'has no scheme'],
    ['http://u:hunter2@h.example', 'has the scheme "http"'],
    ['redis://', 'names no host'],
    ['redis://u:hunter2@h.example:99999', 'cannot be parsed as a URL'],
    ['redis://h.example/first', 'names a database that is not a number'],
    ['redis://:hunter2%zz@h.example', 'holds a percent sign'],
    ['redis+sentinel://u:hunter2@s1.example', 'names no master'],
    ['redis+sentinel://u:hunter2@s1.example,,s2.example/desk', 'names a sentinel without a host'],
    ['unix://relative', 'has the scheme "unix"'],
  ])('%s is refused with what was expected and without the password', (url, fault) => {
    const refusal = () => parseRedisAddress(url);
    expect(refusal).toThrow(`REDIS_URL ${fault}`);
    expect(refusal).toThrow('expected redis://');
    expect(refusal).not.toThrow('hunter2');
  });
});
