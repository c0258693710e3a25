import type { RedisOptions } from 'ioredis';

/** ioredis's options but the one that changes the types of its answers. */
export type ConnectOptions = Omit<RedisOptions, 'replyMapping'>;

/** Where a Redis is: how ioredis reaches it, and how to name it without user or password. */
export type RedisAddress = { options: ConnectOptions; shown: string };

const forms =
  'redis://[user:password@]host[:port][/db], rediss://… for TLS, or redis+sentinel://host:port,host:port/master';

/**
 * Parses `redis://`, `rediss://` (TLS), `unix:///path/to/socket`, and `redis+sentinel://[user:password@]host:port,host:port/master`
 * (`rediss+sentinel://` with TLS; query `db`, `sentinelUsername`, `sentinelPassword`). Throws without quoting the value, which may
 * hold a password.
 */
export function parseRedisAddress(url: string): RedisAddress {
  const [, scheme = '', rest = ''] = /^([a-z+]+):\/\/(.*)$/is.exec(url.trim()) ?? [];
  const kind = scheme.toLowerCase();
  if (kind === 'redis' || kind === 'rediss') return parseSingle(kind, rest);
  if (kind === 'redis+sentinel' || kind === 'rediss+sentinel') return parseSentinel(kind, rest);
  if (kind === 'unix' && rest.startsWith('/')) return parseSocket(rest);
  throw refuse(scheme === '' ? 'has no scheme' : `has the scheme ${JSON.stringify(scheme)}`);
}

function parseSingle(kind: string, rest: string): RedisAddress {
  const url = parseUrl(rest);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (host === '') throw refuse('names no host');
  const port = url.port === '' ? 6379 : Number(url.port);
  const db = parseDb(url.searchParams.get('db') ?? url.pathname.slice(1));
  return {
    options: { host, port, db, ...parseUser(url), ...(kind === 'rediss' ? { tls: {} } : {}) },
    shown: `${kind}://${url.hostname}:${port}/${db}`,
  };
}

function parseSentinel(kind: string, rest: string): RedisAddress {
  const [, user = '', hosts = '', tail = ''] = /^([^@]*@)?([^/?]*)(.*)$/.exec(rest) ?? [];
  const sentinels = hosts.split(',').map((one) => {
    const { hostname, port } = parseUrl(one);
    if (hostname === '') throw refuse('names a sentinel without a host');
    return { host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? 26_379 : Number(port) };
  });
  const url = parseUrl(`${user}sentinel${tail}`);
  const name = decode(url.pathname.slice(1));
  if (name === '') throw refuse('names no master after the sentinels');
  const db = parseDb(url.searchParams.get('db') ?? '');
  const sentinelUsername = url.searchParams.get('sentinelUsername');
  const sentinelPassword = url.searchParams.get('sentinelPassword');
  return {
    options: {
      sentinels,
      name,
      db,
      ...parseUser(url),
      ...(sentinelUsername === null ? {} : { sentinelUsername }),
      ...(sentinelPassword === null ? {} : { sentinelPassword }),
      ...(kind === 'rediss+sentinel' ? { tls: {}, enableTLSForSentinelMode: true } : {}),
    },
    shown: `${kind}://${sentinels.map(({ host, port }) => `${host}:${port}`).join(',')}/${name}`,
  };
}

function parseSocket(rest: string): RedisAddress {
  const url = parseUrl(`socket${rest}`);
  const path = decode(url.pathname);
  return { options: { path, db: parseDb(url.searchParams.get('db') ?? '') }, shown: `unix://${path}` };
}

function parseUrl(rest: string): URL {
  try {
    return new URL(`redis://${rest}`);
  } catch {
    throw refuse('cannot be parsed as a URL (a password must be percent-encoded)');
  }
}

function parseUser(url: URL): { username?: string; password?: string } {
  const username = decode(url.username);
  const password = decode(url.password);
  return { ...(username === '' ? {} : { username }), ...(password === '' ? {} : { password }) };
}

function parseDb(text: string): number {
  if (text === '') return 0;
  if (!/^\d{1,5}$/.test(text)) throw refuse('names a database that is not a number');
  return Number(text);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw refuse('holds a percent sign that is not percent-encoded (write %25)');
  }
}

function refuse(fault: string): Error {
  return new Error(`REDIS_URL ${fault}; expected ${forms}.`);
}
