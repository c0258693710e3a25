import { describe, expect, it } from 'vitest';
import { listPossible } from '../../src/core/possible.ts';
import { restrictionOf } from '../../src/core/restriction.ts';
import { trackState } from '../../src/core/step.ts';
import { loadShipped } from '../workflows/shipped.ts';
import { readAnswer, walkToAnswer } from '../workflows/walk-case.ts';
import type { Story } from './story.ts';

const context = await loadShipped();
const at = '2026-03-05T10:00:00.000Z';
const later = '2026-09-07T10:00:00.000Z';

const trackOf = (story: Story) => {
  const [track] = story.record.tracks;
  if (!track) throw new Error('The case has no track: expected one.');
  return track;
};
const standing = (story: Story) => restrictionOf(story.record, trackOf(story), context);
const names = (story: Story, now = at) => listPossible(story.record, context, now).map((action) => action.do);
const ask = (story: Story, now: string, by = 'UBRAM') =>
  story.staff({ do: 'lift-restriction', right: trackOf(story).right, reason: 'Het geschil is voorbij.' }, now, by);
const approve = (story: Story, now: string, by = 'UCARLA') =>
  story.staff({ do: 'lift-restriction', right: trackOf(story).right, askedAt: trackOf(story).lift?.at ?? '' }, now, by);
const lastLetter = (story: Story) => Object.values(story.record.personal?.letters ?? {}).at(-1);
const tasksOf = (story: Story) => story.record.tasks.filter((task) => task.step === 'unlock');

/** A restriction that was granted, answered and closed. */
function grant(): Story {
  const plan = { right: 'restriction' };
  const story = walkToAnswer(context, plan);
  story.staff({ do: 'send-letter', right: 'restriction', ...readAnswer(story, plan) }, at);
  story.sendAll(at);
  expect(story.staff({ do: 'close' }, at)).toBeNull();
  return story;
}
/** A correction whose data were locked and about which nothing is decided yet. */
function dispute(): Story {
  const story = walkToAnswer(context, { right: 'rectification' });
  const track = trackOf(story);
  delete track.decision;
  delete track.steps.do;
  delete track.steps.recipients;
  story.record.tasks = story.record.tasks.filter((task) => task.step === 'lock' || task.step === 'search');
  return story;
}

describe('a restriction that was granted', () => {
  it('stands after the case was closed, and keeps the case from being erased', () => {
    const story = grant();
    expect(standing(story)).toBe('granted');
    expect(story.record.timers).toEqual({ 'restricted:restriction': '2027-03-05T10:00:00.000Z' });
    expect(names(story)).toContain('lift-restriction');
  });

  it('is told to staff each year', () => {
    const story = grant();
    const dueAt = '2027-03-05T10:00:00.000Z';
    story.tell({ kind: 'timer-fell-due', timer: 'restricted:restriction', dueAt }, dueAt);
    expect(story.events.at(-1)).toMatchObject({ kind: 'restriction-stands', data: { right: 'restriction' } });
    expect(story.record.timers['restricted:restriction']).toBe('2028-03-05T10:00:00.000Z');
  });

  it('is lifted by two people: the letter goes first, then come the tasks at the places that were locked', () => {
    const story = grant();
    expect(ask(story, later)).toBeNull();
    expect(story.record.letters.at(-1)?.part).toBe('fulfil');
    expect(approve(story, later)).toBeNull();
    expect(story.record.status).toBe('open');
    expect(lastLetter(story)?.text).toContain('Het geschil is voorbij.');
    expect(tasksOf(story)).toEqual([]);
    story.sendAll(later);
    expect(standing(story)).toBeNull();
    expect(trackState(story.record, trackOf(story), context)).toBe('unlock');
    expect(tasksOf(story).map(({ place, dueOn }) => [place, dueOn])).toEqual([
      ['bookkeeping', '2026-09-14'],
      ['mailbox', '2026-09-14'],
    ]);
    expect(tasksOf(story)[0]?.title.nl).toBe('Haal van het slot: Boekhouding');
    for (const task of tasksOf(story)) story.staff({ do: 'finish-task', task: task.id, result: 'done' }, later);
    expect(story.staff({ do: 'close' }, later)).toBeNull();
    expect(story.record.timers.purge).toBe('2027-09-07T10:00:00.000Z');
  });

  it('is not lifted without a reason, by one person alone, by a second who read another request, or without the role', () => {
    const story = grant();
    expect(story.staff({ do: 'lift-restriction', right: 'restriction' }, later)).toEqual({ code: 'reason-missing' });
    ask(story, later, 'UCARLA');
    expect(approve(story, later, 'UCARLA')).toMatchObject({ code: 'own-decision' });
    expect(approve(story, later, 'UBRAM')).toMatchObject({ code: 'role-missing', role: 'approver' });
    expect(story.staff({ do: 'lift-restriction', right: 'restriction', askedAt: at }, later, 'UANNA')).toEqual({
      code: 'decision-changed',
    });
    expect(story.record.letters.some((letter) => letter.part === 'lifted')).toBe(false);
  });

  it('stays when the request to lift it is taken back', () => {
    const story = grant();
    ask(story, later);
    expect(story.staff({ do: 'undo-decision', right: 'restriction' }, later, 'UBRAM')).toBeNull();
    expect(trackOf(story).lift).toBeUndefined();
    expect(story.record.personal?.reasons['restriction/lift']).toBeUndefined();
    expect(standing(story)).toBe('granted');
  });

  it('stands again when the letter comes back, as nobody was told', () => {
    const story = grant();
    ask(story, later);
    approve(story, later);
    story.sendAll(later);
    const letter = story.record.letters.at(-1)?.id ?? '';
    expect(story.tell({ kind: 'letter-failed', letter, reason: 'bounced' }, later)).toBeNull();
    expect(trackOf(story).lifted).toBeUndefined();
    expect(tasksOf(story)).toEqual([]);
  });

  it('opens its case again when the letter comes back after all was done, so that staff write again', () => {
    const story = grant();
    ask(story, later);
    approve(story, later);
    story.sendAll(later);
    for (const task of tasksOf(story)) story.staff({ do: 'finish-task', task: task.id, result: 'done' }, later);
    story.staff({ do: 'close' }, later);
    const letter = story.record.letters.at(-1)?.id ?? '';
    story.tell({ kind: 'letter-failed', letter, reason: 'bounced' }, later);
    expect(story.record.status).toBe('open');
    expect(story.staff({ do: 'settle-letter', letter, outcome: 'send-again' }, later)).toBeNull();
  });

  it('is none where the request was refused or nothing was found', () => {
    for (const plan of [
      { right: 'restriction', outcome: 'refuse' as const },
      { right: 'restriction', finds: false },
      { right: 'erasure' },
    ]) {
      const story = walkToAnswer(context, plan);
      story.staff({ do: 'send-letter', right: plan.right, ...readAnswer(story, plan) }, at);
      story.sendAll(at);
      expect(standing(story)).toBeNull();
    }
  });
});

describe('a lock while it is weighed', () => {
  it('is told to the person once, with the legal date', () => {
    const story = dispute();
    expect(standing(story)).toBe('weighing');
    expect(story.staff({ do: 'tell-restriction', right: 'rectification' }, at)).toBeNull();
    expect(lastLetter(story)?.text).toMatch(/gebruiken wij de gegevens [^.]*niet/);
    story.sendAll(at);
    expect(names(story)).not.toContain('tell-restriction');
  });

  it('keeps apart what was asked about the lock and what was decided, each taken back by itself', () => {
    const story = dispute();
    ask(story, at);
    const refusal = { outcome: 'refuse' as const, ground: 'accurate', reason: 'Alles klopt.' };
    expect(story.staff({ do: 'decide', right: 'rectification', ...refusal }, at)).toBeNull();
    expect(story.staff({ do: 'undo-decision', right: 'rectification' }, at)).toBeNull();
    expect(trackOf(story).decision).toBeUndefined();
    expect(trackOf(story).lift).toMatchObject({ by: 'UBRAM' });
    expect(approve(story, at)).toBeNull();
    expect(lastLetter(story)?.text).toContain('Het geschil is voorbij.');
  });

  it('can be lifted before the answer, which then says nothing of it', () => {
    const story = dispute();
    ask(story, at);
    expect(approve(story, at)).toBeNull();
    story.sendAll(at);
    const [task] = tasksOf(story);
    expect(trackState(story.record, trackOf(story), context)).toBe('unlock');
    story.staff({ do: 'finish-task', task: task?.id ?? '', result: 'done' }, at);
    expect(trackState(story.record, trackOf(story), context)).toBe('decide');
    const refusal = { outcome: 'refuse' as const, ground: 'accurate', reason: 'Alles klopt.' };
    expect(story.staff({ do: 'decide', right: 'rectification', ...refusal }, at)).toBeNull();
    const decidedAt = trackOf(story).decision?.at ?? '';
    expect(story.staff({ do: 'approve-decision', right: 'rectification', decidedAt }, at, 'UCARLA')).toBeNull();
    expect(readAnswer(story, { right: 'rectification' }).text).not.toContain('slot');
  });
});
