import { afterEach, beforeEach, expect, test } from 'vitest';
import { createShowCase, type ShowCase } from '../../src/shell/show-case.ts';
import type { OutboxRow } from '../../src/store/store.ts';
import { firstMoment } from '../support/desk.ts';
import { openShell, type Shell } from './open-shell.ts';

const afterTheClaim = '2026-03-03T21:45:00.000Z';
let shell: Shell;
beforeEach(async () => {
  shell = await openShell(firstMoment);
  await shell.receive('case-1');
});
afterEach(() => shell.close());

/** Performs a row and answers whether the channel was told to look before it posts. */
async function show(row: OutboxRow): Promise<boolean[]> {
  const told: boolean[] = [];
  const note: ShowCase = async (_record, _events, mayHavePosted) => {
    told.push(mayHavePosted);
    return { kind: 'done' };
  };
  expect(await shell.perform(row.id, { 'show-case': createShowCase(shell.desk, note) })).toBe('done');
  return told;
}
async function findRow(): Promise<OutboxRow> {
  const rows = await shell.desk.store.listPending({ limit: 100 });
  const row = rows.find((each) => each.kind === 'show-case');
  if (!row) throw new Error('The case has no row "show-case": expected one.');
  return row;
}

test('a card that was never tried is posted without looking for it', async () => {
  expect(await show(await findRow())).toEqual([false]);
});

test('a card whose posting was broken off is looked for, also by a later row that is performed first', async () => {
  const broken = await findRow();
  const until = '2026-03-03T21:43:00.000Z';
  await shell.desk.store.claimOutbox(broken.id, 'dead', firstMoment, until);
  await shell.desk.store.startOutbox(broken.id, firstMoment, 'dead');
  const later = { ...broken, id: `${broken.id}-later` };
  await shell.desk.store.transaction((tx) => tx.addOutbox([later]));
  shell.setNow(afterTheClaim);
  expect(await show(later)).toEqual([true]);
  expect(await show(broken)).toEqual([true]);
});
