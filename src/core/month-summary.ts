import type { Case } from './case.ts';
import { firstReceivedAt, trackDeadline, triageDeadline } from './case-clock.ts';
import type { Context } from './context.ts';
import { countDays } from './local-date.ts';
import { startOfLocalDay, toLocalDate } from './zone.ts';

/** A month's figures: `onTime` of the `answered` ones; `medianDays` from receipt to the last answer, null without answers. */
export type MonthSummary = { received: number; answered: number; onTime: number; medianDays: number | null };

/** The first instant of the local month in which `now` lies. */
export function startOfMonth(now: string, { calendar }: Context): string {
  return startOfLocalDay(`${toLocalDate(now, calendar.timeZone).slice(0, 7)}-01`, calendar.timeZone);
}

/** Counts the requests received and those answered since the first of the local month; mail that was no request does not count. */
export function summariseMonth(records: Case[], context: Context, now: string): MonthSummary {
  const since = startOfMonth(now, context);
  const requests = records.filter(isRequest);
  const answered = requests.flatMap((record) => {
    const at = answeredAt(record);
    return at !== null && at >= since ? [{ record, at }] : [];
  });
  const { timeZone } = context.calendar;
  const days = answered.map(({ record, at }) =>
    countDays(toLocalDate(firstReceivedAt(record), timeZone), toLocalDate(at, timeZone)),
  );
  return {
    received: requests.filter((record) => record.receivedAt >= since).length,
    answered: answered.length,
    onTime: answered.filter(({ record }) => wasInTime(record, context)).length,
    medianDays: findMedian(days),
  };
}

/** The middle of some numbers, the mean of the two middle ones of an even count; null of none. */
export function findMedian(numbers: number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}

/** True for a case that counts as no request of its own: mail that was none, and what went into another case. */
export function isNoRequest({ closed }: Case): boolean {
  return closed?.outcome === 'not-a-request' || closed?.outcome === 'merged';
}

function isRequest(record: Case): boolean {
  return record.number !== null && !isNoRequest(record);
}

/** When the last right got its answer; null while one is open. */
function answeredAt(record: Case): string | null {
  const answers = record.tracks.map((track) => track.answeredAt);
  if (answers.length === 0 || answers.includes(undefined)) return null;
  return answers.filter((at) => at !== undefined).reduce((last, at) => (at > last ? at : last));
}

/** A right whose workflow file is gone is measured by the general month of article 12(3). */
function wasInTime(record: Case, context: Context): boolean {
  return record.tracks.every((track) => {
    const isKnown = context.workflows.has(track.right);
    const deadline = isKnown ? trackDeadline(record, track, context) : triageDeadline(record, context);
    return (track.answeredAt ?? '') < deadline.dueAt;
  });
}
