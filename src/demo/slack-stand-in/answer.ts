/** How a Web API method answers, and how it reads what it was sent. */
import type { BlockFault } from '../../core/block-limits.ts';
import { identity, type Settings } from './options.ts';
import { type Channel, isJson, type Json } from './records.ts';
import type { Triggers } from './triggers.ts';
import type { Workspace } from './workspace.ts';

/** What a method needs besides its arguments. */
export type MethodContext = {
  readonly settings: Settings;
  readonly workspace: Workspace;
  readonly triggers: Triggers;
  /** The stand-in's own address, `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** The scopes that the token has at this moment. */
  readonly scopes: ReadonlySet<string>;
  /** Lets an event happen as the consequence of a call. */
  readonly emit: (event: Json) => void;
  /** Makes a one-time address for a socket. */
  readonly makeSocketUrl: () => string;
};

/** A Web API method: arguments in, Slack's answer out. */
export type Method = (args: Json, context: MethodContext) => Json;

/** An answer that says no, and why. */
export type Refusal = Json & { readonly ok: false; readonly error: string };

/** A refusal in Slack's form. */
export function refuse(error: string, more: Json = {}): Refusal {
  return { ok: false, error, ...more };
}

/** A refusal that lists faults of blocks or views, as Slack does. */
export function refuseFaults(error: string, faults: readonly BlockFault[]): Refusal {
  const lines = faults.map((fault) => `${fault.message} [json-pointer:${fault.path}]`);
  return {
    ok: false,
    error,
    ...(error === 'invalid_blocks' && { errors: lines }),
    response_metadata: { messages: lines.map((line) => `[ERROR] ${line}`) },
  };
}

/** A refusal for an argument that is missing or malformed. */
export function refuseArgument(message: string): Refusal {
  return refuse('invalid_arguments', { response_metadata: { messages: [`[ERROR] ${message}`] } });
}

/** Reads an argument that may be JSON text or JSON already; `undefined` where it is neither. */
export function readJson(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return undefined;
  }
}

/** Reads a boolean argument, which a form sends as text. */
export function isTrue(value: unknown): boolean {
  return value === true || value === 'true' || value === '1' || value === 1;
}

/** Finds the channel of a call and checks that the bot may act in it; a refusal otherwise. */
export function findUsableChannel(
  args: Json,
  { workspace }: MethodContext,
  whenArchived = 'is_archived',
): Channel | Refusal {
  const channel = workspace.findChannel(args.channel);
  if (!channel) return refuse('channel_not_found');
  if (!channel.members.has(identity.botUserId)) {
    return refuse(channel.isPrivate ? 'channel_not_found' : 'not_in_channel');
  }
  return channel.isArchived && whenArchived !== '' ? refuse(whenArchived) : channel;
}

/** Tells a refusal from what was looked for. */
export function isRefusal(value: object): value is Refusal {
  return isJson(value) && value.ok === false;
}

/** A page of a list, and what the answer says about the rest. */
export type Page<T> = { readonly page: readonly T[]; readonly hasMore: boolean; readonly rest: Json };

/** One page of a list, by Slack's cursor: `response_metadata.next_cursor` is empty at the end. */
export function takePage<T>(all: readonly T[], args: Json, most: number): Page<T> | Refusal {
  const limit = Math.min(Number(args.limit ?? 100) || 100, most);
  const cursor = String(args.cursor ?? '');
  const start = cursor === '' ? 0 : Number(Buffer.from(cursor, 'base64').toString().replace('next:', ''));
  if (!Number.isInteger(start) || start < 0) return refuse('invalid_cursor');
  const hasMore = start + limit < all.length;
  const next = hasMore ? Buffer.from(`next:${start + limit}`).toString('base64') : '';
  return { page: all.slice(start, start + limit), hasMore, rest: { response_metadata: { next_cursor: next } } };
}
