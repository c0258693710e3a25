import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/core/case.ts';
import type { Context } from '../../src/core/context.ts';
import { type Decision, decide } from '../../src/core/decide.ts';
import type { ActionName, StaffAction } from '../../src/core/event.ts';
import { isPossible } from '../../src/core/possible.ts';
import type { Refusal, RefusalCode } from '../../src/core/refusal.ts';
import { hasRole, roleFor } from '../../src/core/roles.ts';
import { team } from '../support/context.ts';
import { fromStaff, reachStates, type State, seatOf, writeActions } from './every-state.ts';
import { alone, makeOffice, people, seeds } from './office.ts';

const actions = Object.keys(roleFor) as ActionName[];

/** All that could be pressed for a case: each action with each right, task and letter it could be about, and with one that is not there. */
function listPresses(record: Case, context: Context, now: string): StaffAction[] {
  const targets = {
    right: [...record.tracks.map((track) => track.right), 'nonsense'],
    task: [...record.tasks.map((task) => task.id), 'search-99'],
    letter: [...record.letters.map((letter) => letter.id), 'letter-99'],
  };
  return actions.flatMap((name) => {
    const about = aboutOf(name);
    const written = (about ? targets[about] : ['']).map((target) => ({
      do: name,
      primary: false,
      ...(about ? { [about]: target } : {}),
    }));
    return written.flatMap((possible) => writeActions(record, possible, context, now));
  });
}

function aboutOf(name: ActionName): 'right' | 'task' | 'letter' | null {
  if (
    [
      'decide',
      'approve-decision',
      'reject-decision',
      'undo-decision',
      'send-letter',
      'tell-restriction',
      'lift-restriction',
    ].includes(name)
  )
    return 'right';
  if (['finish-task', 'send-notice', 'confirm-recipient'].includes(name)) return 'task';
  return name === 'settle-letter' ? 'letter' : null;
}

/** Why an action that is not possible now may be refused. */
const impossible: RefusalCode[] = [
  'not-possible-now',
  'already-done',
  'cannot-extend',
  'notice-too-late',
  'snooze-out-of-range',
  'approval-too-early',
];
/** Why a possible action is still refused: to who may not do it to this decision, or as the letter lacks what staff have yet to note. */
const refusable: Partial<Record<ActionName, RefusalCode[]>> = {
  'approve-decision': ['own-decision', 'approval-too-early'],
  'reject-decision': ['own-decision'],
  'undo-decision': ['role-missing'],
  'lift-restriction': ['own-decision', 'approval-too-early', 'role-missing'],
  'send-letter': ['letter-incomplete'],
};

type Press = { state: State; action: StaffAction; by: string; context: Context };

/** What is wrong with the answer to a press, or null. */
function judge({ state, action, by, context }: Press, decision: Decision): string | null {
  const { organisation } = context;
  const refusal: Refusal | null = decision.ok ? null : decision.refusal;
  const expectCodes = (codes: RefusalCode[]) =>
    refusal && codes.includes(refusal.code) ? null : `expected ${codes.join(' or ')}`;
  if (!organisation.team.some((member) => member.slack === by)) return expectCodes(['not-a-member']);
  if (!hasRole(organisation, by, roleFor[action.do])) return expectCodes(['role-missing']);
  const target = { do: action.do, ...pick(action) };
  if (!isPossible(state.record, context, state.now, target)) return expectCodes(impossible);
  if (decision.ok || refusable[action.do]?.includes(decision.refusal.code)) return null;
  return 'expected it to be done';
}

function pick(action: StaffAction) {
  return {
    ...('right' in action ? { right: action.right } : {}),
    ...('task' in action ? { task: action.task } : {}),
    ...('letter' in action ? { letter: action.letter } : {}),
  };
}

function pressAll(
  context: Context,
  states: State[],
): { presses: number; done: Set<string>; refused: Set<string>; faults: string[] } {
  const [done, refused, faults] = [new Set<string>(), new Set<string>(), [] as string[]];
  let presses = 0;
  for (const state of states) {
    const before = JSON.stringify(state.record);
    for (const action of listPresses(state.record, context, state.now)) {
      for (const by of people) {
        presses += 1;
        const decision = decide(seatOf(state.record), state.record, fromStaff(action, by), context, state.now);
        const fault = judge({ state, action, by, context }, decision);
        if (decision.ok) done.add(action.do);
        else refused.add(decision.refusal.code);
        if (fault)
          faults.push(
            `${by} ${JSON.stringify(action)} after ${state.path.join(' → ')}: ${JSON.stringify(decision.ok ? 'done' : decision.refusal)}, ${fault}`,
          );
      }
    }
    if (JSON.stringify(state.record) !== before)
      faults.push(`The case itself was changed after ${state.path.join(' → ')}.`);
  }
  return { presses, done, refused, faults };
}

describe.each([
  { office: 'with two approvers', context: makeOffice(team), rights: seeds },
  // Only where a right can be refused does it matter that nobody else may approve.
  { office: 'with one approver', context: makeOffice(alone), rights: seeds.filter((seed) => seed.canRefuse) },
])('an office $office', ({ context, rights }) => {
  it.each(rights)(
    'does or rightly refuses every action in every state of $title, for every role',
    // Tens of thousands of presses a right, on a machine that may be busy.
    { timeout: 180_000 },
    ({ title: _title, canRefuse, ...seed }) => {
      const states = reachStates(context, seed);
      const { presses, done, refused, faults } = pressAll(context, states);
      expect(faults.slice(0, 3)).toEqual([]);
      expect(faults).toHaveLength(0);
      expect(presses).toBeGreaterThan(1000);
      expect(states.map((state) => state.record.status)).toEqual(
        expect.arrayContaining(['triage', 'open', 'closed', 'purged']),
      );
      expect([...done]).toEqual(
        expect.arrayContaining(['triage', 'acknowledge', 'send-letter', 'close', 'reopen', 'assign', 'merge']),
      );
      if (canRefuse) expect([...done]).toEqual(expect.arrayContaining(['decide', 'approve-decision', 'undo-decision']));
      expect([...refused]).toEqual(expect.arrayContaining(['not-a-member', 'not-possible-now', 'already-done']));
    },
  );
});
