/** What people do to a workspace behind the app's back. */
import { identity } from './options.ts';
import type { Channel, Json } from './records.ts';
import { nameKind } from './show.ts';
import type { Workspace } from './workspace.ts';

/** Makes the administration; `emit` lets the events of each change happen, `announce` tells waiters. */
export function createAdministration(workspace: Workspace, emit: (event: Json) => void, announce: () => void) {
  function change(channelId: string, apply: (channel: Channel) => Json): void {
    const channel = workspace.channels.get(channelId);
    if (!channel) throw new Error(`Slack stand-in: there is no channel "${channelId}".`);
    const event = apply(channel);
    announce();
    emit(event);
  }
  return {
    /** Archives a channel. */
    archiveChannel: (id: string) =>
      change(id, (channel) => {
        channel.isArchived = true;
        return { type: 'channel_archive', channel: id, user: 'UADMIN' };
      }),
    /** Brings an archived channel back. */
    unarchiveChannel: (id: string) =>
      change(id, (channel) => {
        channel.isArchived = false;
        return { type: 'channel_unarchive', channel: id, user: 'UADMIN' };
      }),
    /** Gives a channel another name; its id stays. */
    renameChannel: (id: string, name: string) =>
      change(id, (channel) => {
        channel.name = name;
        return { type: 'channel_rename', channel: { id, name } };
      }),
    /** Removes a member from a channel. */
    removeMember: (id: string, user: string) =>
      change(id, (channel) => {
        channel.members.delete(user);
        return { type: 'member_left_channel', user, channel: id };
      }),
    /** Adds a member to a channel. */
    addMember: (id: string, user: string) =>
      change(id, (channel) => {
        channel.members.add(user);
        return { type: 'member_joined_channel', user, channel: id };
      }),
    /** Removes the app's bot from a channel. */
    removeBot: (id: string) =>
      change(id, (channel) => {
        channel.members.delete(identity.botUserId);
        return { type: channel.isPrivate ? 'group_left' : 'channel_left', channel: id, actor_id: 'UADMIN' };
      }),
    /** Invites the app's bot into a channel. */
    inviteBot: (id: string) =>
      change(id, (channel) => {
        channel.members.add(identity.botUserId);
        return { type: 'member_joined_channel', user: identity.botUserId, channel: id, inviter: 'UADMIN' };
      }),
    /** Deletes a message by hand. */
    deleteMessage(ts: string): void {
      const message = workspace.messages.find((m) => m.ts === ts);
      if (!message) throw new Error(`Slack stand-in: there is no message ${ts}.`);
      workspace.dropMessage(message);
      announce();
      const { channel } = message;
      const kind = nameKind(workspace.channels.get(channel) as Channel);
      const type = { type: 'message', subtype: 'message_deleted', channel_type: kind };
      emit({ ...type, channel, deleted_ts: ts, ts: workspace.nextTs(), hidden: true });
    },
    /** Deactivates an account: it can no longer act or be written to. */
    deactivateUser(id: string): void {
      const person = workspace.people.get(id);
      if (!person) throw new Error(`Slack stand-in: there is no user "${id}".`);
      person.isActive = false;
      announce();
      emit({ type: 'user_change', user: { id, deleted: true } });
    },
    /** Makes a user group, or gives it other members. */
    setUserGroup(id: string, handle: string, users: readonly string[]): void {
      workspace.groups.set(id, { id, handle, users: [...users] });
      announce();
    },
    /** Adds an account, to every public channel. */
    addUser(id: string, name: string, realName = name): void {
      const email = `${name}@oefenplein.example`;
      workspace.people.set(id, { id, name, realName, email, isBot: false, isActive: true });
      for (const channel of workspace.channels.values()) if (!channel.isPrivate) channel.members.add(id);
      announce();
    },
  };
}
