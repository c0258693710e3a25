import { describe, expect, it } from 'vitest';
import { type Digest, hasNews, isNewWeek, makeDigest } from '../../src/core/digest.ts';
import { makeContext } from '../support/context.ts';
import { type Story, tellStory } from './story.ts';

const mails = { seen: 38, requests: 1, unsure: 1 };
/** Received on Tuesday 3 March 2026; the legal date is Friday 3 April. */
const wednesday = '2026-03-04T07:45:00.000Z';
const dueDay = '2026-04-03T06:45:00.000Z';
const make = (stories: Story[], now: string, weekly: Story[] = [], troubles: string[] = []): Digest =>
  makeDigest(
    { open: stories.map((story) => story.record), weekly: weekly.map((story) => story.record), mails, troubles },
    makeContext(),
    now,
  );

describe('the morning message', () => {
  it('counts the open cases, the doubts and whose step is due', () => {
    const assigned = tellStory(['access']);
    assigned.staff({ do: 'assign', to: 'UBRAM' }, wednesday);
    const searching = tellStory(['access']);
    searching.staff({ do: 'acknowledge' }, wednesday);
    searching.staff({ do: 'confirm-identity', method: 'call-back' }, wednesday);
    const unsure = tellStory([], { unsure: true });
    expect(make([assigned, searching, unsure], wednesday)).toEqual({
      day: '2026-03-04',
      since: '2026-03-03',
      open: 2,
      unsure: 1,
      late: [],
      today: [],
      steps: expect.arrayContaining([
        { who: 'UBRAM', count: 1 },
        { who: 'UANNA', count: 1 },
        { who: null, count: 1 },
      ]),
      mails,
      troubles: [],
    });
  });

  it('names what is due today and what is late, the oldest first, snoozed or not', () => {
    const story = tellStory(['access']);
    story.staff({ do: 'snooze', until: '2026-04-02' }, wednesday);
    expect(make([story], dueDay).today).toEqual([{ id: 'case-1', number: 'KP-2026-0001', dueOn: '2026-04-03' }]);
    expect(make([story], '2026-04-07T06:45:00.000Z').late).toHaveLength(1);
  });

  it('leaves out the steps of a case whose reminders are put off', () => {
    const story = tellStory(['access']);
    story.staff({ do: 'snooze', until: '2026-03-20' }, wednesday);
    expect(make([story], '2026-03-19T07:45:00.000Z')).toMatchObject({ open: 1, steps: [] });
    expect(make([story], '2026-03-20T07:45:00.000Z').steps).toEqual([{ who: null, count: 1 }]);
  });

  it('asks a decision that waits for approval of those who may approve it', () => {
    const story = tellStory(['access']);
    story.staff({ do: 'acknowledge' }, wednesday);
    const refuse = { outcome: 'refuse' as const, ground: 'excessive', reason: 'tiende keer' };
    story.staff({ do: 'decide', right: 'access', ...refuse }, wednesday, 'UBRAM');
    expect(make([story], wednesday).steps.map(({ who }) => who)).toEqual(['UANNA', 'UCARLA']);
  });

  it('tells of the week that was on its first working morning only', () => {
    const context = makeContext();
    expect(isNewWeek('2026-03-09', context)).toBe(true);
    expect(isNewWeek('2026-03-10', context)).toBe(false);
    // Easter Monday is 6 April.
    expect(isNewWeek('2026-04-07', context)).toBe(true);
    const answered = tellStory(['access']);
    answered.staff({ do: 'confirm-identity', method: 'call-back' }, wednesday);
    for (const task of answered.record.tasks)
      answered.staff({ do: 'finish-task', task: task.id, result: 'found', note: 'iets' }, wednesday);
    answered.staff({ do: 'decide', right: 'access', outcome: 'fulfil' }, wednesday);
    expect(answered.answer('access', wednesday)).toBeNull();
    answered.sendAll(wednesday);
    answered.staff({ do: 'close' }, wednesday);
    const ignored = tellStory([], { unsure: true });
    ignored.staff({ do: 'not-a-request' }, wednesday);
    const monday = '2026-03-09T07:45:00.000Z';
    expect(make([], monday, [answered, ignored]).week).toEqual({ received: 1, answered: 1, onTime: 1 });
    expect(make([], monday, [answered, ignored]).since).toBe('2026-03-06');
    expect(make([], '2026-03-10T07:45:00.000Z').week).toBeUndefined();
  });

  it('is news only where there is a case, trouble, or something of last week', () => {
    expect(hasNews(make([], wednesday))).toBe(false);
    expect(hasNews(make([], '2026-03-09T07:45:00.000Z'))).toBe(false);
    expect(hasNews(make([], wednesday, [], ['mailbox']))).toBe(true);
    expect(hasNews(make([tellStory(['access'])], wednesday))).toBe(true);
  });
});
