/**
 * OAuth 2.0 for a mailbox (RFC 6749). Microsoft 365 takes client credentials (`secret`) or a refresh token, Google a refresh token.
 * `tokenUrl` overrides the provider's endpoint. Microsoft gives a new refresh token with each answer and lets the first one die after
 * 90 days: the newest is kept in `refreshToken`, and `onRefreshToken` is told of it so that it can outlive the process.
 */
export type OauthSettings = {
  provider: 'microsoft365' | 'google';
  tenant: string;
  clientId: string;
  clientSecret?: string;
  refreshToken?: string;
  tokenUrl?: string;
  onRefreshToken?: (token: string) => void;
};
export type ParsedOauth =
  | { kind: 'oauth'; oauth: OauthSettings }
  | { kind: 'none' }
  | { kind: 'faults'; faults: string[] };
/** A fresh access token, a refusal that will not pass by itself, or an endpoint that did not answer; reasons are codes. */
export type TokenResult =
  | { kind: 'token'; accessToken: string }
  | { kind: 'refused'; reason: string }
  | { kind: 'unreachable'; reason: string };

/** Where the newest refresh token outlives the process. */
export type TokenKeeper = {
  hash(value: string): string;
  readSecret(name: string): Promise<string | null>;
  writeSecret(name: string, value: string): Promise<void>;
};

const secretName = 'mail-refresh-token';

/**
 * Goes on with the newest refresh token that came of the configured one, and keeps each that replaces it; another token in the
 * configuration begins anew. The answer resolves when all that came is kept; a failure to keep one is told to `onFailure`.
 */
export async function followRefreshToken(
  settings: OauthSettings,
  keeper: TokenKeeper,
  onFailure: (error: unknown) => void,
): Promise<() => Promise<void>> {
  const { refreshToken: given } = settings;
  let keeping = Promise.resolve();
  if (given === undefined) return () => keeping;
  const begun = keeper.hash(given);
  const [of, newest] = ((await keeper.readSecret(secretName)) ?? '').split(' ');
  if (of === begun && newest) settings.refreshToken = newest;
  settings.onRefreshToken = (token) => {
    keeping = keeping.then(() => keeper.writeSecret(secretName, `${begun} ${token}`)).catch(onFailure);
  };
  return () => keeping;
}

/** Reads the MAIL_OAUTH_* variables; `none` when none of them is set. */
export function parseOauth(environment: Record<string, string | undefined>): ParsedOauth {
  const read = (name: string) => environment[`MAIL_OAUTH_${name}`]?.trim() ?? '';
  const names = ['PROVIDER', 'TENANT', 'CLIENT_ID', 'CLIENT_SECRET', 'REFRESH_TOKEN', 'TOKEN_URL'];
  if (names.every((name) => read(name) === '')) return { kind: 'none' };
  const faults: string[] = [];
  const provider = read('PROVIDER');
  if (provider !== 'microsoft365' && provider !== 'google')
    faults.push(`MAIL_OAUTH_PROVIDER: it is "${provider}". Expected microsoft365 or google.`);
  const clientSecret = read('CLIENT_SECRET');
  const refreshToken = read('REFRESH_TOKEN');
  const tenant = read('TENANT');
  if (read('CLIENT_ID') === '')
    faults.push('MAIL_OAUTH_CLIENT_ID: it is empty. Expected the id of the app registration.');
  if (provider === 'microsoft365' && tenant === '')
    faults.push('MAIL_OAUTH_TENANT: it is empty. Expected the directory (tenant) id of Microsoft 365.');
  if (provider === 'google' && refreshToken === '')
    faults.push('MAIL_OAUTH_REFRESH_TOKEN: it is empty. Google needs a refresh token.');
  if (clientSecret === '' && refreshToken === '')
    faults.push('MAIL_OAUTH_CLIENT_SECRET: it is empty. Expected this or MAIL_OAUTH_REFRESH_TOKEN.');
  const tokenUrl = read('TOKEN_URL');
  if (tokenUrl !== '' && !URL.canParse(tokenUrl))
    faults.push('MAIL_OAUTH_TOKEN_URL: it is no URL. Leave it out, or give https://…');
  if (faults.length > 0 || (provider !== 'microsoft365' && provider !== 'google')) return { kind: 'faults', faults };
  const oauth: OauthSettings = { provider, tenant, clientId: read('CLIENT_ID') };
  if (clientSecret !== '') oauth.clientSecret = clientSecret;
  if (refreshToken !== '') oauth.refreshToken = refreshToken;
  if (tokenUrl !== '') oauth.tokenUrl = tokenUrl;
  return { kind: 'oauth', oauth };
}

/** Asks the provider for an access token; gives up after `timeoutMs` milliseconds. */
export async function fetchAccessToken(settings: OauthSettings, timeoutMs = 20_000): Promise<TokenResult> {
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(settings.tokenUrl ?? tokenEndpoint(settings), {
      method: 'POST',
      body: tokenRequest(settings),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    body = await response.json().catch(() => null);
  } catch (error) {
    return { kind: 'unreachable', reason: `token endpoint: ${errorCode(error)}` };
  }
  const accessToken = readField(body, 'access_token');
  if (response.ok && accessToken !== undefined) {
    keepRefreshToken(settings, readField(body, 'refresh_token'));
    return { kind: 'token', accessToken };
  }
  const code = readField(body, 'error') ?? '';
  const reason = `token endpoint: ${response.status} ${/^[\w.-]{1,60}$/.test(code) ? code : 'without an error code'}`;
  // RFC 6749 §5.2: 400 and 401 are refusals; 408, 429 and 5xx pass.
  const refused = response.status >= 400 && response.status < 500 && response.status !== 408 && response.status !== 429;
  return { kind: refused ? 'refused' : 'unreachable', reason };
}

function keepRefreshToken(settings: OauthSettings, token: string | undefined): void {
  if (token === undefined || token === settings.refreshToken) return;
  settings.refreshToken = token;
  settings.onRefreshToken?.(token);
}

function tokenEndpoint(settings: OauthSettings): string {
  if (settings.provider === 'google') return 'https://oauth2.googleapis.com/token';
  return `https://login.microsoftonline.com/${encodeURIComponent(settings.tenant)}/oauth2/v2.0/token`;
}

function tokenRequest(settings: OauthSettings): URLSearchParams {
  const form = new URLSearchParams({ client_id: settings.clientId });
  if (settings.clientSecret !== undefined) form.set('client_secret', settings.clientSecret);
  if (settings.refreshToken !== undefined) {
    form.set('grant_type', 'refresh_token');
    form.set('refresh_token', settings.refreshToken);
  } else {
    form.set('grant_type', 'client_credentials');
    form.set('scope', 'https://outlook.office365.com/.default');
  }
  return form;
}

function readField(body: unknown, name: string): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const value: unknown = Reflect.get(body, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown failure';
  const cause: unknown = error.cause;
  if (typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string')
    return cause.code;
  return error.name;
}
