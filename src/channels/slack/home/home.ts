import type { types } from '@slack/bolt';
import type { Case } from '../../../core/case.ts';
import type { MonthSummary } from '../../../core/month-summary.ts';
import { groupWork, type WorkGroup, type WorkItem, workGroups } from '../../../core/summary.ts';
import { type Block, makeContext, makeSection } from '../blocks.ts';
import type { Frame } from '../frame.ts';
import { sayFigures } from './figures.ts';
import { exampleNumber, makeFilters, makeHomeButton, narrowWork } from './filters.ts';
import { countSetUp, makeSetUpBlocks, type SetUp } from './set-up.ts';
import { type HomeState, writeState } from './state.ts';
import { makeClosedLine, makeWorkLine } from './work-line.ts';

export type HomeView = types.HomeView;
/**
 * What App Home shows one member: the open cases by urgency as they see them, what a search found (null: nothing), whether there was
 * ever a case, and a notice on top.
 */
export type HomePage = {
  state: HomeState;
  items: WorkItem[];
  month: MonthSummary;
  setUp: SetUp;
  isFirstRun: boolean;
  found?: WorkItem | Case | null;
  notice?: string;
};

/** How many lines a group gets in the overview, and a list on one page: App Home holds 100 blocks. */
const linesOfGroup: Record<WorkGroup, number> = { late: 15, yours: 15, week: 10, person: 5, others: 5 };
export const linesOfPage = 50;
const mostBlocks = 100;
const divider: Block = { type: 'divider' };

/** App Home for a member of the team. */
export function makeHome(page: HomePage, frame: Frame): HomeView {
  const { words } = frame;
  const { items, setUp, state } = page;
  const shown = narrowWork(items, state);
  return makeHomeView(state, [
    ...(page.notice === undefined ? [] : [makeSection(`⚠️ ${page.notice}`)]),
    ...makeSetUpHint(page, frame),
    ...(page.isFirstRun ? makeFirstRun(setUp, frame) : makeFilters(state, items, frame)),
    ...makeFound(page, frame),
    ...(page.isFirstRun ? [] : [divider, ...makeContent(state, shown, setUp, frame)]),
    divider,
    makeSection(sayFigures(page.month, items, frame)),
    makeContext(words.home.privacy),
  ]);
}

/** App Home for somebody who is not in the team. */
export function makeStrangerHome({ words }: Frame): HomeView {
  return makeHomeView({ show: 'overview', page: 0 }, [makeSection(words.home.stranger)]);
}

function makeHomeView(state: HomeState, blocks: Block[]): HomeView {
  return {
    type: 'home',
    callback_id: 'home',
    private_metadata: writeState(state),
    blocks: blocks.slice(0, mostBlocks),
  };
}

/** Before the first request: what must be done, and that all is quiet. */
function makeFirstRun(setUp: SetUp, frame: Frame): Block[] {
  const { home } = frame.words;
  return [
    makeSection(home.noCases),
    { type: 'actions', block_id: 'home/buttons', elements: [makeHomeButton('home.add', home.add, 'add', true)] },
    ...(countSetUp(setUp) > 0 ? [makeHeader(home.setUp), ...makeSetUpBlocks(setUp, frame)] : []),
  ];
}

function makeSetUpHint({ isFirstRun, setUp, state }: HomePage, { words }: Frame): Block[] {
  const { home } = words;
  const count = countSetUp(setUp);
  if (isFirstRun || count === 0 || state.show === 'set-up') return [];
  return [
    makeSection(`⚠️ ${home.counted(home.setUp, count)}`, {
      block_id: 'home/set-up',
      accessory: makeHomeButton('home.set-up', home.open, 'set-up'),
    }),
  ];
}

function makeFound({ state, found }: HomePage, frame: Frame): Block[] {
  const { home } = frame.words;
  if (state.find === undefined) return [];
  if (!found) return [makeSection(home.notFound(exampleNumber(frame)))];
  const line = 'record' in found ? makeWorkLine(found, frame, 'found') : makeClosedLine(found, frame);
  return [makeHeader(home.found), line];
}

function makeContent(state: HomeState, items: WorkItem[], setUp: SetUp, frame: Frame): Block[] {
  const { home } = frame.words;
  const groups = groupWork(items);
  switch (state.show) {
    case 'overview':
      return workGroups.flatMap((group) => makeGroup(group, groups[group], frame));
    case 'set-up':
      return [
        makeHeader(home.setUp),
        ...(countSetUp(setUp) > 0 ? makeSetUpBlocks(setUp, frame) : [makeSection(home.noneHere)]),
      ];
    case 'all':
      return makeList(home.all, items, state, frame);
    default:
      return makeList(home.groups[state.show], groups[state.show], state, frame);
  }
}

function makeGroup(group: WorkGroup, items: WorkItem[], frame: Frame): Block[] {
  const { home } = frame.words;
  const more: Block = {
    type: 'actions',
    block_id: `home/more/${group}`,
    elements: [makeHomeButton('home.more', home.more(items.length), group)],
  };
  return [
    makeHeader(home.counted(home.groups[group], items.length)),
    ...items.slice(0, linesOfGroup[group]).map((item) => makeWorkLine(item, frame)),
    ...(items.length > linesOfGroup[group] ? [more] : []),
  ];
}

/** One page of a list; a page past the end, after cases were closed, is the last one. */
function makeList(title: string, items: WorkItem[], { page }: HomeState, frame: Frame): Block[] {
  const { home } = frame.words;
  const last = Math.max(0, Math.ceil(items.length / linesOfPage) - 1);
  const at = Math.min(page, last);
  const from = at * linesOfPage;
  const lines = items.slice(from, from + linesOfPage);
  const turns = [
    ...(at > 0 ? [makeHomeButton('home.page.previous', home.previous, String(at - 1))] : []),
    ...(at < last ? [makeHomeButton('home.page.next', home.next, String(at + 1))] : []),
  ];
  return [
    makeHeader(home.counted(title, items.length)),
    ...(lines.length > 0 ? lines.map((item) => makeWorkLine(item, frame)) : [makeSection(home.noneHere)]),
    ...(last > 0 ? [makeContext(home.page(from + 1, from + lines.length, items.length))] : []),
    ...(turns.length > 0 ? [{ type: 'actions' as const, block_id: 'home/page', elements: turns }] : []),
  ];
}

function makeHeader(text: string): Block {
  return { type: 'header', text: { type: 'plain_text', text } };
}
