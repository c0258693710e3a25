import { describe, expect, test } from 'vitest';
import { makeFrame } from '../../../src/channels/slack/frame.ts';
import { makeHome, makeStrangerHome } from '../../../src/channels/slack/home/home.ts';
import { listSetUp } from '../../../src/channels/slack/home/set-up.ts';
import { firstState } from '../../../src/channels/slack/home/state.ts';
import { sayNext } from '../../../src/channels/slack/say-next.ts';
import { findViewFaults } from '../../../src/core/block-limits.ts';
import type { Context } from '../../../src/core/context.ts';
import { summariseMonth } from '../../../src/core/month-summary.ts';
import { findMember } from '../../../src/core/organisation.ts';
import { hasRole, roleFor } from '../../../src/core/roles.ts';
import { listWork, type WorkItem } from '../../../src/core/summary.ts';
import { listWords } from '../../../src/demo/slack-stand-in/look.ts';
import { reachStates, type State } from '../../core/every-state.ts';
import { alone, makeOffice, people, seeds } from '../../core/office.ts';
import { team } from '../../support/context.ts';
import { walkPress } from './walk-press.ts';

/** App Home of one person with that one case. */
function buildHome({ record, now }: State, by: string, context: Context) {
  const frame = makeFrame(context, now);
  if (!findMember(context.organisation, by)) return { item: undefined, view: makeStrangerHome(frame) };
  const items = listWork([record], by, context, now);
  const month = summariseMonth([record], context, now);
  const page = { state: firstState, items, month, setUp: listSetUp(context, []), isFirstRun: false };
  return { item: items[0], view: makeHome(page, frame) };
}

/** What is wrong with the Home of one person. */
async function judge(state: State, by: string, context: Context): Promise<string[]> {
  const { item, view } = buildHome(state, by, context);
  const faults = findViewFaults(view).map(({ path, message }) => `${path} ${message}`);
  const isOpen = state.record.status === 'triage' || state.record.status === 'open';
  const words = listWords(view.blocks).join('\n');
  const shows = view.blocks.some(({ block_id: id }) => id === `case/${state.record.id}/open`);
  if (!findMember(context.organisation, by))
    return [...faults, ...(shows || words.includes('KP-') ? ['shows a case to a stranger'] : [])];
  if (shows !== isOpen) return [...faults, isOpen ? 'an open case is not there' : 'a closed case is there'];
  return item ? [...faults, ...(await judgeItem(item, words, state, by, context))] : faults;
}

async function judgeItem(item: WorkItem, words: string, state: State, by: string, context: Context): Promise<string[]> {
  const next = sayNext(item.record, item.possible, makeFrame(context, state.now));
  if (!/\S{3}/.test(next) || !words.includes(next)) return ['does not say what is next'];
  if (item.group !== 'yours') return [];
  const primary = item.possible.find((action) => action.primary);
  if (!primary) return [];
  if (!hasRole(context.organisation, by, roleFor[primary.do])) return [`says that "${primary.do}" is theirs`];
  if (primary.do !== 'approve-decision') return [];
  // Whoever is called to approve must be let.
  const track = item.record.tracks.find(({ right }) => right === primary.right);
  const press = { do: primary.do, target: primary.right ?? '', extra: track?.decision?.at ?? '' };
  const walked = await walkPress(state, press, by, context);
  const isEarly = walked.kind === 'refused' && walked.refusal.code === 'approval-too-early';
  return walked.kind === 'done' || isEarly ? [] : [`calls to approve what is refused: ${JSON.stringify(walked)}`];
}

describe.each([
  { office: 'with two approvers', context: makeOffice(team), rights: seeds },
  { office: 'with one approver', context: makeOffice(alone), rights: seeds.filter((seed) => seed.canRefuse) },
])('an office $office', ({ context, rights }) => {
  test.each(rights)(
    'Home is within the limits and says what is next, and whose step it is, in every state of $title, for every role',
    { timeout: 180_000 },
    async ({ title: _title, canRefuse: _canRefuse, ...seed }) => {
      const faults: string[] = [];
      const states = reachStates(context, seed);
      for (const state of states) {
        for (const by of people) {
          const found = await judge(state, by, context);
          faults.push(...found.map((fault) => `${by} after ${state.path.join(' → ')}: ${fault}`));
        }
      }
      expect(faults.slice(0, 5)).toEqual([]);
      expect(states.length).toBeGreaterThan(10);
    },
  );
});
