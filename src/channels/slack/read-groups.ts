import type { webApi } from '@slack/bolt';
import type { UserGroup } from '../../core/organisation.ts';
import type { GroupAnswer } from './deps.ts';
import { nameError, sortFailure } from './failures.ts';

/** Why Slack names no members of a group, with what to do; any other failure is said as it came. */
const remedies: Record<string, string> = {
  no_such_subteam:
    'Slack knows no such user group: copy its id anew (in Slack: People, User groups, the group, its id begins with S)',
  subteam_disabled: 'the user group was disabled in Slack: enable it, or name another',
  missing_scope: 'the app lacks usergroups:read: install it again with slack-manifest.yaml',
};

/** Asks Slack who is in these user groups; each answers with its members or with what is wrong. */
export async function readGroups(client: webApi.WebClient, groups: UserGroup[]): Promise<GroupAnswer[]> {
  const answers: GroupAnswer[] = [];
  for (const { usergroup } of groups) answers.push(await readGroup(client, usergroup));
  return answers;
}

async function readGroup(client: webApi.WebClient, usergroup: string): Promise<GroupAnswer> {
  try {
    const { users = [] } = await client.usergroups.users.list({ usergroup });
    const members: { slack: string; name: string }[] = [];
    for (const slack of users) members.push({ slack, name: await readName(client, slack) });
    if (members.length === 0)
      return { kind: 'none', usergroup, fault: 'nobody is in this user group: add people to it in Slack' };
    return { kind: 'members', usergroup, members };
  } catch (error) {
    const code = nameError(error) ?? '';
    const remedy = remedies[code];
    const fault = remedy ? `Slack: ${code}: ${remedy}` : sortFailure(error).reason;
    // Only where Slack says that the group is not there does that say anything about who is in it.
    const isGone = code === 'no_such_subteam' || code === 'subteam_disabled';
    return { kind: isGone ? 'none' : 'unknown', usergroup, fault };
  }
}

/** The name that signs letters: as the person writes it in Slack. */
async function readName(client: webApi.WebClient, user: string): Promise<string> {
  const { user: found } = await client.users.info({ user });
  return found?.real_name || found?.name || user;
}
