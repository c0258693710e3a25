import type { Context } from '../../../src/core/context.ts';
import type { StaffAction } from '../../../src/core/event.ts';
import { accessWorkflow, type ContextOptions, erasureWorkflow, makeContext, team } from '../../support/context.ts';
import { type MemoryDesk, makeRequest } from '../../support/desk.ts';
import type { State } from './states.ts';

/** The small configuration, in which refusals need approval by a second person. */
export function makeFourEyesContext(options: ContextOptions = {}): Context {
  const workflows = [accessWorkflow, erasureWorkflow].map((workflow) => ({
    ...workflow,
    approve: ['refuse' as const],
  }));
  return makeContext({ workflows, ...options });
}

/** The same, where one person works alone. */
export function makeAloneContext(options: ContextOptions = {}): Context {
  const context = makeFourEyesContext(options);
  const alone = team.filter((member) => member.slack === 'UANNA');
  return { ...context, organisation: { ...context.organisation, team: alone } };
}

const refusal: StaffAction = {
  do: 'decide',
  right: 'access',
  outcome: 'refuse',
  ground: 'excessive',
  reason: 'Dit is het tiende verzoek in een maand.',
};

function refuse(desk: MemoryDesk, id: string, by: string): void {
  desk.take(id, makeRequest());
  desk.act(id, by, refusal);
}

function decidedAt(desk: MemoryDesk, id: string): string {
  return desk.read(id).tracks[0]?.decision?.at ?? '';
}

/** A refusal that waits for somebody else, and what became of it. */
export const fourEyesStates: State[] = [
  { name: 'decision-asked', reach: (desk, id) => refuse(desk, id, 'UBRAM') },
  {
    name: 'decision-approved',
    reach(desk, id) {
      refuse(desk, id, 'UBRAM');
      desk.act(id, 'UCARLA', { do: 'approve-decision', right: 'access', decidedAt: decidedAt(desk, id) });
    },
  },
  {
    name: 'decision-sent-back',
    reach(desk, id) {
      refuse(desk, id, 'UBRAM');
      const reason = 'Vraag eerst wat zij zoekt.';
      desk.act(id, 'UANNA', { do: 'reject-decision', right: 'access', decidedAt: decidedAt(desk, id), reason });
    },
  },
  {
    name: 'snoozed',
    reach(desk, id) {
      desk.take(id, makeRequest());
      desk.act(id, 'UANNA', { do: 'snooze', until: '2026-03-20' });
    },
  },
];

/** A refusal that its maker must confirm a second time, as nobody else may. */
export const aloneStates: State[] = [
  { name: 'decision-waits', reach: (desk, id) => refuse(desk, id, 'UANNA') },
  {
    name: 'decision-waited',
    reach(desk, id) {
      refuse(desk, id, 'UANNA');
      const timer = 'approve:access';
      const dueAt = desk.read(id).timers[timer] ?? '';
      desk.setNow(dueAt);
      desk.take(id, { kind: 'timer-fell-due', timer, dueAt });
    },
  },
  {
    name: 'decision-undone',
    reach(desk, id) {
      refuse(desk, id, 'UANNA');
      desk.act(id, 'UANNA', { do: 'undo-decision', right: 'access' });
    },
  },
];
