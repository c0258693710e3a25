/** The stand-in's records as Slack's Web API and payloads write them. */
import { identity } from './options.ts';
import type { Channel, Json, Message, OpenView, Person } from './records.ts';
import type { Workspace } from './workspace.ts';

/** A message as the Web API gives it; metadata only where `withMetadata` says so. */
export function showMessage(workspace: Workspace, message: Message, withMetadata = false): Json {
  const replies = workspace.listReplies(message.channel, message.ts);
  const reactions = [...message.reactions].map(([name, users]) => ({ name, users, count: users.length }));
  return {
    type: 'message',
    ...(message.isTombstone && { subtype: 'tombstone', hidden: true }),
    user: message.isTombstone ? 'USLACKBOT' : message.user,
    ...(message.isFromBot && { bot_id: identity.botId, app_id: identity.appId }),
    team: identity.teamId,
    ts: message.ts,
    text: message.text,
    ...(message.blocks.length > 0 && { blocks: message.blocks }),
    ...(message.attachments.length > 0 && { attachments: message.attachments }),
    ...(message.threadTs !== undefined && { thread_ts: message.threadTs }),
    ...(replies.length > 0 && {
      thread_ts: message.ts,
      reply_count: replies.length,
      reply_users: [...new Set(replies.map((reply) => reply.user))],
      latest_reply: replies.at(-1)?.ts,
    }),
    ...(message.editedTs !== undefined && { edited: { user: message.user, ts: message.editedTs } }),
    ...(reactions.length > 0 && { reactions }),
    ...(message.files.length > 0 && { files: message.files.map((id) => ({ id })) }),
    ...(withMetadata && message.metadata !== undefined && { metadata: message.metadata }),
  };
}

/** A conversation as `conversations.info` and `conversations.list` give it. */
export function showChannel(channel: Channel): Json {
  const isDirect = channel.directWith !== undefined;
  return {
    id: channel.id,
    ...(isDirect ? { user: channel.directWith } : { name: channel.name, name_normalized: channel.name }),
    is_channel: !isDirect && !channel.isPrivate,
    is_group: !isDirect && channel.isPrivate,
    is_im: isDirect,
    is_mpim: false,
    is_private: channel.isPrivate,
    is_archived: channel.isArchived,
    is_member: channel.members.has(identity.botUserId),
    num_members: channel.members.size,
  };
}

/** The kind of a conversation as message events name it. */
export function nameKind(channel: Channel): 'channel' | 'group' | 'im' {
  if (channel.directWith !== undefined) return 'im';
  return channel.isPrivate ? 'group' : 'channel';
}

/** A person as `users.info` gives them; the mail address only with `users:read.email`. */
export function showPerson(person: Person, withEmail: boolean): Json {
  return {
    id: person.id,
    team_id: identity.teamId,
    name: person.name,
    deleted: !person.isActive,
    real_name: person.realName,
    tz: 'Europe/Amsterdam',
    is_bot: person.isBot,
    is_app_user: false,
    profile: {
      real_name: person.realName,
      display_name: person.name,
      ...(withEmail && !person.isBot && { email: person.email }),
    },
  };
}

/** A view with everything that Slack adds to it. */
export function showView(open: OpenView): Json {
  return {
    title: null,
    submit: null,
    close: null,
    private_metadata: '',
    callback_id: '',
    external_id: '',
    clear_on_close: false,
    notify_on_close: false,
    ...open.view,
    id: open.id,
    team_id: identity.teamId,
    app_id: identity.appId,
    bot_id: identity.botId,
    app_installed_team_id: identity.teamId,
    state: { values: open.state },
    hash: open.hash,
    root_view_id: open.rootId,
    previous_view_id: open.previousId,
  };
}
