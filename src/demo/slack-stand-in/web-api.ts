/** The Web API over HTTP: token, fault, rate, scope, method, record — in that order. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type MethodContext, readJson, refuse } from './answer.ts';
import type { Fault, Faults, MessageRate } from './faults.ts';
import { methodTable } from './methods/table.ts';
import { readBody } from './read-body.ts';
import type { Call, Json } from './records.ts';

/** What the Web API front needs from the stand-in. */
export type WebApiParts = {
  readonly faults: Faults;
  readonly rate: MessageRate;
  readonly context: () => MethodContext;
  readonly record: (call: Omit<Call, 'at' | 'atMs'>) => void;
};

type Answer = { status: number; body: Json; headers?: Record<string, string> };

const rateLimited = new Set(['chat.postMessage', 'chat.postEphemeral']);
const jsonArguments = ['blocks', 'view', 'metadata', 'attachments', 'files'];

/** Answers one request to `/api/METHOD`. */
export async function answerApi(request: IncomingMessage, response: ServerResponse, parts: WebApiParts): Promise<void> {
  const method = new URL(request.url ?? '/', 'http://localhost').pathname.replace('/api/', '');
  const { args } = await readBody(request);
  const token = request.headers.authorization?.replace(/^Bearer /, '') ?? String(args?.token ?? '');
  const known = args ?? {};
  const fault = parts.faults.take(method, known);
  if (fault?.kind === 'delay') await sleep(fault.ms);
  const isDone = !fault || fault.kind === 'delay' || ('effect' in fault && fault.effect === 'done');
  const effect = isDone ? run(method, args, token, parts) : undefined;
  const answer = fault ? spoil(fault, effect) : effect;
  parts.record({
    method,
    body: readable(known),
    ...(answer && { status: answer.status, result: answer.body }),
  });
  if (answer) send(response, answer);
  else if (fault?.kind === 'drop' && fault.how === 'reset') request.socket.destroy();
}

function spoil(fault: Fault, effect: Answer | undefined): Answer | undefined {
  switch (fault.kind) {
    case 'delay':
      return effect;
    case 'drop':
      return undefined;
    case 'status':
      return { status: fault.status, body: refuse('internal_error') };
    case 'rate-limit':
      return tooMany(fault.retryAfter);
    case 'error':
      return { status: 200, body: refuse(fault.error) };
  }
}

function run(method: string, args: Json | undefined, token: string, parts: WebApiParts): Answer {
  const context = parts.context();
  const entry = methodTable[method];
  if (!entry) return plain(refuse('unknown_method', { req_method: method }));
  const { settings, workspace, scopes } = context;
  if (token === '') return plain(refuse('not_authed'));
  if (token !== settings.botToken && token !== settings.appToken) return plain(refuse('invalid_auth'));
  if (token !== (entry.token === 'bot' ? settings.botToken : settings.appToken)) {
    return plain(refuse('not_allowed_token_type'));
  }
  if (!args) return plain(refuse('invalid_json'));
  const needed = entry.scope?.(args, workspace);
  const headers: Record<string, string> = { 'x-oauth-scopes': [...scopes].join(',') };
  if (needed !== undefined) headers['x-accepted-oauth-scopes'] = needed;
  if (needed !== undefined && !scopes.has(needed)) {
    return { ...plain(refuse('missing_scope', { needed, provided: [...scopes].join(',') })), headers };
  }
  const wait = rateLimited.has(method) ? parts.rate.count(String(args.channel)) : 0;
  if (wait > 0) return tooMany(wait);
  return { ...plain(entry.run(args, context)), headers };
}

function plain(body: Json): Answer {
  return { status: 200, body };
}

function tooMany(seconds: number): Answer {
  return { status: 429, body: refuse('ratelimited'), headers: { 'retry-after': String(seconds) } };
}

function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}

/** The arguments as they are recorded: JSON texts opened, the token left out. */
function readable(args: Json): Json {
  const entries = Object.entries(args)
    .filter(([key]) => key !== 'token')
    .map(([key, value]) => [key, jsonArguments.includes(key) ? (readJson(value) ?? value) : value]);
  return Object.fromEntries(entries) as Json;
}
