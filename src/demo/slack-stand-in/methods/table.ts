/** Every Web API method that the stand-in knows, with the token and the scope that it asks for. */
import type { Method } from '../answer.ts';
import type { Json } from '../records.ts';
import type { Workspace } from '../workspace.ts';
import * as chat from './chat.ts';
import * as conversations from './conversations.ts';
import * as files from './files.ts';
import * as people from './people.ts';
import * as views from './views.ts';

/** One method: what runs, with which token, under which scope (absent: none). */
export type MethodEntry = {
  readonly run: Method;
  readonly token: 'bot' | 'app';
  readonly scope?: (args: Json, workspace: Workspace) => string | undefined;
};

const prefixes = { public_channel: 'channels', private_channel: 'groups', im: 'im' } as const;

/** The scope for a conversation depends on its kind: `channels:read`, `groups:read`, `im:read`. */
const conversationScope = (what: 'read' | 'history') => (args: Json, workspace: Workspace) => {
  const channel = workspace.findChannel(args.channel);
  return channel && `${prefixes[conversations.kindOf(channel)]}:${what}`;
};
const listScope = (args: Json) => {
  const [first = 'public_channel'] = String(args.types ?? 'public_channel').split(',');
  return `${prefixes[first as keyof typeof prefixes] ?? 'mpim'}:read`;
};
const bot = (run: Method, scope?: string | NonNullable<MethodEntry['scope']>): MethodEntry => ({
  run,
  token: 'bot',
  ...(scope !== undefined && { scope: typeof scope === 'string' ? () => scope : scope }),
});

/** Method name → what it does; a name that is not here gets `unknown_method`. */
export const methodTable: Readonly<Record<string, MethodEntry>> = {
  'auth.test': bot(people.authTest),
  'apps.connections.open': { run: people.openConnection, token: 'app' },
  'chat.postMessage': bot(chat.postMessage, 'chat:write'),
  'chat.postEphemeral': bot(chat.postEphemeral, 'chat:write'),
  'chat.update': bot(chat.update, 'chat:write'),
  'chat.delete': bot(chat.remove, 'chat:write'),
  'chat.getPermalink': bot(chat.getPermalink),
  'conversations.history': bot(conversations.history, conversationScope('history')),
  'conversations.replies': bot(conversations.replies, conversationScope('history')),
  'conversations.info': bot(conversations.info, conversationScope('read')),
  'conversations.list': bot(conversations.list, listScope),
  'conversations.members': bot(conversations.members, conversationScope('read')),
  'conversations.join': bot(conversations.join, 'channels:join'),
  'conversations.open': bot(conversations.open, 'im:write'),
  'views.open': bot(views.open),
  'views.push': bot(views.push),
  'views.update': bot(views.update),
  'views.publish': bot(views.publish),
  'users.info': bot(people.info, 'users:read'),
  'users.list': bot(people.list, 'users:read'),
  'usergroups.users.list': bot(people.listGroup, 'usergroups:read'),
  'reactions.add': bot(chat.addReaction, 'reactions:write'),
  'files.getUploadURLExternal': bot(files.getUploadUrl, 'files:write'),
  'files.completeUploadExternal': bot(files.completeUpload, 'files:write'),
};
