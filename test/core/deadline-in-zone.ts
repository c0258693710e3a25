/* Run by deadline-zones.test.ts in a process of its own: prints every answer of the clock as JSON. */
import { readFileSync } from 'node:fs';
import { readCsv } from '../../src/cli/csv.ts';
import { createCalendar, DUTCH_SETTINGS, nextOfficeMoment } from '../../src/core/calendar.ts';
import { type ClockEvent, computeDeadline } from '../../src/core/deadline.ts';
import { checkReceivedDate } from '../../src/core/received.ts';
import { planReminders } from '../../src/core/reminders.ts';

const calendar = createCalendar(DUTCH_SETTINGS);
const file = readCsv(readFileSync(new URL('deadlines.csv', import.meta.url), 'utf8'));
const rows = file.ok ? file.records.slice(1) : [];
const now = '2030-01-01T00:00:00Z';

const answers = rows.map(({ cells: [receivedAt = '', events = ''] }) => {
  const clock = events.split(';').filter(Boolean);
  const deadline = computeDeadline({ receivedAt, events: clock.map(readEvent), calendar });
  return {
    ...deadline,
    reminders: planReminders(deadline, calendar, receivedAt),
    office: nextOfficeMoment(receivedAt, calendar),
    typed: ['02-03-2026', '2026-03-29', '2026-03-29 02:30', '2026-10-25T02:30'].map((text) =>
      checkReceivedDate(text, now, calendar),
    ),
  };
});

function readEvent(text: string): ClockEvent {
  const [name, at = ''] = text.split('@');
  return { name: name as ClockEvent['name'], at };
}

process.stdout.write(JSON.stringify({ zone: Intl.DateTimeFormat().resolvedOptions(), answers }));
