import { describe, expect, it } from 'vitest';
import { caseDeadline } from '../../src/core/case-clock.ts';
import { type Story, tellStory } from './story.ts';

const at = '2026-03-04T08:00:00.000Z';
const bounce = (story: Story, on: string) =>
  story.tell({ kind: 'letter-failed', letter: story.record.letters.at(-1)?.id ?? '', reason: 'bounced' }, on);

describe('a letter that came back', () => {
  it('ends the pause that its question began, and begins it anew when it is sent again', () => {
    const story = tellStory(['access']);
    const before = caseDeadline(story.record, story.context);
    story.staff({ do: 'ask-confirmation', to: 'jan@voorbeeld.example', source: 'factuur van 2024' }, at);
    story.sendAll(at);
    expect(story.record.identity.status).toBe('asked');
    expect(bounce(story, '2026-03-04T08:05:00.000Z')).toBeNull();
    expect(story.record.identity).toEqual({ status: 'open', sender: 'pass', methods: [] });
    expect(story.record.clock).toEqual([]);
    expect(caseDeadline(story.record, story.context)).toEqual(before);
    const again = '2026-03-06T08:00:00.000Z';
    story.staff({ do: 'settle-letter', letter: story.record.letters[0]?.id ?? '', outcome: 'send-again' }, again);
    story.sendAll(again);
    expect(story.record.clock).toEqual([{ name: 'identity_requested', at: again }]);
  });

  it('does not extend the period', () => {
    const story = tellStory(['access']);
    const before = caseDeadline(story.record, story.context)?.due;
    story.staff({ do: 'extend', reason: 'er zijn veel bronnen' }, at);
    story.sendAll(at);
    expect(caseDeadline(story.record, story.context)?.due).not.toBe(before);
    bounce(story, '2026-03-04T08:05:00.000Z');
    expect(story.record.extended).toBeUndefined();
    expect(caseDeadline(story.record, story.context)?.due).toBe(before);
  });

  it('is told once, however many reports come of it', () => {
    const story = tellStory(['access']);
    story.staff({ do: 'acknowledge' }, at);
    story.sendAll(at);
    expect(bounce(story, at)).toBeNull();
    expect(bounce(story, at)).toEqual({ code: 'already-known' });
    expect(story.events.filter((event) => event.kind === 'letter-failed')).toHaveLength(1);
  });
});
