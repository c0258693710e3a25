import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fetchAccessToken, followRefreshToken, type OauthSettings } from '../../../src/channels/email/oauth.ts';
import { openStore } from '../../../src/store/open.ts';
import { type Endpoint, serveTokens } from './token-server.ts';

const secretKey = Buffer.alloc(32, 7);
let dataDir: string;
let endpoint: Endpoint;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'rl-token-'));
  const answer = (token: string) => ({
    status: 200,
    body: JSON.stringify({ access_token: 'fresh', refresh_token: token }),
  });
  endpoint = await serveTokens(answer('rotated-once-5f1'), answer('rotated-twice-9c2'));
});
afterEach(() => {
  endpoint.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** What one run of the desk does with the mailbox: it starts, logs in so many times and stops. Answers the tokens it asked with. */
async function run(refreshToken: string, logins: number): Promise<string[]> {
  const before = endpoint.requests.length;
  const store = await openStore({ dataDir, secretKey });
  const settings: OauthSettings = {
    provider: 'microsoft365',
    tenant: 't-1',
    clientId: 'c-1',
    refreshToken,
    tokenUrl: endpoint.url,
  };
  const settle = await followRefreshToken(settings, store, (error) => {
    throw error;
  });
  for (let login = 0; login < logins; login += 1) await fetchAccessToken(settings);
  await settle();
  await store.close();
  return endpoint.requests.slice(before).map((request) => request.refresh_token ?? '');
}

test('the next start goes on with the newest refresh token, as the first one dies after ninety days', async () => {
  expect(await run('given-a1', 2)).toEqual(['given-a1', 'rotated-once-5f1']);
  expect(await run('given-a1', 1)).toEqual(['rotated-twice-9c2']);
});

test('another token in the configuration begins anew', async () => {
  await run('given-a1', 1);
  expect(await run('given-b2', 1)).toEqual(['given-b2']);
  expect(await run('given-b2', 1)).toEqual(['rotated-twice-9c2']);
});

test('no byte of a token stands on disk in the clear', async () => {
  await run('given-a1', 2);
  const written = readdirSync(dataDir).map((name) => readFileSync(join(dataDir, name)));
  expect(written.length).toBeGreaterThan(0);
  for (const token of ['given-a1', 'rotated-once-5f1', 'rotated-twice-9c2'])
    for (const form of [token, Buffer.from(token).toString('base64').slice(0, -4)])
      expect(Buffer.concat(written).includes(form)).toBe(false);
});

test('a secret that was changed on disk is not taken for one', async () => {
  const store = await openStore({ dataDir, secretKey });
  await store.writeSecret('mail-refresh-token', 'x y');
  await store.writeSecret('other', 'z');
  const [mine, other] = [await store.readMeta('secret-mail-refresh-token'), await store.readMeta('secret-other')];
  expect(mine).not.toBe(other);
  await store.writeMeta('secret-mail-refresh-token', other ?? '');
  await expect(store.readSecret('mail-refresh-token')).rejects.toThrow('cannot be opened');
  await store.close();
});
