import { expect, it } from 'vitest';
import {
  act,
  channel,
  choose,
  fill,
  findCard,
  moved,
  nextAction,
  press,
  readById,
  readCaseOf,
  workToTheEnd,
} from './staff.ts';
import { describeOnEngines, useWorld } from './use-world.ts';
import type { World } from './world.ts';

const listTriage = async (world: World) => {
  const { store } = world.running.desk;
  const lines = await store.listCases({ status: ['triage'] });
  return (await Promise.all(lines.map((line) => store.readCase(line.id)))).filter((record) => record !== null);
};

const person = 'jan.devries@example.test';
const asks: Record<string, { subject: string; text: string }> = {
  access: { subject: 'Inzage', text: 'Ik wil graag inzage in mijn persoonsgegevens.' },
  rectification: {
    subject: 'Fout in mijn gegevens',
    text: 'Mijn geboortedatum klopt niet in jullie administratie, willen jullie die aanpassen?',
  },
  erasure: { subject: 'Verwijderen', text: 'Ik verzoek u al mijn persoonsgegevens te wissen.' },
  objection: {
    subject: 'Bezwaar',
    text: 'Ik wil niet dat jullie mijn gegevens nog gebruiken voor analyses.',
  },
  portability: {
    subject: 'Gegevens meenemen',
    text: 'Ik wil gebruikmaken van mijn recht op dataportabiliteit, graag als csv.',
  },
};

describeOnEngines('whole cases', (engine) => {
  const world = useWorld({ engine });

  for (const [index, [right, { subject, text }]] of Object.entries(asks).entries()) {
    it(`runs ${right} from mail to closed case, with one letter of each kind and one card`, async () => {
      const from = `p${index}@example.test`;
      await world.write({ from, name: 'Jan de Vries', subject, text: `Beste mensen,\n\n${text}\n\nGroet,\nJan` });
      const opened = await readCaseOf(world, from);
      expect(opened.tracks.map((track) => track.right)).toEqual([right]);
      expect(opened.status).toBe('open');
      const closed = await workToTheEnd(world, opened);
      expect(closed.letters.every((letter) => letter.status === 'sent')).toBe(true);
      const letters = await world.letters(from);
      expect(letters).toHaveLength(closed.letters.length);
      expect(new Set(letters.map((letter) => letter.messageId)).size).toBe(letters.length);
      expect(letters[0]?.text).toContain(closed.number);
      expect(letters.every((letter) => letter.headers.includes('Auto-Submitted: auto-replied'))).toBe(true);
      expect(letters.every((letter) => letter.inReplyTo !== undefined)).toBe(true);
      expect(letters.map((letter) => letter.text).join('')).not.toMatch(/undefined|\{\{|\[object/);
      const card = await findCard(world, closed);
      expect(card.words).toContain(closed.number);
      const sent = await world.servers.dovecot.readMailbox(world.mailbox, 'Sent');
      expect(sent.filter((mail) => mail.source.includes(`To: ${from}`))).toHaveLength(letters.length);
      const inbox = await world.servers.dovecot.readMailbox(world.mailbox);
      expect(inbox.at(-1)?.flags).toEqual(expect.arrayContaining(['$Rechtenloket']));
      expect(inbox.at(-1)?.flags).not.toContain('\\Seen');
    });
  }

  it('makes one case with a track for each of two rights, and deletes only after showing', async () => {
    await world.write({
      from: person,
      name: 'Jan de Vries',
      subject: 'Vraag',
      text: 'Stuur mij een kopie van alles wat jullie over mij bewaren. Verwijder daarna al mijn gegevens.',
    });
    const opened = await readCaseOf(world, person);
    expect(opened.tracks.map((track) => track.right).sort()).toEqual(['access', 'erasure']);
    const closed = await workToTheEnd(world, opened);
    expect(
      (closed.tracks.find((track) => track.right === 'access')?.answeredAt ?? '') <
        (closed.tracks.find((track) => track.right === 'erasure')?.answeredAt ?? ''),
    ).toBe(true);
    expect(await world.letters(person)).toHaveLength(3);
  });

  it('lets staff decide an unsure mail, and leaves ordinary mail alone', async () => {
    const before = world.slack.messages(channel).length;
    await world.write({
      from: 'bakker@example.test',
      subject: 'Factuur 2026-114',
      text: 'Beste,\n\nBijgaand de factuur voor de koffie van maandag. Graag betalen binnen 14 dagen.\n\nBakker Bart',
    });
    expect(world.slack.messages(channel)).toHaveLength(before);
    const counts = await world.running.desk.store.countMails('1970-01-01T00:00:00.000Z');
    expect(counts.other).toBe(1);

    await world.write({
      from: 'els@example.test',
      subject: 'Account',
      text: 'Verwijder mijn gegevens.',
      headers: ['From: iemand-anders@example.test'],
    });
    const [unsure] = await listTriage(world);
    if (!unsure) throw new Error('The mail with two senders is not before staff.');
    expect(unsure).toMatchObject({ status: 'triage', number: null });
    const opened = await moved(world, unsure, async () => {
      await press(world, unsure, 'case.triage');
      await fill(world, { rights: ['erasure'] });
    });
    expect(opened.status).toBe('open');
    expect(opened.number).toMatch(/^KP-\d{4}-\d{4}$/);
  });

  it('confirms by the answering mail with the code', async () => {
    const from = 'code@example.test';
    await world.write({
      from,
      name: 'Coby de Wit',
      subject: 'Inzage graag',
      text: 'Ik wil graag inzage in mijn persoonsgegevens.',
    });
    const opened = await readCaseOf(world, from);
    const asked = await moved(world, opened, async () => {
      await press(world, opened, 'case.ask-confirmation');
      await fill(world, { source: 'de factuur van mei' });
    });
    expect(asked.identity.status).toBe('asked');
    const [letter] = await world.letters(from);
    const code = /\b\d{6}\b/.exec(letter?.text ?? '')?.[0];
    expect(code).toBeDefined();
    expect(JSON.stringify(world.slack.calls.map((call) => call.body))).not.toContain(code);
    expect(world.logs.join('\n')).not.toContain(code);
    await world.write({
      from,
      subject: `Re: ${letter?.subject}`,
      text: `Dat klopt.\n\n> ${letter?.text.replaceAll('\n', '\n> ')}`,
      inReplyTo: letter?.messageId ?? '',
    });
    const confirmed = await readById(world, asked.id);
    expect(confirmed.identity).toMatchObject({ status: 'confirmed', methods: ['code'] });
    expect(nextAction(world, { ...confirmed, acknowledged: { by: 'x', at: 'x' } })?.do).toBe('finish-task');
  });

  it('refuses with a ground, its article, the authority and the court', async () => {
    const from = 'tien@example.test';
    await world.write({
      from,
      name: 'Tien Keer',
      subject: 'Inzage',
      text: 'Hierbij doe ik een inzageverzoek op grond van artikel 15 AVG.',
    });
    const opened = await readCaseOf(world, from);
    const ground = world.context.workflows.get('access')?.refusal.find(({ letter }) => letter === undefined);
    const refused = await moved(world, opened, async () => {
      await choose(world, opened, 'case.other', 'decide//refuse');
      await fill(world, {
        ground: ground?.id ?? '',
        reason: 'u vroeg dit vorige week ook al en er is sindsdien niets veranderd',
      });
    });
    const acknowledged = await moved(world, refused, () => press(world, refused, 'case.acknowledge'));
    const approval = nextAction(world, acknowledged);
    expect(approval?.do).toBe('approve-decision');
    const approved = await moved(world, acknowledged, () => act(world, acknowledged, approval as never));
    const action = nextAction(world, approved);
    expect(action?.do).toBe('send-letter');
    const answered = await moved(world, approved, () => act(world, approved, action as never));
    expect(answered.tracks[0]?.answeredAt).toBeDefined();
    const letter = (await world.letters(from)).at(-1);
    expect(letter?.text).toContain('Autoriteit Persoonsgegevens');
    expect(letter?.text).toContain('rechtbank');
    expect(letter?.text.replaceAll(/\s+/g, ' ')).toContain('vorige week ook al');
    expect(letter?.text).toContain('De wet: artikel 12 lid 5 onder b van de AVG.');
  });

  it('reminds, and says when a case is too late, as the clock is wound', async () => {
    const from = 'laat@example.test';
    await world.write({
      from,
      name: 'Laat Teunis',
      subject: 'Inzage',
      text: 'Ik wil graag inzage in mijn persoonsgegevens.',
    });
    const opened = await readCaseOf(world, from);
    const lines = async () =>
      world.slack
        .thread(channel, (await findCard(world, opened)).ts)
        .map((line) => line.words)
        .join('\n');
    const events = async () => (await world.running.desk.store.readEvents(opened.id)).map((event) => event.kind);
    expect(await events()).not.toContain('reminded');
    for (let day = 0; day < 40; day += 1) await world.wind({ days: 1 });
    const kinds = await events();
    expect(kinds.filter((kind) => kind === 'reminded')).toHaveLength(5);
    expect(kinds).toContain('overdue');
    expect(kinds.filter((kind) => kind === 'overdue').length).toBeGreaterThan(1);
    expect(await lines()).toMatch(/te laat|verstreken|over tijd/i);
  });
});
