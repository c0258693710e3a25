import { afterAll, beforeAll, expect, it } from 'vitest';
import { crashPoints } from './crashing-worker.ts';
import { spawnCrashingWorker } from './spawn-crashing-worker.ts';
import { channel, fill, findCard, moved, press, readCaseOf, workToTheEnd } from './staff.ts';
import { describeOnEngines } from './use-world.ts';
import { openWorld, type Servers, startServers, type World } from './world.ts';

const automatic = 'settings:\n  acknowledge: automatic\n';

/** Staff answer the question whether a letter went out as they would: by looking whether the person has it. */
async function settleUncertain(world: World, from: string): Promise<void> {
  const record = await readCaseOf(world, from);
  const letter = record.letters.find((each) => each.status === 'uncertain');
  if (!letter) return;
  const outcome = (await world.letters(from)).length > 0 ? 'was-sent' : 'send-again';
  await moved(world, record, async () => {
    await press(world, record, `case.settle-letter.${letter.id}`);
    await fill(world, { outcome });
  });
}

describeOnEngines('a worker killed in its work', (engine) => {
  let servers: Servers;
  beforeAll(async () => {
    servers = await startServers({ postgres: engine === 'postgres' });
  });
  afterAll(() => servers?.close());

  it.concurrent.each(crashPoints)(
    '%s: the case ends right, with one letter of each kind and one card',
    { timeout: 300_000 },
    async (point) => {
      const world = await openWorld(servers, { engine, organisation: automatic, idle: true });
      const from = `k${crashPoints.indexOf(point)}@example.test`;
      try {
        await world.deliver({
          from,
          name: 'Kees Knal',
          subject: 'Inzage',
          text: 'Ik wil graag inzage in mijn persoonsgegevens.',
        });
        expect(await spawnCrashingWorker(world, point)).toBe('SIGKILL');
        await world.start();
        // The dead worker's claim on its row runs out in two minutes of the desk's clock; its lock in Redis in ten real seconds.
        world.skip(3 * 60_000);
        await world.settle();
        await settleUncertain(world, from);
        const closed = await workToTheEnd(world, await readCaseOf(world, from));
        expect(closed.letters.map((letter) => [letter.part, letter.status])).toEqual([
          ['acknowledged', 'sent'],
          ['fulfil', 'sent'],
        ]);
        const letters = await world.letters(from);
        expect(new Set(letters.map((letter) => letter.messageId)).size).toBe(2);
        expect(letters).toHaveLength(2);
        expect(world.slack.messages(channel).filter((message) => !message.isDeleted)).toHaveLength(1);
        const lines = world.slack.thread(channel, (await findCard(world, closed)).ts).slice(1);
        const events = await world.running.desk.store.readEvents(closed.id);
        expect(events.filter((event) => event.kind === 'request-received')).toHaveLength(1);
        const posts = (await world.running.desk.store.readPosts(closed.id)).filter((post) => post.kind === 'line');
        expect(lines.map((line) => line.ts).sort()).toEqual(posts.map((post) => post.ts).sort());
        expect((await world.running.desk.store.verifyChain()).faults).toEqual([]);
      } finally {
        await world.close();
      }
    },
  );
});
