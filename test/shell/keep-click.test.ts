import { afterEach, beforeEach, expect, test } from 'vitest';
import type { KeptClick } from '../../src/channels/slack/deps.ts';
import { createTellUnfinished, finishClick, keepClick, unfinishedKind } from '../../src/shell/keep-click.ts';
import { openShell, type Shell } from './open-shell.ts';

const now = '2026-03-03T21:41:00.000Z';
const later = '2026-03-03T21:42:00.000Z';
const click: KeptClick = { id: 'click-1', user: 'UANNA', caseId: 'c1', act: 'acknowledge' };
let shell: Shell;
let told: KeptClick[];

beforeEach(async () => {
  shell = await openShell(now);
  told = [];
});
afterEach(() => shell.close());

const dueIds = async (dueBefore: string) =>
  (await shell.desk.store.listPending({ dueBefore, limit: 10 })).map(({ id }) => id);
const perform = () =>
  shell.perform(click.id, { [unfinishedKind]: createTellUnfinished(async (kept) => void told.push(kept)) });

test('a click that a killed worker left is brought to whoever works a minute later, once', async () => {
  expect(await keepClick(shell.desk, click)).toBe(true);
  expect(await dueIds(now)).toEqual([]);
  shell.setNow(later);
  expect(await dueIds(later)).toEqual([click.id]);
  expect(await perform()).toBe('done');
  expect(told).toEqual([click]);
  expect(await dueIds(later)).toEqual([]);
});

test('a click that was finished is not spoken of again', async () => {
  await keepClick(shell.desk, click);
  await finishClick(shell.desk, click.id);
  shell.setNow(later);
  expect(await dueIds(later)).toEqual([]);
  expect(await perform()).toBe('done');
  expect(told).toEqual([]);
});

test('a click that is handed over twice is known the second time, also to another worker and when it is finished', async () => {
  expect(await keepClick(shell.desk, click)).toBe(true);
  expect(await keepClick(shell.beside(), click)).toBe(false);
  await finishClick(shell.desk, click.id);
  expect(await keepClick(shell.desk, click)).toBe(false);
});

test('two workers that are handed the same click at once: one works it', async () => {
  const kept = await Promise.all([keepClick(shell.desk, click), keepClick(shell.beside(), click)]);
  expect(kept.filter(Boolean)).toHaveLength(1);
});

test('what is kept of a click are ids', async () => {
  await keepClick(shell.desk, click);
  const row = await shell.desk.store.readOutbox(click.id);
  expect(row?.payload).toEqual({ user: 'UANNA', case: 'c1', act: 'acknowledge' });
});
