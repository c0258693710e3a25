/** conversations.*: channels, their members and what was said in them. */
import { findUsableChannel, isRefusal, isTrue, type Method, type MethodContext, refuse, takePage } from '../answer.ts';
import { identity } from '../options.ts';
import type { Channel, Json, Message } from '../records.ts';
import { showChannel, showMessage } from '../show.ts';

/** conversations.history: what stands in the channel itself, newest first. */
export const history: Method = (args, context) => {
  const channel = findUsableChannel(args, context, '');
  if (isRefusal(channel)) return channel;
  const topLevel = context.workspace.messages.filter(
    (m) => m.channel === channel.id && m.seenBy === undefined && (m.threadTs === undefined || m.threadTs === m.ts),
  );
  return pageMessages([...topLevel].reverse(), args, context);
};

/** conversations.replies: a message and the replies below it, oldest first. */
export const replies: Method = (args, context) => {
  const channel = findUsableChannel(args, context, '');
  if (isRefusal(channel)) return channel;
  const asked = context.workspace.findMessage(channel.id, args.ts);
  const parent = asked?.threadTs ? context.workspace.findMessage(channel.id, asked.threadTs) : asked;
  if (!parent) return refuse('thread_not_found');
  return pageMessages([parent, ...context.workspace.listReplies(channel.id, parent.ts)], args, context);
};

function pageMessages(found: readonly Message[], args: Json, { workspace }: MethodContext): Json {
  const isInclusive = isTrue(args.inclusive);
  const after = (ts: string, bound: unknown) => bound === undefined || ts > String(bound);
  const before = (ts: string, bound: unknown) => bound === undefined || ts < String(bound);
  const inRange = found.filter(
    ({ ts }) =>
      (after(ts, args.oldest) && before(ts, args.latest)) || (isInclusive && [args.oldest, args.latest].includes(ts)),
  );
  const taken = takePage(inRange, args, 999);
  if (isRefusal(taken)) return taken;
  const shown = taken.page.map((message) => showMessage(workspace, message, isTrue(args.include_all_metadata)));
  return { ok: true, messages: shown, has_more: taken.hasMore, ...taken.rest };
}

/** conversations.info: one channel; a private one only when the bot is in it. */
export const info: Method = (args, context) => {
  const channel = findVisible(args, context);
  return channel ? { ok: true, channel: showChannel(channel) } : refuse('channel_not_found');
};

/** conversations.list: the channels of the kinds asked for (public ones by default). */
export const list: Method = (args, { workspace }) => {
  const types = String(args.types ?? 'public_channel').split(',');
  const visible = [...workspace.channels.values()].filter(
    (channel) =>
      types.includes(kindOf(channel)) &&
      (!channel.isPrivate || channel.members.has(identity.botUserId)) &&
      !(isTrue(args.exclude_archived) && channel.isArchived),
  );
  const taken = takePage(visible, args, 1000);
  return isRefusal(taken) ? taken : { ok: true, channels: taken.page.map(showChannel), ...taken.rest };
};

/** conversations.members: the ids of who is in a channel. */
export const members: Method = (args, context) => {
  const channel = findVisible(args, context);
  if (!channel) return refuse('channel_not_found');
  const taken = takePage([...channel.members], args, 1000);
  return isRefusal(taken) ? taken : { ok: true, members: taken.page, ...taken.rest };
};

/** conversations.join: the bot joins a public channel. */
export const join: Method = (args, { workspace }) => {
  const channel = workspace.findChannel(args.channel);
  if (!channel) return refuse('channel_not_found');
  if (channel.isPrivate) return refuse('method_not_supported_for_channel_type');
  if (channel.isArchived) return refuse('is_archived');
  channel.members.add(identity.botUserId);
  return { ok: true, channel: showChannel(channel) };
};

/** conversations.open: the direct conversation with one person. */
export const open: Method = (args, { workspace }) => {
  const user = String(args.users ?? '');
  const person = workspace.people.get(user);
  if (!person || person.isBot) return refuse('user_not_found');
  if (!person.isActive) return refuse('user_disabled');
  return { ok: true, channel: { id: workspace.openDirect(user).id } };
};

/** The kind of a conversation as the API's `types` argument names it. */
export function kindOf(channel: Channel): 'public_channel' | 'private_channel' | 'im' {
  if (channel.directWith !== undefined) return 'im';
  return channel.isPrivate ? 'private_channel' : 'public_channel';
}

function findVisible(args: Json, { workspace }: MethodContext): Channel | undefined {
  const channel = workspace.findChannel(args.channel);
  return channel?.isPrivate && !channel.members.has(identity.botUserId) ? undefined : channel;
}
