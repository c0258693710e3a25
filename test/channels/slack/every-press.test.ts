import { describe, expect, test } from 'vitest';
import { makeCard } from '../../../src/channels/slack/card.ts';
import { makeCaseView } from '../../../src/channels/slack/case-window.ts';
import { type Frame, makeFrame } from '../../../src/channels/slack/frame.ts';
import type { Press } from '../../../src/channels/slack/press.ts';
import { sayRefusal } from '../../../src/channels/slack/say-refusal.ts';
import { makeThreadMessage } from '../../../src/channels/slack/thread-message.ts';
import { findMessageFaults, findViewFaults } from '../../../src/core/block-limits.ts';
import type { Context } from '../../../src/core/context.ts';
import { findMember } from '../../../src/core/organisation.ts';
import { listPossible } from '../../../src/core/possible.ts';
import type { Refusal, RefusalCode } from '../../../src/core/refusal.ts';
import { hasRole, roleFor } from '../../../src/core/roles.ts';
import { reachStates, type State } from '../../core/every-state.ts';
import { alone, makeOffice, people, seeds } from '../../core/office.ts';
import { team } from '../../support/context.ts';
import { listPresses, type Walked, walkPress } from './walk-press.ts';

/** Why what a card offers may still be refused: to who may not do it to this decision, or as the letter lacks what staff have yet to write. */
const refusable: Partial<Record<Press['do'], RefusalCode[]>> = {
  'approve-decision': ['own-decision', 'approval-too-early'],
  'reject-decision': ['own-decision'],
  'undo-decision': ['role-missing'],
  'lift-restriction': ['own-decision', 'approval-too-early', 'role-missing'],
  'send-letter': ['letter-incomplete', 'letter-lacks'],
};

/** What is wrong with what became of a press, or null. */
function judge(press: Press, by: string, walked: Walked, { organisation }: Context): string | null {
  if (walked.kind === 'fault') return walked.fault;
  const act = walked.kind === 'done' ? walked.action.do : press.do;
  const isAllowed = !(act in roleFor) || hasRole(organisation, by, roleFor[act as keyof typeof roleFor]);
  if (!isAllowed) {
    return walked.kind === 'refused' && walked.refusal.code === 'role-missing' ? null : 'expected role-missing';
  }
  if (walked.kind !== 'refused') return null;
  return refusable[press.do]?.includes(walked.refusal.code) ? null : `refused: ${walked.refusal.code}`;
}

/** The lines of the thread that have controls: one a step with tasks. */
function listLines({ record, now }: State, frame: Frame) {
  return [...new Set(record.tasks.map(({ step }) => step))].flatMap((step) => {
    const tasks = record.tasks.filter((task) => task.step === step).map(({ id }) => id);
    const event = { seq: 1, kind: 'tasks-opened' as const, at: now, by: 'desk', data: { step, tasks } };
    return [makeThreadMessage(record, event, frame)];
  });
}

/** Presses every control of card, thread and case window as each member; answers what was found wrong, done and offered. */
async function pressAll(state: State, context: Context) {
  const faults: string[] = [];
  const done: string[] = [];
  const frame = makeFrame(context, state.now);
  const card = makeCard(state.record, frame);
  const window = makeCaseView(state.record, 'https://oefenplein.slack.example/p1', frame);
  const where = `after ${state.path.join(' → ')}`;
  const lines = listLines(state, frame);
  for (const fault of [...[card, ...lines].flatMap((message) => findMessageFaults(message)), ...findViewFaults(window)])
    faults.push(`${fault.path} ${fault.message} ${where}`);
  const members = people.filter((by) => findMember(context.organisation, by));
  const presses = listPresses([...card.blocks, ...window.blocks, ...lines.flatMap(({ blocks }) => blocks)]);
  for (const press of presses) {
    for (const by of members) {
      const walked = await walkPress(state, press, by, context);
      const fault = judge(press, by, walked, context);
      if (fault) faults.push(`${by} ${JSON.stringify(press)} ${where}: ${fault}`);
      if (walked.kind === 'refused' && !saysWhy(walked.refusal, frame))
        faults.push(`${by} ${JSON.stringify(press)} ${where}: refused without a word`);
      if (walked.kind === 'done') done.push(walked.action.do);
    }
  }
  return { faults, done, presses };
}

/** Presses on old screens what one state or another offers; answers whatever was neither done, nor shown, nor refused in words. */
async function pressStale(states: State[], presses: Press[], context: Context): Promise<string[]> {
  const faults: string[] = [];
  // What is refused depends on what is possible: one state of each kind will do.
  const kinds = new Map(
    states.map((state) => [JSON.stringify(listPossible(state.record, context, state.now)), state] as const),
  );
  for (const state of kinds.values()) {
    for (const press of presses) {
      const walked = await walkPress(state, press, 'UANNA', context);
      const isSilent = walked.kind === 'refused' && !saysWhy(walked.refusal, makeFrame(context, state.now));
      if (walked.kind === 'fault' || isSilent)
        faults.push(`stale ${JSON.stringify(press)} after ${state.path.join(' → ')}: ${JSON.stringify(walked)}`);
    }
  }
  return faults;
}

const saysWhy = (refusal: Refusal, frame: Frame) => /\S{3}/.test(sayRefusal(refusal, frame));

const full = makeOffice(team);

describe.each([
  { office: 'with two approvers', context: full, rights: seeds },
  { office: 'with one approver', context: makeOffice(alone), rights: seeds.filter((seed) => seed.canRefuse) },
])('an office $office', ({ context, rights }) => {
  test.each(rights)(
    'every control of card and window, in every state of $title, does its work or is rightly refused, for every role',
    { timeout: 300_000 },
    async ({ title: _title, canRefuse, ...seed }) => {
      const states = reachStates(context, seed);
      const faults: string[] = [];
      const done = new Set<string>();
      const offered = new Map<string, Press>();
      for (const state of states) {
        const pressed = await pressAll(state, context);
        faults.push(...pressed.faults);
        for (const act of pressed.done) done.add(act);
        for (const press of pressed.presses) offered.set(JSON.stringify(press), press);
      }
      if (context === full) faults.push(...(await pressStale(states, [...offered.values()], context)));
      expect(faults.slice(0, 5)).toEqual([]);
      expect(states.length).toBeGreaterThan(10);
      expect([...done]).toEqual(
        expect.arrayContaining(['triage', 'acknowledge', 'send-letter', 'close', 'reopen', 'assign', 'note']),
      );
      if (canRefuse) expect([...done]).toEqual(expect.arrayContaining(['decide', 'approve-decision']));
    },
  );
});
