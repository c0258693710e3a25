import { expect, test } from 'vitest';
import { makeRequest } from '../../support/desk.ts';
import { makeGate } from './gate.ts';
import { reachMany } from './home-pages.ts';
import type { DeskOptions, OpenDesk } from './open-desk.ts';
import { states } from './states.ts';
import { useDesks } from './with-desk.ts';

const start = useDesks();
const stranger = {
  users: [
    { id: 'UANNA', name: 'anna' },
    { id: 'UBRAM', name: 'bram' },
    { id: 'UCARLA', name: 'carla' },
    { id: 'USTRANGER', name: 'daan' },
  ],
};
const home = (it: OpenDesk, user = 'UANNA') => it.standIn.home(user);
const published = (it: OpenDesk) => it.standIn.callsTo('views.publish').length;

async function openHome(it: OpenDesk, user = 'UANNA') {
  const before = published(it);
  expect(await it.standIn.openHome(user)).toMatchObject({ acked: true });
  await it.standIn.waitFor(() => published(it) > before);
  return it.standIn.waitFor(() => home(it, user));
}
/** Does something and waits for the Home that comes of it. */
async function after(it: OpenDesk, act: () => Promise<unknown>, user = 'UANNA') {
  const before = published(it);
  await act();
  await it.standIn.waitFor(() => published(it) > before);
  return it.standIn.waitFor(() => home(it, user));
}
async function startWith(name: string, options: DeskOptions = {}): Promise<OpenDesk> {
  const it = await start(options);
  states.find((state) => state.name === name)?.reach(it.desk, 'c1');
  await it.show('c1');
  return it;
}

test.each(['socket', 'http'] as const)('in %s mode Home shows the work when it is opened', async (mode) => {
  const it = await startWith('new', { mode });
  const { words } = await openHome(it);
  expect(words).toContain('Vandaag voor jou (1)');
  expect(words).toContain('KP-2026-0001 · Inzage');
});

test('somebody outside the team sees one sentence, and nothing of a case', async () => {
  const it = await startWith('new', { standIn: stranger });
  const { words, controls } = await openHome(it, 'USTRANGER');
  expect(words).toContain('niet in het team');
  expect(words).not.toContain('KP-2026');
  expect(controls).toEqual([]);
});

test('a member who was taken off the team presses on an old Home and sees the sentence too', async () => {
  const it = await startWith('new');
  await openHome(it, 'UBRAM');
  it.context.organisation.team.splice(1, 1);
  const { words } = await after(it, () => it.standIn.press('UBRAM', 'home', 'home.refresh'), 'UBRAM');
  expect(words).toContain('niet in het team');
  await openHome(it, 'UBRAM');
  expect(home(it, 'UBRAM')?.controls).toEqual([]);
});

test('before the first case Home says what is still to be set up', async () => {
  const users = stranger.users.filter(({ id }) => id !== 'UBRAM');
  const it = await start({ standIn: { users } });
  await openHome(it);
  const { words } = await it.standIn.waitFor(() => home(it)?.words.includes('UBRAM') && home(it));
  expect(words).toContain('Er is nog geen verzoek binnen');
  expect(words).toContain('Slack kent Bram niet');
  // The answer counts for an hour.
  const asked = it.standIn.callsTo('users.info').length;
  await openHome(it);
  expect(it.standIn.callsTo('users.info')).toHaveLength(asked);
});

test('where Slack cannot be asked about the team, Home is shown and the log says so', async () => {
  const it = await startWith('new');
  it.standIn.fault({ kind: 'error', error: 'missing_scope', method: 'users.info' });
  expect((await openHome(it)).words).toContain('KP-2026-0001');
  await expect.poll(() => it.log.some((line) => line.message.includes('knows the team'))).toBe(true);
});

test('filters, pages and the search work, and outlive a restart', async () => {
  const it = await start();
  reachMany(it.desk, 120);
  await openHome(it);
  let shown = await after(it, () => it.standIn.choose('UANNA', 'home', 'home.show', 'all'));
  expect(shown.words).toContain('1 tot en met 50 van 120');
  shown = await after(it, () => it.standIn.press('UANNA', 'home', 'home.page.next'));
  expect(shown.words).toContain('51 tot en met 100 van 120');
  await it.restart();
  shown = await after(it, () => it.standIn.press('UANNA', 'home', 'home.page.next'));
  expect(shown.words).toContain('101 tot en met 120 van 120');
  shown = await after(it, () => it.standIn.choose('UANNA', 'home', 'home.person', 'UBRAM'));
  expect(shown.words).toContain('Alle open zaken (30)');
  shown = await after(it, () => it.standIn.choose('UANNA', 'home', 'home.right', 'erasure'));
  expect(shown.words).toContain('Alle open zaken (10)');
  shown = await after(it, () => it.standIn.choose('UANNA', 'home', 'home.search', '7'));
  expect(shown.words).toContain('Gevonden');
  expect(shown.controls.some(({ blockId }) => blockId === 'case/c7/found')).toBe(true);
  shown = await after(it, () => it.standIn.choose('UANNA', 'home', 'home.search', 'jan.devries@thuis.example'));
  expect(shown.words).toContain('Er is geen zaak met dat nummer');
  const sent = it.standIn.callsTo('views.publish').map(({ body }) => body);
  expect(JSON.stringify(sent)).not.toContain('thuis.example');
  // What was typed is not kept on the page either.
  expect(JSON.stringify(shown.view)).not.toContain('thuis.example');
  shown = await openHome(it);
  expect(shown.words).toContain('Alle open zaken (10)');
  expect(shown.words).not.toContain('geen zaak met dat nummer');
}, 60_000);

test('a closed case is found by its number', async () => {
  const it = await startWith('closed');
  await openHome(it);
  const { words } = await after(it, () => it.standIn.choose('UANNA', 'home', 'home.search', 'kp 2026 1'));
  expect(words).toContain('KP-2026-0001 · gesloten: beantwoord');
});

test('a case opens in a window with its controls and the way to its card; a press shows what came of it', async () => {
  const it = await startWith('new');
  await openHome(it);
  await it.standIn.press('UANNA', 'home', 'home.open');
  const window = await it.standIn.waitFor(() => it.standIn.view('UANNA'));
  expect(window.words).toContain('KP-2026-0001 · Inzage');
  expect(JSON.stringify(window.view)).toContain('https://oefenplein.slack.example/archives/CPRIVACY/p');
  await it.standIn.press('UANNA', 'view', 'home.card');
  await it.standIn.press('UANNA', 'view', 'case.acknowledge');
  await it.standIn.waitFor(() => it.standIn.view('UANNA')?.words.includes('Is dit de persoon om wie het gaat?'));
  expect(it.standIn.view('UANNA')?.controls.map((control) => control.actionId)).not.toContain('case.acknowledge');
});

test('a window that a case window opens lies on top of it; after it the case is shown as it now is', async () => {
  const it = await startWith('new');
  await openHome(it);
  await it.standIn.press('UANNA', 'home', 'home.open');
  await it.standIn.waitFor(() => it.standIn.view('UANNA'));
  await it.standIn.choose('UANNA', 'view', 'case.about', 'assign');
  await it.standIn.waitFor(() => it.standIn.view('UANNA')?.depth === 2);
  expect((await it.standIn.submit('UANNA', { assignee: 'UBRAM' })).result).toBe('closed');
  const below = await it.standIn.waitFor(
    () => it.standIn.view('UANNA')?.words.includes('UBRAM') && it.standIn.view('UANNA'),
  );
  expect(below.depth).toBe(1);
});

test('a stale press in a case window is refused in that window', async () => {
  const it = await startWith('new');
  await openHome(it);
  await it.standIn.press('UANNA', 'home', 'home.open');
  await it.standIn.waitFor(() => it.standIn.view('UANNA'));
  it.desk.act('c1', 'UBRAM', { do: 'acknowledge' });
  await it.standIn.press('UANNA', 'view', 'case.acknowledge');
  await it.standIn.waitFor(() => it.standIn.view('UANNA')?.words.includes('al gedaan door Bram'));
  expect(it.standIn.ephemerals('UANNA')).toEqual([]);
});

test('a member taken off the team while a case window is open sees nothing more of the case', async () => {
  const it = await startWith('new');
  await openHome(it, 'UBRAM');
  await it.standIn.press('UBRAM', 'home', 'home.open');
  await it.standIn.waitFor(() => it.standIn.view('UBRAM'));
  it.context.organisation.team.splice(1, 1);
  await it.standIn.press('UBRAM', 'view', 'case.acknowledge');
  const window = await it.standIn.waitFor(
    () => it.standIn.view('UBRAM')?.words.includes('niet in het team') && it.standIn.view('UBRAM'),
  );
  expect(window.words).not.toContain('KP-2026');
  expect(it.desk.read('c1').acknowledged).toBeUndefined();
});

test('a case that is slow to read opens in time with a window that says so', async () => {
  const gate = makeGate();
  let slow = false;
  const it = await startWith('new', {
    before: async (what) => {
      if (what === 'readCase' && slow) await gate.passed;
    },
  });
  await openHome(it);
  slow = true;
  await it.standIn.press('UANNA', 'home', 'home.open');
  expect((await it.standIn.waitFor(() => it.standIn.view('UANNA'))).words).toBe('Bezig…');
  gate.open();
  await it.standIn.waitFor(() => it.standIn.view('UANNA')?.words.includes('KP-2026-0001'));
});

test('a window whose trigger expired is told on Home, with a reference', async () => {
  const it = await startWith('new', { standIn: { triggerLifetimeMs: 0 } });
  await openHome(it);
  const { words } = await after(it, () => it.standIn.press('UANNA', 'home', 'home.open'));
  expect(words).toContain('Slack opende het venster niet (ref T1). Klik nog eens.');
});

test('a failure is told on Home with a reference, and the log has it without personal data', async () => {
  let failing = false;
  const it = await startWith('new', {
    before: async (what) => {
      if (what === 'readCase' && failing) throw new Error('The disk of Jan de Vries is full');
    },
  });
  await openHome(it);
  failing = true;
  const { words } = await after(it, () => it.standIn.press('UANNA', 'home', 'home.open'));
  expect(words).toContain('Er ging iets mis (ref T1)');
  expect(JSON.stringify(it.log)).not.toContain('Vries');
});

test('when the work cannot be read, the opening of Home is in the log and the next one shows it', async () => {
  let failing = true;
  const it = await startWith('new', {
    before: async (what) => {
      if (what === 'listRecords' && failing) throw new Error('no disk');
    },
  });
  await it.standIn.openHome('UANNA');
  await expect.poll(() => it.log.some((line) => line.level === 'error')).toBe(true);
  failing = false;
  expect((await openHome(it)).words).toContain('KP-2026-0001');
});

test('an opening that is handed over twice shows the same Home', async () => {
  const it = await startWith('new');
  const first = await openHome(it);
  const second = await after(it, () => it.standIn.sendAgain());
  expect(second.words).toBe(first.words);
});

test('a person who was asked and wrote again makes the case wait for staff, whatever is kept sealed', async () => {
  const it = await startWith('asked-and-replied');
  expect((await openHome(it)).words).toContain('Is het antwoord genoeg?');
  it.desk.setNow('2026-03-04T09:00:00.000Z');
  const asked = await startWith('asked');
  expect((await openHome(asked)).words).toContain('Wacht op de betrokkene (1)');
});

test('an unsure mail can be judged from Home', async () => {
  const it = await start();
  it.desk.take('c1', makeRequest({ unsure: true }));
  await it.show('c1');
  await openHome(it);
  await it.standIn.press('UANNA', 'home', 'home.open');
  await it.standIn.waitFor(() => it.standIn.view('UANNA'));
  await it.standIn.press('UANNA', 'view', 'case.triage.access');
  await it.standIn.waitFor(() => it.standIn.view('UANNA')?.words.includes('KP-2026-0001 · Inzage'));
});
