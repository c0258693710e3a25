import { describe, expect, test } from 'vitest';
import { amendPlan, delayOf, jobIdOf, longestDelayMs, planJob, rowIdOf, toMs } from '../../src/queue/schedule.ts';

const now = '2026-03-02T10:00:00.000Z';
const inAnHour = '2026-03-02T11:00:00.000Z';
const hour = 3_600_000;
const machine = 5_000_000_000;
const row = { id: 'a', dueAt: inAnHour };
const held = (changes: object = {}, attemptsMade = 0) => ({
  data: { ...planJob(row, row.dueAt, now, machine, 0), ...changes },
  attemptsMade,
});

describe('The plan of a job', () => {
  test('counts its delay by the clock of the source, not of the machine', () => {
    expect(delayOf(planJob(row, inAnHour, now, machine, 0), machine)).toBe(hour);
  });

  test('fires at once when its time has passed', () => {
    expect(delayOf(planJob(row, '2020-01-01T00:00:00.000Z', now, machine, 0), machine)).toBe(0);
  });

  test('never waits longer than BullMQ can count', () => {
    const plan = planJob(row, '2061-01-01T00:00:00.000Z', now, machine, 0);
    expect(delayOf(plan, machine)).toBe(longestDelayMs);
    expect(amendPlan({ ...row, dueAt: plan.dueAt }, { data: plan, attemptsMade: 0 }, now, machine)).toBeNull();
  });

  test('stays while nothing changed but the passing of time', () => {
    const later = new Date(toMs(now) + hour / 2).toISOString();
    expect(amendPlan(row, held(), later, machine + hour / 2)).toBeNull();
  });

  test('moves with the due time of its row', () => {
    const plan = amendPlan({ id: 'a', dueAt: '2026-03-02T12:00:00.000Z' }, held(), now, machine);
    expect(plan?.firesAt).toBe(machine + 2 * hour);
  });

  test('comes nearer when the clock is wound, and fires when it is wound past', () => {
    expect(amendPlan(row, held(), '2026-03-02T10:30:00.000Z', machine)?.firesAt).toBe(machine + hour / 2);
    expect(amendPlan(row, held(), '2026-03-09T10:00:00.000Z', machine)?.firesAt).toBe(machine);
  });

  test('keeps the instant that the performer asked to come back at', () => {
    const { data } = held();
    const again = planJob(data, '2026-03-02T15:00:00.000Z', now, machine, 0);
    expect(amendPlan(row, { data: again, attemptsMade: 0 }, now, machine)).toBeNull();
    expect(amendPlan(row, { data: again, attemptsMade: 0 }, '2026-03-02T15:00:00.000Z', machine)?.firesAt).toBe(
      machine,
    );
  });

  test('leaves a wait between two attempts, and a job that has fired, alone', () => {
    expect(amendPlan(row, held({}, 1), '2026-03-09T10:00:00.000Z', machine)).toBeNull();
    expect(amendPlan(row, held(), '2026-03-09T10:00:00.000Z', machine + 2 * hour)).toBeNull();
  });

  test('refuses a time that is none', () => {
    expect(() => planJob({ dueAt: 'soon' }, 'soon', now, machine, 0)).toThrow(
      '"soon" as a time; expected a UTC instant',
    );
  });
});

test('A job id holds no colon and leads back to its row', () => {
  for (const id of ['0198c1de-aaaa', 'letter:1/2', '%3A', 'é']) {
    expect(jobIdOf(id)).not.toContain(':');
    expect(rowIdOf(jobIdOf(id))).toBe(id);
  }
  expect(jobIdOf('17')).toBe('outbox-17');
});
