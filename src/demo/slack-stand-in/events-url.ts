/** HTTP mode: signed requests to the app's own address. */
import { createHmac } from 'node:crypto';
import { readJson } from './answer.ts';
import type { Retry, Transport } from './deliveries.ts';
import type { Settings } from './options.ts';
import type { Acknowledgement, DeliveryKind, Json } from './records.ts';

/** A request as it was sent, so that it can be sent again to the letter. */
export type SignedRequest = { readonly body: string; readonly headers: Readonly<Record<string, string>> };

/** The app's address for events, actions and commands. */
export type EventsUrl = ReturnType<typeof createEventsUrl>;

/** Makes the sender of signed requests to `url`. */
export function createEventsUrl(url: string, settings: Settings) {
  const sent: SignedRequest[] = [];

  async function post(request: SignedRequest): Promise<Acknowledgement> {
    const sentMs = performance.now();
    try {
      const signal = AbortSignal.timeout(settings.ackTimeoutMs);
      const response = await fetch(url, { method: 'POST', ...request, signal });
      const text = await response.text();
      if (!response.ok) return { acked: false, reason: 'refused', status: response.status };
      const content = text === '' ? undefined : (readJson(text) ?? text);
      return { acked: true, latencyMs: performance.now() - sentMs, response: content };
    } catch (error) {
      const isTimeout = error instanceof Error && error.name === 'TimeoutError';
      return { acked: false, reason: isTimeout ? 'timeout' : 'unreachable' };
    }
  }

  const send: Transport['send'] = (kind, payload, retry?: Retry) => {
    const request = signRequest(encode(kind, payload), contentTypes[kind], settings.signingSecret, new Date(), retry);
    sent.push(request);
    return post(request);
  };

  return {
    send,
    /** Every request sent, oldest first. */
    sent,
    /** Sends a request exactly as given: a replay, or one with a false signature or an old timestamp. */
    post,
    /** Slack's question whether the address is the app's: true when the challenge comes back. */
    async verify(): Promise<boolean> {
      const body = JSON.stringify({ type: 'url_verification', challenge: 'stand-in', token: 'stand-in' });
      const outcome = await post(signRequest(body, 'application/json', settings.signingSecret, new Date()));
      return outcome.acked && JSON.stringify(outcome.response) === '{"challenge":"stand-in"}';
    },
  };
}

/** Signs a body the way Slack does (v0, HMAC-SHA256 over version, timestamp and body). */
export function signRequest(body: string, contentType: string, secret: string, at: Date, retry?: Retry): SignedRequest {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  const headers: Record<string, string> = {
    'content-type': contentType,
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${signature}`,
  };
  if (retry) Object.assign(headers, { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason });
  return { body, headers };
}

const form = 'application/x-www-form-urlencoded';
const contentTypes: Record<DeliveryKind, string> = {
  interactive: form,
  slash_commands: form,
  events_api: 'application/json',
};

function encode(kind: DeliveryKind, payload: Json): string {
  if (kind === 'events_api') return JSON.stringify(payload);
  const fields = kind === 'interactive' ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>);
  return new URLSearchParams(fields).toString();
}
