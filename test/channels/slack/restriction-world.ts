import type { Context } from '../../../src/core/context.ts';
import type { Template } from '../../../src/core/letter.ts';
import type { Workflow } from '../../../src/core/workflow.ts';
import {
  accessWorkflow,
  asked,
  type ContextOptions,
  erasureWorkflow,
  makeContext,
  templates,
} from '../../support/context.ts';
import { type MemoryDesk, makeRequest } from '../../support/desk.ts';
import type { State } from './states.ts';

/** A right that locks what was found, until two people lift it. */
const restriction: Workflow = {
  ...accessWorkflow,
  right: 'restriction',
  name: { nl: 'Beperking', en: 'Restriction' },
  article: '18',
  identity: 0,
  steps: ['search', 'decide', 'do', 'answer'],
  approve: ['lift'],
  tasks: {
    search: 'each-place',
    do: 'each-found',
    title: { nl: 'Zet op slot', en: 'Lock' },
    unlock: 'each-found',
    unlockTitle: { nl: 'Haal van het slot', en: 'Unlock' },
  },
  categories: { acts: ['lock', 'leave-out'], advice: [{ when: 'always', act: 'lock' }] },
  letters: { ...accessWorkflow.letters, fulfil: 'restricted', lifted: 'lifted' },
};

/** A right during which the data are locked; staff may lift that alone. */
const objection: Workflow = {
  ...erasureWorkflow,
  right: 'objection',
  name: { nl: 'Bezwaar', en: 'Objection' },
  article: '21',
  identity: 0,
  steps: ['lock', 'decide', 'answer', 'unlock'],
  after: [],
  tasks: {
    lock: [{ id: 'lock', title: { nl: 'Zet op slot', en: 'Lock' } }],
    unlock: [{ id: 'unlock', title: { nl: 'Haal van slot', en: 'Lift the lock' } }],
  },
  letters: { ...erasureWorkflow.letters, locked: 'locked', lifted: 'lifted' },
};

const letters: Template[] = (['nl', 'en'] as const).flatMap((language) => [
  {
    name: 'restricted',
    language,
    subject: '[{{ case.number }}] {{ right.name }}',
    needs: ['case.number'],
    body: `Voordat wij de beperking opheffen, hoort u het (before we lift it).\n\n${asked[language]}\n`,
  },
  {
    name: 'locked',
    language,
    subject: '[{{ case.number }}] {{ right.name }}',
    needs: ['case.number', 'right.dueOn'],
    body: 'Wij zullen uw gegevens niet gebruiken (we do not use the data). Voordat wij de beperking opheffen, hoort u het (before we lift it). Antwoord voor {{ right.dueOn }}.\n',
  },
  {
    name: 'lifted',
    language,
    subject: '[{{ case.number }}] {{ right.name }}',
    needs: ['case.number', 'reason'],
    body: `Wij heffen de beperking op (we lift it): {{ reason }}\n\n${asked[language]}\n`,
  },
]);

/** A configuration with a right that locks data and one that locks them while it is weighed. */
export function makeRestrictionContext(options: ContextOptions = {}): Context {
  return makeContext({ workflows: [restriction, objection], templates: [...templates, ...letters], ...options });
}

function finish(desk: MemoryDesk, id: string): void {
  for (const task of desk.read(id).tasks.filter((each) => each.result === undefined)) {
    const result = task.step === 'search' ? 'found' : 'done';
    desk.act(id, 'UBRAM', { do: 'finish-task', task: task.id, result });
  }
}
function lockWhileWeighed(desk: MemoryDesk, id: string): void {
  desk.take(id, makeRequest({ rights: ['objection'] }));
  desk.act(id, 'UANNA', { do: 'acknowledge' });
  desk.sendLetters(id);
  finish(desk, id);
}
function grant(desk: MemoryDesk, id: string): void {
  desk.take(id, makeRequest({ rights: ['restriction'] }));
  desk.act(id, 'UANNA', { do: 'acknowledge' });
  finish(desk, id);
  desk.act(id, 'UANNA', { do: 'decide', right: 'restriction', outcome: 'fulfil' });
  finish(desk, id);
  desk.answer(id, 'restriction');
  desk.sendLetters(id);
  desk.act(id, 'UANNA', { do: 'close' });
}
function ask(desk: MemoryDesk, id: string): void {
  grant(desk, id);
  desk.setNow('2026-09-07T08:00:00.000Z');
  desk.act(id, 'UBRAM', { do: 'lift-restriction', right: 'restriction', reason: 'Het geschil is voorbij.' });
}

/** Data that are locked, from the first lock to the last lifted one. */
export const restrictionStates: State[] = [
  { name: 'locked-while-weighed', reach: lockWhileWeighed },
  { name: 'restricted', reach: grant },
  {
    name: 'restriction-stands',
    reach(desk, id) {
      grant(desk, id);
      const timer = 'restricted:restriction';
      const dueAt = desk.read(id).timers[timer] ?? '';
      desk.setNow(dueAt);
      desk.take(id, { kind: 'timer-fell-due', timer, dueAt });
    },
  },
  { name: 'lift-asked', reach: ask },
  {
    name: 'lifting',
    reach(desk, id) {
      ask(desk, id);
      const askedAt = desk.read(id).tracks[0]?.lift?.at ?? '';
      desk.act(id, 'UCARLA', { do: 'lift-restriction', right: 'restriction', askedAt });
      desk.sendLetters(id);
    },
  },
];
