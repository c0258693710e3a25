import type { Redis } from 'ioredis';
import type { QueueLog } from './source.ts';

/** Connects once and answers the server's version; throws with a remedy when it cannot be used. */
export async function checkRedis(client: Redis, shown: string, log: QueueLog): Promise<string> {
  const info = await askInfo(client, shown);
  const version = info.get('valkey_version') ?? info.get('redis_version') ?? '';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (!(major > 6 || (major === 6 && minor >= 2)))
    throw new Error(
      `Redis at ${shown} is version ${JSON.stringify(version)}; expected 6.2 or newer, or Valkey. Upgrade it, or leave REDIS_URL empty to use a server of our own.`,
    );
  const policy = info.get('maxmemory_policy') ?? 'unknown';
  if (policy !== 'noeviction')
    log.warn(
      { redis: shown, policy },
      'Redis may throw jobs away when its memory is full: set maxmemory-policy to noeviction (what is lost meanwhile comes back with the next sweep)',
    );
  if (info.get('role') === 'slave')
    throw new Error(
      `Redis at ${shown} is a replica and cannot be written; give the primary's address, or a redis+sentinel:// one.`,
    );
  return version;
}

async function askInfo(client: Redis, shown: string): Promise<Map<string, string>> {
  let cause: Error | undefined;
  const remember = (error: Error) => {
    cause = error;
  };
  client.on('error', remember);
  try {
    await client.connect();
    return new Map(
      (await client.info())
        .split(/\r?\n/)
        .filter((line) => line.includes(':'))
        .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
    );
  } catch (error) {
    const reason = cause?.message || (error instanceof Error ? error.message : String(error));
    const code = cause !== undefined && 'code' in cause ? String(cause.code) : '';
    throw new Error(`Redis at ${shown} cannot be used: ${reason || code}. ${adviseOn(`${code} ${reason}`)}`);
  } finally {
    client.off('error', remember);
  }
}

function adviseOn(reason: string): string {
  if (/WRONGPASS|NOAUTH|NOPERM|invalid password/i.test(reason)) return 'Check user and password in REDIS_URL.';
  if (/ENOTFOUND|EAI_AGAIN/.test(reason)) return 'Check the host in REDIS_URL.';
  if (/ECONNREFUSED|ENOENT|ECONNRESET|EHOSTUNREACH/.test(reason))
    return 'Check that it runs and that host and port in REDIS_URL are right.';
  if (/ETIMEDOUT|timed out/.test(reason))
    return 'Check host and port in REDIS_URL, the firewall between, and whether it speaks TLS (rediss://) or not (redis://).';
  if (/certificate|SSL|TLS|wrong version number/i.test(reason))
    return 'Check whether it speaks TLS (rediss://) and its certificate.';
  if (/sentinel/i.test(reason)) return 'Check the sentinels and the name of the master in REDIS_URL.';
  return 'Check REDIS_URL.';
}
