import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { drawPage } from '../../scripts/drawing/draw-page.ts';
import { drawWorkflow } from '../../scripts/drawing/draw-workflow.ts';
import { listBranches, loadShipped, root } from '../workflows/shipped.ts';

const branches = listBranches(await loadShipped());

test('the page is what the script makes of the files: run "node scripts/draw-workflows.ts" after a change', () => {
  expect(readFileSync(join(root, 'docs/workflows.md'), 'utf8')).toBe(drawPage(join(root, 'workflows')));
});

test('the page has each workflow file', () => {
  const page = readFileSync(join(root, 'docs/workflows.md'), 'utf8');
  for (const file of readdirSync(join(root, 'workflows')))
    expect(page).toContain(`(\`${file.replace('.yaml', '')}\`, `);
});

describe.each(branches)('the drawing of $title', ({ workflow }) => {
  const drawn = drawWorkflow(workflow);

  test('has each step, each ground and each letter of the file', () => {
    for (const step of workflow.steps) expect(drawn).toContain(`${step}["<b>${step}</b>`);
    for (const { id, article, letter } of workflow.refusal)
      expect(drawn).toContain(`${id}, article ${article}: letter ${letter ?? workflow.letters.refuse}`);
    const { extended, requester, confirm, refuse, ...letters } = workflow.letters;
    for (const name of Object.values(letters)) expect(drawn).toContain(name);
    if (workflow.steps.includes('verify')) expect(drawn).toContain(confirm);
  });

  test('leads only to boxes that it has, and from the request to the end', () => {
    const boxes = new Set([...drawn.matchAll(/(?:^|\| )\s*(\w+)(?:\[|\(\[)/gm)].map(([, box]) => box));
    const arrows = [...drawn.matchAll(/^\s*(\w+)(?:\S*\(?\[?.*?\]?\)?)? (?:-->|-\.->)(?:\|[^|]*\|)? (\w+)/gm)];
    expect(arrows.length).toBeGreaterThan(workflow.steps.length);
    for (const [, , to] of arrows) expect(boxes).toContain(to);
    const reached = new Set(['request']);
    for (const _ of arrows) for (const [, from = '', to = ''] of arrows) if (reached.has(from)) reached.add(to);
    expect(reached).toContain('closed');
  });
});
