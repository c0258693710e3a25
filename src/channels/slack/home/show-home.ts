import { findMember } from '../../../core/organisation.ts';
import { listWork } from '../../../core/summary.ts';
import type { Desk } from '../desk.ts';
import { makeFrame } from '../frame.ts';
import { insist } from '../insist.ts';
import type { TeamCheck } from './check-team.ts';
import { type HomePage, makeHome, makeStrangerHome } from './home.ts';
import { readWork } from './read-work.ts';
import { listSetUp } from './set-up.ts';
import type { HomeState } from './state.ts';

/** What App Home needs besides the desk. */
export type HomeDesk = Desk & { team: TeamCheck };

/** Publishes App Home for one person: the work as it is now for a member, a sentence for anybody else. */
export async function showHome(desk: HomeDesk, user: string, state: HomeState, notice?: string): Promise<void> {
  const { client, deps } = desk;
  const frame = makeFrame(deps.context, deps.now());
  if (!findMember(deps.context.organisation, user)) {
    await insist(() => client.views.publish({ user_id: user, view: makeStrangerHome(frame) }));
    return;
  }
  const page = await readPage(desk, user, state);
  const view = makeHome({ ...page, ...(notice ? { notice } : {}) }, frame);
  await insist(() => client.views.publish({ user_id: user, view }));
}

async function readPage({ deps, team }: HomeDesk, user: string, state: HomeState): Promise<HomePage> {
  const { context } = deps;
  const { items, month, isEmpty } = await readWork(deps, user);
  const found = await findCase(deps, user, state);
  return {
    state,
    items,
    month,
    setUp: listSetUp(context, team.unknown()),
    isFirstRun: isEmpty && (await deps.listCases({ limit: 1 })).length === 0,
    ...(found === undefined ? {} : { found }),
  };
}

async function findCase(deps: Desk['deps'], user: string, { find }: HomeState): Promise<HomePage['found']> {
  if (find === undefined) return undefined;
  const record = find === '' ? null : await deps.findCaseByNumber(find);
  return record && (listWork([record], user, deps.context, deps.now())[0] ?? record);
}
