import { describe, expect, it } from 'vitest';
import { listPossible } from '../../src/core/possible.ts';
import { tellStory } from './story.ts';

const at = '2026-03-04T08:00:00.000Z';
/** Received on 3 March 2026: the legal date is Friday 3 April. */
const range = { from: '2026-03-05', lastDay: '2026-04-02' };
const timersOf = (timers: Record<string, string>) => Object.keys(timers).filter((name) => name.startsWith('remind:'));

describe('reminders that are put off', () => {
  it('stay away until the date, and come again from then on', () => {
    const story = tellStory(['access']);
    expect(timersOf(story.record.timers)).toEqual([
      'remind:T-14',
      'remind:T-7',
      'remind:T-3',
      'remind:T-1',
      'remind:due',
    ]);
    expect(story.staff({ do: 'snooze', until: '2026-03-31' }, at)).toBeNull();
    expect(timersOf(story.record.timers)).toEqual(['remind:T-3', 'remind:T-1', 'remind:due']);
    expect(story.record.timers.overdue).toBeDefined();
    expect(story.events.at(-1)).toMatchObject({ kind: 'snoozed', data: { until: '2026-03-31' } });
  });

  it('stay away never past the day before the legal date', () => {
    const story = tellStory(['access']);
    for (const until of ['2026-04-03', '2026-05-01', '2026-03-04', '2025-01-01', '2026-02-30', 'morgen'])
      expect(story.staff({ do: 'snooze', until }, at)).toEqual({ code: 'snooze-out-of-range', ...range });
    expect(story.staff({ do: 'snooze', until: range.lastDay }, at)).toBeNull();
    expect(timersOf(story.record.timers)).toEqual(['remind:T-1', 'remind:due']);
  });

  it('cannot be put off any more on the last two days', () => {
    const story = tellStory(['access']);
    const names = (now: string) => listPossible(story.record, story.context, now).map((each) => each.do);
    expect(names('2026-04-01T08:00:00.000Z')).toContain('snooze');
    for (const now of ['2026-04-02T08:00:00.000Z', '2026-04-03T08:00:00.000Z', '2026-04-20T08:00:00.000Z']) {
      expect(names(now)).not.toContain('snooze');
      expect(story.staff({ do: 'snooze', until: '2026-05-01' }, now)).toMatchObject({
        code: 'snooze-out-of-range',
        lastDay: range.lastDay,
      });
    }
  });

  it('come at the last day also when the legal date moved before the date that was chosen', () => {
    const story = tellStory(['access']);
    story.staff({ do: 'extend', reason: 'groot dossier' }, at);
    story.sendAll(at);
    story.staff({ do: 'snooze', until: '2026-05-20' }, at);
    story.record.clock = [];
    delete story.record.extended;
    story.staff({ do: 'note', text: 'x' }, at);
    expect(timersOf(story.record.timers)).toEqual(['remind:T-1', 'remind:due']);
  });

  it('can be put off for a mail that nobody judged yet', () => {
    const story = tellStory([], { unsure: true });
    expect(story.staff({ do: 'snooze', until: range.lastDay }, at)).toBeNull();
    expect(timersOf(story.record.timers)).toEqual(['remind:T-1', 'remind:due']);
  });
});
