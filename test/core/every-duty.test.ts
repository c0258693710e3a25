import { describe, expect, it } from 'vitest';
import { draughtLetter } from '../../src/core/decide/letters.ts';
import type { Category } from '../../src/core/found.ts';
import { neededTier, reachedTier } from '../../src/core/identity.ts';
import type { Template } from '../../src/core/letter.ts';
import { listPossible } from '../../src/core/possible.ts';
import { registerSchema } from '../../src/core/register.ts';
import { trackState } from '../../src/core/step.ts';
import type { Workflow } from '../../src/core/workflow.ts';
import { accessWorkflow, erasureWorkflow, makeContext, templates } from '../support/context.ts';
import { loadShipped } from '../workflows/shipped.ts';
import { makeMail, received, type Story, tellStory } from './story.ts';

const at = '2026-03-04T08:00:00.000Z';
const text = (nl: string) => ({ nl, en: nl });

function category(id: string, change: Partial<Category> = {}): Category {
  return {
    id,
    name: text(id),
    holds: text('gegevens'),
    purposes: text('administratie'),
    places: ['bookkeeping'],
    retention: { text: text('zeven jaar') },
    recipients: ['accountant'],
    sensitive: false,
    portable: false,
    derived: false,
    owner_must_confirm: [],
    ...change,
  };
}

const invoices = category('invoices', {
  keep: { article: '52 AWR', period: 'P7Y', from: 'end-of-year', text: text('fiscale bewaarplicht') },
});
const reports = category('reports', { sensitive: true, places: ['mailbox'], recipients: [] });
const contact = category('contact', { places: ['newsletter'] });

const erasure: Workflow = {
  ...erasureWorkflow,
  tasks: { ...erasureWorkflow.tasks, recipients: 'each-recipient' },
  categories: {
    acts: ['delete', 'keep', 'leave-out'],
    advice: [
      { when: 'kept-by-law', act: 'keep' },
      { when: 'always', act: 'delete' },
    ],
  },
  letters: { ...erasureWorkflow.letters, partly: 'partly', notice: 'notice', nothing: 'nothing' },
};

const letter = (name: string, body: string): Template => ({
  name,
  language: 'nl',
  subject: '{{ case.number }}',
  needs: [],
  body: `${body} Mail {{ organisation.email }}.`,
});
const ownLetters = [
  letter(
    'notice',
    'Wij hebben van {{ person.name }} gewist:{% for item in decisions %} {{ item.category }} {{ item.actSaid }}.{% endfor %} Bevestig dit.',
  ),
  letter(
    'nothing',
    'Wij hebben geen gegevens gevonden. {{ authority.name }}, {{ authority.website }}; binnen zes weken naar de rechtbank.',
  ),
  letter(
    'requester-agent',
    'Stuur een machtiging met handtekening, waarvoor zij geldt en de datum. Wij vragen het na bij de persoon.',
  ),
];

/** A desk whose register has categories with a duty to keep, something sensitive, and recipients. */
function makeDutyContext(workflows: Workflow[] = [accessWorkflow, erasure]) {
  const context = makeContext({ workflows, templates: [...templates, ...ownLetters] });
  const register = registerSchema.parse({
    places: context.register.places,
    categories: [invoices, reports, contact],
    recipients: [
      { id: 'accountant', name: text('Boekhouder Bos'), why: text('boekhouding'), email: 'bos@boekhouder.example' },
    ],
  });
  return { ...context, register };
}

const search = (story: Story, results: Record<string, 'found' | 'nothing' | 'failed'>) => {
  for (const task of story.record.tasks.filter((each) => each.step === 'search')) {
    story.staff({ do: 'finish-task', task: task.id, result: results[task.place] ?? 'nothing' }, at);
  }
};
const start = (rights: string[], context = makeDutyContext()) => {
  const story = tellStory(rights, {}, context);
  story.staff({ do: 'acknowledge' }, at);
  story.sendAll(at);
  story.staff({ do: 'confirm-identity', method: 'call-back' }, at);
  return story;
};
const state = (story: Story, right: string) => {
  const track = story.record.tracks.find((each) => each.right === right);
  return track && trackState(story.record, track, story.context);
};

describe('a decision per category', () => {
  it('follows the register’s advice: what the law says must stay is kept to the end of its term, the rest goes', () => {
    const story = start(['erasure']);
    search(story, { bookkeeping: 'found', newsletter: 'found' });
    expect(story.staff({ do: 'decide', right: 'erasure', outcome: 'partly' }, at)).toBeNull();
    expect(story.record.tracks[0]?.categories).toEqual({
      invoices: { act: 'keep', ground: '52 AWR', until: '2033-12-31' },
      contact: { act: 'delete' },
    });
  });

  it('wants a reason for each act that differs from the advice, and refuses an act that the workflow does not know', () => {
    const story = start(['erasure']);
    search(story, { bookkeeping: 'found' });
    const decide = (act: 'delete' | 'lock', reason?: string) =>
      story.staff(
        {
          do: 'decide',
          right: 'erasure',
          outcome: 'fulfil',
          categories: { invoices: { act, ...(reason ? { reason } : {}) } },
        },
        at,
      );
    expect(decide('delete')).toEqual({ code: 'category-reason-missing', category: 'invoices' });
    expect(decide('lock')).toEqual({ code: 'act-not-possible', category: 'invoices', act: 'lock' });
    expect(decide('delete', 'dubbele factuur')).toBeNull();
    expect(story.record.personal?.reasons['erasure/invoices']).toBe('dubbele factuur');
  });

  it('tells staff at the end of the term to delete what was kept, also when the case itself was erased long ago', () => {
    const story = start(['erasure']);
    search(story, { bookkeeping: 'found' });
    story.staff({ do: 'decide', right: 'erasure', outcome: 'partly', reason: 'wettelijke plicht' }, at);
    for (const task of story.record.tasks.filter((each) => each.step === 'do'))
      story.staff({ do: 'finish-task', task: task.id, result: 'done' }, at);
    for (const task of story.record.tasks.filter((each) => each.recipient))
      story.staff({ do: 'finish-task', task: task.id, result: 'done' }, at);
    expect(story.answer('erasure', at)).toBeNull();
    story.sendAll(at);
    story.staff({ do: 'close' }, at);
    const { purge = '' } = story.record.timers;
    const deletion = 'delete:erasure:invoices';
    expect(story.record.timers[deletion]).toBe('2033-12-30T23:00:00.000Z');
    story.tell({ kind: 'timer-fell-due', timer: 'purge', dueAt: purge }, purge);
    expect(story.record.personal).toBeNull();
    expect(
      story.tell(
        { kind: 'timer-fell-due', timer: deletion, dueAt: story.record.timers[deletion] ?? '' },
        '2033-12-31T00:00:00.000Z',
      ),
    ).toBeNull();
    expect(story.events.at(-1)).toMatchObject({
      kind: 'deletion-due',
      data: { category: 'invoices', places: ['bookkeeping'] },
    });
    expect(story.record.timers[deletion]).toBeUndefined();
  });
});

describe('a decision before its time', () => {
  it('is not taken while a task is open or failed, unless staff say why', () => {
    const story = start(['access']);
    search(story, { mailbox: 'failed' });
    expect(story.staff({ do: 'decide', right: 'access', outcome: 'fulfil' }, at)).toEqual({
      code: 'tasks-open',
      open: 1,
    });
    expect(
      story.staff({ do: 'decide', right: 'access', outcome: 'fulfil', despite: 'het archief is leeg' }, at),
    ).toBeNull();
    expect(story.events.at(-1)?.data.despite).toBe(true);
    expect(state(story, 'access')).toBe('answer');
  });

  it('is not taken before the person is known, whatever the reason', () => {
    const story = tellStory(['access'], {}, makeDutyContext());
    expect(story.staff({ do: 'decide', right: 'access', outcome: 'fulfil', despite: 'haast' }, at)).toMatchObject({
      code: 'not-possible-now',
    });
  });
});

describe('how sure we must be', () => {
  it('asks more once something sensitive is found', () => {
    const story = start(['access']);
    expect(neededTier(story.record, story.context)).toBe(2);
    search(story, { mailbox: 'found' });
    expect(neededTier(story.record, story.context)).toBe(3);
    expect(state(story, 'access')).toBe('verify');
    story.staff({ do: 'confirm-identity', method: 'known-address' }, at);
    expect(reachedTier(story.record.identity)).toBe(3);
    expect(state(story, 'access')).toBe('decide');
  });

  it('does not take a weak check for a strong right', () => {
    const story = tellStory(['access'], {}, makeDutyContext());
    expect(story.staff({ do: 'confirm-identity', method: 'known-address' }, at)).toBeNull();
    expect(story.record.identity.status).toBe('open');
    expect(story.events.at(-1)?.data.enough).toBe(false);
    expect(state(story, 'access')).toBe('verify');
  });

  it('sends a code only to an address of which staff say where it stood before, and keeps that in the sealed part', () => {
    const story = tellStory(['access'], {}, makeDutyContext());
    const ask = (to: string, more = {}) => story.staff({ do: 'ask-confirmation', to, ...more }, at);
    expect(ask('jan@voorbeeld.example')).toEqual({ code: 'source-missing' });
    expect(ask('jan@voorbeeld.example', { source: ' ' })).toEqual({ code: 'source-missing' });
    expect(ask('jan@voorbeeld.example', { source: 'factuur van 2024' })).toBeNull();
    const event = story.events.find(({ kind }) => kind === 'address-on-file');
    expect(event).toMatchObject({
      by: 'UANNA',
      data: {},
      personal: { to: 'jan@voorbeeld.example', source: 'factuur van 2024' },
    });
    story.sendAll(at);
    expect(ask('Jan@voorbeeld.example')).toBeNull();
    expect(ask('jan@elders.example')).toEqual({ code: 'source-missing' });
    expect(story.record.personal?.knownAddress).toBe('jan@voorbeeld.example');
  });

  it('tells staff after a week that the person did not answer', () => {
    const story = tellStory(['access'], {}, makeDutyContext());
    story.staff({ do: 'ask-confirmation', to: 'jan@voorbeeld.example', source: 'factuur van 2024' }, at);
    story.sendAll(at);
    const due = story.record.timers['identity-unanswered'] ?? '';
    expect(due).toBe('2026-03-11T08:00:00.000Z');
    story.tell({ kind: 'timer-fell-due', timer: 'identity-unanswered', dueAt: due }, due);
    expect(story.events.at(-1)?.kind).toBe('identity-unanswered');
  });

  it('flags a copy of an identity document, keeps none, and does not close before it is removed', () => {
    const mail = makeMail({ attachments: [{ name: 'paspoort-jan.jpg', type: 'image/jpeg', bytes: 1000 }] });
    const story = tellStory(['access'], { mail }, makeDutyContext());
    expect(story.events.map((event) => event.kind)).toContain('identity-document-received');
    const aside = story.record.tasks.find((task) => task.step === 'aside');
    expect(listPossible(story.record, story.context, at)).toContainEqual(
      expect.objectContaining({ do: 'finish-task', task: aside?.id }),
    );
    expect(story.staff({ do: 'finish-task', task: aside?.id ?? '', result: 'done' }, at)).toBeNull();
  });

  it('knows who asks for another, and asks an agent for the mandate', () => {
    const context = makeDutyContext();
    const story = tellStory(['access'], {}, context);
    expect(story.staff({ do: 'ask-requester' }, at)).toMatchObject({ code: 'not-possible-now' });
    story.staff({ do: 'set-requester', requester: 'agent' }, at);
    expect(story.staff({ do: 'ask-requester' }, at)).toBeNull();
    expect(story.record.letters[0]).toMatchObject({ part: 'requester', template: 'requester-agent' });
  });
});

describe('the receipt', () => {
  const automatic = (body: string) =>
    makeContext({
      acknowledge: 'automatic',
      templates: [...templates.filter(({ name }) => name !== 'acknowledged'), letter('acknowledged', body)],
    });

  it('that is automatic and lacks something waits for staff, who are told what and can send it completed', () => {
    const story = tellStory(['access'], {}, automatic('Wij hebben uw verzoek.'));
    expect(story.record.acknowledged).toBeUndefined();
    expect(story.events).toContainEqual(
      expect.objectContaining({
        kind: 'acknowledgement-held',
        data: { why: 'letter-lacks', lacks: [expect.stringContaining('wanneer het antwoord uiterlijk komt')] },
      }),
    );
    expect(story.staff({ do: 'acknowledge' }, at)).toMatchObject({ code: 'letter-lacks' });
    const text = 'Wij hebben uw verzoek. U krijgt antwoord uiterlijk op vrijdag 3 april 2026.';
    expect(story.staff({ do: 'acknowledge', subject: 'KP-2026-0001', text }, at)).toBeNull();
    expect(story.record.acknowledged?.by).toBe('UANNA');
  });

  it('that is automatic and complete goes by itself, and nobody is called', () => {
    const story = tellStory(['access'], {}, automatic('U krijgt antwoord uiterlijk op {{ case.dueOn }}.'));
    expect(story.record.acknowledged?.by).toBe('desk');
    expect(story.record.timers).not.toHaveProperty('acknowledge');
  });

  it('that nobody confirmed is put to staff on the second working day, once', () => {
    const story = tellStory(['access'], {}, makeDutyContext());
    const due = story.record.timers.acknowledge ?? '';
    expect(due).toBe('2026-03-05T07:45:00.000Z');
    story.tell({ kind: 'timer-fell-due', timer: 'acknowledge', dueAt: due }, due);
    expect(story.events.at(-1)?.kind).toBe('acknowledgement-due');
    expect(story.record.timers).not.toHaveProperty('acknowledge');
    const other = tellStory(['access'], {}, makeDutyContext());
    other.staff({ do: 'acknowledge' }, at);
    expect(other.record.timers).not.toHaveProperty('acknowledge');
  });
});

describe('telling recipients', () => {
  it('is in the language of the organisation, or of the recipient, not in that of the person', () => {
    const plain = makeDutyContext();
    const english = letter(
      'notice',
      'Erased for {{ person.name }}:{% for item in decisions %} {{ item.category }} {{ item.actSaid }}.{% endfor %} Please confirm.',
    );
    const templates = new Map([...plain.templates, ['en/notice', { ...english, language: 'en' as const }]]);
    const words = (language?: 'en') => {
      const recipients = plain.register.recipients.map((each) => ({ ...each, ...(language ? { language } : {}) }));
      const context = { ...plain, templates, register: { ...plain.register, recipients } };
      const story = tellStory(['erasure'], { language: 'en' }, context);
      story.staff({ do: 'confirm-identity', method: 'call-back' }, at);
      search(story, { newsletter: 'found' });
      story.staff({ do: 'decide', right: 'erasure', outcome: 'fulfil' }, at);
      for (const task of story.record.tasks.filter((each) => each.step === 'do'))
        story.staff({ do: 'finish-task', task: task.id, result: 'done' }, at);
      expect(story.notify(story.record.tasks.find((each) => each.recipient)?.id, at)).toBeNull();
      return Object.values(story.record.personal?.letters ?? {}).at(-1)?.text;
    };
    expect(words()).toMatch(/gewist[\s\S]*Bevestig dit/);
    expect(words('en')).toMatch(/Erased for[\s\S]*erased[\s\S]*Please confirm/);
  });

  const untilRecipients = () => {
    const story = start(['erasure']);
    search(story, { newsletter: 'found' });
    story.staff({ do: 'decide', right: 'erasure', outcome: 'fulfil' }, at);
    for (const task of story.record.tasks.filter((each) => each.step === 'do'))
      story.staff({ do: 'finish-task', task: task.id, result: 'done' }, at);
    return story;
  };

  it('has one task for each who got the data, done when the notice is out, chased after two weeks, evidenced', () => {
    const story = untilRecipients();
    expect(state(story, 'erasure')).toBe('recipients');
    const task = story.record.tasks.find((each) => each.recipient);
    expect(task).toMatchObject({ recipient: 'accountant', title: { nl: 'Boekhouder Bos' } });
    expect(story.notify(task?.id, at)).toBeNull();
    expect(Object.values(story.record.personal?.letters ?? {}).at(-1)?.to).toBe('bos@boekhouder.example');
    expect(story.notify(task?.id, at)).toMatchObject({
      code: 'already-done',
    });
    story.sendAll(at);
    expect(state(story, 'erasure')).toBe('answer');
    const chase = story.record.timers[`recipient:${task?.id}`] ?? '';
    expect(chase).toBe('2026-03-18T08:00:00.000Z');
    story.tell({ kind: 'timer-fell-due', timer: `recipient:${task?.id}`, dueAt: chase }, chase);
    expect(story.events.at(-1)).toMatchObject({ kind: 'recipient-silent', data: { recipient: 'accountant' } });
    expect(story.staff({ do: 'confirm-recipient', task: task?.id ?? '' }, chase)).toBeNull();
    expect(story.record.tasks.find((each) => each.recipient)?.confirmed?.by).toBe('UANNA');
  });
});

describe('nothing found', () => {
  it('is answered with its own letter', () => {
    const story = start(['erasure']);
    search(story, {});
    story.staff({ do: 'decide', right: 'erasure', outcome: 'fulfil' }, at);
    expect(story.answer('erasure', at)).toBeNull();
    expect(story.record.letters.at(-1)?.part).toBe('nothing');
  });
});

describe('a decision although a place could not be searched', () => {
  it('has its answer when nothing was found elsewhere: that nothing was found, and where we could not look', async () => {
    const shipped = await loadShipped();
    for (const outcome of ['fulfil', 'partly'] as const) {
      for (const searched of ['nothing', 'failed'] as const) {
        const story = tellStory(['access'], {}, shipped);
        story.staff({ do: 'confirm-identity', method: 'office' }, at);
        for (const task of story.record.tasks.filter((each) => each.place !== 'backups'))
          story.staff({ do: 'finish-task', task: task.id, result: searched }, at);
        const grounds = outcome === 'partly' ? { ground: 'others-rights', reason: 'De rest is van anderen.' } : {};
        const despite = 'De reservekopie is stuk.';
        expect(story.staff({ do: 'decide', right: 'access', outcome, despite, ...grounds }, at)).toBeNull();
        const copy = story.record.tasks.find((each) => each.step === 'do')?.id ?? '';
        story.staff({ do: 'finish-task', task: copy, result: 'done', note: 'Er is niets te kopiëren.' }, at);
        expect(story.answer('access', at)).toBeNull();
        const answer = Object.values(story.record.personal?.letters ?? {}).at(-1)?.text;
        expect(answer).toMatch(/konden wij niet zoeken: [^.]*Reservekopieën/);
        expect(answer).not.toContain('op alle plaatsen');
        expect(answer).not.toContain(despite);
      }
    }
  });
});

describe('an answer after a search that was cut short', () => {
  it('names the place where we could not look, and without that the linter holds it', async () => {
    const shipped = await loadShipped();
    for (const right of ['erasure', 'restriction', 'portability']) {
      const story = tellStory([right], {}, shipped);
      story.staff({ do: 'confirm-identity', method: 'office' }, at);
      for (const task of story.record.tasks.filter((each) => each.place !== 'backups'))
        story.staff(
          { do: 'finish-task', task: task.id, result: task.place === 'newsletter' ? 'found' : 'nothing' },
          at,
        );
      const decision = { do: 'decide' as const, right, outcome: 'fulfil' as const, despite: 'De kopie is stuk.' };
      expect(story.staff(decision, at)).toBeNull();
      const [track] = story.record.tracks;
      const order = { letter: 'fulfil' as const, by: 'UANNA', right };
      const whole = draughtLetter(story.record, shipped, at, order);
      expect(track?.decision && whole.ok && whole.text).toContain('Op deze plaatsen konden wij niet zoeken: Reserve');
      expect(whole.ok && whole.findings).toEqual([]);
      const text = whole.ok ? whole.text.replace(/Op deze plaatsen konden wij niet zoeken[^\n]*/, '') : '';
      const cut = draughtLetter(story.record, shipped, at, { ...order, text });
      expect(cut.ok && cut.findings.map(({ code }) => code)).toEqual(['not-searched']);
    }
  });
});

describe('a lock while it is weighed', () => {
  const weighed: Workflow = {
    ...accessWorkflow,
    right: 'objection',
    steps: ['verify', 'lock', 'decide', 'answer', 'unlock'],
    tasks: {
      lock: [{ id: 'lock', title: text('Zet op slot') }],
      unlock: [{ id: 'unlock', title: text('Haal het slot eraf') }],
    },
  };

  it('comes before anything else and is lifted only after the answer announced it', () => {
    const story = start(['objection'], makeDutyContext([weighed]));
    expect(state(story, 'objection')).toBe('lock');
    story.staff({ do: 'finish-task', task: story.record.tasks[0]?.id ?? '', result: 'done' }, at);
    story.staff(
      { do: 'decide', right: 'objection', outcome: 'refuse', ground: 'excessive', reason: 'weegt zwaarder' },
      at,
    );
    expect(story.answer('objection', at)).toBeNull();
    story.sendAll(at);
    expect(state(story, 'objection')).toBe('unlock');
    expect(listPossible(story.record, story.context, at).map((action) => action.do)).not.toContain('close');
    story.staff({ do: 'finish-task', task: story.record.tasks.at(-1)?.id ?? '', result: 'done' }, at);
    expect(listPossible(story.record, story.context, at).map((action) => action.do)).toContain('close');
  });
});

describe('a task', () => {
  it('is due five working days before the legal date, and on that date where the period is shorter than that', () => {
    const story = start(['access']);
    expect(story.record.tasks.map((task) => task.dueOn)).toEqual(story.record.tasks.map(() => '2026-03-27'));
    const week: Workflow = { ...accessWorkflow, identity: 0, deadline: { period: 'P5D', unit: 'working-days' } };
    const short = tellStory(['access'], {}, makeDutyContext([week]));
    expect(short.record.tasks[0]?.dueOn).toBe('2026-03-03');
  });
});

describe('a task with a clock of its own', () => {
  it('runs in hours from receipt and tells a day before its end and at its end', () => {
    const complaint: Workflow = {
      ...accessWorkflow,
      right: 'complaint',
      identity: 0,
      steps: ['do', 'answer'],
      tasks: { do: [{ id: 'breach', title: text('Datalek?'), deadline: { period: 'PT72H', unit: 'hours' } }] },
    };
    const story = tellStory(['complaint'], {}, makeDutyContext([complaint]));
    const task = story.record.tasks[0];
    expect(task?.dueAt).toBe(new Date(Date.parse(received) + 72 * 3_600_000).toISOString());
    const soon = story.record.timers[`task:${task?.id}:soon`] ?? '';
    story.tell({ kind: 'timer-fell-due', timer: `task:${task?.id}:soon`, dueAt: soon }, soon);
    expect(story.events.at(-1)).toMatchObject({ kind: 'task-due', data: { late: false } });
    story.staff({ do: 'finish-task', task: task?.id ?? '', result: 'done' }, soon);
    expect(Object.keys(story.record.timers).some((name) => name.startsWith('task:'))).toBe(false);
  });

  it('is told late rather than never, when the desk was off and something else comes first', () => {
    const story = tellStory(['access'], {}, makeDutyContext());
    story.staff({ do: 'ask-confirmation', to: 'jan@voorbeeld.example', source: 'factuur van 2024' }, at);
    story.sendAll(at);
    const dueAt = story.record.timers['identity-unanswered'] ?? '';
    const late = '2026-03-20T08:00:00.000Z';
    story.staff({ do: 'note', text: 'wij waren dicht' }, late);
    const fall = () => story.tell({ kind: 'timer-fell-due', timer: 'identity-unanswered', dueAt }, late);
    expect(fall()).toBeNull();
    expect(story.events.at(-1)?.kind).toBe('identity-unanswered');
    expect(fall()).toEqual({ code: 'timer-not-awaited' });
  });
});
