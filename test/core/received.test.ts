import { describe, expect, it } from 'vitest';
import { createCalendar, DUTCH_SETTINGS } from '../../src/core/calendar.ts';
import { checkReceivedDate, readMoment } from '../../src/core/received.ts';

const calendar = createCalendar(DUTCH_SETTINGS);
const now = '2026-03-03T11:00:00Z';

function check(input: string) {
  return checkReceivedDate(input, now, calendar);
}

describe('a received date that staff enter', () => {
  it.each([
    ['02-03-2026', '2026-03-01T23:00:00.000Z'],
    ['2-3-2026', '2026-03-01T23:00:00.000Z'],
    ['02/03/2026', '2026-03-01T23:00:00.000Z'],
    [' 2026-03-02 ', '2026-03-01T23:00:00.000Z'],
    ['03-03-2026', '2026-03-02T23:00:00.000Z'],
    ['2026-03-03T11:59', '2026-03-03T10:59:00.000Z'],
    ['2026-03-03 11:59:30', '2026-03-03T10:59:30.000Z'],
    ['2026-03-03T10:00:00Z', '2026-03-03T10:00:00.000Z'],
    ['2026-03-03T06:00:00-0500', '2026-03-03T11:00:00.000Z'],
    ['2026-03-03T12:00+01', '2026-03-03T11:00:00.000Z'],
    ['25-05-2018', '2018-05-24T22:00:00.000Z'],
  ])('%j is taken as %s', (input, receivedAt) => {
    expect(check(input)).toEqual({ ok: true, receivedAt });
  });

  it.each(['04-03-2026', '2026-03-03T13:00', '2026-03-03T11:00:01Z', '02-03-2126'])(
    '%j lies in the future and is refused',
    (input) => {
      expect(check(input)).toMatchObject({ ok: false, reason: { nl: expect.stringContaining('ligt in de toekomst') } });
    },
  );

  it.each(['24-05-2018', '2018-05-24T21:59:59Z', '03-03-1999'])('%j lies before the GDPR and is refused', (input) => {
    expect(check(input)).toMatchObject({ ok: false, reason: { en: expect.stringContaining('before 25 May 2018') } });
  });

  it.each([
    '',
    'gisteren',
    '31-02-2026',
    '2026-02-29',
    '2026-13-01',
    '03-03-26',
    '2026-03-03T25:00',
    '1772535600',
    '2026-02-30T10:00:00Z',
  ])('%j is no date and is refused with an example', (input) => {
    expect(check(input)).toMatchObject({ ok: false, reason: { nl: expect.stringContaining('zoals 03-03-2026') } });
  });

  it('takes the local date that has begun here and not yet in UTC', () => {
    expect(checkReceivedDate('2026-07-01', '2026-06-30T22:30:00Z', calendar).ok).toBe(true);
    expect(checkReceivedDate('2026-07-01', '2026-06-30T21:30:00Z', calendar).ok).toBe(false);
  });
});

describe('a moment without an offset', () => {
  it('is local time, in summer, in winter and in the hour that comes twice', () => {
    expect(readMoment('2026-07-01T12:00', 'Europe/Amsterdam')).toBe('2026-07-01T10:00:00.000Z');
    expect(readMoment('2026-01-01T12:00', 'Europe/Amsterdam')).toBe('2026-01-01T11:00:00.000Z');
    expect(readMoment('2026-10-25T02:30', 'Europe/Amsterdam')).toBe('2026-10-25T00:30:00.000Z');
  });
});
