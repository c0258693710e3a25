/** What the stand-in keeps of a workspace, and what it records of each exchange with the app. */

/** A JSON object whose shape is not known beforehand. */
export type Json = Record<string, unknown>;

/** A member of the workspace; `isActive` is false once the account was deactivated. */
export type Person = {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly email: string;
  readonly isBot: boolean;
  isActive: boolean;
};

/** A channel, or a direct conversation when `directWith` names the other person. */
export type Channel = {
  readonly id: string;
  name: string;
  readonly isPrivate: boolean;
  readonly directWith?: string;
  isArchived: boolean;
  readonly members: Set<string>;
};

/** One earlier state of a message's blocks, still on the screen of whoever did not look again. */
export type PastBlocks = readonly Json[];

/** A message as stored: `seenBy` makes it ephemeral, `past` holds the blocks it had before each change. */
export type Message = {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  readonly isFromBot: boolean;
  text: string;
  blocks: Json[];
  attachments: Json[];
  threadTs?: string;
  metadata?: Json;
  editedTs?: string;
  isTombstone: boolean;
  readonly seenBy?: string;
  readonly past: PastBlocks[];
  readonly reactions: Map<string, string[]>;
  readonly files: string[];
};

/** The values of a view's inputs: block_id → action_id → element state. */
export type ViewState = Record<string, Record<string, Json>>;

/** A modal on somebody's screen, or somebody's App Home. */
export type OpenView = {
  readonly id: string;
  readonly user: string;
  readonly rootId: string;
  readonly previousId: string | null;
  view: Json;
  hash: string;
  state: ViewState;
};

/** A file that the app uploaded; `isComplete` once `files.completeUploadExternal` named it. */
export type UploadedFile = {
  readonly id: string;
  readonly name: string;
  readonly length: number;
  title: string;
  content?: Buffer;
  isComplete: boolean;
};

/** A group of users, as `usergroups.users.list` knows it. */
export type UserGroup = { readonly id: string; readonly handle: string; readonly users: string[] };

/**
 * One thing that the app sent to Slack: a Web API call, an upload, a post to a response_url, or the content of an
 * acknowledgement (`method` is then `upload`, `response_url` or `ack`). `result` is absent when nothing was answered.
 */
export type Call = {
  readonly method: string;
  readonly body: Json;
  readonly at: string;
  readonly atMs: number;
  readonly status?: number;
  readonly result?: Json;
};

/** How one attempt to hand something to the app ended; `response` is the content of its acknowledgement. */
export type Acknowledgement =
  | { readonly acked: true; readonly latencyMs: number; readonly response: unknown }
  | { readonly acked: false; readonly reason: 'timeout' | 'unreachable' | 'refused'; readonly status?: number };

/** The three kinds of envelope that Slack sends. */
export type DeliveryKind = 'interactive' | 'slash_commands' | 'events_api';

/** One thing handed to the app, with every attempt; only events are attempted again. */
export type Delivery = {
  readonly id: number;
  readonly kind: DeliveryKind;
  readonly payload: Json;
  readonly attempts: Acknowledgement[];
};

/** Tells whether a value is a JSON object. */
export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects in a JSON array; an empty list for anything else. */
export function listJson(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}
