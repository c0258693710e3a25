import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { onBothEngines } from './on-both-engines.ts';

const program = fileURLToPath(new URL('committing-desk.ts', import.meta.url));
/** How many more turns a desk may acknowledge before it is killed, in each round. */
const rounds = [1, 7, 20, 2, 41, 13];

onBothEngines('a desk killed with SIGKILL', (desk) => {
  test('loses nothing that it acknowledged, and leaves no half transaction', { timeout: 60_000 }, async () => {
    let acknowledged = 0;
    for (const turns of rounds) {
      const { url, dataDir, secretKey } = desk.options;
      const place = { url, dataDir, secretKey: Buffer.from(secretKey).toString('base64') };
      const child = spawn(process.execPath, [program, JSON.stringify(place)], { stdio: ['ignore', 'pipe', 'inherit'] });
      acknowledged = await killAfter(child, acknowledged + turns);

      const version = (await desk.store.readCase('case-1'))?.version ?? 0;
      expect(version).toBeGreaterThanOrEqual(acknowledged);
      const events = await desk.store.readEvents('case-1');
      expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: version }, (_, at) => at + 1));
      expect(events.at(-1)?.personal).toEqual({ words: `notitie ${version}` });
      expect(await desk.store.verifyChain()).toEqual({ events: version, faults: [] });
      const rows = await desk.store.listPending({ limit: 100_000 });
      expect(rows.filter(({ id }) => !id.startsWith('row-mail-'))).toHaveLength(version);
      const { lastUid = 0 } = (await desk.store.readCursor('INBOX', '1')) ?? {};
      expect(lastUid).toBeGreaterThanOrEqual(acknowledged);
      expect((await desk.store.countMails('2020')).other).toBe(lastUid);
      expect(rows.filter(({ id }) => id.startsWith('row-mail-'))).toHaveLength(lastUid);
    }
    expect(acknowledged).toBeGreaterThanOrEqual(84);
  });
});

/** Kills a desk as soon as it has acknowledged this turn; answers the last turn that it acknowledged. */
async function killAfter(child: ChildProcess, turn: number): Promise<number> {
  const ended = once(child, 'close');
  let output = '';
  const last = () => Number(output.slice(0, output.lastIndexOf('\n')).split('\n').at(-1));
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    if (last() >= turn) child.kill('SIGKILL');
  });
  await vi.waitUntil(() => child.killed || child.exitCode !== null, { timeout: 20_000, interval: 5 });
  await ended;
  return last();
}
