import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { linesOfPage } from '../../../src/channels/slack/home/home.ts';
import { findNextState } from '../../../src/channels/slack/home/next-state.ts';
import { firstState, type HomeState, readState, writeState } from '../../../src/channels/slack/home/state.ts';
import { findViewFaults } from '../../../src/core/block-limits.ts';
import { listWords } from '../../../src/demo/slack-stand-in/look.ts';
import { buildPage, buildStranger, namedPages, reachMany } from './home-pages.ts';

describe.each(['nl', 'en'] as const)('in %s', (language) => {
  test.each(namedPages)('Home as $name is as agreed', async (page) => {
    const view = buildPage(page, { language });
    expect(findViewFaults(view)).toEqual([]);
    await expect(stringify(view, { lineWidth: 0 })).toMatchFileSnapshot(`golden/home/${page.name}.${language}.yaml`);
  });

  test('Home for somebody outside the team is as agreed', async () => {
    const view = buildStranger({ language });
    expect(findViewFaults(view)).toEqual([]);
    await expect(stringify(view, { lineWidth: 0 })).toMatchFileSnapshot(`golden/home/stranger.${language}.yaml`);
  });
});

test.each(['nothing', 'minimal', 'full'] as const)('with the setting "%s" no page holds a word of a person', (show) => {
  const shown = JSON.stringify(namedPages.map((page) => buildPage(page, { show })));
  for (const word of ['jan.devries', 'thuis.example', 'Vries', 'J.d.V.', 'alles wat jullie', 'twee facturen'])
    expect(shown).not.toContain(word);
});

test('a thousand cases are paged within the limits, each case on exactly one page, the most urgent first', () => {
  const lines: string[] = [];
  const pages = Math.ceil(1000 / linesOfPage);
  for (let page = 0; page < pages; page += 1) {
    const view = buildPage({
      name: 'all',
      reach: (desk) => reachMany(desk, 1000),
      state: { show: 'all', page },
      more: { notice: 'x' },
    });
    expect(findViewFaults(view)).toEqual([]);
    lines.push(
      ...view.blocks.flatMap(({ block_id: id }) => (id?.startsWith('case/') ? [id.split('/')[1] as string] : [])),
    );
  }
  expect(lines).toEqual(Array.from({ length: 1000 }, (_none, index) => `c${index + 1}`));
}, 60_000);

test('a page past the end shows the last one, and the overview of a thousand cases keeps within the limits', () => {
  const reach = (desk: Parameters<typeof reachMany>[0]) => reachMany(desk, 1000);
  const last = buildPage({ name: 'past', reach, state: { show: 'all', page: 999 } });
  expect(listWords(last.blocks).join(' ')).toContain('951 tot en met 1000 van 1000');
  const overview = buildPage({ name: 'overview', reach });
  expect(findViewFaults(overview)).toEqual([]);
  expect(listWords(overview.blocks)).toContain('Alle open zaken (1000)');
});

describe('the state of Home', () => {
  const there: HomeState = { show: 'all', page: 3, right: 'access', person: 'UANNA', find: 'KP-2026-0007' };
  test('survives in the view, and what cannot be read is the beginning', () => {
    expect(readState(writeState(there))).toEqual(there);
    for (const text of [undefined, '', '{}', '{"show":"all","page":-1}', '{"show":"elsewhere","page":0}'])
      expect(readState(text)).toEqual(firstState);
  });

  test('a filter goes to the first page and ends a search; a page keeps the filters', () => {
    expect(findNextState(there, 'home.show', 'late')).toEqual({
      show: 'late',
      page: 0,
      right: 'access',
      person: 'UANNA',
    });
    expect(findNextState(there, 'home.right', 'any')).toEqual({ show: 'all', page: 0, person: 'UANNA' });
    expect(findNextState(there, 'home.person', 'nobody')).toEqual({
      show: 'all',
      page: 0,
      right: 'access',
      person: 'nobody',
    });
    expect(findNextState(there, 'home.page.next', '4')).toMatchObject({ page: 4, right: 'access' });
    expect(findNextState(there, 'home.search', '')).toEqual({ ...there, find: '' });
    expect(findNextState(there, 'home.page.next', 'x')).toBeNull();
    expect(findNextState(there, 'home.other', 'x')).toBeNull();
  });
});
