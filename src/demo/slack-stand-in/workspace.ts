/** The workspace's state: who and what there is, with the lookups that every part shares. */
import { randomBytes } from 'node:crypto';
import { identity, type Settings } from './options.ts';
import {
  type Channel,
  isJson,
  type Json,
  listJson,
  type Message,
  type OpenView,
  type Person,
  type UploadedFile,
  type UserGroup,
} from './records.ts';

/** The state and its lookups; only the methods, the administration and the driver write to it. */
export type Workspace = ReturnType<typeof createWorkspace>;

/** Makes a workspace with the settings' people, channels and groups, and the app's bot in its channels. */
export function createWorkspace(settings: Settings) {
  const people = new Map<string, Person>();
  const channels = new Map<string, Channel>();
  const groups = new Map<string, UserGroup>();
  const messages: Message[] = [];
  const modals = new Map<string, OpenView[]>();
  const homes = new Map<string, OpenView>();
  const files = new Map<string, UploadedFile>();
  let lastTs = 0;

  people.set(identity.botUserId, {
    id: identity.botUserId,
    name: identity.botName,
    realName: identity.botName,
    email: '',
    isBot: true,
    isActive: true,
  });
  for (const user of settings.users) {
    const { id, name, realName = name, email = `${name}@oefenplein.example` } = user;
    people.set(id, { id, name, realName, email, isBot: false, isActive: true });
  }
  for (const given of settings.channels) {
    const { id, name, isPrivate = false, hasBot = true, members = settings.users.map((user) => user.id) } = given;
    const everyone = new Set([...members, ...(hasBot ? [identity.botUserId] : [])]);
    channels.set(id, { id, name, isPrivate, isArchived: false, members: everyone });
  }
  for (const { id, handle, users } of settings.userGroups) groups.set(id, { id, handle, users: [...users] });

  return {
    people,
    channels,
    groups,
    messages,
    modals,
    homes,
    files,

    /** A new message timestamp: microseconds since 1970 by the stand-in's clock, always later than the last. */
    nextTs(): string {
      lastTs = Math.max(settings.now().getTime() * 1000, lastTs + 1);
      return `${Math.floor(lastTs / 1e6)}.${String(lastTs % 1e6).padStart(6, '0')}`;
    },

    /** Finds a conversation by id, by name (`#privacy`), or, as a direct one, by the id of a person. */
    findChannel(reference: unknown): Channel | undefined {
      const key = String(reference ?? '');
      const named = [...channels.values()].find((channel) => !channel.directWith && `#${channel.name}` === key);
      return channels.get(key) ?? named ?? (people.has(key) ? this.openDirect(key) : undefined);
    },

    /** The direct conversation between the bot and a person, made when it does not exist yet. */
    openDirect(person: string): Channel {
      const id = `D${person}`;
      const known = channels.get(id);
      if (known) return known;
      const members = new Set([person, identity.botUserId]);
      const made: Channel = { id, name: id, isPrivate: true, directWith: person, isArchived: false, members };
      channels.set(id, made);
      return made;
    },

    /** Finds a message that everybody in the channel sees. */
    findMessage(channel: string, ts: unknown): Message | undefined {
      return messages.find((m) => m.channel === channel && m.ts === String(ts) && m.seenBy === undefined);
    },

    /** The replies below a message, oldest first. */
    listReplies(channel: string, ts: string): Message[] {
      return messages.filter(
        (m) => m.channel === channel && m.threadTs === ts && m.ts !== ts && m.seenBy === undefined,
      );
    },

    /** Finds an open modal or a published home by id or external id. */
    findView(id: unknown, externalId?: unknown): OpenView | undefined {
      const open = [...[...modals.values()].flat(), ...homes.values()];
      return open.find((v) => v.id === id || (Boolean(externalId) && v.view.external_id === externalId));
    },

    /** Takes a message away; one with replies leaves a tombstone, as in Slack. */
    dropMessage(message: Message): void {
      if (this.listReplies(message.channel, message.ts).length > 0) {
        Object.assign(message, { isTombstone: true, text: 'This message was deleted.', blocks: [], attachments: [] });
        delete message.metadata;
        return;
      }
      messages.splice(messages.indexOf(message), 1);
    },
  };
}

/** Makes an id with Slack's kind of prefix. */
export function makeId(prefix: string): string {
  return prefix + randomBytes(5).toString('hex').toUpperCase();
}

/** Copies blocks and names the blocks and elements that have no id, as Slack does on arrival. */
export function nameBlocks(blocks: readonly Json[]): Json[] {
  return structuredClone([...blocks]).map((block) => {
    for (const element of [block.accessory, block.element, ...listJson(block.elements)]) {
      if (isJson(element) && isInteractive(element)) element.action_id ??= makeId('').slice(0, 5);
    }
    return { ...block, block_id: block.block_id ?? makeId('').slice(0, 5) };
  });
}

function isInteractive(element: Json): boolean {
  return !/^(image|plain_text|mrkdwn|rich_text_(section|list|quote|preformatted))$/.test(String(element.type));
}
