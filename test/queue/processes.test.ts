import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { waitFor } from '../support/processes.ts';
import { startRedis, type TestRedis } from '../support/redis.ts';
import { describeWith, redisServer } from '../support/require.ts';
import { type Outbox, openOutbox } from './outbox.ts';
import { makeFolder } from './set-up.ts';

type Worker = { child: ChildProcess; begun(row: string): boolean; exited: Promise<number | null> };

describeWith([redisServer], 'Two workers in two processes', () => {
  let server: TestRedis;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.stop());

  function setUp(): { outbox: Outbox; startWorker(name: string, holdMs: number): Promise<Worker> } {
    const file = join(makeFolder(), 'outbox.sqlite');
    const outbox = openOutbox({ file, worker: 'test' });
    onTestFinished(() => outbox.close());
    const prefix = `test-${Math.random().toString(36).slice(2)}`;
    return { outbox, startWorker: (name, holdMs) => start([server.url, file, prefix, name, String(holdMs)]) };
  }

  test('share the rows and perform each once', async () => {
    const { outbox, startWorker } = setUp();
    await Promise.all([startWorker('first', 5), startWorker('second', 5)]);
    outbox.add(
      Array.from({ length: 400 }, (_, index) => `slow-${index}`),
      0,
    );
    await waitFor('all rows', () => outbox.countPending() === 0, 20_000);
    const effects = outbox.effects();
    expect(effects).toHaveLength(400);
    expect(new Set(effects.map((effect) => effect.row)).size).toBe(400);
    expect(new Set(effects.map((effect) => effect.worker))).toEqual(new Set(['first', 'second']));
  });

  test('a row of a worker that was killed is taken over within the time of its lock, and performed once', async () => {
    const { outbox, startWorker } = setUp();
    const first = await startWorker('first', 600_000);
    outbox.add(['slow-victim'], 0);
    await waitFor('the row to be begun', () => first.begun('slow-victim'));
    await startWorker('second', 0);
    first.child.kill('SIGKILL');
    const killedAt = Date.now();
    await waitFor('the row', () => outbox.state('slow-victim') === 'done', 25_000);
    expect(Date.now() - killedAt).toBeLessThan(20_000);
    expect(outbox.effects()).toMatchObject([{ row: 'slow-victim', worker: 'second' }]);
  }, 60_000);

  test('a row of the only worker is taken up again when a new one starts after the kill', async () => {
    const { outbox, startWorker } = setUp();
    const first = await startWorker('first', 600_000);
    outbox.add(['slow-victim'], 0);
    await waitFor('the row to be begun', () => first.begun('slow-victim'));
    first.child.kill('SIGKILL');
    await first.exited;
    await startWorker('successor', 0);
    await waitFor('the row', () => outbox.state('slow-victim') === 'done', 25_000);
    expect(outbox.effects()).toMatchObject([{ row: 'slow-victim', worker: 'successor' }]);
  }, 60_000);

  test('a worker asked to stop finishes its row and exits', async () => {
    const { outbox, startWorker } = setUp();
    const worker = await startWorker('only', 1_000);
    outbox.add(['slow-last'], 0);
    await waitFor('the row to be begun', () => worker.begun('slow-last'));
    worker.child.kill('SIGTERM');
    expect(await worker.exited).toBe(0);
    expect(outbox.effects()).toMatchObject([{ row: 'slow-last', worker: 'only' }]);
  });
});

async function start(words: string[]): Promise<Worker> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'worker-process.ts'), ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await exited;
  });
  const begun = (row: string) => text.split('\n').includes(row);
  await waitFor('the worker to be ready', () => begun('ready'));
  return { child, begun, exited };
}
