import { ImapFlow } from 'imapflow';
import type { ImapAccount } from './account.ts';
import { fetchAccessToken } from './oauth.ts';

/** Times in milliseconds. A server that stays silent is noticed about 10 s after `socketTimeout`. */
export type ConnectionLimits = {
  connectTimeoutMs: number;
  socketTimeoutMs: number;
  maxIdleMs: number;
  idleDelayMs: number;
};
export const connectionLimits: ConnectionLimits = {
  connectTimeoutMs: 20_000,
  socketTimeoutMs: 75_000,
  maxIdleMs: 50_000,
  idleDelayMs: 300,
};

/**
 * Why a mailbox cannot be used: `refused` will not pass by itself (password, folder), `away` will; `retryAfterMs` is the server's
 * own wish. Reasons are codes, never server text, which may hold addresses. `error` is set for what no server or network says.
 */
export type MailboxFailure = { kind: 'refused' | 'away'; reason: string; retryAfterMs?: number; error?: unknown };
export type Connected = { kind: 'connected'; client: ImapFlow };

/** Opens a new, logged-in connection; with OAuth under a fresh token. Its later errors show as `close`. */
export async function connectImap(
  account: ImapAccount,
  limits: ConnectionLimits,
  signal?: AbortSignal,
): Promise<Connected | MailboxFailure> {
  const login = await readLogin(account);
  if ('kind' in login) return login;
  if (signal?.aborted) return { kind: 'away', reason: 'closed' };
  const client = new ImapFlow({
    host: account.host,
    port: account.port,
    secure: account.secure,
    ...(account.secure || account.starttls === 'when-offered' ? {} : { doSTARTTLS: true }),
    auth: { user: account.user, ...login },
    logger: false,
    connectionTimeout: limits.connectTimeoutMs,
    greetingTimeout: limits.connectTimeoutMs,
    socketTimeout: limits.socketTimeoutMs,
    maxIdleTime: limits.maxIdleMs,
    autoIdleDelay: limits.idleDelayMs,
    maxLiteralSize: 16_000_000,
    maxResponseSize: 48_000_000,
    clientInfo: { name: 'rechtenloket' },
  });
  // Without a listener an error would end the process; what the error means is told by the command that fails, or by `close`.
  client.on('error', () => undefined);
  const abort = () => client.close();
  signal?.addEventListener('abort', abort);
  try {
    await client.connect();
    return { kind: 'connected', client };
  } catch (error) {
    client.close();
    return sortImapFailure(error);
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}

async function readLogin(account: ImapAccount): Promise<{ pass: string } | { accessToken: string } | MailboxFailure> {
  if (account.auth.kind === 'password') return { pass: account.auth.password };
  const token = await fetchAccessToken(account.auth.oauth);
  if (token.kind === 'token') return { accessToken: token.accessToken };
  return { kind: token.kind === 'refused' ? 'refused' : 'away', reason: token.reason };
}

/** RFC 5530 codes by which a server says that a failed login is its own trouble. */
const passingCodes = ['UNAVAILABLE', 'INUSE', 'LIMIT', 'SERVERBUG', 'ETHROTTLE'];

/** The one table that sorts what imapflow and the network throw; what has no code is `unexpected` and carries the error. */
export function sortImapFailure(error: unknown): MailboxFailure {
  if (!(error instanceof Error)) return { kind: 'away', reason: 'unexpected', error };
  const code = readText(error, 'code');
  const serverCode = readText(error, 'serverResponseCode');
  const throttle: unknown = Reflect.get(error, 'throttleReset');
  const after = typeof throttle === 'number' && throttle > 0 ? { retryAfterMs: throttle } : {};
  if (Reflect.get(error, 'authenticationFailed') === true) {
    const passes = passingCodes.includes(serverCode.toUpperCase());
    return { kind: passes ? 'away' : 'refused', reason: `login: ${serverCode || 'refused'}`, ...after };
  }
  if (Reflect.get(error, 'mailboxMissing') === true) return { kind: 'refused', reason: 'folder: missing' };
  if (Reflect.get(error, 'tlsFailed') === true) return { kind: 'away', reason: `tls: ${code || 'failed'}` };
  const status = readText(error, 'responseStatus');
  if (code === '' && status === '' && serverCode === '') return { kind: 'away', reason: 'unexpected', error };
  return {
    kind: 'away',
    reason: ['imap:', code, status, serverCode].filter((part) => part !== '').join(' '),
    ...after,
  };
}

function readText(error: Error, name: string): string {
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' && /^[\w.-]{1,60}$/.test(value) ? value : '';
}
