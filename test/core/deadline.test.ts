import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/cli/csv.ts';
import { createCalendar, DUTCH_SETTINGS } from '../../src/core/calendar.ts';
import { type ClockEvent, computeDeadline, DATA_LEAK, type DeadlineRule } from '../../src/core/deadline.ts';

const calendar = createCalendar(DUTCH_SETTINGS);
const ABSOLUTE: DeadlineRule = { period: 'P1D', unit: 'working-days' };

function compute(receivedAt: string, events: ClockEvent[] = [], rule?: DeadlineRule) {
  return computeDeadline({ receivedAt, events, calendar, ...(rule === undefined ? {} : { rule }) });
}

function asked(at: string): ClockEvent {
  return { name: 'identity_requested', at };
}

function codes(deadline: { warnings: { code: string }[] }): string[] {
  return deadline.warnings.map((warning) => warning.code);
}

describe('the vectors of the legal clock', () => {
  const file = readCsv(readFileSync(new URL('deadlines.csv', import.meta.url), 'utf8'));
  const [header, ...rows] = file.ok ? file.records : [];
  const vectors = rows.map(({ cells }) =>
    Object.fromEntries((header?.cells ?? []).map((name, index) => [name, cells[index] ?? ''])),
  );

  it('are 88', () => expect(vectors).toHaveLength(88));

  it.each(vectors)('$id: received $received_at, "$events" gives $expected_due_date', (vector) => {
    const events = (vector.events ?? '').split(';').filter(Boolean).map(readEvent);
    const deadline = compute(vector.received_at ?? '', events);
    expect(deadline.due).toBe(vector.expected_due_date);
    expect(deadline.dueWithoutPause).toBe(vector.due_without_pause);
    expect(deadline.steps[1]?.date).toBe(vector.raw_end_first_month);
    expect(deadline.steps.at(-1)?.date).toBe(vector.expected_due_date);
  });

  function readEvent(text: string): ClockEvent {
    const [name, at = ''] = text.split('@');
    return { name: name as ClockEvent['name'], at };
  }
});

describe('the explanation of a due date', () => {
  it('says that a month is shorter, and the weekday', () => {
    const [, month] = compute('2027-05-31T10:00:00+02:00').steps;
    expect(month).toEqual({
      rule: '1182/71 3(2)(c) clamp',
      date: '2027-06-30',
      text: {
        nl: '31 mei + 1 maand = 30 juni (geen 31 juni); 30 juni is een woensdag',
        en: '31 May + 1 month = 30 June (there is no 31 June); 30 June is a Wednesday',
      },
    });
  });

  it('names the year where it changes', () => {
    const [, month] = compute('2026-12-31T16:00:00+01:00').steps;
    expect(month?.text.nl).toBe('31 december + 1 maand = 31 januari 2027; 31 januari 2027 is een zondag');
  });

  it('names each day off that the end moves over', () => {
    const roll = compute('2027-02-28T12:00:00+01:00').steps[2];
    expect(roll?.rule).toBe('1182/71 3(4)');
    expect(roll?.text.nl).toBe(
      '28 maart is een zondag, 29 maart is tweede paasdag: de termijn eindigt op de volgende werkdag, dinsdag 30 maart 2027.',
    );
    expect(roll?.text.en).toBe(
      '28 March is a Sunday, 29 March is Easter Monday: the period ends on the next working day, Tuesday 30 March 2027.',
    );
  });

  it('is the same list each time it is read, and part of the JSON', () => {
    const deadline = compute('2027-02-28T12:00:00+01:00');
    expect(deadline.steps).toBe(deadline.steps);
    expect(JSON.parse(JSON.stringify(deadline)).steps).toEqual(deadline.steps);
  });

  it('has a rule and a sentence in both languages for every step of a clock with everything', () => {
    const { steps } = compute('2027-06-01T09:00:00+02:00', [
      asked('2027-06-02T10:00:00+02:00'),
      { name: 'identity_reply_insufficient', at: '2027-06-05T10:00:00+02:00' },
      asked('2027-06-14T10:00:00+02:00'),
      { name: 'extended', at: '2027-06-20T10:00:00+02:00' },
      { name: 'extended', at: '2027-06-21T10:00:00+02:00' },
    ]);
    expect(steps.length).toBeGreaterThan(7);
    for (const { rule, date, text } of steps) {
      expect(rule).not.toBe('');
      expect(date).toMatch(/^2027-\d\d-\d\d$/);
      expect(text.nl).toMatch(/2027|mei|juni|juli|augustus|september/);
      expect(text.en).toMatch(/2027|May|June|July|August|September/);
      expect(`${text.nl}${text.en}`).not.toMatch(/undefined|NaN/);
    }
  });
});

describe('pauses', () => {
  it('leave target, extension notice and last day apart', () => {
    const deadline = compute('2027-06-01T09:00:00+02:00', [
      asked('2027-06-02T10:00:00+02:00'),
      { name: 'identity_confirmed', at: '2027-06-09T15:00:00+02:00' },
    ]);
    expect(deadline).toMatchObject({
      due: '2027-07-07',
      target: '2027-07-01',
      lastDayForExtensionNotice: '2027-07-01',
      refusalLimit: '2027-07-07',
      pauseDays: 6,
      paused: false,
    });
  });

  it('count nothing while the answer is awaited, and ask for a letter with reasons', () => {
    const deadline = compute('2027-06-01T09:00:00+02:00', [asked('2027-06-02T10:00:00+02:00')]);
    expect(deadline).toMatchObject({ due: '2027-07-01', paused: true, pauseDays: 0 });
    expect(codes(deadline)).toEqual(['identity_unanswered']);
    expect(deadline.warnings[0]?.text.nl).toContain('donderdag 1 juli 2027');
  });

  it('count nothing, and stop no clock, when the question came late', () => {
    const deadline = compute('2027-06-04T09:00:00+02:00', [asked('2027-06-10T10:00:00+02:00')]);
    expect(deadline).toMatchObject({ due: '2027-07-05', paused: false });
    expect(codes(deadline)).toEqual(['identity_asked_late', 'identity_unanswered']);
  });

  it('name the first period in the warning, when the period was extended as well', () => {
    const deadline = compute('2027-06-01T09:00:00+02:00', [
      asked('2027-06-02T10:00:00+02:00'),
      { name: 'extended', at: '2027-06-20T10:00:00+02:00' },
    ]);
    expect(deadline.due).toBe('2027-09-01');
    expect(deadline.warnings[0]?.text.nl).toContain('blijft donderdag 1 juli 2027 gelden');
  });

  it('are not lengthened or restarted by a reminder', () => {
    const deadline = compute('2027-06-01T09:00:00+02:00', [
      asked('2027-06-02T10:00:00+02:00'),
      asked('2027-06-07T10:00:00+02:00'),
      { name: 'identity_confirmed', at: '2027-06-09T15:00:00+02:00' },
    ]);
    expect(deadline.pauseDays).toBe(6);
  });

  it('take a new question after an insufficient answer within three working days', () => {
    const again = (at: string) =>
      compute('2027-09-01T09:00:00+02:00', [
        asked('2027-09-02T10:00:00+02:00'),
        { name: 'identity_reply_insufficient', at: '2027-09-07T10:00:00+02:00' },
        asked(at),
        { name: 'identity_confirmed', at: '2027-09-20T10:00:00+02:00' },
      ]).pauseDays;
    expect(again('2027-09-10T23:59:59+02:00')).toBe(4 + 9);
    expect(again('2027-09-11T00:00:00+02:00')).toBe(4);
  });

  it('say which insufficient answer has no question, and which event lies before the receipt', () => {
    const deadline = compute('2027-06-01T09:00:00+02:00', [
      asked('2027-05-31T10:00:00+02:00'),
      { name: 'identity_reply_insufficient', at: '2027-06-03T10:00:00+02:00' },
    ]);
    expect(deadline.due).toBe('2027-07-01');
    expect(codes(deadline)).toEqual(['before_receipt', 'identity_not_asked']);
  });
});

describe('an extension', () => {
  it('moves the due date but never the limit for a refusal', () => {
    const deadline = compute('2027-03-05T10:00:00+01:00', [{ name: 'extended', at: '2027-03-30T10:00:00+02:00' }]);
    expect(deadline).toMatchObject({ due: '2027-06-07', refusalLimit: '2027-04-05', extended: true, canExtend: false });
  });

  it('that came late changes nothing and is flagged', () => {
    const deadline = compute('2027-03-05T10:00:00+01:00', [{ name: 'extended', at: '2027-04-06T00:00:00+02:00' }]);
    expect(deadline).toMatchObject({ due: '2027-04-05', extended: false, canExtend: true });
    expect(codes(deadline)).toEqual(['extension_late']);
  });

  it('does nothing the second time and says so', () => {
    const deadline = compute('2027-06-15T10:00:00+02:00', [
      { name: 'extended', at: '2027-07-01T10:00:00+02:00' },
      { name: 'extended', at: '2027-07-02T10:00:00+02:00' },
    ]);
    expect(deadline.due).toBe('2027-09-15');
    expect(codes(deadline)).toEqual(['extension_repeated']);
  });
});

describe('an absolute right', () => {
  it('has one working day over a weekend and a holiday, in the sense of the law', () => {
    // 14 May 2027 is a Friday, 17 May Whit Monday.
    expect(compute('2027-05-14T16:00:00+02:00', [], ABSOLUTE).due).toBe('2027-05-18');
    expect(compute('2027-05-16T16:00:00+02:00', [], ABSOLUTE).due).toBe('2027-05-18');
  });

  it('is moved by no extension and no identity question', () => {
    const deadline = compute(
      '2027-06-01T09:00:00+02:00',
      [
        asked('2027-06-01T10:00:00+02:00'),
        { name: 'extended', at: '2027-06-01T11:00:00+02:00' },
        { name: 'identity_confirmed', at: '2027-06-20T10:00:00+02:00' },
      ],
      ABSOLUTE,
    );
    expect(deadline).toMatchObject({
      due: '2027-06-02',
      extended: false,
      canExtend: false,
      paused: false,
      pauseDays: 0,
    });
    expect(codes(deadline)).toEqual(['pause_not_possible', 'extension_not_possible']);
  });

  it('does not wait for an office that is closed on a working day', () => {
    const closed = createCalendar({ ...DUTCH_SETTINGS, officeDays: [1, 2], closingDays: ['2027-06-02'] });
    const { due } = computeDeadline({
      receivedAt: '2027-06-01T07:00:00Z',
      events: [],
      calendar: closed,
      rule: ABSOLUTE,
    });
    expect(due).toBe('2027-06-02');
  });
});

describe('the clock of a data leak', () => {
  it('runs 72 hours on through the weekend', () => {
    const deadline = compute('2027-05-28T10:20:30+02:00', [], DATA_LEAK);
    expect(deadline).toMatchObject({ due: '2027-05-31', dueAt: '2027-05-31T08:20:30.000Z', canExtend: false });
    expect(deadline.steps.at(-1)?.text.nl).toBe('+ 72 uur = maandag 31 mei 2027, 10.20 uur');
  });

  it('counts hours and not clock times over both changes of the clock', () => {
    expect(compute('2027-03-27T12:00:00+01:00', [], DATA_LEAK).dueAt).toBe('2027-03-30T11:00:00.000Z');
    expect(compute('2027-10-29T12:00:00+02:00', [], DATA_LEAK).dueAt).toBe('2027-11-01T10:00:00.000Z');
    expect(compute('2027-10-29T12:00:00+02:00', [], DATA_LEAK).steps.at(-1)?.text.en).toContain(
      '1 November 2027, 11:00',
    );
  });

  it('ends with the day before when it ends at midnight', () => {
    const deadline = compute('2027-06-01T00:00:00+02:00', [], DATA_LEAK);
    expect(deadline.due).toBe('2027-06-03');
    expect(deadline.steps.at(-1)?.text.nl).toContain('donderdag 3 juni 2027, 24.00 uur');
  });
});

describe('other periods', () => {
  it('of five working days skip weekends and holidays', () => {
    expect(compute('2027-05-03T10:00:00+02:00', [], { period: 'P5D', unit: 'working-days' }).due).toBe('2027-05-12');
  });

  it('of calendar days and weeks are rolled', () => {
    expect(compute('2027-05-01T10:00:00+02:00', [], { period: 'P14D' }).due).toBe('2027-05-18');
    expect(compute('2027-05-01T10:00:00+02:00', [], { period: 'P2W' }).due).toBe('2027-05-18');
  });

  it.each([
    ['P1M', 'working-days'],
    ['P3D', 'hours'],
    ['PT72H', 'calendar'],
    ['P', 'calendar'],
    ['P0D', 'calendar'],
    ['a month', 'calendar'],
  ] as const)('refuse %s in %s and say what was expected', (period, unit) => {
    expect(() => compute('2027-05-01T10:00:00+02:00', [], { period, unit })).toThrow(
      `Period "${period}" cannot be counted in ${unit}`,
    );
  });
});

describe('instants', () => {
  it.each(['2027-05-01', '2027-05-01T10:00:00', '2027-02-30T10:00:00Z', '2027-13-01T10:00:00Z', 'yesterday', ''])(
    'refuses %j, which names no moment in the world',
    (receivedAt) => {
      expect(() => compute(receivedAt)).toThrow(`Instant "${receivedAt}" cannot be read`);
    },
  );

  it('refuses an event without an offset', () => {
    expect(() => compute('2027-05-01T10:00:00Z', [asked('2027-05-02T10:00:00')])).toThrow('add the offset');
  });

  it('ends the last day at local midnight, summer and winter', () => {
    expect(compute('2027-06-15T10:00:00+02:00').dueAt).toBe('2027-07-15T22:00:00.000Z');
    expect(compute('2027-10-15T10:00:00+02:00').dueAt).toBe('2027-11-15T23:00:00.000Z');
  });
});
