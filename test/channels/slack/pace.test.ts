import { expect, test } from 'vitest';
import { makePace, type Ticks } from '../../../src/channels/slack/pace.ts';

/** A clock that jumps to the end of every wait. */
function makeTicks(): Ticks {
  let now = 0;
  return {
    nowMs: () => now,
    wait: async (ms) => {
      now += ms;
    },
  };
}

test('calls start in order, one in each gap, whatever they answer', async () => {
  const ticks = makeTicks();
  const pace = makePace(1000, ticks);
  const started: number[] = [];
  const calls = [0, 1, 2, 3].map((index) =>
    pace.run(async () => {
      started.push(ticks.nowMs());
      if (index === 1) throw new Error('Slack says no');
      return index;
    }),
  );
  const ended = await Promise.allSettled(calls);
  expect(started).toEqual([0, 1000, 2000, 3000]);
  expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
});

test('a pause holds back what waits already', async () => {
  const ticks = makeTicks();
  const pace = makePace(1000, ticks);
  const started: number[] = [];
  await pace.run(async () => started.push(ticks.nowMs()));
  pace.pause(30_000);
  await pace.run(async () => started.push(ticks.nowMs()));
  expect(started).toEqual([0, 30_000]);
});

test('the gap counts from the end of a call, so that a slow one does not arrive close before the next', async () => {
  const ticks = makeTicks();
  const pace = makePace(1000, ticks);
  const started: number[] = [];
  const call = () =>
    pace.run(async () => {
      started.push(ticks.nowMs());
      await ticks.wait(400);
    });
  await Promise.all([call(), call(), call()]);
  expect(started).toEqual([0, 1400, 2800]);
});
