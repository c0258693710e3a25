import { type Job, Queue } from 'bullmq';
import type { RedisHandle } from './redis.ts';
import { amendPlan, delayOf, type JobData, jobIdOf, planJob } from './schedule.ts';
import type { DueRow, QueueLog, QueueSource } from './source.ts';

/** The name of the one BullMQ queue. */
export const queueName = 'outbox';
const pageSize = 500;
/** A timed sweep of a whole Redis looks this far ahead; what is due later is looked at by a later one. */
const horizonMs = 3_600_000;

/** What a sweep did: rows that Redis did not hold, jobs made due at once, jobs given another time. */
export type SweepResult = { added: number; promoted: number; moved: number };

/** The way from the outbox into BullMQ. */
export type Relay = {
  /** Answers when the connection is made; throws when Redis went away while it was. */
  ready(): Promise<void>;
  /** Hands rows over. When Redis refuses or is away it logs that and answers: a later sweep brings them. */
  push(rows: DueRow[]): Promise<void>;
  /** Repairs Redis from the source: all pending rows, or (`near`) those due within the hour while Redis was not emptied. */
  sweep(reach: 'all' | 'near'): Promise<SweepResult>;
  /** Jobs by state, and how many delayed ones have fallen due. */
  counts(): Promise<{ waiting: number; active: number; delayed: number; due: number }>;
  /** Whether the connection stands at this moment. */
  isUp(): boolean;
  /** Calls back each time the connection to Redis is ready anew. */
  onReturn(listener: () => void): void;
  close(): Promise<void>;
};

/** Opens the relay on its own connection, which fails at once instead of waiting while Redis is away. */
export function openRelay(options: {
  redis: RedisHandle;
  source: Pick<QueueSource, 'listPending' | 'now'>;
  prefix: string;
  attempts: number;
  log: QueueLog;
}): Relay {
  const { source, prefix, attempts, log } = options;
  const client = options.redis.connect('push');
  const queue = new Queue<JobData>(queueName, {
    connection: client,
    prefix,
    streams: { events: { maxLen: 100 } },
    defaultJobOptions: {
      attempts,
      backoff: { type: 'capped' },
      removeOnComplete: true,
      removeOnFail: true,
      stackTraceLimit: 0,
    },
  });
  queue.on('error', (error) => {
    if (client.status === 'ready') log.warn({ reason: error.message }, 'The queue reported an error');
  });
  // Goes with everything else when Redis is emptied, and so tells a timed sweep to look at all rows.
  const wholeKey = `${prefix}:${queueName}-whole`;

  function planRows(rows: DueRow[]) {
    const now = source.now();
    const machineMs = Date.now();
    return rows.map((row) => {
      const data = planJob(row, row.dueAt, now, machineMs, 0);
      return { name: 'perform', data, opts: { jobId: jobIdOf(row.id), delay: delayOf(data, machineMs) } };
    });
  }

  async function repair(rows: DueRow[], result: SweepResult): Promise<void> {
    const jobs = await Promise.all(rows.map((row) => queue.getJob(jobIdOf(row.id))));
    const missing = rows.filter((_, index) => jobs[index] === undefined);
    await queue.addBulk(planRows(missing));
    result.added += missing.length;
    const machineMs = Date.now();
    const retime = async (row: DueRow, job: Job<JobData> | undefined) => {
      const plan = job === undefined ? null : amendPlan(row, job, source.now(), machineMs);
      if (job === undefined || plan === null) return;
      const delay = delayOf(plan, machineMs);
      if (!(await moveJob(job, plan, delay))) return;
      if (delay === 0) result.promoted += 1;
      else result.moved += 1;
    };
    await Promise.all(rows.map((row, index) => retime(row, jobs[index])));
  }

  async function sweep(reach: 'all' | 'near'): Promise<SweepResult> {
    const result: SweepResult = { added: 0, promoted: 0, moved: 0 };
    await queue.waitUntilReady();
    const near = reach === 'near' && (await client.exists(wholeKey)) === 1;
    // Set before the rows are read: should Redis be emptied meanwhile, the next sweep looks at all of them again.
    if (!near) await client.set(wholeKey, '1');
    const bound = near ? { dueBefore: new Date(Date.parse(source.now()) + horizonMs).toISOString() } : {};
    let after: { dueAt: string; id: string } | undefined;
    for (;;) {
      const rows = await source.listPending({ ...bound, limit: pageSize, ...(after === undefined ? {} : { after }) });
      await repair(rows, result);
      const last = rows.at(-1);
      if (last === undefined || rows.length < pageSize) return result;
      after = { dueAt: last.dueAt, id: last.id };
    }
  }

  return {
    async ready() {
      await queue.waitUntilReady();
    },
    async push(rows) {
      const jobs = planRows(rows);
      try {
        for (let from = 0; from < jobs.length; from += pageSize) await queue.addBulk(jobs.slice(from, from + pageSize));
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        log.warn({ rows: rows.length, reason }, 'Rows could not be put into Redis; a later sweep brings them');
      }
    },
    sweep,
    async counts() {
      const [counts, due] = await Promise.all([
        queue.getJobCounts('waiting', 'active', 'delayed'),
        queue.getDelayedCount(Date.now()),
      ]);
      const { waiting = 0, active = 0, delayed = 0 } = counts;
      return { waiting, active, delayed, due };
    },
    isUp: () => client.status === 'ready',
    onReturn(listener) {
      client.on('ready', listener);
    },
    async close() {
      await queue.close();
      client.disconnect();
    },
  };
}

async function moveJob(job: Job<JobData>, plan: JobData, delay: number): Promise<boolean> {
  try {
    await job.updateData(plan);
    if (delay === 0) await job.promote();
    else await job.changeDelay(delay);
    return true;
  } catch (error) {
    if (isGone(error)) return false;
    throw error;
  }
}

/** BullMQ's codes for a job that is no longer there (-1) or no longer delayed (-3): it went on by itself meanwhile. */
function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === -1 || error.code === -3);
}
