import { expect, it } from 'vitest';
import type { Case } from '../../src/core/case.ts';
import { describeWith, dovecot, redisServer, smtpd } from '../support/require.ts';
import { plain, register, rights } from './every-right-asks.ts';
import { expectRight } from './proof.ts';
import {
  act,
  choose,
  fill,
  findCard,
  type Manner,
  moved,
  nextAction,
  press,
  readCaseOf,
  workToTheEnd,
} from './staff.ts';
import { useWorld } from './use-world.ts';

describeWith([dovecot, smtpd, redisServer], 'every right from mail to closed', () => {
  const world = useWorld({ register });

  /** A mail comes in; staff set its rights right where the desk was unsure or read something else. */
  async function open(from: string, text: string, asked: string[]): Promise<Case> {
    await world.write({
      from,
      name: 'Jan de Vries',
      subject: 'Mijn gegevens',
      text: `Beste mensen,\n\n${text}\n\nGroet,\nJan`,
    });
    const opened = await readCaseOf(world, from);
    const found = opened.tracks.map((track) => track.right).toSorted();
    if (opened.status === 'open' && found.join() === asked.toSorted().join()) return opened;
    return moved(world, opened, async () => {
      if (opened.status === 'triage') await press(world, opened, 'case.triage');
      else await choose(world, opened, 'case.about', 'change-rights');
      await fill(world, { rights: asked });
    });
  }
  /** Staff go on until this is due. */
  async function workUntil(record: Case, due: string, manner: Manner = {}): Promise<Case> {
    let now = record;
    for (let step = 0; step < 40; step += 1) {
      const action = nextAction(world, now);
      if (action?.do === due) return now;
      if (!action) break;
      now = await moved(world, now, () => act(world, now, action, manner));
    }
    throw new Error(`"${due}" did not become due at ${JSON.stringify(now.tracks.map((track) => track.steps))}.`);
  }
  const kinds = async (record: Case) =>
    (await world.running.desk.store.readEvents(record.id)).map((event) => event.kind);

  it.each(Object.entries(rights))('%s', { timeout: 60_000 }, async (right, { text, parts, decide }) => {
    const from = `${right.replace('_', '-')}@example.test`;
    const opened = await open(from, text, [right]);
    const closed = await workToTheEnd(world, opened, decide ? { decide } : {});
    expect(closed.letters.map((letter) => [letter.part, letter.status])).toEqual(parts.map((part) => [part, 'sent']));
    const letters = await world.letters(from);
    expect(letters).toHaveLength(parts.filter((part) => part !== 'notice').length);
    expect(letters.every((letter) => letter.text.includes(closed.number ?? '-'))).toBe(true);
    expect(closed.tasks.every((task) => task.result !== undefined)).toBe(true);
    const locked = closed.tasks.some((task) => task.step === 'lock');
    expect(closed.tasks.some((task) => task.step === 'unlock')).toBe(locked);
    expect(letters.at(-1)?.text.includes('Dat slot gaat eraf')).toBe(locked);
    expect((await world.running.desk.store.verifyChain()).faults).toEqual([]);
  });

  it('an objection to advertising is carried out at once, without asking who they are', {
    timeout: 60_000,
  }, async () => {
    const from = 'reclame@example.test';
    const opened = await open(from, 'Ik maak bezwaar tegen het gebruik van mijn gegevens.', ['objection']);
    const about = await moved(world, opened, async () => {
      await choose(world, opened, 'case.about', 'change-rights');
      await fill(world, { rights: ['objection'], marketing: ['yes'] });
    });
    await expectRight(world, await workToTheEnd(world, about), from, plain);
    expect((await world.letters(from)).at(-1)?.subject).toContain('geen reclame meer');
  });

  it('access, then erasure that keeps the invoices until the law lets them go', { timeout: 60_000 }, async () => {
    const from = 'beide@example.test';
    const opened = await open(
      from,
      'Stuur mij een kopie van alles wat jullie over mij bewaren. Verwijder daarna al mijn gegevens.',
      ['access', 'erasure'],
    );
    const shown = await workUntil(opened, 'decide');
    const shownTwo = await moved(world, shown, async () => {
      await press(world, shown, 'case.decide.access');
      await fill(world, { outcome: 'fulfil' });
    });
    const closed = await workToTheEnd(world, shownTwo, { decide: { outcome: 'partly' } });
    expect(closed.letters.map((letter) => letter.part)).toEqual(['acknowledged', 'fulfil', 'notice', 'partly']);
    const [, access, erasure] = await world.letters(from);
    expect(access?.text).toContain('Naam en adres op facturen.');
    const text = erasure?.text.replaceAll(/\s+/g, ' ') ?? '';
    for (const said of [
      'Mailadressen: gewist',
      'Factuurgegevens: blijft bewaard',
      'artikel 52 van de AWR',
      'rechtbank',
    ])
      expect(text).toContain(said);
    const year = Number(closed.receivedAt.slice(0, 4)) + 7;
    expect(text).toContain(`31 december ${year}`);
    expect(closed.tracks.find((track) => track.right === 'erasure')?.categories).toEqual({
      invoices: { act: 'keep', ground: '52 AWR', until: `${year}-12-31` },
      addresses: { act: 'delete' },
    });
    expect(closed.timers['delete:erasure:invoices']).toBe(`${year}-12-30T23:00:00.000Z`);
  });

  it('a complaint calls before its 72 hours end, and when they have ended', { timeout: 60_000 }, async () => {
    const from = 'klager@example.test';
    const opened = await open(from, rights.complaint?.text ?? '', ['complaint']);
    expect(await kinds(opened)).not.toContain('task-due');
    await world.wind({ hours: 49 });
    expect((await kinds(opened)).filter((kind) => kind === 'task-due')).toHaveLength(1);
    await world.wind({ hours: 24 });
    expect((await kinds(opened)).filter((kind) => kind === 'task-due')).toHaveLength(2);
    await expectRight(world, await workToTheEnd(world, await readCaseOf(world, from)), from, plain);
    await world.wind({ days: 1 });
    expect((await kinds(opened)).filter((kind) => kind === 'task-due')).toHaveLength(2);
  });

  it('somebody who asks for another is asked for the mandate', { timeout: 60_000 }, async () => {
    const from = 'gemachtigde@example.test';
    const opened = await open(from, 'Namens mijn cliënt vraag ik inzage in haar persoonsgegevens.', ['access']);
    const known = await moved(world, opened, async () => {
      await choose(world, opened, 'case.about', 'set-requester');
      await fill(world, { requester: 'agent' });
    });
    const asked = await moved(world, known, async () => {
      await choose(world, known, 'case.other', 'ask-requester');
      await fill(world, {});
    });
    expect(asked).toMatchObject({ requester: 'agent', letters: [{ part: 'requester', status: 'sent' }] });
    const [letter] = await world.letters(from);
    for (const said of [/machtiging/, /handtekening/, /Stuur ons geen kopie/]) expect(letter?.text).toMatch(said);
    await expectRight(world, await workToTheEnd(world, asked), from, ['requester', 'acknowledged', 'fulfil']);
  });

  it('a recipient is told by mail, is silent, is chased and confirms', { timeout: 60_000 }, async () => {
    const from = 'ontvanger@example.test';
    const before = (await world.letters('wolk@example.test')).length;
    const opened = await open(from, rights.erasure?.text ?? '', ['erasure']);
    const record = await workUntil(opened, 'send-letter', { decide: { outcome: 'partly' } });
    const notice = (await world.letters('wolk@example.test')).slice(before);
    expect(notice).toHaveLength(1);
    expect(notice[0]?.text).toContain('Mailadressen: gewist');
    expect(notice[0]?.text).not.toMatch(/Factuurgegevens|naam, adres en facturen/);
    const task = record.tasks.find((each) => each.recipient === 'hosting');
    expect(task).toMatchObject({ result: 'done' });
    expect(await kinds(record)).not.toContain('recipient-silent');
    await world.wind({ days: 15 });
    expect((await kinds(record)).filter((kind) => kind === 'recipient-silent')).toHaveLength(2);
    const chased = await readCaseOf(world, from);
    expect((await findCard(world, chased)).words).toContain('Wolk BV');
    const confirmed = await moved(world, chased, () =>
      choose(world, chased, 'case.recipients', `confirm-recipient/${task?.id}`),
    );
    expect(confirmed.tasks.find((each) => each.id === task?.id)?.confirmed).toMatchObject({ by: 'UANNA' });
    expect(await kinds(confirmed)).toContain('recipient-confirmed');
    const closed = await workToTheEnd(world, confirmed);
    expect((await world.letters(from)).at(-1)?.text).toContain('Wolk BV');
    expect(closed.letters.map((letter) => letter.part)).toEqual(['acknowledged', 'notice', 'partly']);
  });

  it('a restriction stands after the case is closed, and is lifted by two people once the person was told', {
    timeout: 60_000,
  }, async () => {
    const from = 'opheffen@example.test';
    const closed = await workToTheEnd(world, await open(from, rights.restriction?.text ?? '', ['restriction']));
    expect(Object.keys(closed.timers)).toEqual(['restricted:restriction']);
    const asked = await moved(world, closed, async () => {
      await choose(world, closed, 'case.locks', 'lift-restriction/restriction', 'UBRAM');
      await fill(world, { reason: 'De rechter heeft uitspraak gedaan.' }, 'UBRAM');
    });
    const before = (await world.letters(from)).length;
    const told = await moved(world, asked, async () => {
      const askedAt = asked.tracks[0]?.lift?.at;
      await choose(world, asked, 'case.locks', `lift-restriction/restriction/${askedAt}`, 'UCARLA');
      await fill(world, {}, 'UCARLA');
    });
    const letters = await world.letters(from);
    expect(letters).toHaveLength(before + 1);
    expect(letters.at(-1)?.subject).toContain('Wij heffen de beperking op');
    expect(letters.at(-1)?.text).toContain('De rechter heeft uitspraak gedaan.');
    expect(told.tasks.filter((task) => task.step === 'unlock' && task.result === undefined)).toHaveLength(2);
    const ended = await workToTheEnd(world, told);
    expect(ended.timers).toHaveProperty('purge');
    expect(ended.tasks.filter((task) => task.step === 'unlock').every((task) => task.result === 'done')).toBe(true);
  });

  it.each(['access', 'rectification', 'erasure', 'restriction', 'portability', 'objection'])(
    '%s finds nothing anywhere, and the letter says so',
    { timeout: 60_000 },
    async (right) => {
      const from = `niets-${right}@example.test`;
      const opened = await open(from, rights[right]?.text ?? '', [right]);
      await expectRight(world, await workToTheEnd(world, opened, { finds: false }), from, ['acknowledged', 'nothing']);
      expect((await world.letters(from)).at(-1)?.text).toContain('geen gegevens van');
    },
  );
});
