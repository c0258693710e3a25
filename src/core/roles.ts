import type { ActionName } from './event.ts';
import { findMember, type Organisation, type Role, roles } from './organisation.ts';

/**
 * The first role that may do each action; a role may also do all that those before it may (handler, approver, owner).
 * docs/roles.md shows this table.
 */
export const roleFor: Record<ActionName, Role> = {
  triage: 'handler',
  'not-a-request': 'handler',
  acknowledge: 'handler',
  'confirm-identity': 'handler',
  'ask-confirmation': 'handler',
  'reply-insufficient': 'handler',
  'set-requester': 'handler',
  'ask-requester': 'handler',
  'finish-task': 'handler',
  'send-notice': 'handler',
  'confirm-recipient': 'handler',
  decide: 'handler',
  'undo-decision': 'handler',
  'approve-decision': 'approver',
  'reject-decision': 'approver',
  'tell-restriction': 'handler',
  'lift-restriction': 'handler',
  'send-letter': 'handler',
  extend: 'handler',
  'settle-letter': 'handler',
  'change-rights': 'handler',
  assign: 'handler',
  note: 'handler',
  snooze: 'handler',
  split: 'handler',
  merge: 'handler',
  close: 'handler',
  reopen: 'handler',
};

/** The roles of a person, by Slack id; none for who is not in the team. */
export function rolesOf(organisation: Organisation, slackId: string): Role[] {
  return findMember(organisation, slackId)?.roles ?? [];
}

/** True when a person has this role or one after it. */
export function hasRole(organisation: Organisation, slackId: string, role: Role): boolean {
  return rolesOf(organisation, slackId).some((own) => roles.indexOf(own) >= roles.indexOf(role));
}

/** The Slack ids of all who have this role or one after it, in the order of the team. */
export function listWithRole(organisation: Organisation, role: Role): string[] {
  return organisation.team.map((member) => member.slack).filter((slackId) => hasRole(organisation, slackId, role));
}
