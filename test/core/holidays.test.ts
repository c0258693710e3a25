import { describe, expect, it } from 'vitest';
import { type CalendarSettings, createCalendar, DUTCH_SETTINGS } from '../../src/core/calendar.ts';
import { computeEaster } from '../../src/core/holidays.ts';
import { isoWeekday } from '../../src/core/local-date.ts';
import { easterByKnuth } from './deadline-oracle.ts';

function list(year: number, settings: Partial<CalendarSettings> = {}): string[] {
  const calendar = createCalendar({ ...DUTCH_SETTINGS, ...settings });
  return calendar.holidays(year).map((holiday) => `${holiday.id} ${holiday.date}`);
}

describe('Easter', () => {
  it.each([
    [1961, '1961-04-02'],
    [2008, '2008-03-23'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2028, '2028-04-16'],
    [2031, '2031-04-13'],
    [2038, '2038-04-25'],
    [2076, '2076-04-19'],
    [2285, '2285-03-22'],
  ])('in %i is %s', (year, date) => {
    expect(computeEaster(year)).toBe(date);
  });

  it('is a Sunday and agrees with another algorithm from 1583 to 4000', () => {
    for (let year = 1583; year <= 4000; year += 1) {
      const { month, day } = easterByKnuth(year);
      const date = `${year}-0${month}-${String(day).padStart(2, '0')}`;
      expect(computeEaster(year)).toBe(date);
      expect(isoWeekday(date)).toBe(7);
    }
  });
});

describe('the holidays of the Netherlands', () => {
  it('in 2027 are eight, without Good Friday or the days of a decree', () => {
    expect(list(2027)).toEqual([
      'new-year 2027-01-01',
      'easter-monday 2027-03-29',
      'kings-day 2027-04-27',
      'liberation-day 2027-05-05',
      'ascension-day 2027-05-06',
      'whit-monday 2027-05-17',
      'christmas-day 2027-12-25',
      'boxing-day 2027-12-26',
    ]);
  });

  it.each([
    [2025, '2025-04-26'],
    [2026, '2026-04-27'],
    [2031, '2031-04-26'],
    [2036, '2036-04-26'],
    [2037, '2037-04-27'],
  ])("have King's Day in %i on %s: the Saturday before, when the 27th is a Sunday", (year, date) => {
    expect(list(year)).toContain(`kings-day ${date}`);
  });

  it('have Liberation Day every year, not each fifth year', () => {
    for (let year = 2018; year <= 2100; year += 1) expect(list(year)).toContain(`liberation-day ${year}-05-05`);
  });

  it('keep on in years far away', () => {
    for (const year of [2099, 2400, 3000]) expect(list(year)).toHaveLength(8);
  });
});

describe('the holidays of other countries', () => {
  it('are ten in Belgium', () => {
    expect(list(2027, { country: 'BE' })).toEqual([
      'new-year 2027-01-01',
      'easter-monday 2027-03-29',
      'labour-day 2027-05-01',
      'ascension-day 2027-05-06',
      'whit-monday 2027-05-17',
      'national-day 2027-07-21',
      'assumption 2027-08-15',
      'all-saints 2027-11-01',
      'armistice-day 2027-11-11',
      'christmas-day 2027-12-25',
    ]);
  });

  it('are nine in the whole of Germany', () => {
    expect(list(2026, { country: 'DE' })).toEqual([
      'new-year 2026-01-01',
      'good-friday 2026-04-03',
      'easter-monday 2026-04-06',
      'labour-day 2026-05-01',
      'ascension-day 2026-05-14',
      'whit-monday 2026-05-25',
      'german-unity-day 2026-10-03',
      'christmas-day 2026-12-25',
      'boxing-day 2026-12-26',
    ]);
  });
});

describe('the settings of holidays', () => {
  it('add an optional day of the country by its id', () => {
    expect(list(2027, { extraHolidays: ['good-friday'] })).toContain('good-friday 2027-03-26');
  });

  it('add a day of every year and a day of one year', () => {
    const extraHolidays = ['12-31', '2026-05-15'];
    expect(list(2026, { extraHolidays })).toEqual(
      expect.arrayContaining(['12-31 2026-12-31', '2026-05-15 2026-05-15']),
    );
    expect(list(2027, { extraHolidays })).not.toContain('2026-05-15 2026-05-15');
  });

  it('leave a day out by its id', () => {
    expect(list(2027, { skipHolidays: ['liberation-day'] })).not.toContain('liberation-day 2027-05-05');
  });

  it('keep a leap day to leap years', () => {
    expect(list(2028, { extraHolidays: ['02-29'] })).toContain('02-29 2028-02-29');
    expect(list(2027, { extraHolidays: ['02-29'] })).toHaveLength(8);
  });

  it.each([
    [{ extraHolidays: ['31-12'] }, 'extraHolidays'],
    [{ extraHolidays: ['02-30'] }, 'extraHolidays'],
    [{ extraHolidays: ['carnival'] }, 'extraHolidays'],
    [{ skipHolidays: ['queens-day'] }, 'skipHolidays'],
    [{ closingDays: ['2027-02-29'] }, 'closingDays'],
    [{ officeDays: [] }, 'officeDays'],
    [{ officeDays: [0] }, 'officeDays'],
    [{ officeHours: { from: '17:00', to: '09:00' } }, 'officeHours'],
    [{ officeHours: { from: '9:00', to: '17:00' } }, 'officeHours'],
    [{ timeZone: 'Europe/Amstelveen' }, 'timeZone'],
  ])('refuse %j by name', (wrong, setting) => {
    expect(() => list(2027, wrong)).toThrow(`Calendar setting ${setting} is `);
  });
});
