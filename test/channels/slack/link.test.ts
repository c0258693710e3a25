import { expect, test } from 'vitest';
import { neededScopes } from '../../../src/channels/slack/check-slack.ts';
import type { SlackDeps } from '../../../src/channels/slack/deps.ts';
import { openSlack } from '../../../src/channels/slack/open-slack.ts';
import { signRequest } from '../../../src/demo/slack-stand-in/events-url.ts';
import { makeContext } from '../../support/context.ts';
import { makeRequest } from '../../support/desk.ts';
import { channel, type OpenDesk } from './open-desk.ts';
import { useDesks } from './with-desk.ts';

const start = useDesks();

async function startWithCase(options: Parameters<typeof start>[0] = {}): Promise<{ it: OpenDesk; ts: string }> {
  const it = await start(options);
  it.desk.take('c1', makeRequest());
  await it.show('c1');
  return { it, ts: (await it.card('c1')).ts };
}

/** Presses until the app hears it: after a break the socket comes back in its own time. */
async function pressUntilHeard(it: OpenDesk, ts: string): Promise<void> {
  const isUp = () => it.standIn.countSockets() > 0 && it.slack.state() === 'connected';
  await expect.poll(isUp, { timeout: 15_000 }).toBe(true);
  expect(await it.standIn.press('UANNA', ts, 'case.acknowledge')).toMatchObject({ acked: true });
  await it.standIn.waitFor(() => it.desk.read('c1').acknowledged);
}

test('after an outage of some seconds the socket comes back by itself', async () => {
  const { it, ts } = await startWithCase();
  it.standIn.goOffline();
  await expect.poll(() => it.slack.state()).not.toBe('connected');
  await expect.poll(() => it.slack.state(), { timeout: 10_000 }).toBe('away');
  it.standIn.goOnline();
  await expect.poll(() => it.slack.state(), { timeout: 15_000 }).toBe('connected');
  await pressUntilHeard(it, ts);
}, 30_000);

test('a socket that falls silent is noticed and opened anew', async () => {
  const { it, ts } = await startWithCase();
  it.standIn.freezeSockets(true);
  await expect
    .poll(() => it.log.some((line) => line.message.includes('closed the connection')), { timeout: 15_000 })
    .toBe(true);
  it.standIn.freezeSockets(false);
  await expect.poll(() => it.slack.state(), { timeout: 15_000 }).toBe('connected');
  await pressUntilHeard(it, ts);
}, 40_000);

test('a channel whose Slack is away when it opens still opens, says so, and connects once Slack is there', async () => {
  const it = await start({ offline: true });
  expect(it.slack.state()).toBe('away');
  it.standIn.goOnline();
  await expect.poll(() => it.slack.state(), { timeout: 15_000 }).toBe('connected');
}, 20_000);

test('when Slack asks for a new connection there is one at once', async () => {
  const { it, ts } = await startWithCase();
  it.standIn.disconnect('refresh_requested');
  await it.standIn.waitFor(() => it.standIn.countSockets() === 0);
  await pressUntilHeard(it, ts);
}, 20_000);

test('closing leaves no socket behind', async () => {
  const it = await start();
  await it.slack.close();
  expect(it.slack.state()).toBe('away');
  await it.standIn.waitFor(() => it.standIn.countSockets() === 0);
});

test('without an app token and a signing secret it does not open, and says what is missing', async () => {
  const context = makeContext();
  const deps = { settings: { botToken: 'xoxb-1', channel }, context, log: {} } as unknown as SlackDeps;
  await expect(openSlack(deps)).rejects.toThrow('SLACK_APP_TOKEN');
});

test('the check finds the team and the bot, or says what to mend', async () => {
  const it = await start();
  expect(await it.slack.check()).toEqual({ ok: true, team: 'Oefenplein', bot: 'rechtenloket' });
  it.standIn.grantScopes('chat:write', 'groups:history');
  expect(await it.slack.check()).toMatchObject({ ok: false, fault: expect.stringContaining('channels:history') });
  it.standIn.grantScopes(...neededScopes);
  it.standIn.removeBot(channel);
  expect(await it.slack.check()).toMatchObject({ ok: false, fault: expect.stringContaining('/invite') });
  it.standIn.goOffline();
  expect(await it.slack.check()).toEqual({ ok: false, fault: 'Slack cannot be reached' });
});

test('the check tries the app token as well', async () => {
  const it = await start();
  it.standIn.fault({ kind: 'error', error: 'not_allowed_token_type', method: 'apps.connections.open' });
  expect(await it.slack.check()).toMatchObject({ ok: false, fault: expect.stringContaining('SLACK_APP_TOKEN') });
});

test('in HTTP mode a false signature, an old timestamp and a replay do nothing', async () => {
  const { it, ts } = await startWithCase({ mode: 'http' });
  const url = it.standIn.useEventsUrl(`http://127.0.0.1:${it.slack.port()}/slack/events`);
  await it.standIn.press('UANNA', ts, 'case.acknowledge');
  await it.standIn.waitFor(() => it.desk.read('c1').acknowledged);
  const [request] = url.sent;
  if (!request) throw new Error('Nothing was sent to the app: expected the press.');
  const events = it.desk.eventsOf('c1').length;
  const form = 'application/x-www-form-urlencoded';
  const forged = signRequest(request.body, form, 'another secret', new Date());
  const old = signRequest(request.body, form, it.standIn.signingSecret, new Date(Date.now() - 10 * 60_000));
  expect(await url.post(forged)).toMatchObject({ acked: false, status: 401 });
  expect(await url.post(old)).toMatchObject({ acked: false, status: 401 });
  await url.post(request);
  expect(it.log.map((line) => line.message)).toContain('A request with the signature of an earlier one was refused');
  expect(it.desk.eventsOf('c1')).toHaveLength(events);
  expect(it.standIn.ephemerals('UANNA')).toEqual([]);
});

test('Slack can verify the address of HTTP mode', async () => {
  const it = await start({ mode: 'http' });
  const url = it.standIn.useEventsUrl(`http://127.0.0.1:${it.slack.port()}/slack/events`);
  expect(await url.verify()).toBe(true);
});

test('neither token nor payload reaches the log, whatever goes wrong', async () => {
  const { it, ts } = await startWithCase();
  it.standIn.fault({ kind: 'status', status: 500, times: 3 });
  await it.standIn.press('UANNA', ts, 'case.confirm-identity');
  await expect.poll(() => it.log.filter((line) => line.level === 'error').length).toBeGreaterThan(0);
  const written = JSON.stringify(it.log);
  for (const secret of [it.standIn.botToken, it.standIn.appToken, 'Vries', 'thuis.example'])
    expect(written).not.toContain(secret);
});
