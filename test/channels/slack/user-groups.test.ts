import { expect, test } from 'vitest';
import { neededScopes } from '../../../src/channels/slack/check-slack.ts';
import { keepTeam, type TeamKeeper } from '../../../src/shell/keep-team.ts';
import { makeContext } from '../../support/context.ts';
import { makeRequest } from '../../support/desk.ts';
import type { DeskOptions, OpenDesk } from './open-desk.ts';
import { useDesks } from './with-desk.ts';

const start = useDesks();
const users = ['UANNA', 'UCARLA', 'UDAAN'].map((id) => ({
  id,
  name: id.slice(1).toLowerCase(),
  realName: `${id} Voorbeeld`,
}));
const anna = { slack: 'UANNA', name: 'Anna', roles: ['owner' as const] };

/** A desk whose team is Anna and the group S0DESK, with the keeper of that team. */
async function startWithGroup(
  standIn: DeskOptions['standIn'] = {},
  options: DeskOptions = {},
): Promise<{ it: OpenDesk; team: TeamKeeper; names: () => string[] }> {
  const it = await start({
    ...options,
    make(given) {
      const context = makeContext(given);
      const groups = [{ usergroup: 'S0DESK', roles: ['handler' as const] }];
      return { ...context, organisation: { ...context.organisation, team: [{ ...anna }], groups } };
    },
    standIn: { users, userGroups: [{ id: 'S0DESK', handle: 'desk', users: ['UDAAN'] }], ...standIn },
  });
  const log = { info: () => undefined, warn: () => undefined, error: tell };
  function tell(fields: object, message: string) {
    it.log.push({ level: 'error', fields: fields as never, message });
  }
  const team = keepTeam({ context: it.context, log }, it.slack.readGroups);
  return { it, team, names: () => it.context.organisation.team.map(({ name }) => name) };
}
const faults = (it: OpenDesk) => it.log.filter(({ level }) => level === 'error').map(({ message }) => message);

test('who is in the group may act as soon as Slack has said so, and no longer once out of it', async () => {
  const { it, team, names } = await startWithGroup();
  await expect.poll(names).toEqual(['Anna', 'UDAAN Voorbeeld']);
  it.desk.take('c1', makeRequest());
  await it.show('c1');
  const { ts } = await it.card('c1');
  await it.standIn.press('UDAAN', ts, 'case.acknowledge');
  await it.standIn.waitFor(() => it.desk.read('c1').acknowledged);
  it.standIn.setUserGroup('S0DESK', 'desk', ['UCARLA']);
  expect(await team.refresh()).toBe(true);
  expect(names()).toEqual(['Anna', 'UCARLA Voorbeeld']);
  await it.standIn.press('UDAAN', ts, 'case.acknowledge', { stale: true });
  expect((await it.standIn.waitFor(() => it.standIn.ephemerals('UDAAN').at(-1))).words).toContain('niet in het team');
  team.close();
  expect(names()).toEqual(['Anna']);
});

test('a group that is empty or that Slack does not know has no members, and the log says what to do', async () => {
  const { it, team, names } = await startWithGroup();
  await expect.poll(names).toHaveLength(2);
  it.standIn.setUserGroup('S0DESK', 'desk', []);
  expect(await team.refresh()).toBe(false);
  expect(names()).toEqual(['Anna']);
  expect(faults(it).at(-1)).toMatch(/S0DESK .*nobody is in this user group: add people/);
  team.close();
  const other = await startWithGroup({ userGroups: [] });
  await expect
    .poll(() => faults(other.it).at(-1))
    .toMatch(/no_such_subteam: Slack knows no such user group: copy its id/);
  other.team.close();
});

test('a group that Slack does not answer about keeps the members that it had', async () => {
  const { it, team, names } = await startWithGroup();
  await expect.poll(names).toHaveLength(2);
  it.standIn.goOffline();
  expect(await team.refresh()).toBe(false);
  expect(names()).toEqual(['Anna', 'UDAAN Voorbeeld']);
  expect(faults(it).at(-1)).toMatch(/Slack cannot be reached\. Its members stay as they were/);
  it.standIn.goOnline();
  expect(await team.refresh()).toBe(true);
  team.close();
});

test('an app without the scope says so, also to the check; a desk without user groups does not need it', async () => {
  const scopes = neededScopes.filter((scope) => scope !== 'usergroups:read');
  const { it, team } = await startWithGroup({ scopes });
  await expect.poll(() => faults(it).at(-1)).toMatch(/missing_scope: the app lacks usergroups:read/);
  expect(await it.slack.check()).toMatchObject({ ok: false, fault: expect.stringContaining('usergroups:read') });
  team.close();
  const without = await start({ standIn: { scopes } });
  expect(await without.slack.check()).toMatchObject({ ok: true });
});
