import type { Context } from '../../../src/core/context.ts';
import { type ContextOptions, makeContext } from '../../support/context.ts';
import { makeRequest } from '../../support/desk.ts';
import type { State } from './states.ts';

/** Where receipts are confirmed by themselves, and this one lacks its date. */
export function makeHeldContext(options: ContextOptions = {}): Context {
  const context = makeContext({ ...options, acknowledge: 'automatic' });
  const body = 'Beste heer/mevrouw,\n\nWij ontvingen uw verzoek.';
  const templates = [...context.templates].map(([key, template]) =>
    template.name === 'acknowledged' ? ([key, { ...template, body }] as const) : ([key, template] as const),
  );
  return { ...context, templates: new Map(templates) };
}

/** A receipt that nobody confirmed yet. */
export const heldStates: State[] = [
  { name: 'acknowledgement-held', reach: (desk, id) => void desk.take(id, makeRequest()) },
  {
    name: 'acknowledgement-due',
    reach(desk, id) {
      desk.take(id, makeRequest());
      const dueAt = desk.read(id).timers.acknowledge ?? '';
      desk.setNow(dueAt);
      desk.take(id, { kind: 'timer-fell-due', timer: 'acknowledge', dueAt });
    },
  },
];
