/** What can be made to go wrong, as @slack/web-api meets it. */
import { WebClient, WebClientEvent, type WebClientOptions } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SlackStandIn, startSlackStandIn } from '../../src/demo/slack-stand-in/stand-in.ts';
import { quietLogger } from './slack-stand-in-bolt.ts';

const channel = 'CPRIVACY';
let slack: SlackStandIn;

beforeEach(async () => {
  slack = await startSlackStandIn();
});
afterEach(() => slack.close());

const clientWith = (options: WebClientOptions = {}) =>
  new WebClient(slack.botToken, {
    slackApiUrl: slack.apiUrl,
    logger: quietLogger,
    retryConfig: { retries: 0 },
    timeout: 1500,
    ...options,
  });
const texts = () => slack.messages(channel).map((m) => m.text);

describe('a fault', () => {
  it('can delay an answer', async () => {
    slack.fault({ kind: 'delay', ms: 80, method: 'auth.test' });
    const before = performance.now();
    await clientWith().auth.test();
    expect(performance.now() - before).toBeGreaterThan(75);
  });

  it.each([
    ['silence after the effect', { kind: 'drop', effect: 'done' }, ['x'], /timeout|aborted/],
    ['silence before it', { kind: 'drop', effect: 'not-done' }, [], /timeout|aborted/],
    ['a reset after the effect', { kind: 'drop', effect: 'done', how: 'reset' }, ['x'], /fetch failed/],
    ['a 500 instead of the effect', { kind: 'status', status: 500 }, [], /500/],
    ['a 503 after the effect', { kind: 'status', status: 503, effect: 'done' }, ['x'], /503/],
    ['an error of Slack', { kind: 'error', error: 'internal_error' }, [], /internal_error/],
  ] as const)('can be %s', async (_name, fault, left, failure) => {
    slack.fault({ ...fault, method: 'chat.postMessage' });
    await expect(clientWith().chat.postMessage({ channel, text: 'x' })).rejects.toThrow(failure);
    expect(texts()).toEqual(left);
    await clientWith().chat.postMessage({ channel, text: 'next' });
    expect(texts()).toEqual([...left, 'next']);
  });

  it('makes a retried post a double one when the first answer was lost', async () => {
    slack.fault({ kind: 'drop', effect: 'done', method: 'chat.postMessage' });
    await clientWith({ retryConfig: { retries: 1, minTimeout: 1 } }).chat.postMessage({ channel, text: 'x' });
    expect(texts()).toEqual(['x', 'x']);
    expect(slack.callsTo('chat.postMessage').map((call) => call.status)).toEqual([undefined, 200]);
  });

  it('catches only its method and channel, as often as it says, until it is lifted', async () => {
    const client = clientWith();
    slack.inviteBot('CALGEMEEN');
    const lift = slack.fault({ kind: 'error', error: 'fatal_error', method: 'chat.postMessage', channel, times: 9 });
    await client.chat.postMessage({ channel: 'CALGEMEEN', text: 'x' });
    await client.auth.test();
    for (const text of ['a', 'b']) {
      await expect(client.chat.postMessage({ channel, text })).rejects.toThrow('fatal_error');
    }
    lift();
    await client.chat.postMessage({ channel, text: 'c' });
    expect(texts()).toEqual(['c']);
  });

  it('can be a rate limit, whose Retry-After the client keeps to', async () => {
    slack.fault({ kind: 'rate-limit', retryAfter: 1, method: 'chat.postMessage' });
    const client = clientWith({ retryConfig: { retries: 1, minTimeout: 1 }, timeout: 5000 });
    const waits: number[] = [];
    client.on(WebClientEvent.RATE_LIMITED, (seconds: number) => waits.push(seconds));
    const before = performance.now();
    await client.chat.postMessage({ channel, text: 'x' });
    expect(waits).toEqual([1]);
    expect(performance.now() - before).toBeGreaterThan(990);
    expect(slack.callsTo('chat.postMessage').map((call) => call.status)).toEqual([429, 200]);
  });
});

describe('the limit on messages', () => {
  it('lets one message a second into each channel, and says how long to wait', async () => {
    slack.inviteBot('CALGEMEEN');
    slack.limitMessages(1);
    const client = clientWith({ rejectRateLimitedCalls: true });
    await client.chat.postMessage({ channel, text: 'a' });
    await expect(client.chat.postMessage({ channel, text: 'b' })).rejects.toMatchObject({ retryAfter: 1 });
    await client.chat.postMessage({ channel: 'CALGEMEEN', text: 'c' });
    slack.limitMessages(undefined);
    await client.chat.postMessage({ channel, text: 'd' });
    expect(texts()).toEqual(['a', 'd']);
  });
});

describe('an outage', () => {
  it('refuses every connection until it ends', async () => {
    slack.goOffline();
    await expect(clientWith().auth.test()).rejects.toThrow();
    slack.goOnline();
    expect(await clientWith().auth.test()).toMatchObject({ ok: true });
  });
});

describe('waitFor', () => {
  it('resolves on the change itself, and rejects at its deadline with what was awaited', async () => {
    const seen = slack.waitFor(() => slack.messages(channel).length === 1);
    await clientWith().chat.postMessage({ channel, text: 'x' });
    expect(await seen).toBe(true);
    const never = slack.waitFor(() => false, { timeoutMs: 20, what: 'a second card' });
    await expect(never).rejects.toThrow(/a second card did not come within 20 ms.*chat.postMessage/);
    await expect(
      slack.waitFor(() => {
        throw new Error('look failed');
      }),
    ).rejects.toThrow('look failed');
  });
});
