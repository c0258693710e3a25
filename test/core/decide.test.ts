import { describe, expect, it } from 'vitest';
import { caseDeadline, trackDeadline } from '../../src/core/case-clock.ts';
import { listPossible } from '../../src/core/possible.ts';
import { trackState } from '../../src/core/step.ts';
import { accessWorkflow, erasureWorkflow, makeContext } from '../support/context.ts';
import { makeMail, type Story, tellStory } from './story.ts';

const kinds = (story: Story) => story.events.map((event) => event.kind);
const primary = (story: Story, at: string) =>
  listPossible(story.record, story.context, at).find((action) => action.primary)?.do;
const state = (story: Story, right: string) => {
  const track = story.record.tracks.find((each) => each.right === right);
  return track && trackState(story.record, track, story.context);
};
const finishAll = (story: Story, at: string, result: 'found' | 'done' = 'found') => {
  for (const task of story.record.tasks.filter((each) => each.result === undefined))
    story.staff({ do: 'finish-task', task: task.id, result, note: 'facturen' }, at);
};

describe('a case from mail to close', () => {
  it('walks access through all its steps with one letter of each kind', () => {
    const story = tellStory(['access']);
    expect(story.record).toMatchObject({
      status: 'open',
      number: 'KP-2026-0001',
      initials: 'J.d.V.',
      mailDomain: 'voorbeeld.example',
    });
    expect(caseDeadline(story.record, story.context)?.due).toBe('2026-04-03');
    const at = '2026-03-04T08:00:00.000Z';
    expect(primary(story, at)).toBe('acknowledge');
    expect(story.staff({ do: 'acknowledge' }, at)).toBeNull();
    expect(primary(story, at)).toBe('confirm-identity');
    expect(story.staff({ do: 'confirm-identity', method: 'call-back' }, at)).toBeNull();
    expect(state(story, 'access')).toBe('search');
    expect(story.record.tasks.map((task) => task.place)).toEqual(['bookkeeping', 'newsletter', 'mailbox']);
    finishAll(story, at);
    expect(primary(story, at)).toBe('decide');
    expect(story.staff({ do: 'decide', right: 'access', outcome: 'fulfil' }, at)).toBeNull();
    expect(primary(story, at)).toBe('send-letter');
    expect(story.answer('access', at)).toBeNull();
    story.sendAll(at);
    expect(primary(story, at)).toBe('close');
    expect(story.staff({ do: 'close' }, at)).toBeNull();
    expect(story.record.timers).toEqual({ purge: '2027-03-04T08:00:00.000Z' });
    expect(story.record.letters.map((letter) => letter.template)).toEqual(['acknowledged', 'fulfilled']);
    expect(
      story.tell(
        { kind: 'timer-fell-due', timer: 'purge', dueAt: '2027-03-04T08:00:00.000Z' },
        '2027-03-04T08:00:00.000Z',
      ),
    ).toBeNull();
    expect(story.record).toMatchObject({ status: 'purged', personal: null, initials: '', mailDomain: null });
  });

  it('keeps erasure waiting at its deed until access is answered', () => {
    const story = tellStory(['access', 'erasure']);
    const at = '2026-03-04T08:00:00.000Z';
    story.staff({ do: 'confirm-identity', method: 'call-back' }, at);
    expect(story.record.tasks).toHaveLength(3);
    expect(story.record.tasks[0]?.rights).toEqual(['access', 'erasure']);
    finishAll(story, at);
    story.staff({ do: 'decide', right: 'access', outcome: 'fulfil' }, at);
    story.staff({ do: 'decide', right: 'erasure', outcome: 'fulfil' }, at);
    expect(state(story, 'erasure')).toBe('waiting');
    expect(story.answer('access', at)).toBeNull();
    story.sendAll(at);
    expect(state(story, 'erasure')).toBe('do');
    expect(story.record.tasks.filter((task) => task.step === 'do').map((task) => task.title.nl)).toContain(
      'Verwijder: Boekhouding',
    );
    finishAll(story, at, 'done');
    expect(state(story, 'erasure')).toBe('recipients');
    finishAll(story, at, 'done');
    expect(state(story, 'erasure')).toBe('answer');
  });

  it('sends an automatic acknowledgement with the number where the setting says so', () => {
    const story = tellStory(['access'], {}, makeContext({ acknowledge: 'automatic' }));
    expect(story.record.acknowledged?.by).toBe('desk');
    expect(Object.values(story.record.personal?.letters ?? {})[0]?.subject).toContain('KP-2026-0001');
    expect(story.effects.map((effect) => effect.do)).toContain('send-letter');
  });

  it('sends nothing by itself to an address that floods us', () => {
    const story = tellStory(['access'], { quiet: true }, makeContext({ acknowledge: 'automatic' }));
    expect(story.record.letters).toEqual([]);
  });
});

describe('an unsure mail', () => {
  it('waits in triage with the clock running from receipt, and opens on the word of staff', () => {
    const story = tellStory(['access'], { unsure: true });
    expect(story.record.status).toBe('triage');
    expect(Object.keys(story.record.timers)).toContain('remind:T-7');
    expect(story.staff({ do: 'triage', rights: ['erasure'] }, '2026-03-06T09:00:00.000Z')).toBeNull();
    expect(story.record).toMatchObject({ status: 'open', tracks: [{ right: 'erasure' }] });
  });

  it('is closed as no request, can be undone for a day, and is erased then', () => {
    const story = tellStory([], { unsure: true });
    story.staff({ do: 'not-a-request' }, '2026-03-06T09:00:00.000Z');
    expect(story.record.timers).toEqual({ purge: '2026-03-07T09:00:00.000Z' });
    expect(story.staff({ do: 'reopen', reason: 'misklik' }, '2026-03-06T09:05:00.000Z')).toBeNull();
    expect(story.record.status).not.toBe('closed');
    expect(story.record.timers.purge).toBeUndefined();
  });
});

describe('the question who the person is', () => {
  const ask = { do: 'ask-confirmation' as const, to: 'jan@voorbeeld.example', source: 'factuur van 2024' };
  const reply = (text: string, receivedAt: string) => ({
    kind: 'mail-added' as const,
    mail: makeMail({ id: `r-${receivedAt}`, text, receivedAt }),
    sender: 'pass' as const,
    rights: [],
  });

  it('is answered by a mail with the code, and the clock pauses for the whole days between', () => {
    const story = tellStory(['access']);
    story.staff(ask, '2026-03-04T08:05:00.000Z');
    expect(story.record.identity.status).toBe('open');
    story.sendAll('2026-03-04T08:06:00.000Z');
    expect(story.record.identity.status).toBe('asked');
    const letter = Object.values(story.record.personal?.letters ?? {})[0];
    expect(letter?.text).toContain('123456');
    story.tell(reply('Dat ben ik. > code 123456', '2026-03-05T07:00:00.000Z'), '2026-03-05T07:01:00.000Z');
    expect(story.record.identity).toMatchObject({ status: 'confirmed', methods: ['code'] });
    expect(kinds(story)).toContain('identity-confirmed');
    expect(JSON.stringify(story.events)).not.toContain('123456');
  });

  it('is not answered by a wrong code, a late one, a sixth try, or a sender that failed the mail server’s check', () => {
    for (const [text, at, sender] of [
      ['654321', '2026-03-05T07:00:00.000Z', 'pass'],
      ['123456', '2026-03-05T09:00:00.000Z', 'pass'],
      ['123456', '2026-03-05T07:00:00.000Z', 'fail'],
    ] as const) {
      const story = tellStory(['access']);
      story.staff(ask, '2026-03-04T08:05:00.000Z');
      story.sendAll('2026-03-04T08:06:00.000Z');
      story.tell({ ...reply(text, at), sender }, at);
      expect(story.record.identity.status).toBe('asked');
    }
    const story = tellStory(['access']);
    story.staff(ask, '2026-03-04T08:05:00.000Z');
    story.sendAll('2026-03-04T08:06:00.000Z');
    for (let minute = 10; minute < 15; minute += 1)
      story.tell(reply('999999', `2026-03-04T09:${minute}:00.000Z`), `2026-03-04T09:${minute}:00.000Z`);
    story.tell(reply('123456', '2026-03-04T10:00:00.000Z'), '2026-03-04T10:00:00.000Z');
    expect(story.record.identity.status).toBe('asked');
  });

  it('refuses to send the question when staff edited the code out of it', () => {
    const story = tellStory(['access']);
    const refusal = story.staff({ ...ask, text: 'Bent u het?' }, '2026-03-04T08:05:00.000Z');
    expect(refusal).toMatchObject({ code: 'letter-lacks', findings: [{ code: 'code' }] });
    expect(story.record.letters).toEqual([]);
  });
});

describe('what cannot be done', () => {
  const at = '2026-03-04T08:00:00.000Z';
  it('tells a second click who did it and when', () => {
    const story = tellStory(['access']);
    story.staff({ do: 'acknowledge' }, at);
    expect(story.staff({ do: 'acknowledge' }, '2026-03-04T08:01:00.000Z', 'UBRAM')).toEqual({
      code: 'already-done',
      done: { by: 'UANNA', at },
    });
    expect(story.record.letters).toHaveLength(1);
  });

  it('refuses strangers, steps out of order, a refusal without ground, and an extension after its last day', () => {
    const story = tellStory(['access']);
    expect(story.staff({ do: 'acknowledge' }, at, 'USTRANGER')).toEqual({ code: 'not-a-member' });
    expect(story.staff({ do: 'send-letter', right: 'access', subject: 's', text: 't' }, at)).toMatchObject({
      code: 'not-possible-now',
    });
    expect(story.staff({ do: 'decide', right: 'access', outcome: 'refuse', reason: 'r' }, at)).toEqual({
      code: 'ground-missing',
    });
    expect(story.staff({ do: 'extend', reason: 'veel' }, '2026-04-04T08:00:00.000Z')).toEqual({
      code: 'notice-too-late',
      lastDay: '2026-04-03',
    });
    expect(story.staff({ do: 'extend', reason: ' ' }, at)).toEqual({ code: 'reason-missing' });
  });

  it('refuses a timer that is no longer awaited', () => {
    const story = tellStory(['access']);
    expect(story.tell({ kind: 'timer-fell-due', timer: 'remind:T-7', dueAt: '2020-01-01T00:00:00.000Z' }, at)).toEqual({
      code: 'timer-not-awaited',
    });
  });
});

describe('extension and refusal', () => {
  it('moves the date when the notice is out, once', () => {
    const story = tellStory(['access']);
    const at = '2026-03-20T08:00:00.000Z';
    expect(story.staff({ do: 'extend', reason: 'uw dossier is groot' }, at)).toBeNull();
    expect(caseDeadline(story.record, story.context)?.due).toBe('2026-04-03');
    story.sendAll(at);
    expect(caseDeadline(story.record, story.context)?.due).toBe('2026-06-03');
    expect(Object.values(story.record.personal?.letters ?? {})[0]?.text).toContain('woensdag 3 juni 2026');
    expect(story.staff({ do: 'extend', reason: 'nog eens' }, at)).toMatchObject({ code: 'already-done' });
  });

  it('refuses with ground and reason before anything is searched', () => {
    const story = tellStory(['access']);
    const at = '2026-03-20T08:00:00.000Z';
    expect(
      story.staff({ do: 'decide', right: 'access', outcome: 'refuse', ground: 'excessive', reason: 'tiende keer' }, at),
    ).toBeNull();
    expect(state(story, 'access')).toBe('answer');
  });
});

describe('letters that went wrong', () => {
  const at = '2026-03-04T08:00:00.000Z';
  it('asks staff about a letter that was perhaps sent, and sends again only on their word', () => {
    const story = tellStory(['access']);
    story.staff({ do: 'acknowledge' }, at);
    const id = story.record.letters[0]?.id ?? '';
    story.tell({ kind: 'letter-uncertain', letter: id }, at);
    expect(primary(story, at)).toBe('settle-letter');
    story.staff({ do: 'settle-letter', letter: id, outcome: 'send-again' }, at);
    expect(story.effects).toContainEqual({ do: 'send-letter', letter: id });
  });

  it('counts a letter of which the mail server is sure as sent once, whatever is told later', () => {
    const story = tellStory(['access']);
    story.staff({ do: 'acknowledge' }, at);
    const id = story.record.letters[0]?.id ?? '';
    expect(story.tell({ kind: 'letter-sent', letter: id }, at)).toBeNull();
    expect(story.tell({ kind: 'letter-sent', letter: id }, at)).toEqual({ code: 'already-known' });
  });
});

describe('a request by post', () => {
  it('is printed by staff and counts as sent when they say so', () => {
    const story = tellStory(['access']);
    story.record = null as never;
    const at = '2026-03-05T08:00:00.000Z';
    expect(
      story.tell(
        {
          kind: 'request-added',
          by: 'UANNA',
          channel: 'post',
          receivedAt: '2026-03-02T11:00:00.000Z',
          rights: ['access'],
          marketing: false,
          language: 'nl',
          person: { name: 'Riet Bos', postal: 'Dorpsweg 1, Emmen' },
          text: '',
        },
        at,
      ),
    ).toBeNull();
    expect(caseDeadline(story.record, story.context)?.due).toBe('2026-04-02');
    story.staff({ do: 'acknowledge' }, at);
    const letter = story.record.letters[0];
    expect(letter).toMatchObject({ means: 'post', status: 'approved' });
    expect(story.effects.map((effect) => effect.do)).not.toContain('send-letter');
    expect(story.staff({ do: 'settle-letter', letter: letter?.id ?? '', outcome: 'was-sent' }, at)).toBeNull();
    expect(story.record.letters[0]?.status).toBe('sent');
  });
});

describe('a right with a short period beside one with a month', () => {
  it('can still be extended after the short one is past its day', () => {
    const context = makeContext({
      workflows: [
        accessWorkflow,
        {
          ...erasureWorkflow,
          after: [],
          approve: [],
          identity: 0,
          steps: ['answer'],
          tasks: {},
          deadline: { period: 'P1D', unit: 'working-days' },
        },
      ],
    });
    const story = tellStory(['access', 'erasure'], {}, context);
    const at = '2026-03-20T08:00:00.000Z';
    expect(caseDeadline(story.record, context)?.due).toBe('2026-03-04');
    expect(story.staff({ do: 'extend', reason: 'uw dossier is groot' }, at)).toBeNull();
    story.sendAll(at);
    expect(trackDeadline(story.record, story.record.tracks[0] as never, context).due).toBe('2026-06-03');
    expect(caseDeadline(story.record, context)?.due).toBe('2026-03-04');
  });
});
