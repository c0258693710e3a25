/**
 * A worker in a process of its own, for tests that kill it: `node worker-process.ts URL FILE PREFIX NAME HOLD_MS`. A row whose id
 * begins with `slow` takes HOLD_MS; each row begun is told on standard output. SIGTERM closes it in good order.
 */
import { openQueue } from '../../src/queue/open-queue.ts';
import { openRedis } from '../../src/queue/redis.ts';
import { openOutbox } from './outbox.ts';

const [url = '', file = '', prefix = '', worker = '', holdMs = '0'] = process.argv.slice(2);
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const outbox = openOutbox({
  file,
  worker,
  claimMs: 2_000,
  async act(id): Promise<'done'> {
    process.stdout.write(`${id}\n`);
    if (id.startsWith('slow')) await new Promise((resolve) => setTimeout(resolve, Number(holdMs)));
    return 'done';
  },
});
const redis = await openRedis({ url, dataDir: '.', log: silent });
const queue = openQueue({ redis, source: outbox.source, prefix, log: silent, concurrency: 4, sweepEveryMs: 300 });
await queue.start();
process.stdout.write('ready\n');
process.once('SIGTERM', async () => {
  await queue.close();
  await redis.close();
  outbox.close();
});
