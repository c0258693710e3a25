import { beforeEach, describe, expect, it } from 'vitest';
import { caseDeadline } from '../../src/core/case-clock.ts';
import { makeDigest } from '../../src/core/digest.ts';
import type { StaffAction } from '../../src/core/event.ts';
import { summariseMonth } from '../../src/core/month-summary.ts';
import { listWork } from '../../src/core/summary.ts';
import { type MemoryDesk, makeMail, makeMemoryDesk, makeRequest } from '../support/desk.ts';
import { loadShipped } from '../workflows/shipped.ts';

const context = await loadShipped();
let desk: MemoryDesk;
const day = (date: number, hour = 9) =>
  `2026-03-${String(date).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`;
const act = (action: StaffAction, id = 'c1', by = 'UANNA') => desk.act(id, by, action);
const refusalOf = (action: StaffAction, id = 'c1') => {
  const taken = act(action, id);
  return taken.ok ? null : taken.refusal;
};
const split = (rights: string[], mails: string[] = []): StaffAction => ({ do: 'split', rights, mails });
const merge = (other: string, reason?: string): StaffAction => ({ do: 'merge', other, ...(reason ? { reason } : {}) });

function open(id: string, rights: string[], at = day(3), from = 'jan.devries@thuis.example'): void {
  desk.setNow(at);
  desk.take(
    id,
    makeRequest({
      rights,
      mail: makeMail({ id: `mail-${id}`, receivedAt: at, from, messageId: `${id}@thuis.example` }),
    }),
  );
}
function write(id: string, mail: string, at: string): void {
  desk.setNow(at);
  const kept = makeMail({ id: mail, receivedAt: at, messageId: `${mail}@thuis.example` });
  desk.take(id, { kind: 'mail-added', mail: kept, sender: 'pass', rights: [] });
}

beforeEach(() => {
  desk = makeMemoryDesk(context);
});

describe('a split', () => {
  it('gives the right a case of its own with a number, the same date, and a pointer both ways', () => {
    open('c1', ['access', 'rectification']);
    const due = caseDeadline(desk.read('c1'), context)?.due;
    desk.setNow(day(5));
    expect(refusalOf(split(['rectification'], ['mail-c1']))).toBeNull();
    const made = desk.read('c1-s2');
    expect(made).toMatchObject({ number: 'KP-2026-0002', status: 'open', receivedAt: day(3), channel: 'email' });
    expect(caseDeadline(made, context)?.due).toBe(due);
    expect(desk.eventsOf('c1').at(-1)).toMatchObject({ kind: 'split', data: { into: 'KP-2026-0002' } });
    expect(desk.eventsOf('c1-s2')[0]).toMatchObject({ kind: 'split-off', data: { from: 'KP-2026-0001' } });
    expect(Object.keys(made.timers)).toEqual(Object.keys(desk.read('c1').timers));
  });

  it('puts a later message alone before staff as if it had just come in, dated by its own receipt', () => {
    open('c1', ['access']);
    write('c1', 'mail-2', day(9));
    desk.setNow(day(12));
    expect(refusalOf(split([], ['mail-2']))).toBeNull();
    expect(desk.read('c1-s3')).toMatchObject({ status: 'triage', number: null, receivedAt: day(9), tracks: [] });
    expect(desk.read('c1').personal?.mails.map(({ id }) => id)).toEqual(['mail-c1']);
    expect(act({ do: 'triage', rights: ['erasure'] }, 'c1-s3').ok).toBe(true);
    expect(refusalOf(split([], ['mail-2']))).toMatchObject({ code: 'already-done', done: { by: 'UANNA' } });
  });

  it('says plainly why not', () => {
    open('c1', ['access', 'erasure', 'rectification']);
    expect(refusalOf(split([]))).toEqual({ code: 'nothing-chosen' });
    expect(refusalOf(split([], ['mail-c1']))).toEqual({ code: 'nothing-stays' });
    expect(refusalOf(split([], ['mail-9']))).toEqual({ code: 'not-possible-now', status: 'open' });
    expect(refusalOf(split(['access', 'erasure', 'rectification']))).toEqual({ code: 'nothing-stays' });
    expect(refusalOf(split(['erasure']))).toEqual({ code: 'rights-tied', right: 'erasure', after: 'access' });
    expect(refusalOf(split(['access']))).toEqual({ code: 'rights-tied', right: 'erasure', after: 'access' });
    act({ do: 'ask-confirmation', to: 'jan.devries@thuis.example', source: 'factuur van 2024' });
    const number = 'KP-2026-0001';
    expect(refusalOf(split(['rectification']))).toEqual({ code: 'letter-under-way', number });
    desk.sendLetters('c1');
    expect(refusalOf(split(['rectification']))).toEqual({ code: 'question-open', number });
    act({ do: 'confirm-identity', method: 'office' });
    expect(refusalOf(split(['rectification']))).toBeNull();
    expect(refusalOf(split(['rectification']))).toMatchObject({ code: 'already-done', done: { by: 'UANNA' } });
  });

  it('undoes an extension in both cases when its notice comes back', () => {
    open('c1', ['access', 'rectification']);
    act({ do: 'extend', reason: 'er veel verzoeken zijn' });
    desk.sendLetters('c1');
    const [letter] = desk.read('c1').letters;
    desk.setNow(day(6));
    act(split(['rectification']));
    const made = desk.read('c1').splitInto?.[0] ?? '';
    const dues = () => ['c1', made].map((id) => caseDeadline(desk.read(id), context)?.due);
    expect(dues()).toEqual(['2026-06-03', '2026-06-03']);
    for (const id of ['c1', made])
      desk.take(id, { kind: 'letter-failed', letter: letter?.id ?? '', reason: 'bounced' });
    expect(dues()).toEqual(['2026-04-03', '2026-04-03']);
    expect(desk.read(made).letters).toEqual([]);
    const again = desk.take(made, { kind: 'letter-failed', letter: letter?.id ?? '', reason: 'bounced' });
    expect(again).toMatchObject({ ok: false, refusal: { code: 'no-such-case' } });
    expect(desk.act(made, 'UANNA', { do: 'extend', reason: 'nog eens' }).ok).toBe(true);
  });

  it('is undone by a merge, with each letter once', () => {
    open('c1', ['access', 'rectification']);
    act({ do: 'extend', reason: 'er veel verzoeken zijn' });
    desk.sendLetters('c1');
    desk.setNow(day(6));
    act(split(['rectification']));
    const due = caseDeadline(desk.read('c1'), context)?.due;
    expect(refusalOf(merge(desk.read('c1').splitInto?.[0] ?? ''))).toBeNull();
    expect(desk.read('c1')).toMatchObject({ letters: [{ status: 'sent' }], splitInto: [] });
    expect(caseDeadline(desk.read('c1'), context)?.due).toBe(due);
  });

  it('waits until the answer to a right is known to be sent', () => {
    open('c1', ['access', 'rectification']);
    act({ do: 'confirm-identity', method: 'office' });
    act({
      do: 'decide',
      right: 'access',
      outcome: 'refuse',
      ground: 'excessive',
      reason: 'Dit is het tiende verzoek.',
    });
    const decidedAt = desk.read('c1').tracks[0]?.decision?.at ?? '';
    act({ do: 'approve-decision', right: 'access', decidedAt }, 'c1', 'UCARLA');
    desk.answer('c1', 'access');
    expect(refusalOf(split(['access']))).toEqual({ code: 'letter-under-way', number: 'KP-2026-0001' });
    desk.sendLetters('c1');
    expect(refusalOf(split(['access']))).toEqual({ code: 'right-decided', right: 'access' });
  });
});

describe('a merge', () => {
  it('counts the earliest receipt of a right that both have, and shares one search', () => {
    open('c1', ['access'], day(9));
    open('c2', ['access', 'rectification'], day(3));
    act({ do: 'confirm-identity', method: 'office' });
    act({ do: 'confirm-identity', method: 'office' }, 'c2');
    const [first] = desk.read('c2').tasks;
    act({ do: 'finish-task', task: first?.id ?? '', result: 'found', note: 'twee facturen' }, 'c2');
    const due = caseDeadline(desk.read('c2'), context)?.due;
    desk.setNow(day(10));
    expect(refusalOf(merge('c2'))).toBeNull();
    const kept = desk.read('c1');
    expect(caseDeadline(kept, context)?.due).toBe(due);
    const search = kept.tasks.filter((task) => task.step === 'search' && task.place === first?.place);
    expect(search).toMatchObject([{ rights: ['access', 'rectification'], result: 'found' }]);
    expect(kept.personal?.taskNotes[search[0]?.id ?? '']).toBe('twee facturen');
    expect(desk.eventsOf('c2').at(-1)).toMatchObject({ kind: 'merged-away', data: { into: 'KP-2026-0001' } });
  });

  it('does not let the pause or the extension of one case move the date of the other', () => {
    open('c1', ['access'], day(3));
    open('c2', ['rectification'], day(4));
    act({ do: 'extend', reason: 'er veel verzoeken zijn' });
    desk.sendLetters('c1');
    const due = caseDeadline(desk.read('c2'), context)?.due;
    desk.setNow(day(12));
    expect(refusalOf(merge('c2'))).toBeNull();
    expect(caseDeadline(desk.read('c1'), context)?.due).toBe(due);
    desk.setNow(day(13));
    // What came can still be extended itself, and the letter says so of that right alone.
    expect(refusalOf({ do: 'extend', reason: 'het ingewikkeld is' })).toBeNull();
    expect(Object.values(desk.read('c1').personal?.letters ?? {}).at(-1)?.text).not.toContain('inzage');
    desk.sendLetters('c1');
    expect(caseDeadline(desk.read('c1'), context)?.due.slice(0, 7)).toBe('2026-06');
    expect(refusalOf({ do: 'extend', reason: 'nog eens' })).toMatchObject({ code: 'already-done' });
  });

  it('asks for a reason where the other case is closed or of another address, and keeps that reason', () => {
    open('c1', ['access']);
    open('c2', ['rectification'], day(4), 'j.devries@werk.example');
    expect(refusalOf(merge('c2'))).toEqual({ code: 'merge-reason-missing', because: 'person' });
    act({ do: 'confirm-identity', method: 'office' }, 'c2');
    expect(refusalOf(merge('c2', 'Hij belde: beide adressen zijn van hem.'))).toBeNull();
    const kept = desk.read('c1');
    expect(kept.identity.methods).toEqual([]);
    expect(kept.personal?.notes.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Hij belde: beide adressen zijn van hem.', 'KP-2026-0002 · j.devries@werk.example']),
    );
    open('c3', ['objection'], day(5));
    act({ do: 'not-a-request' }, 'c3');
    expect(refusalOf(merge('c3'))).toEqual({ code: 'merge-reason-missing', because: 'closed' });
    expect(refusalOf(merge('c3', 'Het was toch een verzoek.'))).toBeNull();
  });

  it('counts as one request in the figures, by its first receipt, and as one case in the morning message and the work', () => {
    open('c1', ['rectification'], day(4));
    open('c2', ['access'], day(3));
    desk.setNow(day(20));
    const all = () => [...desk.cases.values()];
    expect(summariseMonth(all(), context, desk.now()).received).toBe(2);
    expect(refusalOf(merge('c2'))).toBeNull();
    expect(summariseMonth(all(), context, desk.now()).received).toBe(1);
    const mails = { seen: 0, requests: 0, unsure: 0 };
    const [kept, gone] = [desk.read('c1'), desk.read('c2')];
    const digest = makeDigest({ open: [kept], weekly: [gone], mails, troubles: [] }, context, day(23));
    expect(digest).toMatchObject({ open: 1, week: { received: 0, answered: 0 } });
    const [item, ...more] = listWork(all(), 'UANNA', context, desk.now());
    expect([item?.record.id, item?.deadline?.due, more]).toEqual(['c1', '2026-04-03', []]);
    desk.setNow('2026-04-03T06:46:00.000Z');
    const timer = kept.timers['remind:due'] ?? '';
    expect(desk.take('c1', { kind: 'timer-fell-due', timer: 'remind:due', dueAt: timer }).ok).toBe(true);
    expect(desk.eventsOf('c1').at(-1)).toMatchObject({ kind: 'reminded', data: { dueOn: '2026-04-03' } });
  });

  it('says plainly why not', () => {
    open('c1', ['access']);
    open('c2', ['access'], day(4));
    expect(refusalOf(merge('c1'))).toEqual({ code: 'merge-itself' });
    expect(refusalOf(merge('c9'))).toEqual({ code: 'no-such-case' });
    act({ do: 'acknowledge' }, 'c2');
    expect(refusalOf(merge('c2'))).toEqual({ code: 'letter-under-way', number: 'KP-2026-0002' });
    desk.sendLetters('c2');
    act({ do: 'ask-confirmation', to: 'jan.devries@thuis.example', source: 'factuur van 2024' }, 'c2');
    desk.sendLetters('c2');
    expect(refusalOf(merge('c2'))).toEqual({ code: 'question-open', number: 'KP-2026-0002' });
    act({ do: 'confirm-identity', method: 'office' }, 'c2');
    act({ do: 'decide', right: 'access', outcome: 'refuse', ground: 'excessive', reason: 'Het tiende.' }, 'c2');
    expect(refusalOf(merge('c2'))).toEqual({ code: 'right-decided', right: 'access' });
    open('c3', ['objection'], day(4));
    desk.take('c4', makeRequest({ rights: ['objection'], marketing: true }));
    expect(refusalOf(merge('c4'), 'c3')).toEqual({ code: 'marketing-differs', right: 'objection' });
  });
});
