import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitFor } from '../support/processes.ts';
import { startRedis, type TestRedis } from '../support/redis.ts';
import { describeWith, redisServer } from '../support/require.ts';
import { setUpQueue } from './set-up.ts';

const day = 24 * 3_600_000;
const name = (count: number) => Array.from({ length: count }, (_, index) => `row-${index}`);

describeWith([redisServer], 'The way of rows into Redis', () => {
  let server: TestRedis;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.stop());

  test('a row that is due is performed at once, a later one at its time', async () => {
    const { outbox, queue } = await setUpQueue(server);
    await queue.start();
    const pushedAt = Date.now();
    await queue.push([...outbox.add(['soon'], 700), ...outbox.add(['now'], 0)]);
    await waitFor('both rows', () => outbox.countPending() === 0);
    const [first, second] = outbox.effects();
    expect([first?.row, second?.row]).toEqual(['now', 'soon']);
    expect((first?.at ?? 0) - pushedAt).toBeLessThan(500);
    expect((second?.at ?? 0) - pushedAt).toBeGreaterThanOrEqual(695);
    expect((second?.at ?? 0) - pushedAt).toBeLessThan(2_000);
  });

  test('a row pushed several times is performed once', async () => {
    const { outbox, queue } = await setUpQueue(server);
    await queue.start();
    const rows = outbox.add(['once'], 200);
    await Promise.all([queue.push(rows), queue.push(rows), queue.push([...rows, ...rows])]);
    expect(await queue.counts()).toMatchObject({ delayed: 1 });
    await waitFor('the row', () => outbox.countPending() === 0);
    await queue.push(rows);
    await queue.idle();
    expect(outbox.effects()).toHaveLength(1);
  });

  test('winding the clock makes rows due, and only those whose time has come', async () => {
    const { outbox, queue } = await setUpQueue(server);
    await queue.start();
    await queue.push([...outbox.add(['reminder'], 10 * day), ...outbox.add(['deadline'], 30 * day)]);
    await queue.idle();
    expect(outbox.effects()).toEqual([]);
    outbox.wind(11 * day);
    expect(await queue.sweep()).toEqual({ added: 0, promoted: 1, moved: 1 });
    await queue.idle();
    expect(outbox.effects().map((effect) => effect.row)).toEqual(['reminder']);
    outbox.wind(30 * day);
    await queue.idle();
    expect(outbox.effects().map((effect) => effect.row)).toEqual(['reminder', 'deadline']);
  });

  test('a row pushed after winding is delayed by what is left on the wound clock', async () => {
    const { outbox, queue } = await setUpQueue(server);
    await queue.start();
    outbox.wind(100 * day);
    await queue.push(outbox.add(['soon'], 300));
    await waitFor('the row', () => outbox.countPending() === 0, 3_000);
  });

  test('a row whose due time moved is performed at the new time', async () => {
    const { outbox, queue } = await setUpQueue(server);
    await queue.push([...outbox.add(['sooner'], day), ...outbox.add(['later'], 300)]);
    outbox.move('sooner', 0);
    outbox.move('later', day);
    expect(await queue.sweep()).toEqual({ added: 0, promoted: 1, moved: 1 });
    await queue.start();
    await queue.idle();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(outbox.effects().map((effect) => effect.row)).toEqual(['sooner']);
    expect(await queue.counts()).toEqual({ waiting: 0, active: 0, delayed: 1, due: 0 });
  });

  test('a row of the year 2061 is laid down again when the longest delay has passed', async () => {
    const { outbox, queue } = await setUpQueue(server);
    await queue.start();
    await queue.push(outbox.add(['purge'], 35 * 365 * day));
    expect(await queue.counts()).toMatchObject({ delayed: 1 });
    outbox.wind(34 * 365 * day);
    await queue.sweep();
    await queue.idle();
    expect(outbox.state('purge')).toBe('pending');
    outbox.wind(366 * day);
    await queue.idle();
    expect(outbox.state('purge')).toBe('done');
  });

  test('five thousand rows come back after Redis was emptied, each performed once', async () => {
    const { outbox, queue } = await setUpQueue(server, { concurrency: 20 });
    await queue.push([
      ...outbox.add(name(4_500), day),
      ...outbox.add(
        name(500).map((id) => `now-${id}`),
        0,
      ),
    ]);
    await server.flush();
    expect(await queue.counts()).toEqual({ waiting: 0, active: 0, delayed: 0, due: 0 });
    const startedAt = performance.now();
    expect(await queue.sweep()).toEqual({ added: 5_000, promoted: 0, moved: 0 });
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    expect(await queue.counts()).toEqual({ waiting: 500, active: 0, delayed: 4_500, due: 0 });
    expect(await queue.sweep()).toEqual({ added: 0, promoted: 0, moved: 0 });
    await queue.start();
    await queue.idle();
    expect(await queue.counts()).toMatchObject({ waiting: 0, delayed: 4_500 });
    outbox.wind(2 * day);
    await queue.idle();
    expect(new Set(outbox.effects().map((effect) => effect.row)).size).toBe(5_000);
    expect(outbox.effects()).toHaveLength(5_000);
  });

  test('a timed sweep notices by itself that Redis was emptied, and brings also the rows of next year', async () => {
    const { outbox, queue, lines } = await setUpQueue(server, { sweepEveryMs: 150 });
    await queue.start();
    await queue.push([...outbox.add(['next-year'], 365 * day), ...outbox.add(['soon'], 400)]);
    await server.flush();
    await waitFor('the next year', async () => (await queue.counts()).delayed >= 1, 3_000);
    await waitFor('the row that is soon due', () => outbox.state('soon') === 'done', 3_000);
    expect(lines).toContainEqual({
      level: 'info',
      fields: { added: 2, promoted: 0, moved: 0 },
      message: 'The sweep put rows right in Redis',
    });
  });

  test('a row that was never pushed is found by the timed sweep when its hour comes', async () => {
    const { outbox, queue } = await setUpQueue(server, { sweepEveryMs: 100 });
    await queue.start();
    outbox.add(['far'], 3 * day);
    outbox.add(['near'], 60_000);
    await waitFor('the near row', async () => (await queue.counts()).delayed === 1, 3_000);
    outbox.wind(3 * day);
    await waitFor('both rows', () => outbox.countPending() === 0, 3_000);
  });

  test('a failing database fails the sweep that was asked for, and is logged by the timed one, without its message', async () => {
    const { outbox, queue, lines } = await setUpQueue(server, { sweepEveryMs: 50 });
    const { listPending } = outbox.source;
    outbox.source.listPending = () => Promise.reject(new TypeError('row of Jansen is broken'));
    await expect(queue.sweep()).rejects.toThrow('broken');
    await queue.start();
    await waitFor('the log', () => lines.some((line) => line.level === 'error'));
    expect(lines.find((line) => line.level === 'error')?.fields).toEqual({ error: 'TypeError' });
    outbox.source.listPending = listPending;
    outbox.add(['after'], 0);
    await waitFor('the row', () => outbox.countPending() === 0, 3_000);
    expect(JSON.stringify(lines)).not.toContain('Jansen');
  });
});
