import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../workflows/shipped.ts';

/** The duties that the page must have, by article and paragraph. */
const duties = [
  '7(3)',
  ...[1, 2, 3, 4, 5, 6].map((paragraph) => `12(${paragraph})`),
  ...[1, 2, 3, 4].map((paragraph) => `15(${paragraph})`),
  '16',
  ...[1, 2, 3].map((paragraph) => `17(${paragraph})`),
  ...[1, 2, 3].map((paragraph) => `18(${paragraph})`),
  '19',
  ...[1, 2, 3, 4].map((paragraph) => `20(${paragraph})`),
  ...['21(1)', '21(2) and (3)', '21(4)', '22'],
];

const rows = readFileSync(join(root, 'docs/law.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.endsWith(' | shown by |'))
  .map((line) => line.slice(2, -2).split(' | '))
  .map(([duty = '', keeper = '', proof = '', ...rest]) => ({ duty, keeper, proof, rest }));

const listFiles = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file);

test('each row has a duty, who keeps it and who shows it', () => {
  expect(rows.length).toBeGreaterThan(60);
  for (const { duty, keeper, proof, rest } of rows)
    expect([duty !== '' && keeper !== '' && proof !== '', rest]).toEqual([true, []]);
});

test.each(duties)('the page has duty %s', (duty) => {
  expect(rows.some((row) => row.duty.startsWith(duty))).toBe(true);
});

describe.each(rows)('$duty', ({ keeper, proof }) => {
  test('names files that exist, or says "not yet"', () => {
    for (const file of [...listFiles(keeper), ...listFiles(proof)])
      expect([file, existsSync(join(root, file))]).toEqual([file, true]);
    for (const cell of [keeper, proof]) expect(listFiles(cell).length > 0 || cell.includes('not yet')).toBe(true);
  });

  test('is shown by tests, and by none where nothing keeps it', () => {
    for (const file of listFiles(proof)) expect(file).toMatch(/^test\/.+\.test\.ts$/);
    if (listFiles(keeper).length === 0) expect(listFiles(proof)).toEqual([]);
  });
});
