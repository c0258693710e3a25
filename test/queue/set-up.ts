import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type OutboxQueue, openQueue } from '../../src/queue/open-queue.ts';
import { openRedis, type RedisHandle } from '../../src/queue/redis.ts';
import type { QueueLog } from '../../src/queue/source.ts';
import type { TestRedis } from '../support/redis.ts';
import { type Outbox, openOutbox } from './outbox.ts';

/** One line of the log as the queue wrote it. */
export type LogLine = { level: 'info' | 'warn' | 'error'; fields: object; message: string };

/** A log that keeps its lines. */
export function keepLog(): { log: QueueLog; lines: LogLine[] } {
  const lines: LogLine[] = [];
  const at = (level: LogLine['level']) => (fields: object, message: string) =>
    void lines.push({ level, fields, message });
  return { log: { info: at('info'), warn: at('warn'), error: at('error') }, lines };
}

/** A temporary folder that goes when the test ends. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'test-queue-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An outbox and a queue on a test server, under a prefix of their own, closed when the test ends. */
export async function setUpQueue(
  server: TestRedis,
  options: Partial<Pick<Parameters<typeof openQueue>[0], 'attempts' | 'backoff' | 'concurrency' | 'sweepEveryMs'>> &
    Partial<Pick<Parameters<typeof openOutbox>[0], 'act' | 'claimMs'>> = {},
): Promise<{ outbox: Outbox; queue: OutboxQueue; redis: RedisHandle; prefix: string; lines: LogLine[] }> {
  const { act, claimMs, ...queueOptions } = options;
  const folder = makeFolder();
  const { log, lines } = keepLog();
  const outbox = openOutbox({
    file: join(folder, 'outbox.sqlite'),
    worker: 'w1',
    ...(act === undefined ? {} : { act }),
    ...(claimMs === undefined ? {} : { claimMs }),
  });
  const redis = await openRedis({ url: server.url, dataDir: folder, log });
  const prefix = `test-${Math.random().toString(36).slice(2)}`;
  const queue = openQueue({ redis, source: outbox.source, prefix, log, ...queueOptions });
  onTestFinished(async () => {
    await queue.close();
    await redis.close();
    outbox.close();
  });
  return { outbox, queue, redis, prefix, lines };
}
