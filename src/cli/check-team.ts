import type { GroupAnswer } from '../channels/slack/deps.ts';
import type { Context } from '../core/context.ts';
import { joinTeam, type Organisation } from '../core/organisation.ts';
import { listWithRole } from '../core/roles.ts';

/** The team as Slack's answers make it, for one look; `null`: Slack was not asked. */
export function resolveTeam(organisation: Organisation, answers: GroupAnswer[] | null): Organisation {
  if (answers === null) return organisation;
  const groups = organisation.groups.map(({ usergroup, roles }) => {
    const answer = answers.find((each) => each.usergroup === usergroup);
    return { roles, members: answer?.kind === 'members' ? answer.members : [] };
  });
  return { ...organisation, team: joinTeam(organisation.team, groups) };
}

/** What a user group of the team is not good for, each with what to do. */
export function listGroupFaults(answers: GroupAnswer[]): string[] {
  return answers.flatMap((answer) =>
    answer.kind === 'members' ? [] : [`organisation.yaml: team: usergroup ${answer.usergroup}: ${answer.fault}.`],
  );
}

/** What works but should be seen to: an owner who gets no mail, and decisions that nobody may approve. */
export function listTeamRemarks(context: Context, answers: GroupAnswer[] | null): string[] {
  const organisation = resolveTeam(context.organisation, answers);
  // Who is in a group that was not asked is not known: then its roles count as had.
  const unasked = answers === null ? organisation.groups.flatMap(({ roles }) => roles) : [];
  const owners = organisation.team.filter(({ roles }) => roles.includes('owner'));
  const silent = owners.filter(({ email }) => email === undefined);
  const asksApproval = [...context.workflows.values()].some(({ approve }) => approve.length > 0);
  const canApprove = listWithRole(organisation, 'approver').length > 0 || unasked.some((role) => role !== 'handler');
  return [
    ...silent.map(
      ({ name, slack }) =>
        `${name} (${slack}) is owner without email: mail about trouble cannot go there, it goes to ${organisation.email}. Add email in organisation.yaml, in a line of their own where a user group names them.`,
    ),
    ...(owners.length === 0 && !unasked.includes('owner')
      ? [
          `Nobody is owner: mail about trouble goes to ${organisation.email}. Give somebody the role owner in organisation.yaml.`,
        ]
      : []),
    ...(asksApproval && !canApprove
      ? [
          'Nobody may approve: decisions that need a second person (docs/roles.md) will be refused. Give somebody the role approver or owner in organisation.yaml.',
        ]
      : []),
  ];
}
