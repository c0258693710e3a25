import { expect, test } from 'vitest';
import type { Workflow } from '../../../src/core/workflow.ts';
import { erasureWorkflow, templates } from '../../support/context.ts';
import { makeRequest } from '../../support/desk.ts';
import { makeGate } from './gate.ts';
import { makeHeldContext } from './held-world.ts';
import type { DeskOptions, OpenDesk } from './open-desk.ts';
import { useDesks } from './with-desk.ts';
import { allStates } from './worlds.ts';

const start = useDesks();

async function startIn(name: string, options: DeskOptions = {}): Promise<{ it: OpenDesk; ts: string }> {
  const it = await start(options);
  allStates.find((state) => state.name === name)?.reach(it.desk, 'c1');
  await it.show('c1');
  return { it, ts: (await it.card('c1')).ts };
}
const view = (it: OpenDesk, user = 'UANNA') => it.standIn.waitFor(() => it.standIn.view(user));
const letter = (it: OpenDesk) => Object.values(it.desk.read('c1').personal?.letters ?? {}).at(-1);

test('a letter goes out as it was changed in the window', async () => {
  const { it, ts } = await startIn('answer');
  await it.standIn.press('UANNA', ts, 'case.send-letter.access');
  expect((await view(it)).words).toContain('Inzage');
  const composed = it.desk.preview('c1', { letter: 'fulfil', right: 'access', by: 'UANNA' });
  const text = composed.ok ? `Kijk in de bijlage.\n\n${composed.text}` : '';
  const submitted = await it.standIn.submit('UANNA', { subject: 'Uw gegevens', 'text.0.p': text.trim() });
  expect(submitted.result).toBe('updated');
  expect((await view(it)).words).toContain('het nummer van de zaak (KP-2026-0001)');
  expect((await it.standIn.submit('UANNA', { subject: 'Uw gegevens, KP-2026-0001' })).result).toBe('closed');
  expect(letter(it)).toMatchObject({ subject: 'Uw gegevens, KP-2026-0001', text });
});

test('a long letter is laid over several inputs and comes together again to the letter', async () => {
  const paragraphs = Array.from({ length: 60 }, (_none, index) => `Alinea ${index}: ${'woord '.repeat(20).trim()}.`);
  const { it, ts } = await startIn('decide');
  const ground = 'identity';
  it.desk.act('c1', 'UANNA', {
    do: 'decide',
    right: 'access',
    outcome: 'partly',
    ground,
    reason: paragraphs.join('\n\n'),
  });
  await it.show('c1');
  const composed = it.desk.preview('c1', { letter: 'partly', right: 'access', by: 'UANNA' });
  await it.standIn.press('UANNA', ts, 'case.send-letter.access');
  expect((await view(it)).controls.filter((control) => control.actionId.startsWith('text.')).length).toBeGreaterThan(2);
  await it.standIn.submit('UANNA');
  expect(letter(it)?.text).toBe(composed.ok ? composed.text : '');
});

test('a question without [code] comes back saying so, with what was typed', async () => {
  const { it, ts } = await startIn('verify');
  await it.standIn.press('UANNA', ts, 'case.ask-confirmation');
  await view(it);
  const submitted = await it.standIn.submit('UANNA', {
    to: 'jan@bekend.example',
    source: 'de factuur van mei',
    'text.0.p': 'Bel ons.',
  });
  expect(submitted.result).toBe('updated');
  const { words } = await view(it);
  for (const said of ['De brief kan zo niet weg', 'de plaats van de code: [code]']) expect(words).toContain(said);
  expect(JSON.stringify((await view(it)).view)).toContain('Bel ons.');
  const again = await it.standIn.submit('UANNA', { 'text.0.p': 'Uw code is [code].' });
  expect(again.result).toBe('closed');
  expect(letter(it)).toMatchObject({ to: 'jan@bekend.example', text: 'Uw code is 246810.\n' });
});

test('an acknowledgement that was held opens in a window, and goes once what it lacks is filled in', async () => {
  const { it, ts } = await startIn('acknowledgement-held', { make: makeHeldContext });
  expect(it.desk.read('c1').acknowledged).toBeUndefined();
  await it.standIn.press('UANNA', ts, 'case.acknowledge.edit');
  expect((await view(it)).words).toContain('wanneer het antwoord uiterlijk komt');
  expect((await it.standIn.submit('UANNA')).result).toBe('updated');
  const text = 'Wij ontvingen uw verzoek. U krijgt antwoord uiterlijk op vrijdag 3 april 2026.';
  expect((await it.standIn.submit('UANNA', { 'text.0.p': text })).result).toBe('closed');
  expect(it.desk.read('c1').acknowledged?.by).toBe('UANNA');
});

test('a code goes nowhere until staff say where the address stood before', async () => {
  const { it, ts } = await startIn('verify');
  await it.standIn.press('UANNA', ts, 'case.ask-confirmation');
  await view(it);
  const submitted = await it.standIn.submit('UANNA', { source: ' ' });
  expect(submitted.result === 'closed').toBe(false);
  expect(it.desk.read('c1').personal?.knownAddress).toBeUndefined();
  expect((await it.standIn.submit('UANNA', { source: 'de factuur van mei' })).result).toBe('closed');
  expect(it.desk.read('c1').personal?.knownAddress).toBe('jan.devries@thuis.example');
});

test('a refusal without ground comes back at the ground, without explanation at the explanation', async () => {
  const { it, ts } = await startIn('decide');
  await it.standIn.press('UANNA', ts, 'case.decide.access');
  await view(it);
  expect(await it.standIn.submit('UANNA', { outcome: 'refuse' })).toMatchObject({
    result: 'errors',
    errors: { ground: 'Kies een grond voor de weigering.' },
  });
  expect(await it.standIn.submit('UANNA', { ground: 'identity' })).toMatchObject({
    result: 'errors',
    errors: { reason: 'Geef een uitleg.' },
  });
  expect((await it.standIn.submit('UANNA', { reason: 'u woont daar niet' })).result).toBe('closed');
  expect(it.desk.read('c1').tracks[0]?.decision).toMatchObject({ outcome: 'refuse', ground: 'identity' });
});

test('a task whose note the letter says cannot be done without one', async () => {
  const tell = { id: 'tell', title: { nl: 'Licht in', en: 'Tell' }, note: 'required' as const };
  const workflow: Workflow = { ...erasureWorkflow, steps: ['recipients', 'answer'], tasks: { recipients: [tell] } };
  const it = await start({ workflows: [workflow] });
  it.desk.take('c1', makeRequest({ rights: ['erasure'] }));
  await it.show('c1');
  await it.standIn.press('UANNA', (await it.card('c1')).ts, 'case.finish-task.recipients-1.done');
  await view(it);
  const submitted = await it.standIn.submit('UANNA');
  expect(submitted).toMatchObject({ result: 'errors', errors: { note: expect.stringContaining('notitie') } });
  expect((await it.standIn.submit('UANNA', { note: 'Wolk BV weet het.' })).result).toBe('closed');
});

test('somebody outside the team cannot get a case', async () => {
  const { it, ts } = await startIn('new', {
    standIn: {
      users: [
        { id: 'UANNA', name: 'anna' },
        { id: 'USTRANGER', name: 'daan' },
      ],
    },
  });
  await it.standIn.choose('UANNA', ts, 'case.about', 'assign');
  await view(it);
  expect(await it.standIn.submit('UANNA', { assignee: 'USTRANGER' })).toMatchObject({ result: 'errors' });
  expect((await it.standIn.submit('UANNA', { assignee: 'UANNA' })).result).toBe('closed');
});

test('an extension asks for the reason first, then shows the letter with it', async () => {
  const { it, ts } = await startIn('new');
  await it.standIn.choose('UANNA', ts, 'case.other', 'extend');
  await view(it);
  expect((await it.standIn.submit('UANNA', { reason: 'het er veel zijn' })).result).toBe('updated');
  expect(JSON.stringify((await view(it)).view)).toContain('omdat het er veel zijn');
  expect((await it.standIn.submit('UANNA')).result).toBe('closed');
  expect(letter(it)?.text).toContain('woensdag 3 juni 2026');
});

test('two who decide at once: the second keeps what was typed and reads that it was done', async () => {
  const { it, ts } = await startIn('decide');
  await it.standIn.press('UBRAM', ts, 'case.decide.access');
  await view(it, 'UBRAM');
  it.desk.act('c1', 'UANNA', { do: 'decide', right: 'access', outcome: 'fulfil' });
  const submitted = await it.standIn.submit('UBRAM', {
    outcome: 'partly',
    ground: 'excessive',
    reason: 'alleen de facturen',
  });
  expect(submitted.result).toBe('updated');
  const shown = await view(it, 'UBRAM');
  expect(shown.words).toContain('Deze stap is al gedaan door Anna');
  expect(JSON.stringify(shown.view)).toContain('alleen de facturen');
  expect(it.desk.read('c1').tracks[0]?.decision?.outcome).toBe('fulfil');
});

test('a failure keeps the window open with what was typed and a reference; the next try succeeds', async () => {
  let failing = true;
  const { it, ts } = await startIn('decide', {
    before: async (what) => {
      if (what === 'act' && failing) throw new Error('no disk');
    },
  });
  await it.standIn.press('UANNA', ts, 'case.decide.access');
  await view(it);
  expect(
    (await it.standIn.submit('UANNA', { outcome: 'partly', ground: 'excessive', reason: 'alleen de facturen' })).result,
  ).toBe('updated');
  const shown = await view(it);
  expect(shown.words).toContain('Er ging iets mis (ref T1)');
  expect(it.log.filter((line) => line.level === 'error')).toMatchObject([{ fields: { reference: 'ref T1' } }]);
  failing = false;
  expect((await it.standIn.submit('UANNA')).result).toBe('closed');
  expect(it.desk.read('c1').personal?.reasons).toEqual({ access: 'alleen de facturen' });
});

test('a failure of reading the case keeps what was typed too', async () => {
  let failing = false;
  const { it, ts } = await startIn('new', {
    before: async (what) => {
      if (what === 'readCase' && failing) throw new Error('no disk');
    },
  });
  await it.standIn.choose('UANNA', ts, 'case.about', 'note');
  await view(it);
  failing = true;
  expect((await it.standIn.submit('UANNA', { note: 'Belde vandaag.' })).result).toBe('updated');
  const shown = await view(it);
  expect(shown.words).toContain('Er ging iets mis');
  expect(JSON.stringify(shown.view)).toContain('Belde vandaag.');
});

test('when the case is slow to read, the window says so in time and fills itself later', async () => {
  const gate = makeGate();
  const { it, ts } = await startIn('verify', {
    before: async (what) => {
      if (what === 'readCase') await gate.passed;
    },
  });
  await it.standIn.press('UANNA', ts, 'case.confirm-identity');
  expect((await view(it)).words).toBe('Bezig…');
  gate.open();
  const filled = await it.standIn.waitFor(() => it.standIn.view('UANNA')?.title === 'Identiteit');
  expect(filled).toBe(true);
});

test.each([
  ['done', { outcome: 'fulfil' }, 'Het is gedaan'],
  ['refused', { outcome: 'refuse', reason: 'u woont daar niet' }, 'Kies een grond'],
] as const)(
  'work that takes too long goes on behind a window, which tells the end: %s',
  async (_name, entries, end) => {
    const gate = makeGate();
    const { it, ts } = await startIn('decide', {
      before: async (what) => {
        if (what === 'act') await gate.passed;
      },
    });
    await it.standIn.press('UANNA', ts, 'case.decide.access');
    await view(it);
    expect((await it.standIn.submit('UANNA', entries)).result).toBe('updated');
    expect((await view(it)).words).toBe('Bezig…');
    gate.open();
    const shown = await it.standIn.waitFor(() => {
      const now = it.standIn.view('UANNA');
      return now?.words.includes(end) ? now : undefined;
    });
    if ('reason' in entries) expect(JSON.stringify(shown.view)).toContain(entries.reason);
  },
);

test('when the window was closed meanwhile, the refusal comes as a private message', async () => {
  const gate = makeGate();
  const { it, ts } = await startIn('decide', {
    before: async (what) => {
      if (what === 'act') await gate.passed;
    },
  });
  await it.standIn.press('UANNA', ts, 'case.decide.access');
  await view(it);
  await it.standIn.submit('UANNA', { outcome: 'refuse' });
  await it.standIn.closeView('UANNA');
  gate.open();
  const told = await it.standIn.waitFor(() => it.standIn.ephemerals('UANNA').at(-1));
  expect(told.words).toContain('Kies een grond');
});

test('a trigger that has expired is told privately, with a reference', async () => {
  const { it, ts } = await startIn('verify', { standIn: { triggerLifetimeMs: 0 } });
  await it.standIn.press('UANNA', ts, 'case.confirm-identity');
  const told = await it.standIn.waitFor(() => it.standIn.ephemerals('UANNA').at(-1));
  expect(told.words).toBe('Slack opende het venster niet (ref T1). Klik nog eens.');
});

test('with the setting "nothing" the answer goes out as composed, without a word of it in Slack', async () => {
  const { it, ts } = await startIn('answer', { show: 'nothing' });
  await it.standIn.press('UANNA', ts, 'case.send-letter.access');
  expect((await view(it)).words).toContain('npx rechtenloket cases show KP-2026-0001');
  expect((await it.standIn.submit('UANNA')).result).toBe('closed');
  expect(letter(it)?.text).toContain('Wij voldoen aan uw verzoek');
  expect(JSON.stringify(it.standIn.calls)).not.toContain('Wij voldoen');
});

test('a letter that lacks a fact can be read about, not sent', async () => {
  const it = await start();
  it.desk.take('c1', makeRequest());
  it.desk.act('c1', 'UANNA', { do: 'decide', right: 'access', outcome: 'refuse', ground: 'identity', reason: 'zo' });
  const reasons = it.desk.read('c1').personal?.reasons ?? {};
  delete reasons.access;
  await it.show('c1');
  const { ts } = await it.card('c1');
  await it.standIn.press('UANNA', ts, 'case.send-letter.access');
  const shown = await view(it);
  expect(shown.words).toContain('🔴 De brief mist: de uitleg.');
  expect(shown.view.submit).toBeNull();
});

test('a press is acknowledged at once although the work takes long', async () => {
  const gate = makeGate();
  const { it, ts } = await startIn('new', {
    before: async (what) => {
      if (what === 'act') await gate.passed;
    },
  });
  const acked = await it.standIn.press('UANNA', ts, 'case.acknowledge');
  expect(acked).toMatchObject({ acked: true });
  expect(it.desk.read('c1').acknowledged).toBeUndefined();
  gate.open();
  await it.standIn.waitFor(() => it.desk.read('c1').acknowledged && it.standIn.callsTo('chat.update').length > 0);
});

test('a letter that lacks something as composed says so in red on top, and goes out once it is put right', async () => {
  const bare = {
    name: 'fulfilled',
    language: 'nl' as const,
    subject: '[{{ case.number }}] Antwoord',
    needs: [],
    body: 'Wij hebben uw gegevens gewist.',
  };
  const erasure: Workflow = { ...erasureWorkflow, identity: 0, steps: ['answer'], tasks: {}, after: [] };
  const it = await start({ workflows: [erasure], templates: [...templates, bare] });
  it.desk.take('c1', makeRequest({ rights: ['erasure'] }));
  it.desk.act('c1', 'UANNA', { do: 'acknowledge' });
  it.desk.sendLetters('c1');
  await it.show('c1');
  await it.standIn.press('UANNA', (await it.card('c1')).ts, 'case.send-letter.erasure');
  const { words } = await view(it);
  expect(words).toContain('🔴');
  expect(words).toContain('waar de persoon ons bereikt (info@kwalipro.example) (artikel 12(2))');
  expect((await it.standIn.submit('UANNA')).result).toBe('updated');
  const text = 'Wij hebben uw gegevens gewist. Vragen? info@kwalipro.example';
  expect((await it.standIn.submit('UANNA', { 'text.0.p': text })).result).toBe('closed');
  expect(letter(it)?.text).toBe(`${text}\n`);
});

test.each(['triage', 'change-rights'] as const)('the window %s records that it is about marketing', async (window) => {
  const { it, ts } = await startIn(window === 'triage' ? 'unsure' : 'new');
  if (window === 'triage') await it.standIn.press('UANNA', ts, 'case.triage');
  else await it.standIn.choose('UANNA', ts, 'case.about', 'change-rights');
  await view(it);
  expect((await it.standIn.submit('UANNA', { rights: ['erasure'], marketing: ['yes'] })).result).toBe('closed');
  expect(it.desk.read('c1').tracks).toMatchObject([{ right: 'erasure', marketing: true }]);
});
