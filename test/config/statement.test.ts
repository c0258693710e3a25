import { describe, expect, test } from 'vitest';
import { listConfirmations } from '../../src/core/register.ts';
import { beyond, type Statement, statements } from '../fixtures/statement.ts';
import { loadShipped } from '../workflows/shipped.ts';

const context = await loadShipped();
const { register, organisation, workflows } = context;

/** The entry that carries a statement, without what letters never quote; undefined when there is none. */
function findEntry(path: string): object | undefined {
  const [list, id] = path.split('.');
  switch (list) {
    case 'categories':
      return register.categories.find((each) => each.id === id);
    case 'recipients':
      return register.recipients.find((each) => each.id === id);
    case 'places':
      return register.places.find((each) => each.id === id);
    case 'workflows':
      return workflows.get(id ?? '');
    default:
      return path === 'organisation' ? organisation : undefined;
  }
}

function writeEntry(entry: object): string {
  return JSON.stringify(entry, (key, value: unknown) => (key === 'owner_must_confirm' ? undefined : value));
}

const listed = (entry: string) => entry.startsWith('categories.') || entry.startsWith('recipients.');
const sections = [...new Set(statements.map(({ section }) => section))];

test('the fixture has statements in each of the nine sections, none twice', () => {
  expect(sections).toHaveLength(9);
  const names = statements.map(({ section, statement }) => `${section}: ${statement}`);
  expect(names).toEqual([...new Set(names)]);
});

describe.each(sections)('what the statement says of %s', (section) => {
  const rows = statements.filter((each) => each.section === section);

  test.each(rows)('$statement: carried by $entry', ({ entry, says, period, keep }: Statement) => {
    if (entry === 'confirm') {
      expect(listConfirmations(register, 'nl').filter((line) => says.test(line))).toHaveLength(1);
      return;
    }
    const found = findEntry(entry);
    expect(writeEntry(found ?? {})).toMatch(says);
    if (period) expect(found).toMatchObject({ retention: { period } });
    if (keep) expect(found).toMatchObject({ keep: { article: keep } });
  });
});

test('every category and recipient of the register is in the statement, or known to go beyond it', () => {
  const entries = [
    ...register.categories.map(({ id }) => `categories.${id}`),
    ...register.recipients.map(({ id }) => `recipients.${id}`),
  ];
  const told = new Set([...statements.map(({ entry }) => entry).filter(listed), ...beyond]);
  expect([...told].toSorted()).toEqual(entries.toSorted());
});
