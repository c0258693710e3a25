/** Sockets, signed requests and triggers: how things reach the app, and what happens when they do not. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { signRequest } from '../../src/demo/slack-stand-in/events-url.ts';
import type { StandInOptions } from '../../src/demo/slack-stand-in/options.ts';
import { isJson, type Json } from '../../src/demo/slack-stand-in/records.ts';
import { type SlackStandIn, startSlackStandIn } from '../../src/demo/slack-stand-in/stand-in.ts';
import { quietLogger, type RunningApp, startHttpApp, startSocketApp } from './slack-stand-in-bolt.ts';

const channel = 'CPRIVACY';
const plain = (text: string) => ({ type: 'plain_text' as const, text });
const button = { type: 'button' as const, action_id: 'go', text: plain('Go') };
const blocks = [{ type: 'actions' as const, elements: [button] }];
const modal = (text: string) => ({ type: 'modal' as const, title: plain(text), blocks });

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function startSlack(options: StandInOptions = {}): Promise<SlackStandIn> {
  const slack = await startSlackStandIn(options);
  ends.push(() => slack.close());
  return slack;
}

async function startApp(slack: SlackStandIn, start: typeof startSocketApp, listen: (app: App) => void) {
  const running: RunningApp = await start(slack, listen);
  ends.push(running.stop);
  return running.app;
}

async function postButton(slack: SlackStandIn): Promise<string> {
  const client = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl, logger: quietLogger });
  return String((await client.chat.postMessage({ channel, text: 'Go?', blocks })).ts);
}

/** A bare socket that hears everything and acknowledges only when told to. */
async function openSocket(slack: SlackStandIn) {
  const client = new WebClient('', { slackApiUrl: slack.apiUrl, logger: quietLogger });
  const { url } = await client.apps.connections.open({ token: slack.appToken });
  const heard: Json[] = [];
  const socket = new WebSocket(String(url));
  socket.on('message', (data) => {
    const message: unknown = JSON.parse(String(data));
    if (isJson(message)) heard.push(message);
  });
  ends.push(() => socket.terminate());
  await slack.waitFor(() => slack.countSockets() === 1);
  return { heard, url: String(url), ack: (id: unknown) => socket.send(JSON.stringify({ envelope_id: id })) };
}

describe('Socket Mode', () => {
  it('greets, takes an address once, and marks what may be answered with content', async () => {
    const slack = await startSlack({ subscriptions: ['message.channels'] });
    const { heard, url, ack } = await openSocket(slack);
    const again = new WebSocket(url);
    const status = await new Promise((resolve) => {
      again.on('unexpected-response', (_request, response) => resolve(response.statusCode));
    });
    expect(status).toBe(403);
    const said = slack.say('UANNA', channel, 'Hello');
    await expect.poll(() => heard.length).toBe(2);
    expect(heard[0]).toMatchObject({ type: 'hello', num_connections: 1 });
    expect(heard[1]).toMatchObject({ type: 'events_api', accepts_response_payload: false, retry_attempt: 0 });
    ack(heard[1]?.envelope_id);
    await said;
    expect(slack.deliveries[0]?.attempts).toMatchObject([{ acked: true, latencyMs: expect.any(Number) }]);
  });

  it('sends an event that is not acknowledged again, at most three times, with the same event id', async () => {
    const slack = await startSlack({ subscriptions: ['message.channels'], ackTimeoutMs: 30, retryDelaysMs: [0, 5, 5] });
    const { heard } = await openSocket(slack);
    await slack.say('UANNA', channel, 'Hello');
    await slack.waitFor(() => slack.deliveries[0]?.attempts.length === 4, { what: 'the last repeat' });
    await sleep(100);
    expect(slack.deliveries[0]?.attempts).toHaveLength(4);
    const envelopes = heard.slice(1);
    expect(envelopes.map((envelope) => envelope.retry_attempt)).toEqual([0, 1, 2, 3]);
    expect(envelopes.map((envelope) => envelope.retry_reason)).toEqual(['', 'timeout', 'timeout', 'timeout']);
    const ids = envelopes.map((envelope) => isJson(envelope.payload) && envelope.payload.event_id);
    expect(new Set(ids).size).toBe(1);
  });

  it('does not repeat a click, and says that it was not acknowledged', async () => {
    const slack = await startSlack({ ackTimeoutMs: 30 });
    const ts = await postButton(slack);
    expect(await slack.press('UANNA', ts, 'go')).toEqual({ acked: false, reason: 'unreachable' });
    const { heard } = await openSocket(slack);
    expect(await slack.press('UANNA', ts, 'go')).toEqual({ acked: false, reason: 'timeout' });
    await sleep(100);
    expect(heard.filter((message) => message.type === 'interactive')).toHaveLength(1);
  });

  it('shares deliveries among the sockets of several workers', async () => {
    const slack = await startSlack();
    const heard: string[] = [];
    for (const worker of ['one', 'two']) {
      await startApp(slack, startSocketApp, (app) =>
        app.action('go', async ({ ack }) => {
          heard.push(worker);
          await ack();
        }),
      );
    }
    const ts = await postButton(slack);
    for (let click = 0; click < 4; click += 1) await slack.press('UANNA', ts, 'go');
    expect(heard.sort()).toEqual(['one', 'one', 'two', 'two']);
  });

  it.each(['warning', 'refresh_requested', 'cut'] as const)('sees Bolt come back after %s', async (how) => {
    const slack = await startSlack();
    await startApp(slack, startSocketApp, (app) => app.action('go', ({ ack }) => ack()));
    const ts = await postButton(slack);
    slack.disconnect(how);
    await slack.waitFor(() => slack.countSockets() === 0, { what: 'the socket to close' });
    await slack.waitFor(() => slack.countSockets() === 1, { what: 'a new socket' });
    expect(await slack.press('UANNA', ts, 'go')).toMatchObject({ acked: true });
  });

  it('sees Bolt come back after silence on the socket', async () => {
    const slack = await startSlack();
    await startApp(slack, startSocketApp, (app) => app.action('go', ({ ack }) => ack()));
    const opened = () => slack.callsTo('apps.connections.open').length;
    slack.freezeSockets(true);
    await slack.waitFor(() => opened() === 2, { what: 'a second connection' });
    slack.freezeSockets(false);
    const ts = await postButton(slack);
    await slack.waitFor(() => slack.countSockets() > 0);
    expect(await slack.press('UANNA', ts, 'go')).toMatchObject({ acked: true });
  });

  it('sees Bolt come back after an outage in which every connection is refused', async () => {
    const slack = await startSlack();
    await startApp(slack, startSocketApp, (app) => app.action('go', ({ ack }) => ack()));
    const ts = await postButton(slack);
    slack.goOffline();
    await slack.waitFor(() => slack.countSockets() === 0);
    expect(await slack.press('UANNA', ts, 'go')).toEqual({ acked: false, reason: 'unreachable' });
    await sleep(500);
    expect(slack.countSockets()).toBe(0);
    slack.goOnline();
    await slack.waitFor(() => slack.countSockets() === 1, { what: 'a new socket' });
    expect(await slack.press('UANNA', ts, 'go')).toMatchObject({ acked: true });
  });
});

describe('HTTP mode', () => {
  it('proves its signature, and Bolt refuses a false one and an old one', async () => {
    const slack = await startSlack();
    const heard: string[] = [];
    await startApp(slack, startHttpApp, (app) =>
      app.action('go', async ({ ack, body }) => {
        heard.push(body.user.id);
        await ack();
      }),
    );
    expect(await slack.press('UANNA', await postButton(slack), 'go')).toMatchObject({ acked: true });
    const url = slack.eventsUrl();
    expect(await url?.verify()).toBe(true);
    const [original] = url?.sent ?? [];
    if (!url || !original) throw new Error('Nothing was sent by HTTP.');
    const type = original.headers['content-type'] ?? '';
    const forged = signRequest(original.body, type, 'another-secret', new Date());
    const old = signRequest(original.body, type, slack.signingSecret, new Date(Date.now() - 6 * 60_000));
    expect(await url.post(forged)).toMatchObject({ acked: false, reason: 'refused' });
    expect(await url.post(old)).toMatchObject({ acked: false, reason: 'refused' });
    expect(heard).toEqual(['UANNA']);
    // Bolt itself takes a replay within five minutes: an app must know a trigger or an event id again.
    expect(await url.post(original)).toMatchObject({ acked: true });
    expect(heard).toEqual(['UANNA', 'UANNA']);
  });

  it("repeats an event with Slack's headers when the app is slow or away", async () => {
    const slack = await startSlack({ subscriptions: ['app_home_opened'], ackTimeoutMs: 100, retryDelaysMs: [0] });
    slack.useEventsUrl('http://127.0.0.1:9/slack/events');
    expect(await slack.openHome('UANNA')).toEqual({ acked: false, reason: 'unreachable' });
    await slack.waitFor(() => slack.deliveries[0]?.attempts.length === 2, { what: 'the repeat' });
    expect(slack.eventsUrl()?.sent[1]?.headers).toMatchObject({
      'x-slack-retry-num': '1',
      'x-slack-retry-reason': 'connection_failed',
    });
  });
});

describe('triggers', () => {
  const openWith = (slack: SlackStandIn, errors: string[], act: (app: App, trigger: string) => Promise<unknown>) =>
    startApp(slack, startSocketApp, (app) =>
      app.action('go', async ({ ack, body }) => {
        await ack();
        if (body.type !== 'block_actions') return;
        try {
          await act(app, body.trigger_id);
          errors.push('none');
        } catch (error) {
          errors.push(error instanceof Error && 'data' in error && isJson(error.data) ? String(error.data.error) : '?');
        }
      }),
    );

  it('are refused when they are late', async () => {
    const slack = await startSlack({ triggerLifetimeMs: 40 });
    const errors: string[] = [];
    await openWith(slack, errors, async (app, trigger_id) => {
      await sleep(60);
      await app.client.views.open({ trigger_id, view: modal('Late') });
    });
    await slack.press('UANNA', await postButton(slack), 'go');
    await expect.poll(() => errors).toEqual(['expired_trigger_id']);
    expect(slack.view('UANNA')).toBeUndefined();
  });

  it('are refused a second time, but not used up by a view that is refused', async () => {
    const slack = await startSlack();
    const errors: string[] = [];
    await openWith(slack, errors, async (app, trigger_id) => {
      const tooLong = modal('x'.repeat(25));
      await expect(app.client.views.open({ trigger_id, view: tooLong })).rejects.toThrow('invalid_arguments');
      await app.client.views.open({ trigger_id, view: modal('First') });
      await app.client.views.open({ trigger_id, view: modal('Second') });
    });
    await slack.press('UANNA', await postButton(slack), 'go');
    await expect.poll(() => errors).toEqual(['exchanged_trigger_id']);
    expect(slack.view('UANNA')?.title).toBe('First');
  });

  it('stack at most three modals, and guard them by external id and hash', async () => {
    const slack = await startSlack();
    const errors: string[] = [];
    const app = await openWith(slack, errors, async (bolt, trigger_id) => {
      const depth = slack.view('UANNA')?.depth ?? 0;
      const view = { ...modal(`Modal ${depth + 1}`), external_id: depth === 3 ? 'modal-1' : `modal-${depth + 1}` };
      if (depth === 0) await bolt.client.views.open({ trigger_id, view });
      else await bolt.client.views.push({ trigger_id, view: depth === 3 ? modal('Fourth') : view });
    });
    await slack.press('UANNA', await postButton(slack), 'go');
    for (const depth of [1, 2, 3]) {
      await slack.waitFor(() => slack.view('UANNA')?.depth === depth, { what: `modal ${depth}` });
      await slack.press('UANNA', 'view', 'go');
    }
    await expect.poll(() => errors).toEqual(['none', 'none', 'none', 'push_limit_reached']);
    const client = app.client.views;
    const view = { ...modal('Taken'), external_id: 'modal-1' };
    const top = String(slack.view('UANNA')?.id);
    await expect(client.update({ view_id: top, view })).rejects.toThrow('duplicate_external_id');
    await expect(client.update({ view_id: top, hash: '1.x', view: modal('Old') })).rejects.toThrow('hash_conflict');
    await client.update({ external_id: 'modal-3', view: modal('By external id') });
    expect(slack.view('UANNA')?.title).toBe('By external id');
    await slack.closeView('UANNA');
    await expect(client.update({ view_id: top, view: modal('Gone') })).rejects.toThrow('not_found');
  });
});

describe('a response_url', () => {
  it('takes five posts, and changes or removes the message that was acted on', async () => {
    const slack = await startSlack();
    let failure = '';
    await startApp(slack, startSocketApp, (app) =>
      app.action('go', async ({ ack, respond }) => {
        await ack();
        await respond({ text: 'Changed', replace_original: true });
        for (const text of ['a', 'b', 'c']) await respond({ text, replace_original: false });
        await respond({ delete_original: true });
        await respond('one too many').catch((error: unknown) => {
          failure = String(error);
        });
      }),
    );
    const ts = await postButton(slack);
    await slack.press('UANNA', ts, 'go');
    await slack.waitFor(() => slack.callsTo('response_url').length === 6, { what: 'six responses' });
    await expect.poll(() => failure).toContain('404');
    expect(slack.message(ts)).toBeUndefined();
    expect(slack.ephemerals('UANNA').map((m) => m.text)).toEqual(['a', 'b', 'c']);
    expect(slack.callsTo('response_url').map((call) => call.status)).toEqual([200, 200, 200, 200, 200, 404]);
  });
});

describe('events', () => {
  it('tell the app what people do, each only where it is subscribed to', async () => {
    const subscriptions = ['channel_archive', 'channel_rename', 'channel_left', 'message.channels', 'message.im'];
    const slack = await startSlack({ subscriptions });
    const heard: unknown[] = [];
    await startApp(slack, startSocketApp, (app) => {
      app.event(/.*/, async ({ event }) => {
        heard.push('subtype' in event ? event.subtype : event.type);
      });
    });
    const { ts } = await slack.say('UANNA', channel, 'Hello');
    slack.deleteMessage(ts);
    slack.renameChannel(channel, 'avg');
    slack.removeMember(channel, 'UBRAM');
    slack.removeBot(channel);
    slack.archiveChannel(channel);
    await expect.poll(() => heard.length).toBe(5);
    expect(heard).toEqual(['message', 'message_deleted', 'channel_rename', 'channel_left', 'channel_archive']);
  });
});
