import type { GroupAnswer } from '../channels/slack/deps.ts';
import { joinTeam, type Member } from '../core/organisation.ts';
import type { Desk } from './desk.ts';

const hourMs = 3_600_000;
/** When Slack is asked again where it did not answer. */
const soonMs = 60_000;

/** The team as it is kept up to date. */
export type TeamKeeper = {
  /** Asks Slack now; false when a group could not be read. */
  refresh(): Promise<boolean>;
  close(): void;
};

/**
 * Keeps `organisation.team` in step with the user groups that it names: asked at once, each hour, and sooner where Slack did not answer.
 * A group that Slack does not answer about keeps the members that it had.
 */
export function keepTeam(desk: Pick<Desk, 'context' | 'log'>, read: () => Promise<GroupAnswer[]>): TeamKeeper {
  const { organisation } = desk.context;
  const named = [...organisation.team];
  const known = new Map<string, Pick<Member, 'slack' | 'name'>[]>();
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  async function refresh(): Promise<boolean> {
    const answers = await read();
    for (const answer of answers) {
      if (answer.kind === 'members') known.set(answer.usergroup, answer.members);
      else tellFault(desk, answer, known.get(answer.usergroup)?.length ?? 0);
      if (answer.kind === 'none') known.set(answer.usergroup, []);
    }
    const groups = organisation.groups.map(({ usergroup, roles }) => ({ roles, members: known.get(usergroup) ?? [] }));
    // All that reads the team holds this very list.
    organisation.team.splice(0, organisation.team.length, ...joinTeam(named, groups));
    return answers.every(({ kind }) => kind === 'members');
  }

  function plan(afterMs: number): void {
    if (isClosed) return;
    timer = setTimeout(() => {
      void refresh().then(
        (isWhole) => plan(isWhole ? hourMs : soonMs),
        (error: Error) => {
          desk.log.error({ error: error.name }, 'The user groups of the team could not be read; they are asked again.');
          plan(soonMs);
        },
      );
    }, afterMs);
    timer.unref();
  }

  if (organisation.groups.length > 0) plan(0);
  return {
    refresh,
    close() {
      isClosed = true;
      clearTimeout(timer);
      organisation.team.splice(0, organisation.team.length, ...named);
    },
  };
}

function tellFault({ log }: Pick<Desk, 'log'>, answer: Exclude<GroupAnswer, { kind: 'members' }>, had: number): void {
  const { usergroup, fault, kind } = answer;
  const stays = kind === 'unknown' && had > 0 ? ' Its members stay as they were.' : ' Nobody is in the team by it now.';
  log.error({ usergroup }, `The user group ${usergroup} of the team in organisation.yaml: ${fault}.${stays}`);
}
