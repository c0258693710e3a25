/** chat.*: posting, changing and deleting messages, refused where Slack refuses. */
import { findBlockFaults, findMetadataFaults } from '../../../core/block-limits.ts';
import { findUsableChannel, isRefusal, type Method, type Refusal, readJson, refuse, refuseFaults } from '../answer.ts';
import { identity } from '../options.ts';
import { isJson, type Json, listJson, type Message } from '../records.ts';
import { nameKind, showMessage } from '../show.ts';
import { nameBlocks } from '../workspace.ts';

type Content = { text?: string; blocks?: Json[]; attachments?: Json[]; metadata?: Json };

/** chat.postMessage: posts in a channel or, with `thread_ts`, below a message that still exists. */
export const postMessage: Method = (args, context) => {
  const channel = findUsableChannel(args, context);
  if (isRefusal(channel)) return channel;
  const content = readContent(args, 40_000);
  if (isRefusal(content)) return content;
  if (isEmpty(content)) return refuse('no_text');
  const { workspace } = context;
  // Slack posts a reply to a message that is gone in the channel itself, without saying so.
  const parent = args.thread_ts === undefined ? undefined : workspace.findMessage(channel.id, args.thread_ts);
  const message = makeMessage(workspace.nextTs(), channel.id, content, parent && (parent.threadTs ?? parent.ts));
  workspace.messages.push(message);
  const shown = showMessage(workspace, message, true);
  context.emit({ ...shown, channel: channel.id, channel_type: nameKind(channel) });
  return { ok: true, channel: channel.id, ts: message.ts, message: shown };
};

/** chat.postEphemeral: shows a message to one member of the channel only. */
export const postEphemeral: Method = (args, context) => {
  const channel = findUsableChannel(args, context);
  if (isRefusal(channel)) return channel;
  const user = String(args.user);
  const person = context.workspace.people.get(user);
  if (!person?.isActive || !channel.members.has(user)) return refuse('user_not_in_channel');
  const content = readContent(args, 40_000);
  if (isRefusal(content)) return content;
  if (isEmpty(content)) return refuse('no_text');
  const threadTs = args.thread_ts === undefined ? undefined : String(args.thread_ts);
  const ts = context.workspace.nextTs();
  context.workspace.messages.push({ ...makeMessage(ts, channel.id, content, threadTs), seenBy: user });
  return { ok: true, message_ts: ts };
};

/** chat.update: changes a message of the app's own; text without blocks takes the blocks away. */
export const update: Method = (args, context) => {
  const channel = findUsableChannel(args, context, 'is_inactive');
  if (isRefusal(channel)) return channel;
  const message = context.workspace.findMessage(channel.id, args.ts);
  if (!message || message.isTombstone) return refuse('message_not_found');
  if (!message.isFromBot) return refuse('cant_update_message');
  const content = readContent(args, 4000);
  if (isRefusal(content)) return content;
  if (isEmpty(content)) return refuse('no_text');
  changeMessage(message, content);
  if (content.blocks === undefined && content.text !== undefined) message.editedTs = context.workspace.nextTs();
  return {
    ok: true,
    channel: channel.id,
    ts: message.ts,
    text: message.text,
    message: showMessage(context.workspace, message, true),
  };
};

/** chat.delete: takes a message of the app's own away. */
export const remove: Method = (args, context) => {
  const channel = findUsableChannel(args, context);
  if (isRefusal(channel)) return channel;
  const message = context.workspace.findMessage(channel.id, args.ts);
  if (!message || message.isTombstone) return refuse('message_not_found');
  if (!message.isFromBot) return refuse('cant_delete_message');
  context.workspace.dropMessage(message);
  return { ok: true, channel: channel.id, ts: message.ts };
};

/** chat.getPermalink: the address of a message. */
export const getPermalink: Method = (args, context) => {
  const channel = context.workspace.findChannel(args.channel);
  if (!channel) return refuse('channel_not_found');
  const message = context.workspace.findMessage(channel.id, args.message_ts);
  if (!message) return refuse('message_not_found');
  const permalink = `https://${identity.teamDomain}.slack.example/archives/${channel.id}/p${message.ts.replace('.', '')}`;
  return { ok: true, channel: channel.id, permalink };
};

/** reactions.add: the app's reaction to a message. */
export const addReaction: Method = (args, context) => {
  const channel = findUsableChannel(args, context);
  if (isRefusal(channel)) return channel;
  const message = context.workspace.findMessage(channel.id, args.timestamp);
  if (!message) return refuse('message_not_found');
  const name = String(args.name ?? '');
  if (!/^[\w+-]+$/.test(name)) return refuse('invalid_name');
  const users = message.reactions.get(name) ?? [];
  if (users.includes(identity.botUserId)) return refuse('already_reacted');
  message.reactions.set(name, [...users, identity.botUserId]);
  return { ok: true };
};

/** Changes a message as chat.update and a response_url do; the blocks it had stay known as its past. */
export function changeMessage(message: Message, content: Content): void {
  message.past.push(message.blocks);
  if (content.blocks !== undefined) message.blocks = nameBlocks(content.blocks);
  else if (content.text !== undefined) message.blocks = [];
  if (content.text !== undefined) message.text = content.text;
  if (content.attachments !== undefined) message.attachments = content.attachments;
  if (content.metadata === undefined) return;
  if (Object.keys(content.metadata).length > 0) message.metadata = content.metadata;
  else delete message.metadata;
}

/** Makes a message of the bot. */
export function makeMessage(ts: string, channel: string, content: Content, threadTs?: string): Message {
  return {
    ts,
    channel,
    user: identity.botUserId,
    isFromBot: true,
    text: content.text ?? '',
    blocks: nameBlocks(content.blocks ?? []),
    attachments: content.attachments ?? [],
    ...(threadTs !== undefined && { threadTs }),
    ...(content.metadata && Object.keys(content.metadata).length > 0 && { metadata: content.metadata }),
    isTombstone: false,
    past: [],
    reactions: new Map(),
    files: [],
  };
}

/** Reads and checks text, blocks, attachments and metadata; a refusal in Slack's form where one is wrong. */
export function readContent(args: Json, longest: number): Content | Refusal {
  const content: Content = {};
  if (args.text !== undefined) content.text = String(args.text);
  if ((content.text?.length ?? 0) > longest) return refuse('msg_too_long');
  if (args.blocks !== undefined) {
    const blocks = readJson(args.blocks);
    if (!Array.isArray(blocks)) return refuse('invalid_blocks_format');
    const faults = findBlockFaults({ blocks }, 'message');
    if (faults.length > 0) return refuseFaults('invalid_blocks', faults);
    content.blocks = listJson(blocks);
  }
  if (args.attachments !== undefined) content.attachments = listJson(readJson(args.attachments));
  if ((content.attachments?.length ?? 0) > 100) return refuse('too_many_attachments');
  if (args.metadata === undefined) return content;
  const metadata = readJson(args.metadata);
  if (!isJson(metadata)) return refuse('invalid_metadata_format');
  const faults = Object.keys(metadata).length === 0 ? [] : findMetadataFaults(metadata);
  const [first] = faults;
  if (first) return refuse(first.message.endsWith('bytes') ? 'metadata_too_large' : 'invalid_metadata_format');
  content.metadata = metadata;
  return content;
}

function isEmpty(content: Content): boolean {
  return !content.text && content.blocks === undefined && content.attachments === undefined;
}
