import { type WorkGroup, workGroups } from '../../../core/summary.ts';

/** What App Home shows: the overview, all open cases, one group, or what is still to be set up. */
export const homeShows = ['overview', 'all', ...workGroups, 'set-up'] as const;
export type HomeShow = 'overview' | 'all' | WorkGroup | 'set-up';
/**
 * Where a member is in App Home. `right` and `person` narrow the list (`person` is a Slack id, or `nobody`), `page` counts from 0,
 * `find` is a case number that was searched for, empty when what was typed is none.
 */
export type HomeState = { show: HomeShow; page: number; right?: string; person?: string; find?: string };

/** Where everybody begins. */
export const firstState: HomeState = { show: 'overview', page: 0 };

/** Writes the state for the view's private metadata, by which it outlives a restart; it holds ids only. */
export function writeState(state: HomeState): string {
  return JSON.stringify(state);
}

/** Reads the state of a view; what another version of the desk wrote is where everybody begins. */
export function readState(metadata: string | undefined): HomeState {
  if (!metadata?.startsWith('{')) return firstState;
  const { show, page, right, person, find } = JSON.parse(metadata) as Record<string, unknown>;
  const known = homeShows.find((each) => each === show);
  if (known === undefined || typeof page !== 'number' || !Number.isInteger(page) || page < 0) return firstState;
  return {
    show: known,
    page,
    ...(typeof right === 'string' ? { right } : {}),
    ...(typeof person === 'string' ? { person } : {}),
    ...(typeof find === 'string' ? { find } : {}),
  };
}
