import { describe, expect, it } from 'vitest';
import { joinTeam, organisationSchema } from '../../src/core/organisation.ts';
import { describeFault, parseYaml } from '../../src/core/yaml.ts';

const head = 'name: Kwalipro\naddress: Laan 1\nemail: info@kwalipro.example\ncasePrefix: KP\nteam:\n';
function read(...lines: string[]) {
  const parsed = parseYaml(
    `${head}${lines.map((line) => `  - ${line}\n`).join('')}`,
    'organisation.yaml',
    organisationSchema,
  );
  return parsed.ok ? parsed.value : parsed.faults.map(describeFault);
}

describe('the team of organisation.yaml', () => {
  it('has members and user groups', () => {
    expect(
      read('{ slack: UANNA, name: Anna, roles: [owner] }', '{ usergroup: S0DESK, roles: [handler] }'),
    ).toMatchObject({
      team: [{ slack: 'UANNA', name: 'Anna', roles: ['owner'] }],
      groups: [{ usergroup: 'S0DESK', roles: ['handler'] }],
    });
  });

  it.each([
    ['neither a member nor a group', '{ name: Anna, roles: [owner] }', /team\.0.*either slack .* or usergroup/],
    ['both', '{ slack: UANNA, usergroup: S0DESK, name: Anna, roles: [owner] }', /either slack .* or usergroup/],
    ['a member without a name', '{ slack: UANNA, roles: [owner] }', /team\.0\.name: expected the name that signs/],
    [
      'a group with an e-mail address',
      '{ usergroup: S0DESK, email: a@b.example, roles: [owner] }',
      /email: is not for a user group/,
    ],
    ['a group by its handle', '{ usergroup: "@privacy", roles: [owner] }', /usergroup: is "@privacy"; expected the id/],
  ])('refuses %s, with the line and what was expected', (_what, line, says) => {
    expect((read(line) as string[]).join('\n')).toMatch(says);
    expect((read(line) as string[])[0]).toContain('organisation.yaml:6');
  });

  it('gives who is named twice the roles of both, and keeps the name and address of the file', () => {
    const named = [{ slack: 'UANNA', name: 'Anna', email: 'anna@kwalipro.example', roles: ['owner' as const] }];
    const members = [
      { slack: 'UANNA', name: 'anna in Slack' },
      { slack: 'UBRAM', name: 'Bram Voorbeeld' },
    ];
    expect(
      joinTeam(named, [
        { roles: ['approver'], members },
        { roles: ['handler'], members: members.slice(1) },
      ]),
    ).toEqual([
      { slack: 'UANNA', name: 'Anna', email: 'anna@kwalipro.example', roles: ['approver', 'owner'] },
      { slack: 'UBRAM', name: 'Bram Voorbeeld', roles: ['handler', 'approver'] },
    ]);
  });
});
