import { expect, test } from 'vitest';
import { accessWorkflow, erasureWorkflow } from '../../support/context.ts';
import { makeMail, makeRequest } from '../../support/desk.ts';
import { channel, type DeskOptions, type OpenDesk } from './open-desk.ts';
import { useDesks } from './with-desk.ts';

const start = useDesks();
const workflows = [accessWorkflow, { ...erasureWorkflow, after: [] }];
const from = 'jan.devries@thuis.example';

/** A case of both rights, `c1`, and one of another request of the same person, `c2`; both stand in the channel. */
async function startWithTwo(options: DeskOptions = {}): Promise<OpenDesk> {
  const it = await start({ workflows, ...options });
  it.desk.take('c1', makeRequest({ rights: ['access', 'erasure'] }));
  const mail = makeMail({ id: 'mail-2', receivedAt: '2026-03-02T09:00:00.000Z', subject: 'Nog iets' });
  it.desk.take('c2', makeRequest({ rights: ['access'], mail }));
  await it.show('c1');
  await it.show('c2');
  return it;
}
async function choose(it: OpenDesk, id: string, value: string, user = 'UANNA') {
  await it.standIn.choose(user, (await it.card(id)).ts, 'case.other', value);
}
const view = (it: OpenDesk, user = 'UANNA') => it.standIn.waitFor(() => it.standIn.view(user));
const said = (it: OpenDesk, user = 'UANNA') => it.standIn.waitFor(() => it.standIn.ephemerals(user).at(-1));
const thread = async (it: OpenDesk, id: string) =>
  it.standIn
    .thread(channel, (await it.card(id)).ts)
    .map(({ words }) => words)
    .join('\n');

test('a right gets a case and a card of its own, and both threads say where it came from and went', async () => {
  const it = await startWithTwo();
  await choose(it, 'c1', 'split');
  await view(it);
  expect(await it.standIn.submit('UANNA', { rights: ['erasure'] })).toMatchObject({ result: 'closed' });
  const card = await it.card('c1-s2');
  expect(card.words).toContain('KP-2026-0003 · Verwijdering');
  expect(card.words).toContain('vr 3 april');
  expect((await it.card('c1')).words).toContain('KP-2026-0001 · Inzage');
  expect(await thread(it, 'c1')).toContain('Afgesplitst door Anna naar KP-2026-0003: Verwijdering');
  expect(await thread(it, 'c1-s2')).toContain('Afgesplitst van KP-2026-0001 door Anna: Verwijdering');
});

test('a split that is not possible says so at the choice, and keeps it', async () => {
  const it = await startWithTwo();
  await choose(it, 'c1', 'split');
  await view(it);
  const all = { rights: ['access', 'erasure'] };
  const submitted = await it.standIn.submit('UANNA', all);
  expect(submitted).toMatchObject({ result: 'errors', errors: { rights: expect.stringContaining('Er moet iets') } });
  expect(await it.standIn.submit('UANNA', { rights: [] })).toMatchObject({
    result: 'errors',
    errors: { rights: 'Kies minstens één recht of één bericht.' },
  });
  expect(it.desk.cases.size).toBe(2);
});

test('while a letter that concerns it is being sent a right is not split off; afterwards it is', async () => {
  const it = await startWithTwo();
  it.desk.act('c1', 'UANNA', { do: 'extend', reason: 'er veel verzoeken zijn' });
  await it.show('c1');
  await choose(it, 'c1', 'split');
  await view(it);
  expect(await it.standIn.submit('UANNA', { rights: ['erasure'] })).toMatchObject({ result: 'updated' });
  expect((await view(it)).words).toContain('nog een brief onderweg');
  it.desk.sendLetters('c1');
  expect(await it.standIn.submit('UANNA', { rights: ['erasure'] })).toMatchObject({ result: 'closed' });
  expect(it.desk.read('c1').letters).toHaveLength(1);
  expect(it.desk.read('c1-s4').clock.map(({ name }) => name)).toEqual(['extended']);
});

test('two who split the same right at once make one case; the second is told who was first', async () => {
  const it = await startWithTwo();
  await choose(it, 'c1', 'split', 'UANNA');
  await choose(it, 'c1', 'split', 'UBRAM');
  await Promise.all([view(it), view(it, 'UBRAM')]);
  expect(await it.standIn.submit('UANNA', { rights: ['erasure'] })).toMatchObject({ result: 'closed' });
  expect(await it.standIn.submit('UBRAM', { rights: ['erasure'] })).toMatchObject({ result: 'updated' });
  expect((await view(it, 'UBRAM')).words).toContain('al gedaan door Anna');
  expect(it.desk.cases.size).toBe(3);
});

test('a merge offers the likely case; the other card keeps only its number and where all went', async () => {
  const it = await startWithTwo();
  await choose(it, 'c1', 'merge');
  expect((await view(it)).words).toContain('KP-2026-0002 · Inzage');
  expect(await it.standIn.submit('UANNA', { other: 'c2' })).toMatchObject({ result: 'closed' });
  const gone = await it.card('c2');
  expect(gone.words).toBe('KP-2026-0002 · samengevoegd met KP-2026-0001');
  expect(new Set((await thread(it, 'c2')).split('\n'))).toEqual(new Set([gone.words]));
  expect(await thread(it, 'c1')).toContain('Samengevoegd door Anna: alles van KP-2026-0002 staat nu hier (Inzage)');
  // The second request came first: its date counts.
  expect((await it.card('c1')).words).toContain('do 2 april');
});

test('a number that does not exist, none, and a case of another address are faults in the window', async () => {
  const it = await startWithTwo();
  const mail = makeMail({ id: 'mail-3', from: 'j.devries@werk.example' });
  it.desk.take('c3', makeRequest({ rights: ['erasure'], mail }));
  await choose(it, 'c2', 'merge');
  await view(it);
  const faults = (number: string) => it.standIn.submit('UANNA', { number, reason: '' });
  expect(await faults('99')).toMatchObject({ errors: { number: expect.stringContaining('geen zaak met dat nummer') } });
  expect(await faults('')).toMatchObject({ errors: { number: 'Kies een zaak of geef een nummer.' } });
  expect(await faults('2')).toMatchObject({ errors: { number: expect.stringContaining('deze zaak zelf') } });
  expect(await faults('kp 2026 3')).toMatchObject({ errors: { reason: expect.stringContaining('een ander adres') } });
  expect(await it.standIn.submit('UANNA', { number: '3', reason: 'Hij belde.' })).toMatchObject({ result: 'closed' });
  expect(it.desk.read('c3').mergedInto).toEqual({ id: 'c2', number: 'KP-2026-0002' });
});

test('an old card of a merged case does nothing and says where to go on', async () => {
  const it = await startWithTwo();
  const { ts } = await it.card('c2');
  it.desk.act('c1', 'UANNA', { do: 'merge', other: 'c2' });
  await it.standIn.press('UBRAM', ts, 'case.acknowledge');
  expect((await said(it, 'UBRAM')).words).toContain('samengevoegd met KP-2026-0001; werk daar verder');
  await it.show('c2');
  await it.standIn.choose('UANNA', ts, 'case.other', 'merge', { stale: true });
  expect((await said(it)).words).toContain('samengevoegd met KP-2026-0001; werk daar verder');
  expect(it.desk.read('c2').version).toBe(2);
});

test.each(['nothing', 'minimal'] as const)(
  'with the setting "%s" no post of a split or merge holds a word of a person',
  async (show) => {
    const it = await startWithTwo({ show });
    it.desk.act('c1', 'UANNA', { do: 'split', rights: ['erasure'], mails: ['mail-1'] });
    it.desk.act('c1', 'UANNA', { do: 'merge', other: 'c2', reason: 'Jan de Vries belde' });
    for (const id of it.desk.cases.keys()) await it.show(id);
    for (const id of it.desk.cases.keys()) {
      const words = `${(await it.card(id)).words}\n${await thread(it, id)}`;
      expect(words).not.toMatch(/Vries|Nog iets|belde|Mijn gegevens|jan\./);
      expect(words).not.toContain(from);
    }
  },
);
