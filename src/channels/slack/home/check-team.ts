import type { webApi } from '@slack/bolt';
import type { SlackDeps } from '../deps.ts';
import { describeFault } from '../describe-fault.ts';
import { nameError } from '../failures.ts';

/** Which members of the team Slack does not know; it is asked again when the answer is an hour old. */
export type TeamCheck = {
  /** The member ids that Slack did not know when it was last asked. */
  unknown(): string[];
  /** Asks Slack when that was long ago; true when the answer has changed. */
  refresh(): Promise<boolean>;
};

const freshMs = 3_600_000;

/** Makes the check; where Slack does not answer, what it said before still counts and the log says so. */
export function makeTeamCheck(
  client: webApi.WebClient,
  { context, now, log }: Pick<SlackDeps, 'context' | 'now' | 'log'>,
): TeamCheck {
  let unknown: string[] = [];
  let askedAt: number | null = null;
  return {
    unknown: () => unknown,
    async refresh() {
      const at = Date.parse(now());
      if (askedAt !== null && at - askedAt < freshMs) return false;
      askedAt = at;
      const before = unknown.join(' ');
      try {
        const answers: string[] = [];
        for (const { slack } of context.organisation.team) if (!(await isThere(client, slack))) answers.push(slack);
        unknown = answers;
      } catch (error) {
        askedAt = null;
        log.warn(describeFault(error), 'Slack could not be asked whether it knows the team');
      }
      return unknown.join(' ') !== before;
    },
  };
}

async function isThere(client: webApi.WebClient, user: string): Promise<boolean> {
  try {
    const { user: found } = await client.users.info({ user });
    return found?.deleted !== true;
  } catch (error) {
    const code = nameError(error);
    if (code === 'user_not_found' || code === 'user_not_visible') return false;
    throw error;
  }
}
