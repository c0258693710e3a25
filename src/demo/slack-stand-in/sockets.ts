/** Socket Mode: hello, envelopes, acknowledgements, disconnects, pings. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Retry, Transport } from './deliveries.ts';
import { identity, type Settings } from './options.ts';
import { type Acknowledgement, isJson, type Json } from './records.ts';

/** How the stand-in ends a socket: with a warning or a request to refresh, as Slack announces it, or by cutting it. */
export type Disconnect = 'warning' | 'refresh_requested' | 'link_disabled' | 'cut';

/** The sockets of the app. */
export type Sockets = ReturnType<typeof createSockets>;

/** Makes the server side of Socket Mode; `onChange` is told when a socket opens or closes. */
export function createSockets(settings: Settings, onChange: () => void) {
  const server = new WebSocketServer({ noServer: true, autoPong: false });
  const tickets = new Set<string>();
  const waiting = new Map<string, (response: unknown) => void>();
  let isFrozen = false;
  let turn = 0;

  const pings = setInterval(() => {
    if (!isFrozen) for (const socket of server.clients) socket.ping();
  }, settings.pingIntervalMs);
  pings.unref();

  function greet(socket: WebSocket): void {
    socket.on('ping', (data) => {
      if (!isFrozen) socket.pong(data);
    });
    socket.on('message', (data) => {
      const message = parseMessage(String(data));
      if (isFrozen || !message) return;
      waiting.get(String(message.envelope_id))?.(message.payload);
    });
    socket.on('close', onChange);
    // An app that is killed resets the connection; the close event that follows says all there is to say.
    socket.on('error', () => socket.terminate());
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: server.clients.size,
        connection_info: { app_id: identity.appId },
        debug_info: { host: 'stand-in', started: new Date().toISOString(), approximate_connection_time: 18060 },
      }),
    );
    onChange();
  }

  function nextSocket(): WebSocket | undefined {
    const open = [...server.clients].filter((socket) => socket.readyState === socket.OPEN);
    turn += 1;
    return open[turn % Math.max(open.length, 1)];
  }

  const send: Transport['send'] = (type, payload, retry?: Retry) =>
    new Promise<Acknowledgement>((resolve) => {
      const socket = nextSocket();
      if (!socket) return resolve({ acked: false, reason: 'unreachable' });
      const envelopeId = randomUUID();
      const sentMs = performance.now();
      const settle = (outcome: Acknowledgement) => {
        clearTimeout(limit);
        waiting.delete(envelopeId);
        resolve(outcome);
      };
      const limit = setTimeout(() => settle({ acked: false, reason: 'timeout' }), settings.ackTimeoutMs);
      waiting.set(envelopeId, (response) =>
        settle({ acked: true, latencyMs: performance.now() - sentMs, response: emptyToUndefined(response) }),
      );
      const retries = retry ? { retry_attempt: retry.num, retry_reason: retry.reason } : {};
      const isEvent = type === 'events_api';
      socket.send(
        JSON.stringify({
          envelope_id: envelopeId,
          type,
          payload,
          accepts_response_payload: !isEvent,
          ...(isEvent && { retry_attempt: 0, retry_reason: '', ...retries }),
        }),
      );
    });

  return {
    send,
    /** How many sockets are open. */
    count: (): number => [...server.clients].filter((socket) => socket.readyState === socket.OPEN).length,
    /** A one-time ticket for a socket. */
    makeTicket(): string {
      const ticket = randomUUID();
      tickets.add(ticket);
      return ticket;
    },
    /** Takes a socket in when its ticket is good. */
    upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
      const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? '';
      if (!tickets.delete(ticket)) {
        stream.end('HTTP/1.1 403 Forbidden\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, stream, head, greet);
    },
    /** Ends every socket in that way. */
    disconnect(how: Disconnect): void {
      for (const socket of server.clients) {
        if (how === 'cut') socket.terminate();
        else socket.send(JSON.stringify({ type: 'disconnect', reason: how, debug_info: { host: 'stand-in' } }));
      }
    },
    /** Leaves sockets open but answers nothing on them, not even pings; or answers again. */
    freeze(isOn: boolean): void {
      isFrozen = isOn;
    },
    /** Ends everything. */
    close(): void {
      clearInterval(pings);
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}

function parseMessage(text: string): Json | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return isJson(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** The client sends `{}` for an acknowledgement without content. */
function emptyToUndefined(response: unknown): unknown {
  return isJson(response) && Object.keys(response).length === 0 ? undefined : response;
}
