/** What a person sees: channels, messages, threads, private notices, the open modal, App Home. */
import { identity } from './options.ts';
import { type Control, listControls } from './payloads.ts';
import { type Channel, isJson, type Json, listJson, type Message, type OpenView } from './records.ts';
import { showView } from './show.ts';
import type { Workspace } from './workspace.ts';

/** A message on the screen; `words` is every text in it, a line each. */
export type SeenMessage = {
  readonly ts: string;
  readonly channel: string;
  readonly author: string;
  readonly isFromApp: boolean;
  readonly isPrivate: boolean;
  readonly isDeleted: boolean;
  readonly text: string;
  readonly blocks: readonly Json[];
  readonly words: string;
  readonly controls: readonly Control[];
  readonly threadTs?: string;
  readonly replyCount: number;
  readonly reactions: readonly string[];
  readonly files: readonly string[];
};

/** A channel in the side bar. */
export type SeenChannel = {
  readonly id: string;
  readonly name: string;
  readonly isArchived: boolean;
  readonly isPrivate: boolean;
  readonly hasBot: boolean;
};

/** A modal or App Home on the screen; `view` is Slack's own object, its state included. */
export type SeenView = {
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly controls: readonly Control[];
  readonly depth: number;
  readonly view: Json;
};

/** Looks at the workspace. */
export type Look = ReturnType<typeof createLook>;

/** Makes the looking side of the driver. */
export function createLook(workspace: Workspace) {
  const see = (message: Message): SeenMessage => ({
    ts: message.ts,
    channel: message.channel,
    author: workspace.people.get(message.user)?.realName ?? message.user,
    isFromApp: message.isFromBot,
    isPrivate: message.seenBy !== undefined,
    isDeleted: message.isTombstone,
    text: message.text,
    blocks: message.blocks,
    words: message.blocks.length > 0 ? listWords(message.blocks).join('\n') : message.text,
    controls: listControls(message.blocks),
    ...(message.threadTs !== undefined && { threadTs: message.threadTs }),
    replyCount: workspace.listReplies(message.channel, message.ts).length,
    reactions: [...message.reactions.keys()],
    files: message.files.map((id) => workspace.files.get(id)?.title ?? id),
  });
  const isTopLevel = (m: Message) => m.threadTs === undefined || m.threadTs === m.ts;

  return {
    /** The conversations, direct ones included. */
    channels: (): SeenChannel[] => [...workspace.channels.values()].map(seeChannel),
    /** What everybody in a channel sees, oldest first, without the threads. */
    messages: (channel: string): SeenMessage[] =>
      workspace.messages.filter((m) => m.channel === channel && m.seenBy === undefined && isTopLevel(m)).map(see),
    /** A message and the replies below it, oldest first. */
    thread(channel: string, ts: string): SeenMessage[] {
      const parent = workspace.findMessage(channel, ts);
      return parent ? [parent, ...workspace.listReplies(channel, ts)].map(see) : [];
    },
    /** One message by its timestamp, private ones too. */
    message(ts: string): SeenMessage | undefined {
      const found = workspace.messages.find((m) => m.ts === ts);
      return found && see(found);
    },
    /** The messages that only this person sees, oldest first. */
    ephemerals: (user: string): SeenMessage[] => workspace.messages.filter((m) => m.seenBy === user).map(see),
    /** The modal on top of this person's screen. */
    view(user: string): SeenView | undefined {
      const stack = workspace.modals.get(user) ?? [];
      const top = stack.at(-1);
      return top && seeView(top, stack.length);
    },
    /** This person's App Home. */
    home(user: string): SeenView | undefined {
      const home = workspace.homes.get(user);
      return home && seeView(home, 1);
    },
    /** The files that the app uploaded: title and bytes. */
    files: (): { title: string; content: Buffer; isComplete: boolean }[] =>
      [...workspace.files.values()].flatMap(({ title, content, isComplete }) =>
        content ? [{ title, content, isComplete }] : [],
      ),
  };
}

/** Every text in blocks, in reading order. */
export function listWords(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(listWords);
  if (!isJson(value)) return [];
  if (typeof value.text === 'string') return [value.text];
  return Object.values(value).flatMap(listWords);
}

function seeChannel({ id, name, isArchived, isPrivate, members }: Channel): SeenChannel {
  return { id, name, isArchived, isPrivate, hasBot: members.has(identity.botUserId) };
}

function seeView(open: OpenView, depth: number): SeenView {
  const blocks = listJson(open.view.blocks);
  return {
    id: open.id,
    title: listWords([open.view.title]).join(''),
    words: listWords(blocks).join('\n'),
    controls: listControls(blocks),
    depth,
    view: showView(open),
  };
}
