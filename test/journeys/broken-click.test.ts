import { expect, it } from 'vitest';
import { waitFor } from '../support/processes.ts';
import { describeWith, dovecot, redisServer, smtpd } from '../support/require.ts';
import type { CrashPoint } from './crashing-worker.ts';
import { spawnCrashingWorker } from './spawn-crashing-worker.ts';
import { moved, press, readById, readCaseOf } from './staff.ts';
import { useWorld } from './use-world.ts';

const told = /opnieuw gestart terwijl je klik werd verwerkt \(ref [0-9A-F]{4}\)/;

describeWith([dovecot, smtpd, redisServer], 'a click in the running desk', () => {
  const world = useWorld();
  const listWaiting = async () => {
    const dueBefore = new Date(Date.parse(world.now()) + 120_000).toISOString();
    const rows = await world.running.desk.store.listPending({ dueBefore, limit: 100 });
    return rows.filter(({ kind }) => kind === 'tell-unfinished');
  };
  const open = async (from: string) => {
    await world.write({ from, name: 'Kim Klik', subject: 'Inzage', text: 'Ik wil inzage in mijn gegevens.' });
    return readCaseOf(world, from);
  };

  /** A worker of its own takes the click and is killed at that point of its work. */
  async function killDuring(point: CrashPoint, click: () => Promise<void>): Promise<void> {
    const ended = spawnCrashingWorker(world, point);
    await waitFor('the worker to be in Slack', () => world.slack.countSockets() > 0, 30_000);
    await click();
    expect(await ended).toBe('SIGKILL');
  }

  it('leaves nothing waiting once it is worked', async () => {
    const opened = await open('kim@example.test');
    await moved(world, opened, () => press(world, opened, 'case.acknowledge'));
    await waitFor('the click to be finished', async () => (await listWaiting()).length === 0);
    expect(world.slack.ephemerals('UANNA')).toEqual([]);
  });

  it.each([
    { point: 'before the case is committed', isDone: false, from: 'kees@example.test' },
    { point: 'after the case is committed', isDone: true, from: 'kaat@example.test' },
  ] as const)(
    'that was acknowledged and whose worker was killed $point is told to who clicked, once',
    { timeout: 120_000 },
    async ({ point, isDone, from }) => {
      const opened = await open(from);
      const before = world.slack.ephemerals('UANNA').length;
      const { ts } = await findCardTs(opened.id);
      await world.stop();
      await killDuring(point, async () => {
        expect(await world.slack.press('UANNA', ts, 'case.acknowledge')).toMatchObject({ acked: true });
      });
      await world.start();
      await world.wind({ minutes: 3 });
      await world.wind({ minutes: 3 });
      const said = world.slack.ephemerals('UANNA').slice(before);
      expect(said).toHaveLength(1);
      expect(said[0]?.words).toMatch(told);
      expect(said[0]?.words).toContain(String(opened.number));
      expect(await listWaiting()).toEqual([]);
      expect((await readById(world, opened.id)).acknowledged !== undefined).toBe(isDone);
      if (!isDone) await moved(world, opened, () => press(world, opened, 'case.acknowledge'));
      expect((await readById(world, opened.id)).letters.map(({ status }) => status)).toEqual(['sent']);
      expect(world.logs.join('\n')).not.toMatch(/Kim Klik|@example/);
    },
  );

  async function findCardTs(caseId: string): Promise<{ ts: string }> {
    const post = (await world.running.desk.store.readPosts(caseId)).find(({ kind }) => kind === 'card');
    if (!post) throw new Error(`The channel shows no card of case ${caseId}: expected one.`);
    return post;
  }
});
