import { describe, expect, test } from 'vitest';
import type { Language, Outcome } from '../../src/core/case.ts';
import { listBranches, loadShipped } from './shipped.ts';
import { readAnswer, walkToAnswer } from './walk-case.ts';

const context = await loadShipped();
const later = '2026-03-05T10:00:00.000Z';

const ways = listBranches(context).flatMap(({ title, right, marketing, workflow }) => {
  const outcomes: Outcome[] = ['fulfil', ...(workflow.letters.partly ? (['partly'] as const) : [])];
  if (workflow.refusal.length > 0) outcomes.push('refuse');
  return outcomes.flatMap((outcome) =>
    (['nl', 'en'] as Language[]).map((language) => ({ title, right, marketing, outcome, language })),
  );
});

describe.each(ways)('$title, $outcome, $language', ({ right, marketing, outcome, language }) => {
  test('comes from the mail to an answer that lacks nothing', () => {
    const plan = { right, marketing, outcome, language };
    const { subject, text } = readAnswer(walkToAnswer(context, plan), plan);
    expect(subject).toContain('KP-2026-0001');
    expect(text).toContain('KP-2026-0001');
  });

  test('closes once the answer is sent', () => {
    const plan = { right, marketing, outcome, language };
    const story = walkToAnswer(context, plan);
    expect(story.staff({ do: 'send-letter', right, ...readAnswer(story, plan) }, later)).toBeNull();
    story.sendAll(later);
    for (const task of story.record.tasks.filter((each) => each.result === undefined)) {
      expect(story.staff({ do: 'finish-task', task: task.id, result: 'done' }, later)).toBeNull();
    }
    expect(story.staff({ do: 'close' }, later)).toBeNull();
    expect(story.record.status).toBe('closed');
  });
});

test('a case that finds nothing anywhere still comes to a full answer', () => {
  for (const right of ['access', 'rectification', 'erasure', 'restriction', 'portability', 'objection']) {
    const plan = { right, finds: false };
    expect(readAnswer(walkToAnswer(context, plan), plan).text).not.toContain('Drie facturen.');
  }
});
