import { makeFrame } from '../../../src/channels/slack/frame.ts';
import { type HomePage, type HomeView, makeHome, makeStrangerHome } from '../../../src/channels/slack/home/home.ts';
import { listSetUp } from '../../../src/channels/slack/home/set-up.ts';
import { firstState, type HomeState } from '../../../src/channels/slack/home/state.ts';
import { summariseMonth } from '../../../src/core/month-summary.ts';
import { listWork } from '../../../src/core/summary.ts';
import { type ContextOptions, makeContext } from '../../support/context.ts';
import { type MemoryDesk, makeMail, makeMemoryDesk, makeRequest } from '../../support/desk.ts';
import { states } from './states.ts';

/** A page of App Home by name: how the desk came to be so, and where the member is. */
export type NamedPage = {
  name: string;
  reach: (desk: MemoryDesk) => void;
  state?: HomeState;
  more?: Partial<HomePage>;
  options?: ContextOptions;
};

/** One case in every state that a card knows, each under an id of its own. */
export function reachAll(desk: MemoryDesk): void {
  for (const [index, state] of states.entries()) {
    desk.setNow('2026-03-03T21:41:00.000Z');
    if (state.name !== 'purged') state.reach(desk, `c${index + 1}`);
  }
  desk.setNow('2026-04-03T09:00:00.000Z');
}

/** So many cases, one received each hour, of several rights and people. */
export function reachMany(desk: MemoryDesk, count: number): void {
  const start = Date.parse('2026-02-01T09:00:00.000Z');
  for (let index = 0; index < count; index += 1) {
    const receivedAt = new Date(start + index * 3_600_000).toISOString();
    const rights = index % 3 === 0 ? ['access', 'erasure'] : ['access'];
    desk.take(`c${index + 1}`, makeRequest({ mail: makeMail({ receivedAt }), rights }));
    if (index % 2 === 0) desk.act(`c${index + 1}`, 'UANNA', { do: 'assign', to: index % 4 === 0 ? 'UANNA' : 'UBRAM' });
  }
  desk.setNow('2026-03-09T09:00:00.000Z');
}

/** A handful of cases as a small organisation has them, on a Wednesday. */
export function reachExample(desk: MemoryDesk): void {
  const take = (id: string, receivedAt: string, rights: string[], keeper: string) => {
    desk.setNow(receivedAt);
    desk.take(id, makeRequest({ mail: makeMail({ receivedAt }), rights }));
    desk.act(id, 'UANNA', { do: 'acknowledge' });
    desk.sendLetters(id);
    desk.act(id, 'UANNA', { do: 'assign', to: keeper });
  };
  take('c1', '2026-02-03T09:12:00.000Z', ['access'], 'UBRAM');
  take('c2', '2026-02-16T13:40:00.000Z', ['erasure'], 'UANNA');
  desk.act('c2', 'UANNA', { do: 'confirm-identity', method: 'call-back' });
  take('c3', '2026-02-12T10:05:00.000Z', ['access', 'erasure'], 'UBRAM');
  take('c4', '2026-02-25T08:30:00.000Z', ['access'], 'UANNA');
  desk.act('c4', 'UANNA', { do: 'ask-confirmation', to: 'jan.devries@thuis.example', source: 'factuur van 2024' });
  desk.sendLetters('c4');
  take('c5', '2026-03-02T15:20:00.000Z', ['erasure'], 'UBRAM');
  desk.take('c6', makeRequest({ mail: makeMail({ receivedAt: '2026-03-03T16:45:00.000Z' }), unsure: true }));
  desk.setNow('2026-03-11T09:00:00.000Z');
}

/** Pages that are looked at one by one. */
export const namedPages: NamedPage[] = [
  { name: 'first-run', reach: () => undefined, more: { isFirstRun: true } },
  { name: 'quiet', reach: () => undefined },
  { name: 'example', reach: reachExample, more: { setUp: { unknown: [], noRole: [], confirmations: [] } } },
  { name: 'overview', reach: reachAll },
  { name: 'late', reach: reachAll, state: { show: 'late', page: 0 } },
  { name: 'page-two', reach: (desk) => reachMany(desk, 120), state: { show: 'all', page: 1 } },
  { name: 'of-bram', reach: (desk) => reachMany(desk, 30), state: { show: 'all', page: 0, person: 'UBRAM' } },
  { name: 'nothing-here', reach: reachAll, state: { show: 'week', page: 0, right: 'erasure', person: 'nobody' } },
  { name: 'set-up', reach: reachAll, state: { show: 'set-up', page: 0 } },
  { name: 'not-found', reach: reachAll, state: { ...firstState, find: '' }, more: { found: null } },
  { name: 'notice', reach: reachAll, more: { notice: 'Er ging iets mis (ref T1).' } },
];

/** Builds a page as Anna sees it. */
export function buildPage({ reach, state = firstState, more = {} }: NamedPage, options: ContextOptions = {}): HomeView {
  const context = makeContext(options);
  const register = {
    ...context.register,
    owner_must_confirm: [{ nl: 'Zet de juiste datum op de verklaring.', en: 'Put the right date on the statement.' }],
  };
  const desk = makeMemoryDesk(context);
  reach(desk);
  const records = [...desk.cases.values()];
  const items = listWork(records, 'UANNA', context, desk.now());
  const month = summariseMonth(records, context, desk.now());
  const setUp = listSetUp({ ...context, register }, ['UBRAM']);
  return makeHome({ state, items, month, setUp, isFirstRun: false, ...more }, makeFrame(context, desk.now()));
}

/** What somebody outside the team sees. */
export function buildStranger(options: ContextOptions = {}): HomeView {
  return makeStrangerHome(makeFrame(makeContext(options), '2026-03-03T21:41:00.000Z'));
}
