import { Redis } from 'ioredis';
import { checkRedis } from './check-redis.ts';
import { type EmbeddedRedis, startEmbeddedRedis } from './embedded-redis.ts';
import { type ConnectOptions, parseRedisAddress, type RedisAddress } from './redis-address.ts';
import { nameError, type QueueLog } from './source.ts';

/** An opened Redis, given or of our own. */
export type RedisHandle = {
  /** Where it is, without user or password. */
  readonly shown: string;
  readonly version: string;
  /** True for a server of our own. */
  readonly embedded: boolean;
  /** A new connection: `push` fails at once while Redis is away, `work` waits for its return, as BullMQ's workers need. */
  connect(use: 'push' | 'work'): Redis;
  /** The UTC instant since which Redis has been away, or null. */
  awaySince(): string | null;
  /** Ends all connections, and our own server unless another process uses it. */
  close(): Promise<void>;
};

/**
 * Opens the Redis at `url`, or without one a server of our own under `dataDir` (`path` is where programs are looked for, PATH by
 * default). Throws with a remedy when there is none that can be used.
 */
export async function openRedis(options: {
  url?: string;
  dataDir: string;
  log: QueueLog;
  path?: string;
}): Promise<RedisHandle> {
  const { url, dataDir, log, path = process.env.PATH ?? '' } = options;
  const embedded = url === undefined || url === '' ? await startEmbeddedRedis({ dataDir, path, log }) : null;
  const address: RedisAddress =
    embedded === null
      ? parseRedisAddress(url ?? '')
      : { options: { path: embedded.socket }, shown: `unix://${embedded.socket}` };
  try {
    const version = await probe(address, log);
    return watchRedis(address, version, embedded, log);
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

async function probe(address: RedisAddress, log: QueueLog): Promise<string> {
  const once: ConnectOptions = {
    ...address.options,
    lazyConnect: true,
    retryStrategy: null,
    sentinelRetryStrategy: () => null,
    connectTimeout: 5_000,
    commandTimeout: 10_000,
  };
  const client = new Redis(once);
  try {
    return await checkRedis(client, address.shown, log);
  } finally {
    client.disconnect();
  }
}

function watchRedis(
  address: RedisAddress,
  version: string,
  embedded: EmbeddedRedis | null,
  log: QueueLog,
): RedisHandle {
  const { shown } = address;
  const clients = new Set<Redis>();
  let away: string | null = null;
  let closing = false;
  let mending: Promise<void> | null = null;

  function open(options: ConnectOptions): Redis {
    const lasting: ConnectOptions = { ...address.options, ...options, retryStrategy: waitBefore, reconnectOnError };
    const client = new Redis(lasting);
    clients.add(client);
    // The watcher reports an outage once; each connection's every attempt would only repeat it.
    client.on('error', () => undefined);
    client.on('end', () => clients.delete(client));
    return client;
  }

  async function mend(): Promise<void> {
    try {
      await embedded?.keepUp();
    } catch (error) {
      log.error(nameError(error), 'Our Redis could not be started anew; trying again');
    }
    mending = null;
  }

  const watcher = open({ maxRetriesPerRequest: 0 });
  watcher.on('close', () => {
    if (closing) return;
    if (away === null) {
      away = new Date().toISOString();
      log.warn({ redis: shown }, 'Redis is away; rows wait in the database');
    }
    mending ??= mend();
  });
  watcher.on('ready', () => {
    if (away !== null) log.info({ redis: shown, away }, 'Redis is back');
    away = null;
  });

  return {
    shown,
    version,
    embedded: embedded !== null,
    connect: (use) =>
      use === 'work'
        ? open({ maxRetriesPerRequest: null })
        : open({ maxRetriesPerRequest: 0, enableOfflineQueue: false, commandTimeout: 10_000 }),
    awaySince: () => away,
    async close() {
      closing = true;
      for (const client of clients) client.disconnect();
      await mending;
      await embedded?.stop();
    },
  };
}

function waitBefore(times: number): number {
  return Math.min(25 * 2 ** times, 2_000) + Math.random() * 50;
}

/** After a Sentinel failover the old primary answers READONLY: connect anew, to the new one, and send the command again. */
function reconnectOnError(error: Error): 2 | false {
  return error.message.startsWith('READONLY') ? 2 : false;
}
