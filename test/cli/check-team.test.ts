import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { GroupAnswer } from '../../src/channels/slack/deps.ts';
import { listGroupFaults, listTeamRemarks, resolveTeam } from '../../src/cli/check-team.ts';
import type { Context } from '../../src/core/context.ts';
import type { Member, UserGroup } from '../../src/core/organisation.ts';
import { loadShipped } from '../workflows/shipped.ts';
import { makeFolder, runCommand } from './run-command.ts';

const shipped = await loadShipped();
const owner = { slack: 'UANNA', name: 'Anna', email: 'anna@kwalipro.example', roles: ['owner' as const] };
const handler = { slack: 'UBRAM', name: 'Bram', roles: ['handler' as const] };
const group = { usergroup: 'S0DESK', roles: ['approver' as const] };
const answer: GroupAnswer = { kind: 'members', usergroup: 'S0DESK', members: [{ slack: 'UDAAN', name: 'Daan' }] };
const makeOffice = (team: Member[], groups: UserGroup[] = [], change: Partial<Context> = {}): Context => ({
  ...shipped,
  ...change,
  organisation: { ...shipped.organisation, team, groups },
});

describe('the check of the team', () => {
  it('has nothing to say of a team with an owner who gets mail', () => {
    expect(listTeamRemarks(makeOffice([owner, handler]), [])).toEqual([]);
  });

  it('remarks on each owner without email, and where nobody is owner', () => {
    const { email: _email, ...silent } = owner;
    expect(listTeamRemarks(makeOffice([silent]), [])).toEqual([
      expect.stringMatching(/^Anna \(UANNA\) is owner without email/),
    ]);
    expect(listTeamRemarks(makeOffice([{ ...handler, roles: ['approver'] }]), [])).toEqual([
      expect.stringMatching(/^Nobody is owner/),
    ]);
  });

  it('remarks that nobody may approve only where a right asks for approval', () => {
    const remark = expect.stringMatching(/^Nobody may approve: .* role approver or owner/);
    expect(listTeamRemarks(makeOffice([handler]), [])).toContainEqual(remark);
    const workflows = new Map([...shipped.workflows].map(([right, workflow]) => [right, { ...workflow, approve: [] }]));
    expect(listTeamRemarks(makeOffice([handler], [], { workflows }), [])).not.toContainEqual(remark);
  });

  it('counts who is in a user group, and takes one that was not asked at its word', () => {
    const office = makeOffice([handler], [group]);
    expect(resolveTeam(office.organisation, [answer]).team.map(({ name }) => name)).toEqual(['Bram', 'Daan']);
    for (const answers of [[answer], null])
      expect(listTeamRemarks(office, answers)).toEqual([expect.stringMatching(/^Nobody is owner/)]);
    const none: GroupAnswer = { kind: 'none', usergroup: 'S0DESK', fault: 'nobody is in this user group' };
    expect(listTeamRemarks(office, [none])).toContainEqual(expect.stringMatching(/^Nobody may approve/));
    expect(listGroupFaults([answer, none])).toEqual([
      'organisation.yaml: team: usergroup S0DESK: nobody is in this user group.',
    ]);
  });
});

describe('the command', { timeout: 60_000 }, () => {
  const folder = makeFolder({ config: true });
  afterAll(() => folder.remove());

  it('tells of the team as a remark, which is no fault', async () => {
    const path = join(folder.path, 'config/organisation.yaml');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('roles: [handler, approver, owner]', 'roles: [handler]'));
    const ran = await runCommand(['check', '--offline'], { cwd: folder.path });
    expect(ran.status).toBe(0);
    expect(ran.stdout).toMatch(/^! team +Nobody is owner/m);
    expect(ran.stdout).toMatch(/^ +Nobody may approve/m);
  });
});
