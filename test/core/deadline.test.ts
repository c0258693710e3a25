import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCalendar, DUTCH_SETTINGS } from '../../src/core/calendar.ts';
import { type ClockEvent, computeDeadline } from '../../src/core/deadline.ts';

const calendar = createCalendar(DUTCH_SETTINGS);
const vectors = readFileSync(new URL('deadlines.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1);

describe('the vectors of the legal clock', () => {
  it('are 88', () => expect(vectors).toHaveLength(88));

  it.each(vectors.map((line) => line.split(',')))('received %s, events "%s": due %s (%s, %s)', (...columns) => {
    const [receivedAt = '', events = '', due] = columns;
    const rest = columns.slice(columns.findIndex((cell) => /^D\d\d$/.test(cell)));
    const parsed = events
      .split(';')
      .filter(Boolean)
      .map((event): ClockEvent => {
        const [name, at = ''] = event.split('@');
        return { name: name as ClockEvent['name'], at };
      });
    const deadline = computeDeadline({ receivedAt, events: parsed, calendar });
    expect(deadline.due).toBe(due);
    expect(deadline.dueWithoutPause).toBe(rest[2]);
    expect(deadline.steps[1]?.date).toBe(rest[1]);
    expect(deadline.steps.at(-1)?.date).toBe(due);
  });
});
