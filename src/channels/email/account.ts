import type { OauthSettings } from './oauth.ts';

/** How to log in: a password, or OAuth with a token fetched for each connection. */
export type MailAuth = { kind: 'password'; password: string } | { kind: 'oauth'; oauth: OauthSettings };

/** `starttls` counts when `secure` is false: `required` refuses a server that does not offer it. */
type Server = { host: string; port: number; secure: boolean; starttls: 'required' | 'when-offered' };
/** The mailbox to watch. */
export type ImapAccount = Server & { user: string; auth: MailAuth };
/** The server that sends our mail; `login` is null for a relay that asks for none. */
export type SmtpAccount = Server & { login: { user: string; auth: MailAuth } | null };

/** An account, or what is wrong with the variable, in words that never hold the password. */
export type ParsedAccount<Account> = { kind: 'account'; account: Account } | { kind: 'fault'; fault: string };

/** Reads IMAP_URL; `oauth` takes the place of the password. */
export function parseImapUrl(value: string, oauth: OauthSettings | null = null): ParsedAccount<ImapAccount> {
  const form = 'imaps://user:password@host:993';
  const parsed = parseMailUrl('IMAP_URL', value, { schemes: ['imap', 'imaps'], ports: [143, 993], form });
  if (parsed.kind === 'fault') return parsed;
  const { user, password, ...server } = parsed.url;
  if (user === '') return fault('IMAP_URL', 'it names no user', form);
  if (oauth !== null) return { kind: 'account', account: { ...server, user, auth: { kind: 'oauth', oauth } } };
  if (password === '') return fault('IMAP_URL', 'it holds no password and MAIL_OAUTH_PROVIDER is not set', form);
  return { kind: 'account', account: { ...server, user, auth: { kind: 'password', password } } };
}

/** Reads SMTP_URL; without a user nothing is logged in. */
export function parseSmtpUrl(value: string, oauth: OauthSettings | null = null): ParsedAccount<SmtpAccount> {
  const form = 'smtps://user:password@host:465 or smtp://user:password@host:587';
  const parsed = parseMailUrl('SMTP_URL', value, { schemes: ['smtp', 'smtps'], ports: [587, 465], form });
  if (parsed.kind === 'fault') return parsed;
  const { user, password, ...server } = parsed.url;
  if (user === '') return { kind: 'account', account: { ...server, login: null } };
  if (oauth !== null)
    return { kind: 'account', account: { ...server, login: { user, auth: { kind: 'oauth', oauth } } } };
  if (password === '') return fault('SMTP_URL', 'it names a user but holds no password', form);
  return { kind: 'account', account: { ...server, login: { user, auth: { kind: 'password', password } } } };
}

const hint = 'in user and password write # as %23, / as %2F, ? as %3F and @ as %40';

type MailUrl = Server & { user: string; password: string };
type Expected = { schemes: [plain: string, secure: string]; ports: [plain: number, secure: number]; form: string };

function parseMailUrl(
  name: string,
  value: string,
  expected: Expected,
): { kind: 'url'; url: MailUrl } | { kind: 'fault'; fault: string } {
  const { schemes, ports, form } = expected;
  if (value.trim() === '') return fault(name, 'it is empty', form);
  if (!URL.canParse(value.trim())) return fault(name, `it is no URL; ${hint}`, form);
  const url = new URL(value.trim());
  const scheme = url.protocol.slice(0, -1);
  if (!schemes.includes(scheme)) return fault(name, `its scheme is "${scheme}"`, form);
  if (url.hostname === '') return fault(name, 'it names no host', form);
  if (url.hash !== '' || (url.pathname !== '' && url.pathname !== '/'))
    return fault(name, `something follows the host and port; ${hint}`, form);
  const user = decodePart(url.username);
  const password = decodePart(url.password);
  if (user === null || password === null) return fault(name, 'a % in user or password must be written as %25', form);
  const secure = scheme === schemes[1];
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
  const starttls = url.searchParams.get('starttls') ?? (isNearby(host) ? 'when-offered' : 'required');
  if (starttls !== 'required' && starttls !== 'when-offered')
    return fault(name, 'starttls must be "required" or "when-offered"', form);
  const port = url.port === '' ? (secure ? ports[1] : ports[0]) : Number(url.port);
  return { kind: 'url', url: { host, port, secure, starttls, user, password } };
}

/** A machine of our own (this one, or a neighbour by its bare name): there a server without TLS is no surprise. */
function isNearby(host: string): boolean {
  return host === '::1' || host.startsWith('127.') || (!host.includes('.') && !host.includes(':'));
}

function decodePart(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

function fault(name: string, what: string, form: string): { kind: 'fault'; fault: string } {
  return { kind: 'fault', fault: `${name}: ${what}. Expected ${form}, special characters percent-encoded.` };
}
