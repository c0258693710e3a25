/** auth.test, users.* and usergroups.*: who is who. */
import { isRefusal, type Method, refuse, takePage } from '../answer.ts';
import { identity } from '../options.ts';
import { showPerson } from '../show.ts';

/** auth.test: whose token this is. */
export const authTest: Method = () => ({
  ok: true,
  url: `https://${identity.teamDomain}.slack.example/`,
  team: identity.teamName,
  user: identity.botName,
  team_id: identity.teamId,
  user_id: identity.botUserId,
  bot_id: identity.botId,
  is_enterprise_install: false,
});

/** apps.connections.open: a one-time address for Socket Mode. */
export const openConnection: Method = (_args, context) => ({ ok: true, url: context.makeSocketUrl() });

/** users.info: one person. */
export const info: Method = (args, { workspace, scopes }) => {
  const person = workspace.people.get(String(args.user));
  if (!person) return refuse('user_not_found');
  return { ok: true, user: showPerson(person, scopes.has('users:read.email')) };
};

/** users.list: everybody, the deactivated too. */
export const list: Method = (args, { workspace, scopes }) => {
  const taken = takePage([...workspace.people.values()], args, 1000);
  if (isRefusal(taken)) return taken;
  const members = taken.page.map((person) => showPerson(person, scopes.has('users:read.email')));
  return { ok: true, members, ...taken.rest };
};

/** usergroups.users.list: the active members of a group. */
export const listGroup: Method = (args, { workspace }) => {
  const group = workspace.groups.get(String(args.usergroup));
  if (!group) return refuse('no_such_subteam');
  return { ok: true, users: group.users.filter((id) => workspace.people.get(id)?.isActive) };
};
