import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/core/case.ts';
import type { Context } from '../../src/core/context.ts';
import { listPossible } from '../../src/core/possible.ts';
import { registerSchema } from '../../src/core/register.ts';
import { trackState } from '../../src/core/step.ts';
import type { Workflow } from '../../src/core/workflow.ts';
import { accessWorkflow, erasureWorkflow, makeContext, team } from '../support/context.ts';
import { type Story, tellStory } from './story.ts';

const at = '2026-03-04T08:00:00.000Z';
const later = '2026-03-04T08:30:00.000Z';
const hourLater = '2026-03-04T09:00:00.000Z';
const ground = { ground: 'excessive', reason: 'tiende keer' };

/** A context whose workflows ask approval of refusals and deletions, with this team. */
function makeOffice(people: typeof team = team, change: Partial<Workflow> = {}): Context {
  const workflows = [accessWorkflow, erasureWorkflow].map(
    (workflow): Workflow => ({ ...workflow, approve: ['refuse', 'delete'], ...change }),
  );
  const context = makeContext({ workflows });
  return { ...context, organisation: { ...context.organisation, team: people } };
}

const alone = [{ slack: 'UANNA', name: 'Anna', roles: ['handler' as const, 'approver' as const] }, team[1]].filter(
  (member) => member !== undefined,
);

function decide(story: Story, outcome: Outcome, by = 'UANNA', when = at, right = 'access') {
  return story.staff({ do: 'decide', right, outcome, ...(outcome === 'refuse' ? ground : {}) }, when, by);
}
const decidedAt = (story: Story, right = 'access') =>
  story.record.tracks.find((track) => track.right === right)?.decision?.at ?? '';
const approve = (story: Story, when: string, by: string, right = 'access') =>
  story.staff({ do: 'approve-decision', right, decidedAt: decidedAt(story, right) }, when, by);
const names = (story: Story, when: string) => listPossible(story.record, story.context, when).map((each) => each.do);
const stateOf = (story: Story, right = 'access') => {
  const track = story.record.tracks.find((each) => each.right === right);
  return track && trackState(story.record, track, story.context);
};
const kinds = (story: Story) => story.events.map((event) => event.kind);

/** A case whose search is over and which waits for a decision. */
function reachDecision(right: string, context: Context): Story {
  const story = tellStory([right], {}, context);
  story.staff({ do: 'confirm-identity', method: 'call-back' }, at);
  for (const task of story.record.tasks)
    story.staff({ do: 'finish-task', task: task.id, result: 'found', note: 'facturen' }, at);
  return story;
}

describe('a decision that a second person must approve', () => {
  it('is not answered before another approver approved it, and is then', () => {
    const story = tellStory(['access'], {}, makeOffice());
    expect(decide(story, 'refuse')).toBeNull();
    expect(story.events.at(-1)).toMatchObject({ kind: 'decided', data: { approval: 'asked' } });
    expect(stateOf(story)).toBe('decide');
    expect(names(story, at)).not.toContain('send-letter');
    expect(story.staff({ do: 'send-letter', right: 'access', subject: 's', text: 't' }, at)).toMatchObject({
      code: 'not-possible-now',
    });
    expect(approve(story, later, 'UCARLA')).toBeNull();
    expect(story.record.tracks[0]?.decision?.approval).toEqual({ status: 'given', by: 'UCARLA', at: later });
    expect(story.events.at(-1)).toMatchObject({ kind: 'decision-approved', by: 'UCARLA', data: { alone: false } });
    expect(stateOf(story)).toBe('answer');
    expect(approve(story, hourLater, 'UCARLA')).toEqual({ code: 'already-done', done: { by: 'UCARLA', at: later } });
  });

  it('cannot be approved or sent back by the one who decided, who hears who can', () => {
    const story = tellStory(['access'], {}, makeOffice());
    decide(story, 'refuse');
    const refusal = { code: 'own-decision', who: ['UCARLA'] };
    expect(approve(story, hourLater, 'UANNA')).toEqual(refusal);
    const reject = { do: 'reject-decision' as const, right: 'access', decidedAt: at, reason: 'nee' };
    expect(story.staff(reject, at)).toEqual(refusal);
    expect(approve(story, hourLater, 'UBRAM')).toEqual({
      code: 'role-missing',
      role: 'approver',
      who: ['UANNA', 'UCARLA'],
    });
  });

  it('goes back to deciding when it is sent back, with the reason as a note', () => {
    const story = tellStory(['access'], {}, makeOffice());
    decide(story, 'refuse');
    const reject = { do: 'reject-decision' as const, right: 'access', decidedAt: decidedAt(story), reason: ' ' };
    expect(story.staff(reject, later, 'UCARLA')).toEqual({ code: 'reason-missing' });
    expect(story.staff({ ...reject, reason: 'vraag eerst meer' }, later, 'UCARLA')).toBeNull();
    expect(story.record.tracks[0]?.decision).toBeUndefined();
    expect(story.record.personal?.reasons).toEqual({});
    expect(story.record.personal?.notes).toEqual([{ by: 'UCARLA', at: later, text: 'vraag eerst meer' }]);
    expect(stateOf(story)).toBe('verify');
    expect(kinds(story)).toContain('decision-rejected');
  });

  it('is approved only as it was read: another decision made since is not', () => {
    const story = tellStory(['access'], {}, makeOffice());
    decide(story, 'refuse');
    const seen = decidedAt(story);
    story.staff({ do: 'undo-decision', right: 'access' }, later);
    decide(story, 'refuse', 'UANNA', later);
    const stale = { do: 'approve-decision' as const, right: 'access', decidedAt: seen };
    expect(story.staff(stale, hourLater, 'UCARLA')).toEqual({ code: 'decision-changed' });
    expect(approve(story, hourLater, 'UCARLA')).toBeNull();
  });

  it('can be taken back by who decided and by an approver, not by another handler', () => {
    const story = tellStory(['access'], {}, makeOffice());
    decide(story, 'refuse');
    const undo = { do: 'undo-decision' as const, right: 'access' };
    expect(story.staff(undo, later, 'UBRAM')).toMatchObject({ code: 'role-missing', role: 'approver' });
    expect(story.staff(undo, later, 'UCARLA')).toBeNull();
    expect(names(story, later)).toContain('decide');
    expect(story.staff(undo, later)).toEqual({ code: 'already-done', done: { by: 'UCARLA', at: later } });
  });

  it('opens the search again when a decision that cut it short is taken back', () => {
    const story = tellStory(['erasure'], {}, makeOffice());
    story.staff({ do: 'confirm-identity', method: 'call-back' }, at);
    const [first] = story.record.tasks;
    story.staff({ do: 'finish-task', task: first?.id ?? '', result: 'found', note: 'iets' }, at);
    const despite = 'de rest is stuk';
    story.staff({ do: 'decide', right: 'erasure', outcome: 'fulfil', despite }, at);
    expect(stateOf(story, 'erasure')).toBe('decide');
    story.staff({ do: 'undo-decision', right: 'erasure' }, later);
    expect(stateOf(story, 'erasure')).toBe('search');
  });

  it('holds up the deletion itself', () => {
    const story = reachDecision('erasure', makeOffice());
    decide(story, 'fulfil', 'UANNA', at, 'erasure');
    expect(story.record.tasks.some((task) => task.step === 'do')).toBe(false);
    approve(story, later, 'UCARLA', 'erasure');
    expect(story.record.tasks.some((task) => task.step === 'do')).toBe(true);
  });
});

describe('which decisions wait for approval', () => {
  const isAsked = (story: Story, right: string) =>
    story.record.tracks.find((track) => track.right === right)?.decision?.approval?.status;

  it('leaves alone what the workflow does not name', () => {
    const story = reachDecision('access', makeOffice(team, { approve: ['refuse'] }));
    decide(story, 'fulfil');
    expect(isAsked(story, 'access')).toBeUndefined();
    expect(stateOf(story)).toBe('answer');
  });

  it('asks for what hands over something sensitive, and not where nothing sensitive was found', () => {
    for (const sensitive of [true, false]) {
      const context = makeOffice(team, { approve: ['sensitive'] });
      const entry = { holds: { nl: 'scans', en: 'scans' }, purposes: { nl: 'advies', en: 'advice' } };
      const category = {
        id: 'scans',
        name: entry.holds,
        ...entry,
        places: context.register.places.map((place) => place.id),
        retention: { text: entry.holds },
        sensitive,
      };
      const register = registerSchema.parse({ places: context.register.places, categories: [category] });
      const story = tellStory(['access'], {}, { ...context, register });
      const methods = ['known-address', 'call-back', 'known-facts', 'office'];
      for (const method of methods) story.staff({ do: 'confirm-identity', method }, at);
      for (const task of story.record.tasks) {
        story.staff({ do: 'finish-task', task: task.id, result: 'found', note: 'scans' }, at);
        for (const method of methods) story.staff({ do: 'confirm-identity', method }, at);
      }
      expect(decide(story, 'fulfil')).toBeNull();
      expect(isAsked(story, 'access')).toBe(sensitive ? 'asked' : undefined);
    }
  });

  it('puts a refusal by a handler to an approver also where the workflow does not ask it', () => {
    const story = tellStory(['access'], {}, makeOffice(team, { approve: [] }));
    decide(story, 'refuse', 'UBRAM');
    expect(isAsked(story, 'access')).toBe('asked');
    expect(approve(story, later, 'UANNA')).toBeNull();
  });

  it('deletes nothing where nothing was found, so asks nothing', () => {
    const story = tellStory(['erasure'], {}, makeOffice());
    story.staff({ do: 'confirm-identity', method: 'call-back' }, at);
    for (const task of story.record.tasks) story.staff({ do: 'finish-task', task: task.id, result: 'nothing' }, at);
    decide(story, 'fulfil', 'UANNA', at, 'erasure');
    expect(isAsked(story, 'erasure')).toBeUndefined();
  });
});

describe('where nobody else may approve', () => {
  it('the one who decided confirms it a second time, after an hour', () => {
    const story = tellStory(['access'], {}, makeOffice(alone));
    decide(story, 'refuse');
    expect(story.record.tracks[0]?.decision?.approval).toMatchObject({ status: 'waiting', until: hourLater });
    expect(story.record.timers['approve:access']).toBe(hourLater);
    expect(names(story, later)).not.toContain('approve-decision');
    expect(approve(story, later, 'UANNA')).toEqual({ code: 'approval-too-early', until: hourLater });
    story.tell({ kind: 'timer-fell-due', timer: 'approve:access', dueAt: hourLater }, hourLater);
    expect(story.events.at(-1)).toMatchObject({ kind: 'approval-due', data: { right: 'access' } });
    expect(stateOf(story)).toBe('decide');
    expect(names(story, hourLater)).toContain('approve-decision');
    expect(approve(story, hourLater, 'UANNA')).toBeNull();
    expect(story.events.at(-1)).toMatchObject({ kind: 'decision-approved', data: { alone: true } });
    expect(stateOf(story)).toBe('answer');
  });

  it('it can be undone meanwhile, and then nothing waits any more', () => {
    const story = tellStory(['access'], {}, makeOffice(alone));
    decide(story, 'refuse');
    expect(story.staff({ do: 'undo-decision', right: 'access' }, later)).toBeNull();
    expect(story.record.timers['approve:access']).toBeUndefined();
    expect(approve(story, hourLater, 'UANNA')).toMatchObject({ code: 'not-possible-now' });
  });

  it('a handler asks the only approver', () => {
    const story = tellStory(['access'], {}, makeOffice(alone));
    decide(story, 'refuse', 'UBRAM');
    expect(approve(story, later, 'UANNA')).toBeNull();
  });

  it('a decision is refused where nobody at all is approver or owner', () => {
    const handlers = team.map((member) => ({ ...member, roles: ['handler' as const] })) as unknown as typeof team;
    const story = tellStory(['access'], {}, makeOffice(handlers));
    expect(decide(story, 'refuse')).toEqual({ code: 'role-missing', role: 'approver', who: [] });
    expect(story.record.tracks[0]?.decision).toBeUndefined();
  });

  it('one who is left alone after asking can confirm it after the same wait', () => {
    const story = tellStory(['access'], {}, makeOffice());
    decide(story, 'refuse');
    story.context.organisation.team = alone;
    expect(approve(story, later, 'UANNA')).toEqual({ code: 'approval-too-early', until: hourLater });
    expect(approve(story, hourLater, 'UANNA')).toBeNull();
  });
});
