import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stepKinds } from '../../src/core/case.ts';
import { readPeriod } from '../../src/core/deadline-period.ts';
import { sayArticle } from '../../src/core/say-article.ts';
import { parseWorkflow } from '../../src/core/workflow.ts';
import { listBranches, loadShipped, root } from './shipped.ts';

const context = await loadShipped();
const branches = listBranches(context);
const rights = [...context.workflows.keys()];
const month = { period: 'P1M', extension: 'P2M', unit: 'calendar' };

test('there is a workflow for each of the ten rights and for requests by third parties', () => {
  expect(rights.toSorted()).toEqual(
    [
      'access',
      'automated_decision',
      'complaint',
      'consent_withdrawal',
      'erasure',
      'objection',
      'portability',
      'question',
      'rectification',
      'restriction',
      'third_party',
    ].toSorted(),
  );
});

describe.each(branches)('$title', ({ workflow }) => {
  test('has a period that its unit can count, and so has its extension', () => {
    const { period, extension, unit } = workflow.deadline;
    expect(() => readPeriod(period, unit)).not.toThrow();
    if (extension !== undefined) expect(() => readPeriod(extension, unit)).not.toThrow();
  });

  test('has its steps once, in order, and ends with the answer', () => {
    const order = workflow.steps.map((step) => stepKinds.indexOf(step));
    expect(order).toEqual([...new Set(order)].toSorted((a, b) => a - b));
    expect(workflow.steps.filter((step) => step !== 'unlock').at(-1)).toBe('answer');
    expect(workflow.steps.includes('unlock')).toBe(workflow.steps.includes('lock'));
  });

  test('has tasks for each step that needs them, and none for a step that it lacks', () => {
    expect(workflow.tasks.search !== undefined).toBe(workflow.steps.includes('search'));
    expect(workflow.tasks.do !== undefined).toBe(workflow.steps.includes('do'));
    expect(workflow.tasks.recipients !== undefined).toBe(workflow.steps.includes('recipients'));
    if (workflow.tasks.do === 'each-found') expect(workflow.steps).toContain('search');
  });

  test('asks for proof of identity only where it has a step for it', () => {
    expect(workflow.steps.includes('verify')).toBe(workflow.identity > 0);
  });

  test('can be refused only where staff decide, with grounds told apart and a letter', () => {
    if (workflow.refusal.length > 0) expect(workflow.steps).toContain('decide');
    expect(workflow.letters.refuse !== undefined).toBe(workflow.refusal.length > 0);
    const ids = workflow.refusal.map((ground) => ground.id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  test('names articles that a letter can say in words', () => {
    for (const article of [workflow.article, ...workflow.refusal.map((ground) => ground.article)]) {
      expect(sayArticle(article, 'nl')).toMatch(/^artikel \d+.* van de (AVG|UAVG)$/);
      expect(sayArticle(article, 'en')).toMatch(/^article \d+.* of the (GDPR|UAVG)$/);
    }
  });

  test('waits only for rights that exist', () => {
    for (const right of workflow.after) expect(rights).toContain(right);
  });

  test('has a letter in both languages for each part it names', () => {
    for (const name of [
      ...Object.values(workflow.letters),
      ...workflow.refusal.flatMap(({ letter }) => letter ?? []),
    ]) {
      expect(context.templates.has(`nl/${name}`)).toBe(true);
      expect(context.templates.has(`en/${name}`)).toBe(true);
    }
  });
});

test('each letter is used: by a workflow, or by who asks for another', () => {
  const used = branches.flatMap(({ workflow }) => [
    ...Object.values(workflow.letters),
    ...workflow.refusal.flatMap(({ letter }) => letter ?? []),
  ]);
  const unused = [...new Set([...context.templates.values()].map(({ name }) => name))].filter(
    (name) => !used.includes(name) && !name.startsWith('requester-'),
  );
  expect(unused).toEqual([]);
});

test('a workflow that asks who they are can remind, one that searches can find nothing, one that tells recipients has the notice', () => {
  for (const { workflow } of branches) {
    expect(workflow.letters.reminded !== undefined).toBe(workflow.steps.includes('verify'));
    expect(workflow.letters.nothing !== undefined).toBe(workflow.steps.includes('search'));
    expect(workflow.letters.notice !== undefined).toBe(workflow.steps.includes('recipients'));
    if (workflow.steps.includes('verify'))
      expect(workflow.refusal.find(({ id }) => id === 'not-identified')?.letter).toBe('not-identified');
    if (workflow.steps.includes('search'))
      expect(workflow.refusal.find(({ id }) => id === 'other-controller')?.letter).toBe('forwarded');
  }
});

test('the rights of articles 15 to 22 have one month, which staff may extend by two', () => {
  for (const right of [
    'access',
    'rectification',
    'erasure',
    'restriction',
    'portability',
    'objection',
    'automated_decision',
  ])
    expect(context.workflows.get(right)?.deadline).toEqual(month);
});

test('stopping advertising and taking back consent are absolute: one working day, no check, no refusal, no extension', () => {
  const absolute = branches.filter(({ right, marketing }) => marketing || right === 'consent_withdrawal');
  expect(absolute.map(({ title }) => title)).toEqual([
    'consent_withdrawal',
    'consent_withdrawal about marketing',
    'objection about marketing',
  ]);
  for (const { workflow } of absolute) {
    expect(workflow.deadline).toEqual({ period: 'P1D', unit: 'working-days' });
    expect(workflow).toMatchObject({ identity: 0, steps: ['do', 'answer'], refusal: [] });
    expect(workflow.letters).not.toHaveProperty('extended');
  }
});

test('a question has five working days of our own and no clock of article 12(3)', () => {
  expect(context.workflows.get('question')?.deadline).toEqual({ period: 'P5D', unit: 'working-days' });
});

test('erasure waits until access and portability are answered', () => {
  expect(context.workflows.get('erasure')?.after.toSorted()).toEqual(['access', 'portability']);
});

test('a request about another person goes to a human and leads to no search and no disclosure', () => {
  expect(context.workflows.get('third_party')).toMatchObject({ steps: ['decide', 'answer'], tasks: {} });
});

test('correction, erasure and restriction tell the recipients (article 19)', () => {
  for (const right of ['rectification', 'erasure', 'restriction'])
    expect(context.workflows.get(right)?.steps).toContain('recipients');
});

test('a lock that stands after the answer needs the letter that announces its end, and that letter needs its tasks', () => {
  const source = readFileSync(join(root, 'workflows/restriction.yaml'), 'utf8');
  const without = (line: string) => {
    const parsed = parseWorkflow(source.replace(line, ''), 'workflows/restriction.yaml');
    return parsed.ok ? [] : parsed.faults.map(({ path }) => path);
  };
  expect(without('  lifted: restriction-lifted\n')).toEqual(['letters.lifted']);
  expect(without('  unlock: each-found\n')).toEqual(['tasks.unlock']);
});

test('a workflow with a wrong key is answered with the file, the line and the key', () => {
  const parsed = parseWorkflow('right: x\nname: { nl: X, en: X }\narticle: "15"\nperiod: P1M\n', 'workflows/x.yaml');
  expect(parsed.ok ? [] : parsed.faults).toContainEqual({
    file: 'workflows/x.yaml',
    line: 4,
    path: 'period',
    message: 'is not a known key here',
  });
});
