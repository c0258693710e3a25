import { once } from 'node:events';
import { openStore } from '../../src/store/open.ts';
import { laneCount, later, makeCase, makeEvent, now, raceCases, raceRows } from './sample.ts';

/**
 * A desk that does all it can as fast as it can, beside another that does the same: it claims every row of the outbox, and makes or
 * joins every case. It says `ready` once it is open, waits for a line, and at its end writes what it did as one line of JSON.
 */
const { url, dataDir, secretKey, worker } = JSON.parse(process.argv[2] ?? '{}') as Record<string, string>;
const place = { dataDir: dataDir ?? '', secretKey: Buffer.from(secretKey ?? '', 'base64') };
const store = await openStore(url === undefined ? place : { ...place, url });
process.stdout.write('ready\n');
await once(process.stdin, 'data');

const did = {
  won: [] as { id: string; lane: string; from: string; to: string }[],
  made: [] as string[],
  numbers: [] as number[],
};

async function takeRow(id: string): Promise<void> {
  const row = await store.claimOutbox(id, worker ?? '', now, later);
  if (row === null) return;
  const from = String(process.hrtime.bigint());
  await store.startOutbox(id, now, worker);
  const to = String(process.hrtime.bigint());
  await store.endOutbox(id, { state: 'done', at: now, ...(worker === undefined ? {} : { worker }) });
  did.won.push({ id, lane: row.lane, from, to });
}

async function takeCase(id: string): Promise<void> {
  const { made, number } = await store.transaction(async (tx) => {
    const known = await tx.lockCase(id);
    const version = (known?.version ?? 0) + 1;
    await tx.saveCase(makeCase(id, { version }), { dueOn: null });
    await tx.appendEvents(id, [makeEvent(known === null ? 'request-received' : 'mail-added', 'woorden')]);
    return { made: known === null, number: await tx.takeNumber('KP-2026') };
  });
  if (made) did.made.push(id);
  did.numbers.push(number);
}

for (const turn of Array.from({ length: raceCases }).keys()) {
  await Promise.all([takeCase(`case-${turn}`), ...rowsOfTurn(turn).map(takeRow)]);
}
// A row that lost to another of its lane is still there: go on until none is.
for (let rows = await store.listPending({ limit: raceRows }); rows.length > 0; ) {
  await Promise.all(rows.slice(0, laneCount).map(({ id }) => takeRow(id)));
  rows = await store.listPending({ limit: raceRows });
}
await store.close();
process.stdout.write(`${JSON.stringify(did)}\n`);
process.stdin.destroy();

function rowsOfTurn(turn: number): string[] {
  const share = Math.ceil(raceRows / raceCases);
  return Array.from({ length: share }, (_, at) => `row-${turn * share + at}`);
}
