import { describe, expect, test } from 'vitest';
import { adviseCategory, type CategoryRules, endOfKeeping } from '../../src/core/advise.ts';
import { type Category, registerSchema } from '../../src/core/register.ts';

const text = { nl: 'x', en: 'x' };
const place = { id: 'shelf', name: text, holds: text, retention: text };

function makeCategory(parts: Partial<Category> = {}): Category {
  const category = { id: 'files', name: text, holds: text, purposes: text, places: ['shelf'], retention: { text } };
  const [made] = registerSchema.parse({ places: [place], categories: [{ ...category, ...parts }] }).categories;
  if (!made) throw new Error('No category was made: expected one.');
  return made;
}

const keep = { article: '52 AWR', period: 'P7Y', from: 'end-of-year' as const, text };
const kept = makeCategory({ keep });
const day = '2026-03-10';

const erase: CategoryRules = {
  acts: ['delete', 'keep', 'leave-out'],
  advice: [
    { when: 'kept-by-law', act: 'keep' },
    { when: 'always', act: 'delete' },
  ],
};
const takeAlong: CategoryRules = {
  acts: ['hand-over', 'leave-out'],
  advice: [
    { when: 'derived', act: 'leave-out' },
    { when: 'not-portable', act: 'leave-out' },
    { when: 'portable', act: 'hand-over' },
  ],
};

describe('where data are erased', () => {
  test('a category without a duty is deleted, with no ground', () => {
    expect(adviseCategory(makeCategory(), erase, day)).toEqual({ act: 'delete' });
  });

  test('a category that the law makes us keep is kept, with the article and the last day', () => {
    expect(adviseCategory(kept, erase, day)).toEqual({
      act: 'keep',
      ground: 'kept-by-law',
      law: '52 AWR',
      until: '2033-12-31',
    });
  });
});

describe('where data are taken along', () => {
  test('what the person gave is handed over', () => {
    expect(adviseCategory(makeCategory({ portable: true }), takeAlong, day)).toEqual({
      act: 'hand-over',
      ground: 'portable',
    });
  });

  test('what is derived is left out as derived, before it is left out as not portable', () => {
    expect(adviseCategory(makeCategory({ derived: true }), takeAlong, day)).toEqual({
      act: 'leave-out',
      ground: 'derived',
    });
    expect(adviseCategory(makeCategory(), takeAlong, day)).toEqual({ act: 'leave-out', ground: 'not-portable' });
  });

  test('a duty to keep says nothing of the law where the advice is about something else', () => {
    expect(adviseCategory(kept, takeAlong, day)).toEqual({ act: 'leave-out', ground: 'not-portable' });
  });
});

test('a sensitive category follows the advice for sensitive data, and others do not', () => {
  const rules: CategoryRules = { acts: ['hand-over', 'lock'], advice: [{ when: 'sensitive', act: 'lock' }] };
  expect(adviseCategory(makeCategory({ sensitive: true }), rules, day)).toEqual({ act: 'lock', ground: 'sensitive' });
  expect(adviseCategory(makeCategory(), rules, day)).toEqual({ act: 'hand-over' });
});

test('the first line that holds counts, whatever stands below', () => {
  const rules: CategoryRules = {
    acts: ['lock', 'keep'],
    advice: [
      { when: 'always', act: 'lock' },
      { when: 'kept-by-law', act: 'keep' },
    ],
  };
  expect(adviseCategory(kept, rules, day)).toEqual({ act: 'lock' });
});

test('advice that the workflow does not offer is refused with the category and the acts', () => {
  const rules: CategoryRules = { acts: ['keep'], advice: [{ when: 'always', act: 'delete' }] };
  expect(() => adviseCategory(makeCategory(), rules, day)).toThrow(
    /"files" is "delete": expected one of the acts keep/,
  );
  expect(() => adviseCategory(makeCategory(), { acts: [], advice: [] }, day)).toThrow(/is missing/);
});

test.each([
  ['P7Y', '2026-01-01', '2033-12-31'],
  ['P7Y', '2026-12-31', '2033-12-31'],
  ['P7Y', '2027-01-01', '2034-12-31'],
  ['P2M', '2026-06-15', '2027-02-28'],
  ['P10D', '2026-06-15', '2027-01-10'],
])('a duty of %s on data of a request received on %s ends on %s', (period, receivedOn, until) => {
  expect(endOfKeeping({ period }, receivedOn)).toBe(until);
});
