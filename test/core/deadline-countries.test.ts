import { describe, expect, it } from 'vitest';
import { createCalendar, DUTCH_SETTINGS } from '../../src/core/calendar.ts';
import { computeDeadline } from '../../src/core/deadline.ts';

const belgium = createCalendar({ ...DUTCH_SETTINGS, country: 'BE', timeZone: 'Europe/Brussels' });
const germany = createCalendar({ ...DUTCH_SETTINGS, country: 'DE', timeZone: 'Europe/Berlin' });

describe('Belgium', () => {
  it.each([
    ['2027-06-21', '2027-07-22', 'National Day, a Wednesday'],
    ['2027-07-15', '2027-08-16', 'Assumption on a Sunday has no substitute day'],
    ['2028-07-15', '2028-08-16', 'Assumption, a Tuesday'],
    ['2027-10-01', '2027-11-02', "All Saints' Day, a Monday"],
    ['2026-10-11', '2026-11-12', 'Armistice Day, a Wednesday'],
    ['2028-04-01', '2028-05-02', 'Labour Day, a Monday'],
    ['2027-03-27', '2027-04-27', "King's Day is a working day"],
    ['2027-04-05', '2027-05-05', 'Liberation Day is a working day'],
    ['2027-02-26', '2027-03-26', 'Good Friday is a working day'],
    ['2028-11-25', '2028-12-26', 'Christmas Day; 26 December is a working day'],
    ['2027-02-28', '2027-03-30', 'Easter Monday'],
    ['2027-04-06', '2027-05-07', 'Ascension Day'],
    ['2028-05-05', '2028-06-06', 'Whit Monday'],
  ])('received on %s: due %s (%s)', (received, due) => {
    const receivedAt = `${received}T12:00:00+01:00`;
    expect(computeDeadline({ receivedAt, events: [], calendar: belgium }).due).toBe(due);
  });

  it('names the holiday that the end moves over', () => {
    const { steps } = computeDeadline({ receivedAt: '2027-06-21T10:00:00Z', events: [], calendar: belgium });
    expect(steps[2]?.text.nl).toContain('21 juli is nationale feestdag');
  });
});

describe('Germany', () => {
  it.each([
    ['2027-02-26', '2027-03-30', 'Good Friday to Easter Monday'],
    ['2028-09-03', '2028-10-04', 'German Unity Day, a Tuesday'],
    ['2027-09-03', '2027-10-04', 'German Unity Day on a Sunday has no substitute day'],
    ['2028-04-01', '2028-05-02', 'Labour Day, a Monday'],
    ['2027-10-01', '2027-11-01', "All Saints' Day is no holiday in every state"],
    ['2028-11-26', '2028-12-27', 'Boxing Day, a Tuesday'],
    ['2027-03-27', '2027-04-27', "King's Day is a working day"],
    ['2028-07-15', '2028-08-15', 'Assumption is no holiday in every state'],
  ])('received on %s: due %s (%s)', (received, due) => {
    const receivedAt = `${received}T12:00:00+01:00`;
    expect(computeDeadline({ receivedAt, events: [], calendar: germany }).due).toBe(due);
  });

  it('counts its own holidays in the three working days for the identity question', () => {
    const input = {
      receivedAt: '2028-09-29T08:00:00Z',
      events: [
        { name: 'identity_requested' as const, at: '2028-10-05T08:00:00Z' },
        { name: 'identity_confirmed' as const, at: '2028-10-09T08:00:00Z' },
      ],
    };
    expect(computeDeadline({ ...input, calendar: germany }).pauseDays).toBe(3);
    expect(computeDeadline({ ...input, calendar: createCalendar(DUTCH_SETTINGS) }).pauseDays).toBe(0);
  });

  it('rolls an extended period over its own holiday', () => {
    const events = [{ name: 'extended' as const, at: '2028-07-20T08:00:00Z' }];
    expect(computeDeadline({ receivedAt: '2028-07-03T08:00:00Z', events, calendar: germany }).due).toBe('2028-10-04');
  });

  it('takes the days of one state from the settings', () => {
    const bavaria = createCalendar({ ...DUTCH_SETTINGS, country: 'DE', extraHolidays: ['11-01', '08-15'] });
    const due = (received: string) =>
      computeDeadline({ receivedAt: `${received}T12:00:00Z`, events: [], calendar: bavaria }).due;
    expect(due('2027-10-01')).toBe('2027-11-02');
    expect(due('2028-07-15')).toBe('2028-08-16');
  });
});
