import { DelayedError, type Job, Worker } from 'bullmq';
import type { RedisHandle } from './redis.ts';
import { queueName } from './relay.ts';
import { delayOf, type JobData, planJob, rowIdOf, toMs } from './schedule.ts';
import { nameError, type QueueLog, type QueueSource } from './source.ts';

/** The wait before a next attempt: `firstMs` after the first failure, doubled each time up to `longestMs`. */
export type Backoff = { firstMs: number; longestMs: number };

/** A row that outlives this many workers is given up, so that one that kills them cannot keep the house down. */
const mostDeaths = 5;
const shortestWaitMs = 100;
const closeWithinMs = 3_000;
/** BullMQ repeats a refusal of Redis at once and without end, and reports each row that was lost with an emptied one. */
const sameErrorMs = 30_000;

/** Starts working; `close` takes no new rows, lets the active ones finish, and answers within 3 s after them. */
export function runWorker(options: {
  redis: RedisHandle;
  source: QueueSource;
  prefix: string;
  concurrency: number;
  backoff: Backoff;
  log: QueueLog;
}): { close(): Promise<void> } {
  const { source, log } = options;
  const client = options.redis.connect('work');
  const active = new Set<Promise<unknown>>();

  async function performJob(job: Job<JobData>, token: string | undefined): Promise<void> {
    const id = rowIdOf(job.id ?? '');
    if (toMs(job.data.wakeAt) > toMs(source.now()) + 1_000) return layDown(job, token, job.data.wakeAt);
    if (job.stalledCounter > mostDeaths) {
      const reason = new Error(
        `Row ${id} was given up: ${job.stalledCounter} workers died or lost Redis while performing it.`,
      );
      return source.onExhausted(id, reason);
    }
    let outcome: Awaited<ReturnType<QueueSource['perform']>>;
    try {
      outcome = await source.perform(id);
    } catch (error) {
      const attempt = job.attemptsMade + 1;
      log.warn({ row: id, attempt, ...nameError(error) }, 'A row failed');
      if (attempt >= (job.opts.attempts ?? 1)) return source.onExhausted(id, error);
      // BullMQ writes message and stack into Redis, and the performer's may quote a person.
      throw new Error('The row failed; the log names the error.');
    }
    if (outcome !== 'done') await layDown(job, token, outcome.again);
  }

  async function layDown(job: Job<JobData>, token: string | undefined, until: string): Promise<never> {
    const machineMs = Date.now();
    const plan = planJob(job.data, until, source.now(), machineMs, job.attemptsMade);
    await job.updateData(plan);
    await job.moveToDelayed(machineMs + Math.max(shortestWaitMs, delayOf(plan, machineMs)), token);
    throw new DelayedError();
  }

  const worker = new Worker<JobData>(
    queueName,
    (job, token) => {
      const performing = performJob(job, token);
      active.add(performing);
      const forget = () => void active.delete(performing);
      performing.then(forget, forget);
      return performing;
    },
    {
      connection: client,
      prefix: options.prefix,
      concurrency: options.concurrency,
      lockDuration: 10_000,
      stalledInterval: 5_000,
      maxStalledCount: Number.MAX_SAFE_INTEGER,
      runRetryDelay: 1_000,
      settings: { backoffStrategy: (attemptsMade) => waitBefore(attemptsMade, options.backoff) },
    },
  );
  const loggedAt = new Map<string, number>();
  worker.on('error', (error) => {
    const reason = error.message.replace(/outbox-\S+/g, 'a row');
    const repeated = Date.now() - (loggedAt.get(reason) ?? 0) < sameErrorMs;
    if (repeated || client.status !== 'ready') return;
    loggedAt.set(reason, Date.now());
    log.warn({ reason }, 'The worker reported an error');
  });
  worker.on('stalled', (jobId) =>
    log.warn({ row: rowIdOf(jobId) }, 'A worker died with this row; another takes it over'),
  );

  return {
    async close() {
      // Without Redis BullMQ cannot end in good order: it would wait for its return.
      const closed = worker.close(client.status !== 'ready');
      await Promise.race([Promise.all([closed, settle(active)]), giveUp(active)]);
      client.disconnect();
    },
  };
}

async function settle(active: Set<Promise<unknown>>): Promise<void> {
  while (active.size > 0) await Promise.allSettled(active);
}

/** Answers when nothing has been active for `closeWithinMs`. */
async function giveUp(active: Set<Promise<unknown>>): Promise<void> {
  do {
    await settle(active);
    await new Promise((resolve) => setTimeout(resolve, closeWithinMs).unref());
  } while (active.size > 0);
}

function waitBefore(attemptsMade: number, backoff: Backoff): number {
  const longest = Math.min(backoff.firstMs * 2 ** (attemptsMade - 1), backoff.longestMs);
  return Math.round(longest * (0.5 + Math.random() / 2));
}
