import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCalendar, DUTCH_SETTINGS, endOfLocalDay, toLocalDate } from '../../src/core/calendar.ts';
import { type ClockEvent, clockEventNames, computeDeadline } from '../../src/core/deadline.ts';
import { isWorkingDayByOracle, type OracleEvent, reckon } from './deadline-oracle.ts';

const calendar = createCalendar(DUTCH_SETTINGS);
const HOUR = 3_600_000;
const runs = { numRuns: 2_000 };

const moment = fc
  .integer({ min: Date.parse('2018-05-25T00:00:00Z') / 1000, max: Date.parse('2070-01-01T00:00:00Z') / 1000 })
  .map((seconds) => seconds * 1000);

/** Any events, most of them in the first weeks, some before the receipt. */
const anyEvents = fc.array(
  fc.record({ name: fc.constantFrom(...clockEventNames), hours: fc.integer({ min: -48, max: 1_200 }) }),
  {
    maxLength: 7,
  },
);

/** A question soon after the receipt, and its answer. */
const answeredQuestion = fc.record({
  after: fc.integer({ min: 0, max: 200 }),
  wait: fc.integer({ min: 0, max: 2_000 }),
});

function place(
  received: number,
  events: readonly { name: ClockEvent['name']; hours: number }[],
): (OracleEvent & ClockEventMs)[] {
  return events.map(({ name, hours }) => ({ name, at: received + hours * HOUR }));
}
type ClockEventMs = { name: ClockEvent['name']; at: number };

function compute(received: number, events: readonly ClockEventMs[] = []) {
  const clock = events.map(({ name, at }) => ({ name, at: new Date(at).toISOString() }));
  return computeDeadline({ receivedAt: new Date(received).toISOString(), events: clock, calendar });
}

function ask(received: number, { after, wait }: { after: number; wait: number }): ClockEventMs[] {
  const askedAt = received + after * HOUR;
  return [
    { name: 'identity_requested', at: askedAt },
    { name: 'identity_confirmed', at: askedAt + wait * HOUR },
  ];
}

describe('the clock, over any receipt and events', () => {
  it('agrees with an oracle that walks from day to day', () => {
    fc.assert(
      fc.property(moment, anyEvents, (received, drawn) => {
        const events = place(received, drawn);
        const deadline = compute(received, events);
        expect({
          receivedOn: deadline.receivedOn,
          rawEnd: deadline.steps[1]?.date,
          due: deadline.due,
          dueWithoutPause: deadline.dueWithoutPause,
          noticeDay: deadline.lastDayForExtensionNotice,
          refusalLimit: deadline.refusalLimit,
          pauseDays: deadline.pauseDays,
          extended: deadline.extended,
        }).toEqual(reckon(received, events));
      }),
      runs,
    );
  });

  it('never ends on a Saturday, a Sunday or a holiday, nor do its other limits', () => {
    fc.assert(
      fc.property(moment, anyEvents, (received, drawn) => {
        const deadline = compute(received, place(received, drawn));
        const { due, dueWithoutPause, lastDayForExtensionNotice, refusalLimit, target } = deadline;
        for (const date of [due, dueWithoutPause, lastDayForExtensionNotice, refusalLimit, target]) {
          expect(isWorkingDayByOracle(date)).toBe(true);
        }
      }),
      runs,
    );
  });

  it('never ends before the unpaused end, and its last step is that end', () => {
    fc.assert(
      fc.property(moment, anyEvents, (received, drawn) => {
        const deadline = compute(received, place(received, drawn));
        expect(deadline.due >= (deadline.steps[1]?.date ?? '')).toBe(true);
        expect(deadline.due >= deadline.dueWithoutPause).toBe(true);
        expect(deadline.refusalLimit <= deadline.due).toBe(true);
        expect(deadline.steps.at(-1)?.date).toBe(deadline.due);
        expect(deadline.dueAt).toBe(endOfLocalDay(deadline.due, calendar.timeZone));
      }),
      runs,
    );
  });

  it('ends no earlier for a later receipt', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 90 * 24 }), (received, later) => {
        expect(compute(received).due <= compute(received + later * HOUR).due).toBe(true);
      }),
      runs,
    );
  });

  it('is never shortened by a pause, nor by a longer one', () => {
    fc.assert(
      fc.property(moment, answeredQuestion, fc.integer({ min: 0, max: 500 }), (received, question, longer) => {
        const unpaused = compute(received);
        const paused = compute(received, ask(received, question));
        const longerPaused = compute(received, ask(received, { ...question, wait: question.wait + longer }));
        expect(paused.due >= unpaused.due).toBe(true);
        expect(longerPaused.due >= paused.due).toBe(true);
        expect(paused.dueWithoutPause).toBe(unpaused.due);
      }),
      runs,
    );
  });

  it('is never shortened by an extension, and the refusal limit does not move', () => {
    fc.assert(
      fc.property(moment, answeredQuestion, fc.integer({ min: 0, max: 1_200 }), (received, question, hours) => {
        const events = ask(received, question);
        const before = compute(received, events);
        const after = compute(received, [...events, { name: 'extended', at: received + hours * HOUR }]);
        expect(after.due >= before.due).toBe(true);
        expect(after.refusalLimit).toBe(before.refusalLimit);
        expect(after.lastDayForExtensionNotice).toBe(before.lastDayForExtensionNotice);
      }),
      runs,
    );
  });

  it('does not depend on the order in which events are given', () => {
    const shuffled = fc.uniqueArray(
      fc.record({ name: fc.constantFrom(...clockEventNames), hours: fc.integer({ min: -48, max: 1_200 }) }),
      { maxLength: 7, selector: (event) => event.hours },
    );
    fc.assert(
      fc.property(moment, shuffled, (received, drawn) => {
        const events = place(received, drawn);
        expect(compute(received, events.toReversed())).toEqual(compute(received, events));
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the offset in which an instant is written', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: -14, max: 14 }), (received, hours) => {
        const sign = hours < 0 ? '-' : '+';
        const offset = `${sign}${String(Math.abs(hours)).padStart(2, '0')}:00`;
        const written = new Date(received + hours * HOUR).toISOString().replace('Z', offset);
        const deadline = computeDeadline({ receivedAt: written, events: [], calendar });
        expect(deadline.due).toBe(compute(received).due);
      }),
      runs,
    );
  });
});

describe('a second around local midnight', () => {
  it('divides receipts between one day and the next', () => {
    fc.assert(
      fc.property(moment, (anyMoment) => {
        const date = toLocalDate(new Date(anyMoment).toISOString(), calendar.timeZone);
        const midnight = Date.parse(endOfLocalDay(date, calendar.timeZone));
        expect(compute(midnight - 1000).receivedOn).toBe(date);
        expect(compute(midnight).receivedOn > date).toBe(true);
        expect(compute(midnight - 1000).receivedOn).toBe(reckon(midnight - 1000, []).receivedOn);
        expect(compute(midnight + 1000).receivedOn).toBe(reckon(midnight + 1000, []).receivedOn);
      }),
      runs,
    );
  });

  it.each([
    ['2027-03-27T22:59:59Z', '2027-03-27', 'before the night of the spring change'],
    ['2027-03-27T23:00:01Z', '2027-03-28', 'in the night of the spring change'],
    ['2027-03-28T21:59:59Z', '2027-03-28', 'at the end of the short day'],
    ['2027-03-28T22:00:01Z', '2027-03-29', 'after the short day'],
    ['2027-10-30T21:59:59Z', '2027-10-30', 'before the night of the autumn change'],
    ['2027-10-30T22:00:01Z', '2027-10-31', 'in the night of the autumn change'],
    ['2027-10-31T22:59:59Z', '2027-10-31', 'at the end of the long day'],
    ['2027-10-31T23:00:01Z', '2027-11-01', 'after the long day'],
  ])('%s falls on %s (%s)', (at, date) => {
    expect(compute(Date.parse(at)).receivedOn).toBe(date);
  });

  it('counts an extension notice in the last second and not in the next', () => {
    fc.assert(
      fc.property(moment, (received) => {
        const last = compute(received).lastDayForExtensionNotice;
        const end = Date.parse(endOfLocalDay(last, calendar.timeZone));
        expect(compute(received, [{ name: 'extended', at: end - 1000 }]).extended).toBe(true);
        expect(compute(received, [{ name: 'extended', at: end }]).extended).toBe(false);
      }),
      runs,
    );
  });
});
