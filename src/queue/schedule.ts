import type { DueRow } from './source.ts';

/**
 * What a job in Redis remembers of its row: the due time that it was made from, the instant by the source's clock when it should
 * run, the machine's time (ms) that this came to, and the attempts made when that was set.
 */
export type JobData = { dueAt: string; wakeAt: string; firesAt: number; attempts: number };

/** BullMQ keeps instants up to the year 2039 only; a row further away wakes at this limit and is laid down again. */
export const longestDelayMs = 180 * 24 * 3_600_000;
const toleranceMs = 2_000;

/** The job data for a row that should run at `wakeAt`, by the source's `now` and the machine's time in ms. */
export function planJob(
  row: Pick<DueRow, 'dueAt'>,
  wakeAt: string,
  now: string,
  machineMs: number,
  attempts: number,
): JobData {
  return { dueAt: row.dueAt, wakeAt, firesAt: machineMs + Math.max(0, toMs(wakeAt) - toMs(now)), attempts };
}

/** The delay in ms to give BullMQ for a plan, from 0 to `longestDelayMs`. */
export function delayOf(plan: JobData, machineMs: number): number {
  return Math.min(Math.max(0, plan.firesAt - machineMs), longestDelayMs);
}

/**
 * The new plan for a job when its row's due time moved or the source's clock was wound; null when it may stay as it is, as when
 * it has fired already or waits between two attempts.
 */
export function amendPlan(
  row: DueRow,
  held: { data: JobData; attemptsMade: number },
  now: string,
  machineMs: number,
): JobData | null {
  const { data, attemptsMade } = held;
  if (row.dueAt !== data.dueAt) return planJob(row, row.dueAt, now, machineMs, attemptsMade);
  if (attemptsMade > data.attempts || data.firesAt <= machineMs) return null;
  const plan = planJob(row, data.wakeAt, now, machineMs, attemptsMade);
  return Math.abs(plan.firesAt - data.firesAt) > toleranceMs ? plan : null;
}

/** The job's id in BullMQ, which allows no colon in it. */
export function jobIdOf(rowId: string): string {
  return `outbox-${encodeURIComponent(rowId)}`;
}

/** The row's id that `jobIdOf` made this job id from. */
export function rowIdOf(jobId: string): string {
  return decodeURIComponent(jobId.slice('outbox-'.length));
}

/** Milliseconds since 1970 of an ISO 8601 UTC instant; throws when it is none. */
export function toMs(instant: string): number {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms))
    throw new Error(
      `The queue was given ${JSON.stringify(instant)} as a time; expected a UTC instant like 2026-01-31T09:00:00.000Z.`,
    );
  return ms;
}
