import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitFor } from '../support/processes.ts';
import { startRedis, type TestRedis } from '../support/redis.ts';
import { describeWith, redisServer } from '../support/require.ts';
import { setUpQueue } from './set-up.ts';

const backoff = { firstMs: 100, longestMs: 400 };

describeWith([redisServer], 'The worker of rows', () => {
  let server: TestRedis;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.stop());

  test('tries a failing row again, waiting longer each time up to the longest', async () => {
    const triedAt: number[] = [];
    const { outbox, queue } = await setUpQueue(server, {
      backoff,
      act(_id, attempt) {
        triedAt.push(Date.now());
        if (attempt < 6) throw new Error('not yet');
        return 'done';
      },
    });
    await queue.start();
    await queue.push(outbox.add(['stubborn'], 0));
    await queue.idle();
    expect(outbox.state('stubborn')).toBe('done');
    const waits = triedAt.slice(1).map((at, index) => at - (triedAt[index] ?? 0));
    expect(waits).toHaveLength(5);
    for (const [index, least] of [50, 100, 200, 200, 200].entries()) {
      expect(waits[index]).toBeGreaterThanOrEqual(least - 5);
      expect(waits[index]).toBeLessThan(least * 2 + 400);
    }
  });

  test('tells that a row is exhausted after the last attempt, with the last error, and may be given it anew', async () => {
    let works = false;
    const { outbox, queue } = await setUpQueue(server, {
      attempts: 3,
      backoff: { firstMs: 20, longestMs: 20 },
      act(_id, attempt) {
        if (!works) throw new Error(`attempt ${attempt}`);
        return 'done';
      },
    });
    const told: [string, string][] = [];
    const { onExhausted } = outbox.source;
    outbox.source.onExhausted = async (id, error) => {
      told.push([id, String(error)]);
      await onExhausted(id, error);
    };
    await queue.start();
    const rows = outbox.add(['hopeless'], 0);
    await queue.push(rows);
    await waitFor('the end of it', () => outbox.state('hopeless') === 'failed');
    await queue.idle();
    expect(told).toEqual([['hopeless', 'Error: attempt 3']]);
    works = true;
    await queue.push(outbox.add(['hopeless-again'], 0));
    await queue.idle();
    expect(outbox.state('hopeless-again')).toBe('done');
  });

  test('comes back to an exhausted row that was given a later time instead of an end', async () => {
    const { outbox, queue } = await setUpQueue(server, {
      attempts: 1,
      act(_id, attempt) {
        if (attempt === 1) throw new Error('down');
        return 'done';
      },
    });
    outbox.source.onExhausted = async (id) => {
      outbox.move(id, 900_000);
      await queue.push([{ id, dueAt: new Date(Date.parse(outbox.source.now()) + 900_000).toISOString() }]);
    };
    await queue.start();
    await queue.push(outbox.add(['resting'], 0));
    await waitFor('its new time in Redis', async () => (await queue.sweep()).added === 1);
    expect(await queue.counts()).toMatchObject({ delayed: 1 });
    expect(outbox.effects()).toEqual([]);
    outbox.wind(900_000);
    await queue.idle();
    expect(outbox.state('resting')).toBe('done');
  });

  test('adds a row anew when even telling of its exhaustion failed', async () => {
    const { outbox, queue } = await setUpQueue(server, {
      attempts: 1,
      sweepEveryMs: 100,
      act(_id, attempt) {
        if (attempt === 1) throw new Error('down');
        return 'done';
      },
    });
    outbox.source.onExhausted = () => Promise.reject(new Error('the database is down as well'));
    await queue.start();
    await queue.push(outbox.add(['persistent'], 0));
    await waitFor('the row', () => outbox.state('persistent') === 'done');
  });

  test('comes back to a row when the performer asks, without counting that as an attempt', async () => {
    let asked = 0;
    const { outbox, queue } = await setUpQueue(server, {
      attempts: 1,
      act: (): 'done' | { again: string } => {
        asked += 1;
        return asked < 4 ? { again: new Date(Date.parse(outbox.source.now()) + 150).toISOString() } : 'done';
      },
    });
    await queue.start();
    const startedAt = Date.now();
    await queue.push(outbox.add(['patient'], 0));
    await waitFor('the row', () => outbox.state('patient') === 'done');
    expect(asked).toBe(4);
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(445);
  });

  test('comes back at a day that the performer named, when the clock is wound there, and not at the first sweep', async () => {
    const { outbox, queue } = await setUpQueue(server, { claimMs: 86_400_000 });
    await queue.start();
    const rows = outbox.add(['held'], 0);
    // Another worker holds the claim, so that the row stays due while its job must wait.
    let performed = 0;
    const { perform } = outbox.source;
    const until = new Date(Date.now() + 3_600_000).toISOString();
    outbox.source.perform = (id) => {
      performed += 1;
      return outbox.source.now() < until ? Promise.resolve({ again: until }) : perform(id);
    };
    await queue.push(rows);
    await waitFor('the job to be laid down', async () => (await queue.counts()).delayed === 1);
    expect(await queue.sweep()).toEqual({ added: 0, promoted: 0, moved: 0 });
    expect(performed).toBe(1);
    outbox.wind(3_700_000);
    await queue.idle();
    expect(outbox.effects().map((effect) => effect.row)).toEqual(['held']);
  });

  test('leaves nothing of an error message or of finished rows in Redis', async () => {
    const { outbox, queue, prefix, lines } = await setUpQueue(server, {
      attempts: 3,
      backoff: { firstMs: 300, longestMs: 300 },
      act(_id, attempt) {
        if (attempt < 3) throw Object.assign(new Error('550 no such user jan@klant.example'), { code: 'EENVELOPE' });
        return 'done';
      },
    });
    await queue.start();
    await queue.push([...outbox.add(['letter'], 0)]);
    await waitFor('the first failure', async () => (await queue.counts()).delayed === 1);
    expect(await dump(server, prefix)).toContain('outbox-letter');
    expect(await dump(server, prefix)).not.toContain('klant');
    await queue.idle();
    expect(await dump(server, prefix)).not.toContain(`${prefix}:outbox:outbox-letter`);
    expect(lines[0]).toEqual({
      level: 'warn',
      fields: { row: 'letter', attempt: 1, error: 'Error', code: 'EENVELOPE' },
      message: 'A row failed',
    });
    expect(JSON.stringify(lines)).not.toContain('klant');
  });

  test('gives a row up that six workers died of, without performing it again', async () => {
    const { outbox, queue, prefix } = await setUpQueue(server);
    let told = '';
    const { onExhausted } = outbox.source;
    outbox.source.onExhausted = (id, error) => {
      told = String(error);
      return onExhausted(id, error);
    };
    await queue.push(outbox.add(['deadly'], 0));
    await server.look.hset(`${prefix}:outbox:outbox-deadly`, 'stc', '6');
    await queue.start();
    await queue.idle();
    expect(outbox.state('deadly')).toBe('failed');
    expect(outbox.effects()).toEqual([]);
    expect(told).toContain('Row deadly was given up: 6 workers died');
  });

  test('works no more rows at once than it may', async () => {
    let running = 0;
    let most = 0;
    const { outbox, queue } = await setUpQueue(server, {
      concurrency: 3,
      async act(): Promise<'done'> {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 20));
        running -= 1;
        return 'done';
      },
    });
    await queue.push(
      outbox.add(
        Array.from({ length: 20 }, (_, index) => `r${index}`),
        0,
      ),
    );
    await queue.start();
    await queue.idle();
    expect(most).toBe(3);
    expect(outbox.effects()).toHaveLength(20);
  });

  test('lets the active rows finish when it closes, and takes no new ones', async () => {
    const gate = Promise.withResolvers<void>();
    const { outbox, queue } = await setUpQueue(server, {
      concurrency: 1,
      act: async (): Promise<'done'> => {
        await gate.promise;
        return 'done';
      },
    });
    await queue.start();
    await queue.push([...outbox.add(['a-first'], 0), ...outbox.add(['b-second'], 0)]);
    await waitFor('the first row', async () => (await queue.counts()).active === 1);
    let closed = false;
    const closing = queue.close().then(() => {
      closed = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(closed).toBe(false);
    gate.resolve();
    await closing;
    expect(outbox.effects().map((effect) => effect.row)).toEqual(['a-first']);
    expect(outbox.state('b-second')).toBe('pending');
  });
});

/** Every key of this prefix with all that it holds, as text. */
async function dump(server: TestRedis, prefix: string): Promise<string> {
  const keys = await server.look.keys(`${prefix}:*`);
  const values = await Promise.all(keys.map((key) => server.look.dumpBuffer(key)));
  const hashes = await Promise.all(keys.map((key) => server.look.hgetall(key).catch(() => ({}))));
  return JSON.stringify([keys, values.map((value) => value?.toString('latin1')), hashes]);
}
