import { expect, it } from 'vitest';
import { tellStory } from './story.ts';

it('refuses to give a case to somebody outside the team, and says it of them and not of who asked', () => {
  const story = tellStory(['access']);
  const at = '2026-03-04T09:00:00.000Z';
  expect(story.staff({ do: 'assign', to: 'USTRANGER' }, at)).toEqual({ code: 'assignee-not-a-member' });
  expect(story.staff({ do: 'assign', to: 'UBRAM' }, at, 'USTRANGER')).toEqual({ code: 'not-a-member' });
  expect(story.record.assignee).toBeUndefined();
});
