import { describe, expect, test } from 'vitest';
import { findMedian, startOfMonth, summariseMonth } from '../../src/core/month-summary.ts';
import { groupWork, isTurnOf, listWork } from '../../src/core/summary.ts';
import { makeContext } from '../support/context.ts';
import { firstMoment, makeMail, makeMemoryDesk, makeRequest } from '../support/desk.ts';

const context = makeContext();
const mailAt = (receivedAt: string) => ({ ...makeRequest(), mail: makeMail({ receivedAt }) });

/** A desk with cases received on these instants, in order `c1`, `c2`, …, each acknowledged. */
function open(...receivedAt: string[]) {
  const desk = makeMemoryDesk(context);
  for (const [index, at] of receivedAt.entries()) {
    desk.setNow(at);
    desk.take(`c${index + 1}`, mailAt(at));
  }
  desk.setNow(firstMoment);
  return desk;
}
type Desk = ReturnType<typeof open>;
const work = (desk: Desk, viewer = 'UANNA') => listWork([...desk.cases.values()], viewer, context, desk.now());
function groupOf(desk: Desk, viewer = 'UANNA') {
  return Object.fromEntries(work(desk, viewer).map(({ record, group }) => [record.id, group]));
}
function ask(desk: Desk, id: string): void {
  desk.act(id, 'UANNA', { do: 'acknowledge' });
  desk.sendLetters(id);
  desk.act(id, 'UANNA', { do: 'ask-confirmation', to: 'jan@bekend.example', source: 'factuur van 2024' });
  desk.sendLetters(id);
}
function answer(desk: Desk, id: string): void {
  desk.act(id, 'UANNA', { do: 'acknowledge' });
  desk.act(id, 'UANNA', { do: 'confirm-identity', method: 'office' });
  for (const task of desk.read(id).tasks)
    desk.act(id, 'UANNA', { do: 'finish-task', task: task.id, result: 'nothing' });
  desk.act(id, 'UANNA', { do: 'decide', right: 'access', outcome: 'fulfil' });
  desk.answer(id, 'access');
  desk.sendLetters(id);
}

describe('the groups', () => {
  test('what is overdue stands on top, then by legal date, and each case is in one group', () => {
    const desk = open('2026-02-20T09:00:00.000Z', '2026-01-05T09:00:00.000Z', '2026-02-25T09:00:00.000Z');
    const items = work(desk);
    expect(items.map(({ record, group }) => [record.id, group])).toEqual([
      ['c2', 'late'],
      ['c1', 'yours'],
      ['c3', 'yours'],
    ]);
    expect(items.map(({ daysLeft }) => daysLeft)).toEqual([-26, 17, 22]);
    const groups = groupWork(items);
    expect(Object.values(groups).flat()).toHaveLength(3);
  });

  test('a case of a colleague waits for others, and one due before Sunday is of this week', () => {
    const desk = open('2026-02-20T09:00:00.000Z', '2026-02-07T09:00:00.000Z', '2026-02-08T09:00:00.000Z');
    for (const id of ['c1', 'c2', 'c3']) desk.act(id, 'UANNA', { do: 'assign', to: 'UBRAM' });
    // Due 20 March, and twice Monday 9 March, as 7 and 8 March are a weekend.
    desk.setNow('2026-03-03T09:00:00.000Z');
    expect(groupOf(desk)).toEqual({ c1: 'others', c2: 'others', c3: 'others' });
    desk.setNow('2026-03-09T09:00:00.000Z');
    expect(groupOf(desk)).toEqual({ c1: 'others', c2: 'week', c3: 'week' });
    expect(groupOf(desk, 'UBRAM')).toEqual({ c1: 'yours', c2: 'yours', c3: 'yours' });
    desk.setNow('2026-03-10T09:00:00.000Z');
    expect(groupOf(desk, 'UBRAM')).toEqual({ c1: 'yours', c2: 'late', c3: 'late' });
  });

  test('a case waits for the person once asked, until they answered something', () => {
    const desk = open('2026-03-02T09:00:00.000Z');
    ask(desk, 'c1');
    expect(groupOf(desk)).toEqual({ c1: 'person' });
    const mail = makeMail({ id: 'mail-2', receivedAt: '2026-03-04T09:00:00.000Z', text: 'Ik heb geen code gezien.' });
    desk.setNow('2026-03-04T10:00:00.000Z');
    desk.take('c1', { kind: 'mail-added', mail, sender: 'pass', rights: [] });
    expect(groupOf(desk)).toEqual({ c1: 'yours' });
  });

  test('tasks belong to whom they were given, else to whoever has the case, else to everybody', () => {
    const desk = open('2026-03-02T09:00:00.000Z');
    desk.act('c1', 'UANNA', { do: 'acknowledge' });
    desk.sendLetters('c1');
    desk.act('c1', 'UANNA', { do: 'confirm-identity', method: 'office' });
    const turn = () => work(desk)[0]?.turn;
    expect(turn()).toEqual({ of: 'staff', people: [] });
    desk.act('c1', 'UANNA', { do: 'assign', to: 'UCARLA' });
    expect(turn()).toEqual({ of: 'staff', people: ['UANNA', 'UCARLA', 'UBRAM'] });
    desk.act('c1', 'UANNA', { do: 'finish-task', task: 'search-1', result: 'nothing' });
    expect(groupOf(desk)).toEqual({ c1: 'others' });
    expect(isTurnOf({ of: 'person' }, 'UANNA')).toBe(false);
  });

  test('a letter under way is nobody’s turn, and an unsure mail is everybody’s', () => {
    const desk = open('2026-03-02T09:00:00.000Z');
    answer(desk, 'c1');
    expect(work(desk)[0]?.turn).toEqual({ of: 'staff', people: [] });
    desk.take('c2', makeRequest({ unsure: true }));
    expect(work(desk).find(({ record }) => record.id === 'c2')).toMatchObject({ group: 'yours', daysLeft: 31 });
  });

  test('a case whose workflow file is gone is still shown, with the general month', () => {
    const desk = open('2026-03-02T09:00:00.000Z');
    const [item] = listWork([...desk.cases.values()], 'UANNA', { ...context, workflows: new Map() }, desk.now());
    expect(item).toMatchObject({ possible: [], deadline: { due: '2026-04-02' }, group: 'yours' });
  });
});

describe('the month', () => {
  test('counts what came in, what was answered, what was in time, and the median of the days', () => {
    const desk = open('2026-01-20T09:00:00.000Z', '2026-02-18T09:00:00.000Z', '2026-03-01T09:00:00.000Z');
    for (const id of ['c1', 'c2', 'c3']) answer(desk, id);
    desk.take('c4', makeRequest());
    expect(summariseMonth([...desk.cases.values()], context, desk.now())).toEqual({
      received: 2,
      answered: 3,
      onTime: 2,
      medianDays: 13,
    });
  });

  test('mail that was no request does not count, nor an answer of the month before', () => {
    const desk = open('2026-02-18T09:00:00.000Z');
    desk.setNow('2026-02-27T09:00:00.000Z');
    answer(desk, 'c1');
    desk.setNow('2026-03-05T09:00:00.000Z');
    desk.take('c2', makeRequest({ unsure: true }));
    desk.take('c3', makeRequest());
    desk.act('c3', 'UANNA', { do: 'not-a-request' });
    expect(summariseMonth([...desk.cases.values()], context, desk.now())).toEqual({
      received: 0,
      answered: 0,
      onTime: 0,
      medianDays: null,
    });
  });

  test('begins at local midnight, and a median of an even count is the mean of the middle two', () => {
    expect(startOfMonth('2026-03-31T22:30:00.000Z', context)).toBe('2026-03-31T22:00:00.000Z');
    expect(findMedian([9, 1, 4, 6])).toBe(5);
    expect(findMedian([])).toBeNull();
  });
});
