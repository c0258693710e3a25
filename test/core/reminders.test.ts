import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCalendar, DUTCH_SETTINGS, isOfficeDay, nextOfficeMoment, toLocalDate } from '../../src/core/calendar.ts';
import { computeDeadline, DATA_LEAK, type DeadlineRule } from '../../src/core/deadline.ts';
import { nextOverdueReminder, planReminders } from '../../src/core/reminders.ts';

const calendar = createCalendar(DUTCH_SETTINGS);

function plan(receivedAt: string, now = receivedAt, settings = {}, rule?: DeadlineRule) {
  const own = createCalendar({ ...DUTCH_SETTINGS, ...settings });
  const deadline = computeDeadline({ receivedAt, events: [], calendar: own, ...(rule === undefined ? {} : { rule }) });
  return planReminders(deadline, own, now).map(({ name, at }) => `${name} ${at}`);
}

describe('reminders', () => {
  it('come 14, 7, 3 and 1 working days before the due date and on it, at the opening', () => {
    expect(plan('2027-06-15T10:00:00Z')).toEqual([
      'T-14 2027-06-25T06:45:00.000Z',
      'T-7 2027-07-06T06:45:00.000Z',
      'T-3 2027-07-12T06:45:00.000Z',
      'T-1 2027-07-14T06:45:00.000Z',
      'due 2027-07-15T06:45:00.000Z',
    ]);
  });

  it('pass over holidays and the closing days of the organisation', () => {
    const closingDays = ['2027-07-14', '2027-07-13'];
    expect(plan('2027-06-15T10:00:00Z', '2027-07-01T00:00:00Z', { closingDays })).toEqual([
      'T-7 2027-07-02T06:45:00.000Z',
      'T-3 2027-07-08T06:45:00.000Z',
      'T-1 2027-07-12T06:45:00.000Z',
      'due 2027-07-15T06:45:00.000Z',
    ]);
  });

  it('come on the last day even when the office is closed', () => {
    const closed = plan('2027-06-15T10:00:00Z', '2027-07-14T12:00:00Z', { closingDays: ['2027-07-15'] });
    expect(closed).toEqual(['due 2027-07-15T06:45:00.000Z']);
  });

  it('that have passed are not planned again', () => {
    expect(plan('2027-06-15T10:00:00Z', '2027-07-14T06:45:00Z')).toEqual(['due 2027-07-15T06:45:00.000Z']);
    expect(plan('2027-06-15T10:00:00Z', '2027-07-15T10:00:00Z')).toEqual([]);
  });

  it('of a leak clock that ends before the office opens come on the working day before', () => {
    // Known on Friday 4 June 2027, 03:00: the 72 hours end on Monday 7 June, 03:00.
    expect(plan('2027-06-04T01:00:00Z', '2027-06-04T01:00:00Z', {}, DATA_LEAK)).toEqual([
      'due 2027-06-04T06:45:00.000Z',
    ]);
    expect(plan('2027-06-04T10:00:00Z', '2027-06-04T10:00:00Z', {}, DATA_LEAK)).toEqual([
      'due 2027-06-07T06:45:00.000Z',
    ]);
  });

  it('lie after now, in order, at an opening and not after the end, whatever the request', () => {
    const moment = fc.date({ min: new Date('2018-05-25'), max: new Date('2060-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 40 }), (received, days) => {
        const receivedAt = received.toISOString();
        const now = new Date(received.getTime() + days * 86_400_000).toISOString();
        const deadline = computeDeadline({ receivedAt, events: [], calendar });
        const instants = planReminders(deadline, calendar, now).map(({ at }) => at);
        expect(instants).toEqual(instants.toSorted());
        for (const at of instants) {
          expect(at > now && at < deadline.dueAt).toBe(true);
          expect(nextOfficeMoment(at, calendar)).toBe(at);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('overdue reminders', () => {
  const deadline = computeDeadline({ receivedAt: '2027-06-16T10:00:00Z', events: [], calendar });

  it('come each office day at the opening, from the first after the end', () => {
    let now = '2027-06-16T10:00:00Z';
    const days: string[] = [];
    for (let count = 0; count < 4; count += 1) {
      now = nextOverdueReminder(deadline, calendar, now);
      days.push(now);
    }
    expect(deadline.due).toBe('2027-07-16');
    expect(days).toEqual([
      '2027-07-19T06:45:00.000Z',
      '2027-07-20T06:45:00.000Z',
      '2027-07-21T06:45:00.000Z',
      '2027-07-22T06:45:00.000Z',
    ]);
  });

  it('come at the opening of the same day, before it', () => {
    expect(nextOverdueReminder(deadline, calendar, '2027-07-21T05:00:00Z')).toBe('2027-07-21T06:45:00.000Z');
    expect(nextOverdueReminder(deadline, calendar, '2027-07-23T07:00:00Z')).toBe('2027-07-26T06:45:00.000Z');
  });

  it('of a leak clock come at its end, within office hours', () => {
    const leak = computeDeadline({ receivedAt: '2027-06-01T10:00:00Z', events: [], calendar, rule: DATA_LEAK });
    expect(nextOverdueReminder(leak, calendar, '2027-06-02T10:00:00Z')).toBe('2027-06-04T10:00:00.000Z');
    expect(nextOverdueReminder(leak, calendar, '2027-06-04T10:00:00Z')).toBe('2027-06-07T06:45:00.000Z');
  });

  it('always lie after now and on an office day', () => {
    const moment = fc.date({ min: new Date('2027-06-16'), max: new Date('2029-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, (now) => {
        const next = nextOverdueReminder(deadline, calendar, now.toISOString());
        expect(Date.parse(next)).toBeGreaterThan(now.getTime());
        expect(isOfficeDay(toLocalDate(next, calendar.timeZone), calendar)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
