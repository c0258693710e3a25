import { expect, test } from 'vitest';
import { readCommand } from '../../../src/channels/slack/commands/read-command.ts';
import { reachMany } from './home-pages.ts';
import type { DeskOptions, OpenDesk } from './open-desk.ts';
import { states } from './states.ts';
import { useDesks } from './with-desk.ts';

const start = useDesks();
async function startWith(name: string, options: DeskOptions = {}): Promise<OpenDesk> {
  const it = await start(options);
  states.find((state) => state.name === name)?.reach(it.desk, 'c1');
  await it.show('c1');
  return it;
}
/** Gives the command and waits for the private answer. */
async function ask(it: OpenDesk, text: string, user = 'UANNA') {
  const before = it.standIn.ephemerals(user).length;
  expect(await it.standIn.runCommand(user, '/avg', text)).toMatchObject({ acked: true });
  return it.standIn.waitFor(() => it.standIn.ephemerals(user)[before]);
}

test.each([
  ['', { do: 'help' }],
  ['  LIST ', { do: 'list' }],
  ['show  kp-2026-7', { do: 'show', number: 'kp-2026-7' }],
  ['toon 7', { do: 'show', number: '7' }],
  ['show', { do: 'show', number: '' }],
  ['telaat', { do: 'overdue' }],
  ['verwijder alles', { do: 'unknown' }],
  ['constructor', { do: 'unknown' }],
])('"%s" is read as it is meant', (text, command) => {
  expect(readCommand(text)).toEqual(command);
});

test.each(['socket', 'http'] as const)(
  'in %s mode the list comes privately, and a line opens its case',
  async (mode) => {
    const it = await startWith('new', { mode });
    const shown = await ask(it, 'list');
    expect(shown.isPrivate).toBe(true);
    expect(shown.words).toContain('Alle open zaken (1)');
    expect(shown.words).toContain('Bevestig de ontvangst');
    await it.standIn.press('UANNA', shown.ts, 'home.open');
    await it.standIn.waitFor(() => it.standIn.view('UANNA')?.words.includes('KP-2026-0001 · Inzage'));
  },
);

test('each command answers; what is empty says so', async () => {
  const it = await startWith('extended-and-late');
  expect((await ask(it, 'overdue')).words).toContain('Te laat (1)');
  expect((await ask(it, 'mine')).words).toContain('KP-2026-0001');
  expect((await ask(it, 'stats')).words).toContain('*1* open, waarvan *1* te laat');
  const none = await start();
  expect((await ask(none, 'list')).words).toBe('Er is geen open zaak.');
  expect((await ask(none, 'mine')).words).toBe('Er ligt nu niets bij jou.');
  expect((await ask(none, 'overdue')).words).toBe('Niets is te laat.');
  expect((await ask(none, 'stats')).words).toContain('mediaan nog niet bekend');
});

test('one case comes with its buttons, which work, and the way to its card', async () => {
  const it = await startWith('new');
  const shown = await ask(it, 'show 1');
  expect(shown.words).toContain('KP-2026-0001 · Inzage');
  expect(JSON.stringify(shown.blocks)).toContain('/archives/CPRIVACY/p');
  await it.standIn.press('UANNA', shown.ts, 'case.acknowledge');
  await it.standIn.waitFor(() => it.desk.read('c1').acknowledged);
});

test.each([
  ['show', 'Zet het nummer van een zaak achter `/avg show`, zoals `/avg show KP-2026-0007`.'],
  ['show zeven', 'Er is geen zaak met dat nummer. Een nummer ziet eruit als KP-2026-0007.'],
  ['show 99', 'Er is geen zaak met dat nummer. Een nummer ziet eruit als KP-2026-0007.'],
  ['verwijder jan.devries@thuis.example', 'Dat woord ken ik niet.'],
])('wrong input says what is expected: "%s"', async (text, words) => {
  const it = await startWith('new');
  const shown = await ask(it, text);
  expect(shown.words).toContain(words);
  expect(shown.words).not.toContain('thuis.example');
});

test('help names every command under the name that the manifest gave it', async () => {
  const it = await start();
  expect((await ask(it, 'help')).words.match(/`\/avg /g)).toHaveLength(7);
  await it.standIn.runCommand('UANNA', '/privacy', '');
  const shown = await it.standIn.waitFor(() => it.standIn.ephemerals('UANNA')[1]);
  expect(shown.words.match(/`\/privacy /g)).toHaveLength(7);
});

test.each(['', 'list', 'show 1', 'add', 'stats'])(
  'somebody outside the team gets only a refusal to "%s"',
  async (text) => {
    const it = await startWith('new', {
      standIn: {
        users: [
          { id: 'UANNA', name: 'anna' },
          { id: 'USTRANGER', name: 'daan' },
        ],
      },
    });
    const shown = await ask(it, text, 'USTRANGER');
    expect(shown.words).toContain('niet in het team');
    expect(shown.words).not.toContain('KP-2026');
    expect(it.standIn.view('USTRANGER')).toBeUndefined();
  },
);

test('a long list keeps within a message and says how many more there are', async () => {
  const it = await start();
  reachMany(it.desk, 200);
  const { words, blocks } = await ask(it, 'list');
  expect(blocks.length).toBeLessThanOrEqual(50);
  expect(words).toContain('Alle open zaken (200)');
  expect(words).toContain('En nog 155; die staan op de startpagina van de app.');
});

test('a failure is told privately with a reference', async () => {
  const it = await startWith('new', {
    before: async (what) => {
      if (what === 'listRecords') throw new Error('no disk');
    },
  });
  expect((await ask(it, 'list')).words).toContain('Er ging iets mis (ref T1)');
});

test('the same command handed over twice is answered twice and changes nothing', async () => {
  const it = await startWith('new');
  const version = it.desk.read('c1').version;
  await ask(it, 'list');
  await it.standIn.sendAgain();
  await it.standIn.waitFor(() => it.standIn.ephemerals('UANNA').length === 2);
  expect(it.desk.read('c1').version).toBe(version);
});

test.each(['nothing', 'minimal', 'full'] as const)(
  'with the setting "%s" lists hold no word of a person',
  async (show) => {
    const it = await startWith('asked-and-replied', { show });
    for (const text of ['list', 'mine', 'overdue', 'stats']) await ask(it, text);
    const answers = JSON.stringify(it.standIn.ephemerals('UANNA').map(({ blocks, text }) => [blocks, text]));
    for (const word of ['devries', 'thuis.example', 'Vries', 'J.d.V.', 'alles wat jullie'])
      expect(answers).not.toContain(word);
    const shown = JSON.stringify((await ask(it, 'show 1')).blocks);
    expect(shown.includes('J.d.V.')).toBe(show === 'minimal');
    expect(shown.includes('Jan de Vries')).toBe(show === 'full');
  },
);
