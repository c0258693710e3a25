import type { RedisHandle } from './redis.ts';
import { openRelay, type SweepResult } from './relay.ts';
import { toMs } from './schedule.ts';
import { type DueRow, nameError, type QueueLog, type QueueSource } from './source.ts';
import { type Backoff, runWorker } from './worker.ts';

export type { DueRow, QueueLog, QueueSource } from './source.ts';

/** The queue: rows go in by `push`, and `start` works them. */
export type OutboxQueue = {
  /** Hands rows over after their commit; answers also while Redis is away, for the sweep finds them. */
  push(rows: DueRow[]): Promise<void>;
  /** Adds every pending row that Redis does not hold and gives jobs their right time, after the clock was wound or a row moved. */
  sweep(): Promise<SweepResult>;
  /** Starts working, after which it sweeps now, every `sweepEveryMs`, and when Redis is back. */
  start(): Promise<void>;
  /** Jobs by state; `due` counts the delayed ones whose time has come. */
  counts(): Promise<{ waiting: number; active: number; delayed: number; due: number }>;
  /** Answers when no row is due by the source's clock and no job waits or runs, or the queue is closed; a row that keeps failing holds it up. */
  idle(): Promise<void>;
  /** Stops taking rows and answers when the active ones have finished. */
  close(): Promise<void>;
};

/**
 * Opens the queue on Redis. Defaults: 10 rows at once, a sweep a minute, 24 attempts with 1 s between the first two, doubling to
 * 15 min, half of it random: about four hours.
 */
export function openQueue(options: {
  redis: RedisHandle;
  source: QueueSource;
  concurrency?: number;
  sweepEveryMs?: number;
  /** What its keys in Redis begin with; another desk on the same Redis needs another. */
  prefix: string;
  attempts?: number;
  backoff?: Backoff;
  log: QueueLog;
}): OutboxQueue {
  const { redis, source, log, prefix, sweepEveryMs = 60_000 } = options;
  const relay = openRelay({ redis, source, prefix, attempts: options.attempts ?? 24, log });
  let started = false;
  let worker: { close(): Promise<void> } | undefined;
  let timer: NodeJS.Timeout | undefined;
  let ending: Promise<void> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  /** One sweep at a time: two would only add the same rows. */
  function sweep(reach: 'all' | 'near'): Promise<SweepResult> {
    const next = last.then(() => relay.sweep(reach));
    last = next.catch(() => undefined);
    return next;
  }

  async function sweepAndLog(reach: 'all' | 'near'): Promise<void> {
    if (ending !== undefined) return;
    try {
      const { added, promoted, moved } = await sweep(reach);
      if (added + promoted + moved > 0) log.info({ added, promoted, moved }, 'The sweep put rows right in Redis');
    } catch (error) {
      if (relay.isUp()) log.error(nameError(error), `The sweep failed; the next is in ${sweepEveryMs} ms`);
    }
  }

  async function isQuiet(): Promise<boolean> {
    try {
      const counts = await relay.counts();
      return counts.waiting + counts.active + counts.due === 0;
    } catch (error) {
      if (relay.isUp()) throw error;
      return false;
    }
  }

  async function isIdle(mayRepair: boolean): Promise<boolean> {
    if (!(await isQuiet())) return false;
    const now = toMs(source.now());
    const [first] = await source.listPending({ dueBefore: new Date(now + 1).toISOString(), limit: 1 });
    if (first === undefined || toMs(first.dueAt) > now) return true;
    if (mayRepair) await sweepAndLog('all');
    return false;
  }

  async function end(): Promise<void> {
    clearInterval(timer);
    await worker?.close();
    await last;
    await relay.close();
  }

  return {
    push: relay.push,
    sweep: () => sweep('all'),
    async start() {
      if (started) return;
      started = true;
      await relay.ready();
      const { concurrency = 10, backoff = { firstMs: 1_000, longestMs: 900_000 } } = options;
      worker = runWorker({ redis, source, prefix, concurrency, backoff, log });
      relay.onReturn(() => void sweepAndLog('all'));
      timer = setInterval(() => void sweepAndLog('near'), sweepEveryMs);
      await sweepAndLog('all');
    },
    counts: relay.counts,
    async idle() {
      for (let round = 0; ending === undefined && !(await isIdle(round % 20 === 0)); round += 1) await pause(20);
    },
    close() {
      ending ??= end();
      return ending;
    },
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
