import { expect, it } from 'vitest';
import type { Case } from '../../src/core/case.ts';
import { channel, choose, fill, findCard, moved, press, readById, readCaseOf, workToTheEnd } from './staff.ts';
import { describeOnEngines, useWorldForEach } from './use-world.ts';

const from = 'sem@example.test';
const access = { from, name: 'Sem Samen', subject: 'Inzage', text: 'Ik wil graag inzage in mijn persoonsgegevens.' };
const correct = 'Mijn geboortedatum klopt niet in jullie administratie, willen jullie die aanpassen?';

describeOnEngines('cases that are split and merged', (engine) => {
  const world = useWorldForEach({ engine }, [from]);
  const listOpen = async () => {
    const lines = await world.running.desk.store.listCases({ status: ['open'] });
    return await Promise.all(lines.map(({ id }) => readById(world, id)));
  };
  const threadOf = async (record: Case) =>
    world.slack
      .thread(channel, (await findCard(world, record)).ts)
      .map(({ words }) => words)
      .join('\n');
  const expectWhole = async () => expect((await world.running.desk.store.verifyChain()).faults).toEqual([]);

  it('splits a request for two rights, works both cases to the end, and knows which one an answer is for', async () => {
    await world.write({ ...access, text: `${access.text} ${correct}` });
    const opened = await readCaseOf(world, from);
    expect(opened.tracks.map(({ right }) => right).sort()).toEqual(['access', 'rectification']);
    const old = await moved(world, opened, async () => {
      await choose(world, opened, 'case.other', 'split');
      await fill(world, { rights: ['rectification'] });
    });
    const made = (await listOpen()).find(({ id }) => id !== old.id);
    if (!made) throw new Error('There is no second case: expected one that was split off.');
    expect(made.receivedAt).toBe(opened.receivedAt);
    expect(await threadOf(old)).toContain(`Afgesplitst door Anna naar ${made.number}`);
    expect(await threadOf(made)).toContain(`Afgesplitst van ${old.number} door Anna`);

    const acknowledged = await moved(world, made, () => press(world, made, 'case.acknowledge'));
    const letter = (await world.letters(from)).at(-1);
    expect(letter?.subject).toContain(made.number);
    const { messageId, inReplyTo } = letter ?? {};
    // As mail programs write it: the person's own mail, which both cases have, and then our letter.
    const headers = [`In-Reply-To: <${messageId}>`, `References: <${inReplyTo}> <${messageId}>`];
    await world.write({
      from,
      subject: `Re: ${letter?.subject}`,
      text: 'Dank, hij is op 3 mei.',
      headers,
    });
    const answered = await readById(world, made.id);
    expect(answered.personal?.mails).toHaveLength((acknowledged.personal?.mails.length ?? 0) + 1);
    expect((await readById(world, old.id)).personal?.mails).toHaveLength(1);

    for (const record of [old, made]) {
      const closed = await workToTheEnd(world, await readById(world, record.id));
      expect(closed.letters.filter(({ part }) => part === 'fulfil')).toHaveLength(1);
    }
    const answers = (await world.letters(from)).filter(({ text }) => /geboortedatum|inzage/i.test(text));
    expect(new Set(answers.map(({ messageId }) => messageId)).size).toBe(answers.length);
    await expectWhole();
  });

  it('merges two requests of one person, and takes the answer to either for the one that is left', async () => {
    await world.write(access);
    const first = await readCaseOf(world, from);
    await world.write({ ...access, subject: 'Fout in mijn gegevens', text: correct });
    const second = (await listOpen()).find(({ id }) => id !== first.id);
    if (!second) throw new Error('There is no second case: expected one for the second mail.');
    await moved(world, second, () => press(world, second, 'case.acknowledge'));
    const letter = (await world.letters(from)).at(-1);
    const merged = await moved(world, first, async () => {
      await choose(world, first, 'case.other', 'merge');
      await fill(world, { other: second.id });
    });
    expect(merged.tracks.map(({ right }) => right)).toEqual(['access', 'rectification']);
    expect(merged.letters.map(({ status }) => status)).toEqual(['sent']);
    const gone = await readById(world, second.id);
    expect((await findCard(world, gone)).words).toBe(`${gone.number} · samengevoegd met ${merged.number}`);
    expect((await threadOf(gone)).replaceAll(`${gone.number} · samengevoegd met ${merged.number}`, '').trim()).toBe('');

    await world.write({
      from,
      subject: `Re: ${letter?.subject}`,
      text: 'Dank.',
      inReplyTo: letter?.messageId ?? '',
    });
    await world.write({ from, subject: `Vraag over ${gone.number}`, text: 'Hoe ver staat het?' });
    const after = await readById(world, merged.id);
    expect(after.personal?.mails).toHaveLength((merged.personal?.mails.length ?? 0) + 2);
    expect(await listOpen()).toHaveLength(1);

    await world.stop();
    await world.start();
    const closed = await workToTheEnd(world, after);
    expect(closed.tracks.every(({ answeredAt }) => answeredAt !== undefined)).toBe(true);
    // Nothing is told any more of the case that is gone, until its data are erased.
    const { version } = await readById(world, gone.id);
    await world.wind({ days: 60 });
    expect((await readById(world, gone.id)).version).toBe(version);
    await world.wind({ days: 330 });
    expect((await readById(world, gone.id)).status).toBe('purged');
    await expectWhole();
  });
});
