/** A stand-in for Slack on the loopback: Web API, Socket Mode, signed HTTP requests, and a driver for people. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createActs } from './acts.ts';
import { createAdministration } from './administration.ts';
import type { MethodContext } from './answer.ts';
import { createDeliveries } from './deliveries.ts';
import { createEventsUrl, type EventsUrl } from './events-url.ts';
import { createFaults, createMessageRate } from './faults.ts';
import { createForms } from './forms.ts';
import { createLook } from './look.ts';
import { fillSettings, identity, type StandInOptions } from './options.ts';
import { readBody } from './read-body.ts';
import type { Call, Delivery, Json } from './records.ts';
import { createResponses } from './responses.ts';
import { createSignal } from './signal.ts';
import { createSockets } from './sockets.ts';
import { createTriggers } from './triggers.ts';
import { answerApi } from './web-api.ts';
import { createWorkspace } from './workspace.ts';

/** A running stand-in. */
export type SlackStandIn = Awaited<ReturnType<typeof startSlackStandIn>>;

/** Starts a stand-in on a free port of 127.0.0.1; `close()` ends it and everything that hangs on it. */
export async function startSlackStandIn(options: StandInOptions = {}) {
  const settings = fillSettings(options);
  const calls: Call[] = [];
  const signal = createSignal(
    () =>
      `The last calls: ${calls
        .slice(-5)
        .map((call) => call.method)
        .join(', ')}.`,
  );
  const { announce } = signal;
  const workspace = createWorkspace(settings);
  const triggers = createTriggers(settings.triggerLifetimeMs);
  const faults = createFaults();
  const rate = createMessageRate(options.messagesPerSecond);
  const sockets = createSockets(settings, announce);
  const open = new Set<Socket>();
  let scopes: ReadonlySet<string> = new Set(settings.scopes);
  let eventsUrl: EventsUrl | undefined;
  let isOffline = false;
  let origin = '';

  const record = (call: Omit<Call, 'at' | 'atMs'>) => {
    calls.push({ ...call, at: new Date().toISOString(), atMs: performance.now() });
    announce();
  };
  const recordAck = (delivery: Delivery) => {
    const outcome = delivery.attempts.at(-1);
    if (outcome?.acked && outcome.response !== undefined)
      record({ method: 'ack', body: { response: outcome.response } });
    announce();
  };
  const deliveries = createDeliveries(settings, () => eventsUrl ?? sockets, recordAck);
  const responses = createResponses(workspace, () => origin);
  const actParts = { settings, workspace, triggers, responses, deliveries, announce };
  const { emit, ...acts } = createActs(actParts);
  const context = (): MethodContext => ({
    settings,
    workspace,
    triggers,
    origin,
    scopes,
    emit: happen,
    makeSocketUrl: () => `${origin.replace('http:', 'ws:')}/link/?ticket=${sockets.makeTicket()}`,
  });
  function happen(event: Json): void {
    void emit(event);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, room, id = ''] = (request.url ?? '').split(/[/?]/);
    if (room === 'api') return answerApi(request, response, { faults, rate, context, record });
    if (room !== 'upload' && room !== 'response') return void response.writeHead(404).end();
    const { args, bytes } = await readBody(request);
    const fault = room === 'response' ? faults.take('response_url', args ?? {}, true) : undefined;
    if (fault?.kind === 'status') return void response.writeHead(fault.status).end();
    const { status, text } = room === 'upload' ? takeUpload(id, args, bytes) : responses.take(id, args);
    if (room === 'response') record({ method: 'response_url', body: args ?? {}, status, result: { text } });
    response.writeHead(status, { 'content-type': 'text/plain' }).end(text);
  }

  function takeUpload(id: string, args: Json | undefined, bytes: Buffer): { status: number; text: string } {
    const file = workspace.files.get(id);
    if (!file) return { status: 404, text: 'file_not_found' };
    const part = Object.values(args ?? {}).find((value) => Buffer.isBuffer(value));
    file.content = part ?? bytes;
    record({ method: 'upload', body: { file: id, content: file.content.toString() }, status: 200 });
    return { status: 200, text: `OK - ${file.content.length}` };
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      // A caller that gave up has no use for an answer; anything else is a fault of the stand-in, shown to the caller.
      if (!response.destroyed) response.writeHead(500).end(`Slack stand-in: ${String(error)}`);
    });
  });
  server.on('upgrade', (request, stream, head) => sockets.upgrade(request, stream, head));
  server.on('connection', (socket) => {
    if (isOffline) return void socket.destroy();
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    ...acts,
    ...createForms(actParts),
    ...createLook(workspace),
    ...createAdministration(workspace, happen, announce),
    identity,
    /** The Web API base for `slackApiUrl`. */
    apiUrl: `${origin}/api/`,
    botToken: settings.botToken,
    appToken: settings.appToken,
    signingSecret: settings.signingSecret,
    /** Everything the app sent to Slack, oldest first. */
    calls: calls as readonly Call[],
    /** Everything handed to the app, oldest first. */
    deliveries: deliveries.made as readonly Delivery[],
    /** The calls of one method. */
    callsTo: (method: string) => calls.filter((call) => call.method === method),
    /** Makes calls go wrong; gives back the way to make them go right again. */
    fault: faults.add,
    /** Changes the limit on messages a second in a channel; undefined for none. */
    limitMessages: rate.set,
    /** Changes the scopes of the bot token. */
    grantScopes: (...granted: string[]) => {
      scopes = new Set(granted);
    },
    /** Breaks every connection and refuses new ones, until `goOnline`. */
    goOffline: () => {
      isOffline = true;
      for (const socket of open) socket.destroy();
    },
    /** Takes connections again. */
    goOnline: () => {
      isOffline = false;
    },
    /** Ends the sockets of Socket Mode in that way. */
    disconnect: sockets.disconnect,
    /** Leaves the sockets open but silent, or lets them speak again. */
    freezeSockets: sockets.freeze,
    /** How many sockets the app has open. */
    countSockets: sockets.count,
    /** Hands everything to the app by signed requests to this address from now on, instead of by socket. */
    useEventsUrl: (url: string): EventsUrl => {
      eventsUrl = createEventsUrl(url, settings);
      return eventsUrl;
    },
    /** The address in use in HTTP mode, with the requests sent to it. */
    eventsUrl: (): EventsUrl | undefined => eventsUrl,
    /** Resolves with what `look` finds, as soon as it does; rejects after `timeoutMs` (5,000). */
    waitFor: signal.waitFor,
    /** Calls `look` after every change; gives back the way to stop. */
    watch: signal.watch,
    /** Ends the stand-in. */
    close: (): Promise<void> => {
      deliveries.stop();
      sockets.close();
      for (const socket of open) socket.destroy();
      return new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
    },
  };
}
