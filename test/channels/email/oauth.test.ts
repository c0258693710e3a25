import { createServer as createTcpServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { connectImap, connectionLimits } from '../../../src/channels/email/connect.ts';
import { fetchAccessToken, type OauthSettings, parseOauth } from '../../../src/channels/email/oauth.ts';
import { createMailer } from '../../../src/channels/email/send.ts';
import { findFreePort } from '../../support/free-port.ts';
import { type Endpoint, serveTokens as startTokens } from './token-server.ts';

const open: { close(): unknown }[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

async function serveTokens(...answers: { status: number; body: string }[]): Promise<Endpoint> {
  const endpoint = await startTokens(...answers);
  open.push(endpoint);
  return endpoint;
}

/** A mail server that takes XOAUTH2 and notes the tokens; `kind` is its protocol. */
async function serveXoauth2(kind: 'imap' | 'smtp', token: string): Promise<{ port: number; seen: string[] }> {
  const seen: string[] = [];
  const server = createTcpServer((socket) => {
    socket.on('error', () => undefined);
    socket.write(kind === 'imap' ? '* OK [CAPABILITY IMAP4rev1 AUTH=XOAUTH2 SASL-IR] ready\r\n' : '220 ready\r\n');
    socket.on('data', (chunk) => {
      for (const line of chunk
        .toString()
        .split('\r\n')
        .filter((each) => each !== '')) {
        const [tag = ''] = line.split(' ');
        const login = /AUTH(?:ENTICATE)? XOAUTH2 (\S+)/i.exec(line)?.[1];
        if (login !== undefined) {
          const plain = Buffer.from(login, 'base64').toString();
          seen.push(plain.split('\u0001')[1] ?? '');
          const isGood = plain.includes(`auth=Bearer ${token}\u0001`);
          if (kind === 'imap') socket.write(isGood ? `${tag} OK in\r\n` : `${tag} NO [AUTHENTICATIONFAILED] no\r\n`);
          else socket.write(isGood ? '235 2.7.0 in\r\n' : '535 5.7.8 no\r\n');
        } else if (kind === 'smtp') socket.write(/^EHLO/i.test(line) ? '250-hi\r\n250 AUTH XOAUTH2\r\n' : '250 ok\r\n');
        else socket.write(/CAPABILITY/i.test(line) ? `* CAPABILITY IMAP4rev1\r\n${tag} OK\r\n` : `${tag} OK\r\n`);
      }
    });
  });
  open.push(server);
  const port = await findFreePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { port, seen };
}

const microsoft: OauthSettings = { provider: 'microsoft365', tenant: 't-1', clientId: 'c-1', clientSecret: 's-1' };

describe('asking for a token', () => {
  test('uses client credentials with the scope of Exchange Online', async () => {
    const endpoint = await serveTokens({ status: 200, body: '{"access_token":"fresh"}' });
    expect(await fetchAccessToken({ ...microsoft, tokenUrl: endpoint.url })).toEqual({
      kind: 'token',
      accessToken: 'fresh',
    });
    expect(endpoint.requests).toEqual([
      {
        client_id: 'c-1',
        client_secret: 's-1',
        grant_type: 'client_credentials',
        scope: 'https://outlook.office365.com/.default',
      },
    ]);
  });

  test('uses a refresh token, and keeps the one that replaces it', async () => {
    const endpoint = await serveTokens({ status: 200, body: '{"access_token":"fresh","refresh_token":"next"}' });
    const kept: string[] = [];
    const google: OauthSettings = {
      provider: 'google',
      tenant: '',
      clientId: 'c-1',
      refreshToken: 'first',
      tokenUrl: endpoint.url,
      onRefreshToken: (token) => kept.push(token),
    };
    expect(await fetchAccessToken(google)).toEqual({ kind: 'token', accessToken: 'fresh' });
    expect(await fetchAccessToken(google)).toEqual({ kind: 'token', accessToken: 'fresh' });
    const asked = { client_id: 'c-1', grant_type: 'refresh_token' };
    expect(endpoint.requests).toEqual([
      { ...asked, refresh_token: 'first' },
      { ...asked, refresh_token: 'next' },
    ]);
    expect(kept).toEqual(['next']);
  });

  test.each([
    [400, '{"error":"invalid_grant"}', 'refused', 'token endpoint: 400 invalid_grant'],
    [
      401,
      '{"error":"invalid_client","error_description":"jan@x.example"}',
      'refused',
      'token endpoint: 401 invalid_client',
    ],
    [429, '{}', 'unreachable', 'token endpoint: 429 without an error code'],
    [503, '<html>', 'unreachable', 'token endpoint: 503 without an error code'],
    [200, '{}', 'unreachable', 'token endpoint: 200 without an error code'],
  ])('an answer %i %s is sorted', async (status, body, kind, reason) => {
    const endpoint = await serveTokens({ status, body });
    expect(await fetchAccessToken({ ...microsoft, tokenUrl: endpoint.url })).toEqual({ kind, reason });
  });

  test('an endpoint that is not there is unreachable', async () => {
    const tokenUrl = `http://127.0.0.1:${await findFreePort()}/`;
    expect(await fetchAccessToken({ ...microsoft, tokenUrl })).toEqual({
      kind: 'unreachable',
      reason: 'token endpoint: ECONNREFUSED',
    });
  });
});

describe('logging in with a token', () => {
  const server = (port: number) => ({ host: '127.0.0.1', port, secure: false, starttls: 'when-offered' as const });
  const limits = { ...connectionLimits, connectTimeoutMs: 3_000 };

  test('at IMAP fetches a fresh one for each connection', async () => {
    const endpoint = await serveTokens({ status: 200, body: '{"access_token":"good"}' });
    const imap = await serveXoauth2('imap', 'good');
    const oauth = { ...microsoft, tokenUrl: endpoint.url };
    const account = { ...server(imap.port), user: 'info@kwalipro.test', auth: { kind: 'oauth' as const, oauth } };
    for (let turn = 0; turn < 2; turn++) {
      const result = await connectImap(account, limits);
      expect(result.kind).toBe('connected');
      if (result.kind === 'connected') result.client.close();
    }
    expect(endpoint.requests).toHaveLength(2);
    expect(imap.seen).toEqual(['auth=Bearer good', 'auth=Bearer good']);
  });

  test('at IMAP is refused without a hint of the token', async () => {
    const endpoint = await serveTokens({ status: 200, body: '{"access_token":"stale"}' });
    const imap = await serveXoauth2('imap', 'good');
    const oauth = { ...microsoft, tokenUrl: endpoint.url };
    const account = { ...server(imap.port), user: 'info@kwalipro.test', auth: { kind: 'oauth' as const, oauth } };
    expect(await connectImap(account, limits)).toEqual({ kind: 'refused', reason: 'login: AUTHENTICATIONFAILED' });
  });

  test('a refused token request stops, one without an answer passes', async () => {
    const imap = await serveXoauth2('imap', 'good');
    const connectWith = (tokenUrl: string) =>
      connectImap(
        { ...server(imap.port), user: 'u', auth: { kind: 'oauth', oauth: { ...microsoft, tokenUrl } } },
        limits,
      );
    const refusing = await serveTokens({ status: 400, body: '{"error":"unauthorized_client"}' });
    expect((await connectWith(refusing.url)).kind).toBe('refused');
    expect((await connectWith(`http://127.0.0.1:${await findFreePort()}/`)).kind).toBe('away');
    expect(imap.seen).toEqual([]);
  });

  test('at SMTP sends the token as XOAUTH2', async () => {
    const endpoint = await serveTokens({ status: 200, body: '{"access_token":"good"}' });
    const smtp = await serveXoauth2('smtp', 'good');
    const auth = { kind: 'oauth' as const, oauth: { ...microsoft, tokenUrl: endpoint.url } };
    const mailer = createMailer({
      smtp: { ...server(smtp.port), login: { user: 'info@kwalipro.test', auth } },
      from: { name: 'Kwalipro', address: 'info@kwalipro.test' },
    });
    expect(await mailer.verify()).toEqual({ kind: 'ok' });
    expect(smtp.seen).toEqual(['auth=Bearer good']);
  });
});

describe('MAIL_OAUTH_*', () => {
  test('are not asked for when none is set', () => {
    expect(parseOauth({})).toEqual({ kind: 'none' });
  });

  test('name every fault at once', () => {
    const parsed = parseOauth({ MAIL_OAUTH_PROVIDER: 'yahoo', MAIL_OAUTH_TOKEN_URL: 'nowhere' });
    expect(parsed.kind === 'faults' && parsed.faults.map((fault) => fault.split(':')[0])).toEqual([
      'MAIL_OAUTH_PROVIDER',
      'MAIL_OAUTH_CLIENT_ID',
      'MAIL_OAUTH_CLIENT_SECRET',
      'MAIL_OAUTH_TOKEN_URL',
    ]);
    expect(
      parseOauth({ MAIL_OAUTH_PROVIDER: 'google', MAIL_OAUTH_CLIENT_ID: 'x', MAIL_OAUTH_CLIENT_SECRET: 'y' }),
    ).toEqual({
      kind: 'faults',
      faults: ['MAIL_OAUTH_REFRESH_TOKEN: it is empty. Google needs a refresh token.'],
    });
    expect(
      parseOauth({ MAIL_OAUTH_PROVIDER: 'microsoft365', MAIL_OAUTH_CLIENT_ID: 'x', MAIL_OAUTH_CLIENT_SECRET: 'y' })
        .kind,
    ).toBe('faults');
  });
});
