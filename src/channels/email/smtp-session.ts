import { Readable } from 'node:stream';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import type XOAuth2 from 'nodemailer/lib/xoauth2';
import type { SmtpAccount } from './account.ts';
import { fetchAccessToken } from './oauth.ts';
import { type SendResult, sortSmtpFailure } from './smtp-failure.ts';

/** Times in milliseconds. */
export type SmtpLimits = { connectTimeoutMs: number; socketTimeoutMs: number };
export type Envelope = { from: string; to: string };

/**
 * One SMTP session with its own connection and, with OAuth, a fresh token. With `mail` it is sent; without, the session only shows
 * that connecting and logging in succeed. `signal` ends it.
 */
export async function runSmtpSession(
  account: SmtpAccount,
  limits: SmtpLimits,
  mail: { envelope: Envelope; raw: Uint8Array } | null,
  signal: AbortSignal,
): Promise<SendResult> {
  const login = await readLogin(account);
  if ('kind' in login) return login;
  if (signal.aborted) return { kind: 'transient', reason: 'EABORT' };
  const { default: Connection } = await import('nodemailer/lib/smtp-connection');
  const connection = new Connection({
    host: account.host,
    port: account.port,
    secure: account.secure,
    requireTLS: !account.secure && account.starttls === 'required',
    connectionTimeout: limits.connectTimeoutMs,
    greetingTimeout: limits.connectTimeoutMs,
    dnsTimeout: limits.connectTimeoutMs,
    socketTimeout: limits.socketTimeoutMs,
    logger: false,
  });
  const sent = { started: false };
  const failed = Promise.withResolvers<never>();
  failed.promise.catch(() => undefined);
  const abort = () => failed.reject(Object.assign(new Error('send aborted'), { code: 'EABORT' }));
  signal.addEventListener('abort', abort, { once: true });
  connection.on('error', (error: Error) => failed.reject(error));
  connection.once('end', () => failed.reject(Object.assign(new Error('connection ended'), { code: 'ECONNECTION' })));
  try {
    return await Promise.race([failed.promise, converse(connection, login.auth, mail, sent)]);
  } catch (error) {
    return sortSmtpFailure(error, sent.started);
  } finally {
    signal.removeEventListener('abort', abort);
    connection.close();
  }
}

type Auth = { user: string; pass: string } | { user: string; oauth2: XOAuth2 };

async function readLogin(account: SmtpAccount): Promise<{ auth: Auth | null } | SendResult> {
  if (account.login === null) return { auth: null };
  const { user, auth } = account.login;
  if (auth.kind === 'password') return { auth: { user, pass: auth.password } };
  const token = await fetchAccessToken(auth.oauth);
  if (token.kind !== 'token') return { kind: 'transient', reason: token.reason };
  const { default: Token } = await import('nodemailer/lib/xoauth2');
  return { auth: { user, oauth2: new Token({ user, accessToken: token.accessToken }) } };
}

async function converse(
  connection: SMTPConnection,
  auth: Auth | null,
  mail: { envelope: Envelope; raw: Uint8Array } | null,
  sent: { started: boolean },
): Promise<SendResult> {
  await new Promise<void>((resolve, reject) => connection.connect((error) => (error ? reject(error) : resolve())));
  if (auth !== null && connection.allowsAuth)
    await new Promise<void>((resolve, reject) =>
      connection.login(auth, (error) => (error ? reject(error) : resolve())),
    );
  if (mail === null) {
    connection.quit();
    return { kind: 'sent' };
  }
  const { envelope, raw } = mail;
  const message = new Readable({
    // nodemailer reads the stream only after the server's 354: until then it is certain that nothing was accepted.
    read() {
      sent.started = true;
      this.push(raw);
      this.push(null);
    },
  });
  const info = await new Promise<{ serverMessageId?: string | undefined }>((resolve, reject) =>
    connection.send({ from: envelope.from, to: [envelope.to], size: raw.length }, message, (error, result) =>
      error ? reject(error) : resolve(result),
    ),
  );
  connection.quit();
  const serverMessageId = info.serverMessageId?.replace(/^<|>$/g, '');
  return serverMessageId === undefined ? { kind: 'sent' } : { kind: 'sent', serverMessageId };
}
