import { type SocketModeReceiver, webApi } from '@slack/bolt';
import type { LinkState, Log, Slack } from './deps.ts';
import { describeFault } from './describe-fault.ts';
import { nameError, sortFailure } from './failures.ts';
import { within } from './within.ts';

/** A socket that is opened again for ever. */
export type Connection = Pick<Slack, 'state' | 'port' | 'close'>;

type SocketClient = SocketModeReceiver['client'];

const firstWaitMs = 500;
const longestWaitMs = 30_000;
const helloMs = 10_000;
const goodbyeMs = 1000;

/**
 * Keeps the socket of Socket Mode open, with growing waits between attempts. The client's own reconnection is switched off, as an
 * outage of some seconds ends it with an unhandled rejection. Resolves when the first attempt has ended, well or not.
 */
export async function keepConnected(client: SocketClient, log: Log): Promise<Connection> {
  let state: LinkState = 'connecting';
  const stop = new AbortController();
  let announceFirst: () => void = () => undefined;
  const first = new Promise<void>((resolve) => {
    announceFirst = resolve;
  });

  async function run(): Promise<void> {
    for (let failures = 0; !stop.signal.aborted; ) {
      let end: () => void = () => undefined;
      const ended = new Promise<void>((resolve) => {
        end = resolve;
      });
      client.once('disconnected', end);
      try {
        await connect(client);
        failures = 0;
        state = 'connected';
        announceFirst();
        log.info({}, 'Slack is connected');
        await ended;
        state = 'connecting';
        if (!stop.signal.aborted) log.warn({}, 'Slack closed the connection; it is opened again');
      } catch (error) {
        client.off('disconnected', end);
        failures += 1;
        state = 'away';
        announceFirst();
        log.warn({ failures, ...describeFault(error) }, sayAway(error));
        await sleep(Math.min(longestWaitMs, findWait(error, failures)), stop.signal);
      }
    }
  }

  const running = run();
  await first;
  return {
    state: () => state,
    port: () => null,
    async close() {
      stop.abort();
      await hangUp(client);
      await running;
      state = 'away';
    },
  };
}

async function connect(client: SocketClient): Promise<void> {
  if ((await within(client.start(), helloMs)) !== 'late') return;
  await hangUp(client);
  throw new Error(`Slack's socket did not say hello within ${helloMs} ms: expected it sooner; it is tried again.`);
}

/** Asks for a close, and closes for good when the other side does not answer. */
async function hangUp(client: SocketClient): Promise<void> {
  const asked = client.disconnect();
  if ((await within(asked, goodbyeMs)) === 'late') await within(client.disconnect(), goodbyeMs);
}

function findWait(error: unknown, failures: number): number {
  if (error instanceof webApi.WebAPIRateLimitedError) return error.retryAfter * 1000;
  const grown = firstWaitMs * 2 ** Math.min(failures - 1, 6);
  return grown / 2 + (Math.random() * grown) / 2;
}

function sayAway(error: unknown): string {
  if (nameError(error) === null) return 'Slack is away; it is tried again';
  const failure = sortFailure(error);
  return `Slack is away; it is tried again. ${failure.reason}`;
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
