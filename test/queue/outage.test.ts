import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { waitFor } from '../support/processes.ts';
import { startRedis, type TestRedis } from '../support/redis.ts';
import { describeWith, redisServer } from '../support/require.ts';
import { setUpQueue } from './set-up.ts';

const day = 24 * 3_600_000;

describeWith([redisServer], 'While Redis is in trouble', () => {
  const rejections: unknown[] = [];
  const note = (reason: unknown) => void rejections.push(reason);
  beforeAll(() => void process.on('unhandledRejection', note));
  afterAll(() => {
    process.off('unhandledRejection', note);
    expect(rejections).toEqual([]);
  });

  test('a restart with its files loses and repeats nothing', async () => {
    const server = await startServer();
    const { outbox, queue, lines, redis } = await setUpQueue(server);
    await queue.start();
    await queue.push([...outbox.add(['later'], 2_500), ...outbox.add(['now'], 0), ...outbox.add(['far'], day)]);
    await waitFor('the first row', () => outbox.state('now') === 'done');
    await server.halt();
    await waitFor('the outage to be seen', () => redis.awaySince() !== null);
    await server.resume();
    await waitFor('the later row', () => outbox.state('later') === 'done');
    await waitFor('its return to be seen', () => redis.awaySince() === null);
    await queue.idle();
    expect(await queue.counts()).toMatchObject({ delayed: 1 });
    expect(outbox.effects().map((effect) => effect.row)).toEqual(['now', 'later']);
    expect(lines.map((line) => line.message)).toContain('Redis is away; rows wait in the database');
    expect(lines.map((line) => line.message)).toContain('Redis is back');
  });

  test('a restart without its files brings every row back at once', async () => {
    const server = await startServer();
    const { outbox, queue } = await setUpQueue(server);
    await queue.start();
    await queue.push([...outbox.add(['soon'], 2_000), ...outbox.add(['far'], 400 * day)]);
    await server.halt({ hard: true });
    await server.resume({ empty: true });
    await waitFor('the rows', async () => (await queue.counts().catch(() => ({ delayed: 0 }))).delayed === 2, 5_000);
    await waitFor('the row that is soon due', () => outbox.state('soon') === 'done');
    outbox.wind(400 * day);
    await queue.idle();
    expect(outbox.effects().map((effect) => effect.row)).toEqual(['soon', 'far']);
  });

  test('rows pushed while it is away are performed after its return', async () => {
    const server = await startServer();
    const { outbox, queue, redis, lines } = await setUpQueue(server);
    await queue.start();
    await server.halt();
    await waitFor('the outage to be seen', () => redis.awaySince() !== null);
    const startedAt = Date.now();
    await queue.push(outbox.add(['a', 'b', 'c'], 0));
    expect(Date.now() - startedAt).toBeLessThan(1_000);
    expect(lines.map((line) => line.message)).toContain('Rows could not be put into Redis; a later sweep brings them');
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    await server.resume();
    await waitFor('the rows', () => outbox.countPending() === 0);
    expect(outbox.effects()).toHaveLength(3);
    const outages = lines.filter((line) => line.message === 'Redis is away; rows wait in the database');
    expect(outages).toHaveLength(1);
  });

  test('a row in the making when Redis went and came back is performed once', async () => {
    const gate = Promise.withResolvers<void>();
    const server = await startServer();
    const { outbox, queue } = await setUpQueue(server, {
      act: async (): Promise<'done'> => {
        await gate.promise;
        return 'done';
      },
    });
    await queue.start();
    await queue.push(outbox.add(['slow'], 0));
    await waitFor('the row to be begun', async () => (await queue.counts()).active === 1);
    await server.halt();
    gate.resolve();
    await waitFor('the row', () => outbox.state('slow') === 'done');
    await server.resume();
    await waitFor('the job to end', async () => isEmpty(await queue.counts().catch(() => null)), 20_000);
    expect(outbox.effects()).toHaveLength(1);
  });

  test('Redis emptied in the middle of a row loses nothing and performs nothing twice', async () => {
    const gate = Promise.withResolvers<void>();
    const server = await startServer();
    const { outbox, queue } = await setUpQueue(server, {
      sweepEveryMs: 200,
      backoff: { firstMs: 50, longestMs: 50 },
      async act(id, attempt): Promise<'done' | { again: string }> {
        if (id === 'swift') return 'done';
        await gate.promise;
        if (id === 'fails' && attempt === 1) throw new Error('not yet');
        if (id === 'again' && attempt === 1) return { again: new Date(Date.now() + 100).toISOString() };
        return 'done';
      },
    });
    await queue.start();
    await queue.push([...outbox.add(['slow', 'fails', 'again'], 0), ...outbox.add(['far'], day)]);
    await waitFor('the rows to be begun', async () => (await queue.counts()).active === 3);
    await server.flush();
    await queue.push(outbox.add(['swift'], 0));
    await waitFor('the sweep to bring them back', async () => (await queue.counts()).delayed === 4);
    expect(outbox.state('swift')).toBe('done');
    gate.resolve();
    await queue.idle();
    expect(
      outbox
        .effects()
        .map((effect) => effect.row)
        .sort(),
    ).toEqual(['again', 'fails', 'slow', 'swift']);
    expect(await queue.counts()).toEqual({ waiting: 0, active: 0, delayed: 1, due: 0 });
  });

  test('Redis emptied again and again while hundreds of rows run performs each once', async () => {
    const server = await startServer();
    const { outbox, queue } = await setUpQueue(server, {
      sweepEveryMs: 100,
      async act(): Promise<'done'> {
        await new Promise((resolve) => setTimeout(resolve, 10));
        return 'done';
      },
    });
    await queue.start();
    await queue.push(
      outbox.add(
        Array.from({ length: 600 }, (_, index) => `r${index}`),
        0,
      ),
    );
    for (let round = 0; round < 6; round += 1) {
      await new Promise((resolve) => setTimeout(resolve, 70));
      await server.flush();
    }
    await queue.idle();
    expect(outbox.countPending()).toBe(0);
    expect(outbox.effects()).toHaveLength(600);
    expect(new Set(outbox.effects().map((effect) => effect.row)).size).toBe(600);
  });

  test('a frozen Redis holds no push up for long, and work goes on when it thaws', async () => {
    const server = await startServer();
    const { outbox, queue } = await setUpQueue(server);
    await queue.start();
    const pid = server.pid();
    if (pid === null) throw new Error('the server should run');
    process.kill(pid, 'SIGSTOP');
    const startedAt = Date.now();
    await queue.push(outbox.add(['frozen'], 0));
    expect(Date.now() - startedAt).toBeLessThan(15_000);
    process.kill(pid, 'SIGCONT');
    await waitFor('the row', () => outbox.state('frozen') === 'done', 15_000);
    await queue.idle();
    expect(outbox.effects()).toHaveLength(1);
  }, 60_000);

  test('a Redis without memory to spare refuses rows, which come when it has some', async () => {
    const server = await startServer();
    const { outbox, queue, lines } = await setUpQueue(server, { sweepEveryMs: 300 });
    await queue.start();
    await server.look.config('SET', 'maxmemory', '1');
    await queue.push(outbox.add(['refused'], 0));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(outbox.state('refused')).toBe('pending');
    expect(lines.length).toBeLessThan(20);
    await server.look.config('SET', 'maxmemory', '0');
    await waitFor('the row', () => outbox.state('refused') === 'done', 15_000);
  });

  test('closing ends while Redis is away, after the row in the making', async () => {
    const gate = Promise.withResolvers<void>();
    const server = await startServer();
    const { outbox, queue, redis } = await setUpQueue(server, {
      act: async (): Promise<'done'> => {
        await gate.promise;
        return 'done';
      },
    });
    await queue.start();
    await queue.push(outbox.add(['slow'], 0));
    await waitFor('the row to be begun', async () => (await queue.counts()).active === 1);
    await server.halt();
    await waitFor('the outage to be seen', () => redis.awaySince() !== null);
    const closing = queue.close();
    gate.resolve();
    await closing;
    await redis.close();
    expect(outbox.state('slow')).toBe('done');
  });

  test('closing ends also when Redis goes after the closing began', async () => {
    const gate = Promise.withResolvers<void>();
    const server = await startServer();
    const { outbox, queue, redis } = await setUpQueue(server, {
      act: async (): Promise<'done'> => {
        await gate.promise;
        return 'done';
      },
    });
    await queue.start();
    await queue.push(outbox.add(['slow'], 0));
    await waitFor('the row to be begun', async () => (await queue.counts()).active === 1);
    const closing = queue.close();
    await server.halt();
    await waitFor('the outage to be seen', () => redis.awaySince() !== null);
    gate.resolve();
    await closing;
    await redis.close();
    expect(outbox.state('slow')).toBe('done');
  });
});

async function startServer(): Promise<TestRedis> {
  const server = await startRedis();
  onTestFinished(() => server.stop());
  return server;
}

function isEmpty(counts: { waiting: number; active: number; delayed: number } | null): boolean {
  return counts !== null && counts.waiting + counts.active + counts.delayed === 0;
}
