import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  createCalendar,
  DUTCH_SETTINGS,
  endOfLocalDay,
  isOfficeDay,
  isWorkingDay,
  nextOfficeMoment,
  startOfLocalDay,
  toLocalDate,
} from '../../src/core/calendar.ts';
import { addPeriod } from '../../src/core/period.ts';
import { toInstant } from '../../src/core/zone.ts';

const calendar = createCalendar(DUTCH_SETTINGS);
const small = createCalendar({
  ...DUTCH_SETTINGS,
  officeDays: [2, 4, 6],
  officeHours: { from: '09:00', to: '13:00' },
  closingDays: ['12-24', '2027-06-10'],
});

describe('working days of the organisation', () => {
  it.each([
    ['2027-06-04', 1, '2027-06-07'],
    ['2027-06-05', 1, '2027-06-07'],
    ['2027-06-07', -1, '2027-06-04'],
    ['2027-06-06', -1, '2027-06-04'],
    ['2027-05-04', 3, '2027-05-11'],
    ['2027-05-11', -3, '2027-05-04'],
    ['2027-06-05', 0, '2027-06-05'],
    ['2026-12-24', 1, '2026-12-28'],
  ])('%s and %i give %s', (date, days, expected) => {
    expect(addWorkingDays(date, days, calendar)).toBe(expected);
  });

  it('follow its own office days and closing days, where the law has others', () => {
    // Tuesday, Thursday and Saturday; Thursday 10 June 2027 is closed.
    expect(addWorkingDays('2027-06-08', 1, small)).toBe('2027-06-12');
    expect(addWorkingDays('2027-12-23', 1, small)).toBe('2027-12-28');
    expect(isOfficeDay('2027-06-12', small)).toBe(true);
    expect(isWorkingDay('2027-06-12', small)).toBe(false);
    expect(isWorkingDay('2027-06-10', small)).toBe(true);
  });

  it('never come for an office that is always closed, which is said instead of searched for', () => {
    const closingDays = Array.from({ length: 53 }, (_, week) => addWeeks('2027-01-04', week));
    const years = closingDays.flatMap((day) => [day, addWeeks(day, 53)]);
    const never = createCalendar({ ...DUTCH_SETTINGS, officeDays: [1], closingDays: years });
    expect(() => addWorkingDays('2027-01-01', 1, never)).toThrow('No working day within a year of 2027-01-01');
  });
});

describe('the next office moment', () => {
  it.each([
    ['2027-06-04T09:00:00Z', '2027-06-04T09:00:00Z', 'is now, within office hours'],
    ['2027-06-04T06:44:59Z', '2027-06-04T06:45:00.000Z', 'is the opening, before it'],
    ['2027-06-04T06:45:00Z', '2027-06-04T06:45:00Z', 'is now, at the opening'],
    ['2027-06-04T15:00:00Z', '2027-06-07T06:45:00.000Z', 'is Monday, from the closing on Friday'],
    ['2027-06-05T10:00:00Z', '2027-06-07T06:45:00.000Z', 'is Monday, on Saturday'],
    ['2027-03-27T10:00:00Z', '2027-03-30T06:45:00.000Z', 'is after Easter, in summer time'],
    ['2027-12-24T20:00:00Z', '2027-12-27T07:45:00.000Z', 'is after Christmas, in winter time'],
  ])('after %s: %s (%s)', (instant, expected) => {
    expect(nextOfficeMoment(instant, calendar)).toBe(expected);
  });
});

describe('a local day', () => {
  it('has 23 hours in spring and 25 in autumn', () => {
    const hours = (date: string) =>
      (Date.parse(endOfLocalDay(date, 'Europe/Amsterdam')) - Date.parse(startOfLocalDay(date, 'Europe/Amsterdam'))) /
      3_600_000;
    expect([hours('2027-03-28'), hours('2027-10-31'), hours('2027-06-01')]).toEqual([23, 25, 24]);
  });

  it.each([
    // Midnight does not exist in Santiago on 5 September 2027, and comes twice in Havana on 7 November 2027.
    ['America/Santiago', '2027-09-05', '2027-09-05T04:00:00.000Z'],
    ['America/Havana', '2027-11-07', '2027-11-07T04:00:00.000Z'],
    ['Pacific/Kiritimati', '2027-06-01', '2027-05-31T10:00:00.000Z'],
    ['Asia/Kathmandu', '2027-06-01', '2027-05-31T18:15:00.000Z'],
  ])('in %s begins on %s at %s', (zone, date, start) => {
    expect(startOfLocalDay(date, zone)).toBe(start);
    expect(toLocalDate(start, zone)).toBe(date);
    expect(toLocalDate(new Date(Date.parse(start) - 1).toISOString(), zone)).not.toBe(date);
  });

  it('takes a time that comes twice as the first, and a skipped one as the moment of the skip', () => {
    expect(toInstant('2027-10-31', '02:30', 'Europe/Amsterdam')).toBe('2027-10-31T00:30:00.000Z');
    expect(toInstant('2027-03-28', '02:30', 'Europe/Amsterdam')).toBe('2027-03-28T01:00:00.000Z');
  });

  it('agrees with Intl in many zones, hour by hour around each change of the clock', () => {
    for (const zone of ['Europe/Amsterdam', 'America/St_Johns', 'Australia/Lord_Howe', 'Africa/Casablanca']) {
      const written = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
      for (let at = Date.parse('2026-01-01T00:30:00Z'); at < Date.parse('2027-01-01T00:00:00Z'); at += 3_600_000) {
        expect(toLocalDate(new Date(at).toISOString(), zone)).toBe(written.format(at));
      }
    }
  });
});

describe('periods of our own', () => {
  it.each([
    ['2027-01-31T10:00:00Z', 'P1M', '2027-02-28T10:00:00.000Z'],
    ['2027-03-01T10:00:00Z', 'P1Y', '2028-03-01T10:00:00.000Z'],
    ['2027-03-20T10:00:00Z', 'P30D', '2027-04-19T09:00:00.000Z'],
    ['2027-03-27T10:00:00Z', 'PT24H', '2027-03-28T10:00:00.000Z'],
  ])('%s and %s give %s', (instant, period, expected) => {
    expect(addPeriod(instant, period, 'Europe/Amsterdam')).toBe(expected);
  });
});

function addWeeks(date: string, weeks: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + weeks * 7 * 86_400_000).toISOString().slice(0, 10);
}
