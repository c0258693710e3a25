import { describe, expect, it } from 'vitest';
import { draughtLetter, questionPart } from '../../src/core/decide/letters.ts';
import { collectFacts } from '../../src/core/facts.ts';
import type { Facts } from '../../src/core/letter.ts';
import { listPossible } from '../../src/core/possible.ts';
import { loadShipped } from '../workflows/shipped.ts';
import { readAnswer, walkToAnswer, walkToRecipient } from '../workflows/walk-case.ts';
import { makeMail, type Story, tellStory } from './story.ts';

const shipped = await loadShipped();
const at = '2026-03-05T09:00:00.000Z';
const facts = (story: Story, about: Parameters<typeof collectFacts>[3]) =>
  collectFacts(story.record, story.context, at, about);

describe('a letter that the linter finds wanting', () => {
  it('is refused with each finding, and the same is told of its preview', () => {
    const story = walkToAnswer(shipped, { right: 'erasure', outcome: 'refuse' });
    const { record, context } = story;
    const order = { letter: 'refuse' as const, right: 'erasure', by: 'UANNA' };
    const letter = draughtLetter(record, context, at, order);
    if (!letter.ok) throw new Error('The refusal cannot be written.');
    expect(letter.findings).toEqual([]);
    const text = letter.text.replaceAll('rechtbank', 'baas');
    const lacking = draughtLetter(record, context, at, { ...order, text });
    expect(lacking).toMatchObject({ ok: true, findings: [{ code: 'court', article: '12(4)' }] });
    const refusal = story.staff({ do: 'send-letter', right: 'erasure', subject: letter.subject, text }, at);
    expect(refusal).toEqual({ code: 'letter-lacks', findings: lacking.ok && lacking.findings });
    expect(story.record.letters.some((each) => each.part === 'refuse')).toBe(false);
    expect(
      story.staff({ do: 'send-letter', right: 'erasure', subject: letter.subject, text: letter.text }, at),
    ).toBeNull();
  });

  it('is one that does not say that the lock ends', () => {
    const story = walkToAnswer(shipped, { right: 'objection' });
    const order = { letter: 'fulfil' as const, right: 'objection', by: 'UANNA' };
    const letter = draughtLetter(story.record, story.context, at, order);
    if (!letter.ok) throw new Error('The answer cannot be written.');
    expect(letter.text).toContain('Dat slot gaat eraf');
    const text = letter.text.replace(/^Terwijl wij dit uitzochten.*$/m, '');
    expect(draughtLetter(story.record, story.context, at, { ...order, text })).toMatchObject({
      findings: [{ code: 'unlocked', article: '18(3)' }],
    });
  });
});

describe('the facts of a letter', () => {
  it('have every key of each decision and category', () => {
    for (const right of ['access', 'erasure', 'portability', 'restriction']) {
      const { decisions, categories } = facts(walkToAnswer(shipped, { right }), { right }) as {
        decisions: Facts[];
        categories: Facts[];
      };
      expect(decisions.length).toBeGreaterThan(2);
      const keys = ['act', 'actSaid', 'category', 'ground', 'law', 'reason', 'until'];
      for (const decision of decisions) expect(Object.keys(decision).toSorted()).toEqual(keys);
      const told = ['holds', 'logic', 'name', 'purposes', 'recipients', 'retention', 'source', 'transfer'];
      for (const category of categories) expect(Object.keys(category).toSorted()).toEqual(told);
      expect(JSON.stringify([decisions, categories])).not.toContain('undefined');
    }
  });

  it('tell how a category is calculated and on what a transfer rests, once the owner has put that into the register', () => {
    const text = (nl: string) => ({ nl, en: nl });
    const { register } = shipped;
    const known = {
      ...shipped,
      register: {
        ...register,
        categories: register.categories.map((each) => ({ ...each, logic: text('Het gemiddelde van de antwoorden.') })),
        recipients: register.recipients.map((each) => ({
          ...each,
          transfer: text('Naar de Verenigde Staten.'),
          safeguard: text('Dit bedrijf doet mee aan het Data Privacy Framework.'),
        })),
      },
    };
    const plan = { right: 'access' };
    const answer = readAnswer(walkToAnswer(known, plan), plan).text;
    expect(answer).toContain('Hoe het wordt berekend: Het gemiddelde van de antwoorden.');
    expect(answer).toContain(
      'Ons boekhoudprogramma: Naar de Verenigde Staten. Dit bedrijf doet mee aan het Data Privacy Framework.',
    );
  });

  it('tell a recipient of its own categories only', () => {
    const { story, task } = walkToRecipient(shipped, { right: 'erasure' });
    const all = facts(story, { right: 'erasure' }).decisions as Facts[];
    const narrow = facts(story, { right: 'erasure', task: task.id }).decisions as Facts[];
    const own = shipped.register.categories.filter(({ recipients }) => recipients.includes(task.recipient ?? ''));
    const names = own.map(({ name }) => name.nl);
    expect(narrow.length).toBeLessThan(all.length);
    expect(narrow.map(({ category }) => category)).toEqual(
      all.map(({ category }) => category).filter((name) => names.includes(String(name))),
    );
  });
});

describe('the question who they are', () => {
  const ask = { do: 'ask-confirmation' as const, to: 'jan@voorbeeld.example', source: 'factuur van 2024' };
  const asked = (rights = ['access']) => {
    const story = tellStory(rights, {}, shipped);
    story.staff(ask, '2026-03-04T08:00:00.000Z');
    story.sendAll('2026-03-04T08:00:00.000Z');
    return story;
  };
  const last = (story: Story) => {
    const letter = story.record.letters.at(-1);
    return { part: letter?.part, text: story.record.personal?.letters[letter?.id ?? '']?.text ?? '' };
  };
  const reply = (story: Story, text: string, receivedAt: string) =>
    story.tell(
      { kind: 'mail-added', mail: makeMail({ id: receivedAt, text, receivedAt }), sender: 'pass', rights: [] },
      receivedAt,
    );

  it('is repeated with a fresh code while the first counts', () => {
    expect(questionPart(asked().record, shipped, '2026-03-04T20:00:00.000Z')).toBe('confirm');
  });

  it('is reminded of without a code when the first ran out, and then asked anew with a fresh one', () => {
    const story = asked();
    expect(story.staff(ask, '2026-03-11T08:00:00.000Z')).toBeNull();
    story.sendAll('2026-03-11T08:00:00.000Z');
    expect(last(story)).toMatchObject({ part: 'reminded', text: expect.not.stringMatching(/\d{6}|\[code\]/) });
    reply(story, 'Ja, dat ben ik.', '2026-03-12T08:00:00.000Z');
    expect(story.staff(ask, '2026-03-12T09:00:00.000Z')).toBeNull();
    expect(last(story)).toMatchObject({ part: 'confirm', text: expect.stringContaining('123456') });
    story.sendAll('2026-03-12T09:00:00.000Z');
    reply(story, 'De code is 123456.', '2026-03-12T10:00:00.000Z');
    expect(story.record.identity).toMatchObject({ status: 'confirmed', methods: ['code'] });
  });

  it('is asked anew when the person wrote without the code and it ran out', () => {
    const story = asked();
    reply(story, 'Welke code?', '2026-03-05T12:00:00.000Z');
    expect(questionPart(story.record, shipped, '2026-03-06T08:00:00.000Z')).toBe('confirm');
  });

  it('stays ours when the code alone is not enough, with the pause at its end', () => {
    const story = tellStory(['access'], {}, shipped);
    story.staff({ do: 'confirm-identity', method: 'call-back' }, at);
    const reports = story.record.tasks.find((task) => task.place === 'coaching-reports');
    story.staff({ do: 'finish-task', task: reports?.id ?? '', result: 'found' }, at);
    for (const task of story.record.tasks.filter((each) => each.step === 'search' && !each.result))
      story.staff({ do: 'finish-task', task: task.id, result: 'nothing' }, at);
    story.record.identity.methods = [];
    story.staff(ask, at);
    story.sendAll(at);
    reply(story, '123456', '2026-03-06T08:00:00.000Z');
    expect(story.record.identity).toMatchObject({ status: 'open', methods: ['code'] });
    expect(story.events.at(-1)).toMatchObject({ kind: 'identity-confirmed', data: { method: 'code', enough: false } });
    expect(story.record.clock.map((event) => event.name)).toEqual([
      'identity_requested',
      'identity_reply_insufficient',
    ]);
    expect(listPossible(story.record, shipped, at).find((action) => action.primary)?.do).toBe('acknowledge');
    expect(story.staff({ do: 'confirm-identity', method: 'call-back' }, at)).toBeNull();
    expect(story.record.identity.status).toBe('confirmed');
  });
});

describe('a decision although searches are open', () => {
  it('ends them as not done, with the reason, and no letter says that nothing was found there', () => {
    const story = tellStory(['access'], {}, shipped);
    story.staff({ do: 'confirm-identity', method: 'office' }, at);
    const [first, ...others] = story.record.tasks;
    story.staff({ do: 'finish-task', task: first?.id ?? '', result: 'found' }, at);
    const despite = 'de server staat in brand';
    expect(story.staff({ do: 'decide', right: 'access', outcome: 'fulfil', despite }, at)).toBeNull();
    for (const { id } of others) {
      expect(story.record.tasks.find((task) => task.id === id)).toMatchObject({ result: 'failed', finished: { at } });
      expect(story.record.personal?.taskNotes[id]).toBe(despite);
    }
    const found = facts(story, { right: 'access' }).found as Facts[];
    expect(found.map(({ result }) => result)).toEqual(['found']);
  });

  it('leaves those that another right still searches', () => {
    const story = tellStory(['access', 'erasure'], {}, shipped);
    story.staff({ do: 'confirm-identity', method: 'office' }, at);
    story.staff({ do: 'decide', right: 'access', outcome: 'fulfil', despite: 'haast' }, at);
    expect(story.record.tasks.filter((task) => task.step === 'search' && task.result)).toEqual([]);
  });
});
