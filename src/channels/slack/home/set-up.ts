import type { Context } from '../../../core/context.ts';
import { type Role, roles } from '../../../core/organisation.ts';
import { listConfirmations } from '../../../core/register.ts';
import { type Block, escapeText, makeContext, makeSection } from '../blocks.ts';
import type { Frame } from '../frame.ts';

/** What the owner must still do: members whom Slack does not know, roles that nobody has, open points of the register. */
export type SetUp = { unknown: { name: string; slack: string }[]; noRole: Role[]; confirmations: string[] };

const mostConfirmations = 10;

/** Lists what is still to be set up; `unknownIds` are the member ids that Slack does not know. */
export function listSetUp({ organisation, register }: Context, unknownIds: string[]): SetUp {
  const { team, language } = organisation;
  return {
    unknown: team.filter((member) => unknownIds.includes(member.slack)),
    noRole: roles.filter((role) => !team.some((member) => member.roles.includes(role))),
    confirmations: listConfirmations(register, language),
  };
}

/** How many points are open. */
export function countSetUp({ unknown, noRole, confirmations }: SetUp): number {
  return unknown.length + noRole.length + confirmations.length;
}

/** The points, each with what to do. */
export function makeSetUpBlocks({ unknown, noRole, confirmations }: SetUp, { words }: Frame): Block[] {
  const { home } = words;
  const rest = confirmations.length - mostConfirmations;
  return [
    makeSection(home.setUpIntro),
    ...unknown.map((member) => makeSection(`⚠️ ${home.unknownMember(escapeText(member.name), member.slack)}`)),
    ...noRole.map((role) => makeSection(`⚠️ ${home.noRole(words.private.roles[role] ?? role)}`)),
    ...(confirmations.length > 0 ? [makeSection(`⚠️ ${home.confirmations(confirmations.length)}`)] : []),
    ...confirmations.slice(0, mostConfirmations).map((point) => makeContext(escapeText(point))),
    ...(rest > 0 ? [makeContext(home.confirmationsMore(rest))] : []),
  ];
}
