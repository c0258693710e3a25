import type { Context } from '../../../src/core/context.ts';
import { type MemoryDesk, makeMail, makeMemoryDesk, makeRequest } from '../../support/desk.ts';

/** A moment in the life of a case, by the way that leads there. */
export type State = { name: string; reach(desk: MemoryDesk, id: string): void };

const post = {
  kind: 'request-added' as const,
  by: 'UANNA',
  channel: 'post' as const,
  receivedAt: '2026-03-02T09:00:00.000Z',
  rights: ['access'],
  marketing: false,
  language: 'nl' as const,
  person: { name: 'Fatima el Voorbeeld', postal: 'Dorpsstraat 2, 1234 AB Voorbeeld' },
  text: '',
};

function open(desk: MemoryDesk, id: string, rights = ['access']): void {
  desk.take(id, makeRequest({ rights }));
}
function acknowledge(desk: MemoryDesk, id: string): void {
  desk.act(id, 'UANNA', { do: 'acknowledge' });
  desk.sendLetters(id);
}
function ask(desk: MemoryDesk, id: string): void {
  desk.setNow('2026-03-04T08:05:00.000Z');
  desk.act(id, 'UANNA', { do: 'ask-confirmation', to: 'jan.devries@thuis.example', source: 'factuur van 2024' });
  desk.sendLetters(id);
}
function confirm(desk: MemoryDesk, id: string): void {
  desk.act(id, 'UANNA', { do: 'confirm-identity', method: 'call-back' });
}
function finish(desk: MemoryDesk, id: string): void {
  for (const task of desk.read(id).tasks.filter((each) => each.result === undefined)) {
    const result = task.step === 'search' ? (task.place === 'newsletter' ? 'nothing' : 'found') : 'done';
    desk.act(id, 'UBRAM', { do: 'finish-task', task: task.id, result, note: 'twee facturen' });
  }
}
function answer(desk: MemoryDesk, id: string, right = 'access'): void {
  desk.answer(id, right);
}
function untilDecision(desk: MemoryDesk, id: string, rights = ['access']): void {
  open(desk, id, rights);
  acknowledge(desk, id);
  confirm(desk, id);
  finish(desk, id);
}
function untilAnswer(desk: MemoryDesk, id: string, rights = ['access']): void {
  untilDecision(desk, id, rights);
  desk.act(id, 'UANNA', { do: 'decide', right: 'access', outcome: 'fulfil' });
}

/** Every state in which a card can be, in the order of a case's life. */
export const states: State[] = [
  { name: 'unsure', reach: (desk, id) => desk.take(id, makeRequest({ unsure: true })) },
  { name: 'new', reach: (desk, id) => open(desk, id) },
  { name: 'new-two-rights', reach: (desk, id) => open(desk, id, ['access', 'erasure']) },
  { name: 'new-sender-fails', reach: (desk, id) => desk.take(id, makeRequest({ sender: 'fail' })) },
  {
    name: 'verify',
    reach(desk, id) {
      open(desk, id);
      acknowledge(desk, id);
    },
  },
  {
    name: 'asked',
    reach(desk, id) {
      open(desk, id);
      acknowledge(desk, id);
      ask(desk, id);
    },
  },
  {
    name: 'asked-and-replied',
    reach(desk, id) {
      open(desk, id);
      acknowledge(desk, id);
      ask(desk, id);
      desk.setNow('2026-03-11T13:10:00.000Z');
      const mail = makeMail({ id: 'mail-2', receivedAt: '2026-03-11T13:10:00.000Z', text: 'Ik heb geen code gezien.' });
      desk.take(id, { kind: 'mail-added', mail, sender: 'pass', rights: [] });
    },
  },
  {
    name: 'search',
    reach(desk, id) {
      open(desk, id);
      acknowledge(desk, id);
      confirm(desk, id);
      desk.act(id, 'UANNA', { do: 'assign', to: 'UBRAM' });
      desk.act(id, 'UBRAM', { do: 'finish-task', task: 'search-1', result: 'failed' });
    },
  },
  { name: 'decide', reach: (desk, id) => untilDecision(desk, id) },
  {
    name: 'paused-then-decide',
    reach(desk, id) {
      open(desk, id);
      acknowledge(desk, id);
      ask(desk, id);
      desk.setNow('2026-03-11T13:10:00.000Z');
      const mail = makeMail({ id: 'mail-2', receivedAt: '2026-03-11T13:10:00.000Z', text: 'Ik ben het.' });
      desk.take(id, { kind: 'mail-added', mail, sender: 'pass', rights: [] });
      desk.setNow('2026-03-12T08:00:00.000Z');
      confirm(desk, id);
      finish(desk, id);
    },
  },
  { name: 'answer', reach: (desk, id) => untilAnswer(desk, id) },
  {
    name: 'letter-under-way',
    reach(desk, id) {
      untilAnswer(desk, id);
      answer(desk, id);
    },
  },
  {
    name: 'letter-uncertain',
    reach(desk, id) {
      untilAnswer(desk, id);
      answer(desk, id);
      desk.take(id, { kind: 'letter-uncertain', letter: desk.read(id).letters.at(-1)?.id ?? '' });
    },
  },
  {
    name: 'letter-by-post',
    reach(desk, id) {
      desk.take(id, post);
      desk.act(id, 'UANNA', { do: 'acknowledge' });
    },
  },
  {
    name: 'two-rights-carry-out',
    reach(desk, id) {
      untilAnswer(desk, id, ['access', 'erasure']);
      desk.act(id, 'UANNA', { do: 'decide', right: 'erasure', outcome: 'fulfil' });
      answer(desk, id);
      desk.sendLetters(id);
    },
  },
  {
    name: 'extended-and-late',
    reach(desk, id) {
      untilDecision(desk, id);
      desk.act(id, 'UANNA', { do: 'extend', reason: 'er veel verzoeken zijn' });
      desk.sendLetters(id);
      desk.setNow('2026-06-09T07:00:00.000Z');
    },
  },
  {
    name: 'answered',
    reach(desk, id) {
      untilAnswer(desk, id);
      answer(desk, id);
      desk.sendLetters(id);
    },
  },
  {
    name: 'refused',
    reach(desk, id) {
      untilDecision(desk, id);
      const reason = 'u woont daar niet';
      desk.act(id, 'UANNA', { do: 'decide', right: 'access', outcome: 'refuse', ground: 'identity', reason });
    },
  },
  {
    name: 'closed',
    reach(desk, id) {
      untilAnswer(desk, id);
      answer(desk, id);
      desk.sendLetters(id);
      desk.act(id, 'UANNA', { do: 'close' });
    },
  },
  {
    name: 'merge-likely',
    reach(desk, id) {
      open(desk, id);
      const mail = makeMail({ id: 'mail-other', receivedAt: '2026-03-02T09:00:00.000Z' });
      desk.take(`${id}-other`, makeRequest({ rights: ['erasure'], mail }));
    },
  },
  {
    name: 'merged-away',
    reach(desk, id) {
      open(desk, id);
      desk.take(`${id}-other`, makeRequest({ rights: ['erasure'] }));
      desk.act(`${id}-other`, 'UANNA', { do: 'merge', other: id });
    },
  },
  {
    name: 'not-a-request',
    reach(desk, id) {
      desk.take(id, makeRequest({ unsure: true }));
      desk.act(id, 'UBRAM', { do: 'not-a-request' });
    },
  },
  {
    name: 'purged',
    reach(desk, id) {
      untilAnswer(desk, id);
      answer(desk, id);
      desk.sendLetters(id);
      desk.act(id, 'UANNA', { do: 'close' });
      const dueAt = desk.read(id).timers.purge ?? '';
      desk.setNow(dueAt);
      desk.take(id, { kind: 'timer-fell-due', timer: 'purge', dueAt });
    },
  },
];

/** A desk with one case, `c1`, in that state. */
export function reachState(context: Context, state: State): MemoryDesk {
  const desk = makeMemoryDesk(context);
  state.reach(desk, 'c1');
  return desk;
}
