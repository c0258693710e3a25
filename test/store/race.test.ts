import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { onBothEngines, onPostgres } from './on-both-engines.ts';
import { laneCount, makeCase, makeEvent, makeRow, raceCases, raceRows } from './sample.ts';

type Did = { won: { id: string; lane: string; from: string; to: string }[]; made: string[]; numbers: number[] };

const program = fileURLToPath(new URL('racing-desk.ts', import.meta.url));
const list = (length: number) => Array.from({ length }, (_, at) => at);

onBothEngines('two desks on one store', (desk) => {
  test('no row, lane, case or number is had by both', { timeout: 120_000 }, async () => {
    const rows = list(raceRows).map((at) => makeRow(`row-${at}`, { lane: `lane-${at % laneCount}` }));
    await desk.store.transaction((tx) => tx.addOutbox(rows));
    const { url, dataDir, secretKey } = desk.options;
    const place = { url, dataDir, secretKey: Buffer.from(secretKey).toString('base64') };
    const children = ['w1', 'w2'].map((worker) =>
      spawn(process.execPath, [program, JSON.stringify({ ...place, worker })], { stdio: ['pipe', 'pipe', 'inherit'] }),
    );
    const [one, two] = await race(children);
    if (one === undefined || two === undefined) throw new Error('expected two desks');

    const won = [...one.won, ...two.won];
    expect(won.map(({ id }) => id).toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
    expect(overlaps(won)).toEqual([]);
    expect([...one.made, ...two.made].toSorted()).toEqual(
      list(raceCases)
        .map((at) => `case-${at}`)
        .toSorted(),
    );
    const numbers = [...one.numbers, ...two.numbers].toSorted((a, b) => a - b);
    expect(numbers).toEqual(list(2 * raceCases).map((at) => at + 1));
    for (const at of list(raceCases)) {
      expect((await desk.store.readCase(`case-${at}`))?.version).toBe(2);
      const kinds = (await desk.store.readEvents(`case-${at}`)).map(({ kind }) => kind);
      expect(kinds).toEqual(['request-received', 'mail-added']);
    }
    expect(await desk.store.verifyChain()).toEqual({ events: 2 * raceCases, faults: [] });
    // Otherwise there was no race, and this shows nothing.
    expect(one.won.length).toBeGreaterThan(0);
    expect(two.won.length).toBeGreaterThan(0);
  });
});

onPostgres('two transactions at once', (desk) => {
  test('a new case made by both is made by one, and the other finds it', async () => {
    const other = await desk.openAgain();
    const bothLooked = makeBarrier(2);
    const found: (number | null)[] = [];
    const take = async (store: Store) =>
      await store.transaction(async (tx) => {
        const known = await tx.lockCase('case-1');
        found.push(known?.version ?? null);
        await bothLooked();
        await tx.saveCase(makeCase('case-1', { version: (known?.version ?? 0) + 1 }), { dueOn: null });
        await tx.appendEvents('case-1', [makeEvent(known === null ? 'request-received' : 'mail-added', 'woorden')]);
      });
    await Promise.all([take(desk.store), take(other)]);
    expect(found).toEqual([null, null, 1]);
    const kinds = (await desk.store.readEvents('case-1')).map(({ kind }) => kind);
    expect(kinds).toEqual(['request-received', 'mail-added']);
  });

  test('two transactions that wait for each other are both committed in the end', async () => {
    const other = await desk.openAgain();
    const bothTook = makeBarrier(2);
    const take = async (store: Store, series: [string, string]) =>
      await store.transaction(async (tx) => {
        const first = await tx.takeNumber(series[0]);
        await bothTook();
        return [first, await tx.takeNumber(series[1])];
      });
    const taken = await Promise.all([take(desk.store, ['A', 'B']), take(other, ['B', 'A'])]);
    expect(taken.flat().toSorted()).toEqual([1, 1, 2, 2]);
  });

  test('a case that keeps being saved as new is refused after a few tries', async () => {
    await desk.store.transaction((tx) => tx.saveCase(makeCase('case-1'), { dueOn: null }));
    let tries = 0;
    const again = desk.store.transaction(async (tx) => {
      tries += 1;
      await tx.saveCase(makeCase('case-1'), { dueOn: null });
    });
    await expect(again).rejects.toThrow(/case-1.*stored already/i);
    expect(tries).toBe(5);
  });
});

/** A place where the first `count` callers wait for each other; later ones pass. */
function makeBarrier(count: number): () => Promise<void> {
  const all = Promise.withResolvers<void>();
  let waiting = 0;
  return async () => {
    waiting += 1;
    if (waiting === count) all.resolve();
    await all.promise;
  };
}

/** Lets the desks go when all are ready; answers what each did. */
async function race(children: ChildProcess[]): Promise<Did[]> {
  const outputs = children.map(() => '');
  const ended = children.map(async (child, at) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      outputs[at] += chunk.toString();
    });
    const [code] = await once(child, 'close');
    if (code !== 0) throw new Error(`A racing desk ended with ${code}`);
  });
  await vi.waitUntil(() => outputs.every((output) => output.startsWith('ready')), { timeout: 20_000, interval: 5 });
  for (const child of children) child.stdin?.write('go\n');
  await Promise.all(ended);
  return outputs.map((output) => JSON.parse(output.split('\n')[1] ?? '') as Did);
}

/** The pairs of rows of one lane that were worked at the same time. */
function overlaps(won: Did['won']): [string, string][] {
  return won.flatMap((a) =>
    won
      .filter((b) => b.id > a.id && b.lane === a.lane && BigInt(b.from) < BigInt(a.to) && BigInt(a.from) < BigInt(b.to))
      .map((b): [string, string] => [a.id, b.id]),
  );
}
