import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { makeFrame } from '../../../src/channels/slack/frame.ts';
import { makeAddWindow, readAddAbout } from '../../../src/channels/slack/requests/add-window.ts';
import { findViewFaults } from '../../../src/core/block-limits.ts';
import { accessWorkflow, makeContext } from '../../support/context.ts';
import { makeGate } from './gate.ts';
import type { DeskOptions, OpenDesk } from './open-desk.ts';
import { useDesks } from './with-desk.ts';

const start = useDesks();
const person = { name: 'Fatima el Voorbeeld', postal: 'Dorpsstraat 2, 1234 AB Voorbeeld' };
const whole = { channel: 'phone', received: '2026-03-02', rights: ['access'], text: 'Wil alles inzien.', ...person };

async function openWindow(options: DeskOptions = {}): Promise<OpenDesk> {
  const it = await start(options);
  await it.standIn.runCommand('UANNA', '/avg', 'add');
  await it.standIn.waitFor(() => it.standIn.view('UANNA'));
  return it;
}
const only = (it: OpenDesk) => {
  const cases = [...it.desk.cases.values()];
  expect(cases).toHaveLength(1);
  return cases[0];
};

describe.each(['nl', 'en'] as const)('in %s', (language) => {
  const frame = makeFrame(makeContext({ language }), '2026-03-03T21:41:00.000Z');
  const marketing = { identity: 0 };
  const withMarketing = makeContext({ language, workflows: [{ ...accessWorkflow, marketing }] });
  const hidden = makeContext({ language, show: 'nothing' });
  test.each([
    ['add-request', frame],
    ['add-request-marketing', makeFrame(withMarketing, '2026-03-03T21:41:00.000Z')],
    ['add-request-nothing', makeFrame(hidden, '2026-03-03T21:41:00.000Z')],
  ] as const)('the window %s is as agreed', async (name, of) => {
    const view = makeAddWindow({ caseId: 'new-case' }, of);
    expect(findViewFaults(view)).toEqual([]);
    await expect(stringify(view, { lineWidth: 0 })).toMatchFileSnapshot(`golden/modal/${name}.${language}.yaml`);
  });
});

test('a request by telephone opens a case from its own day, shown in the channel and told in the window', async () => {
  const it = await openWindow();
  expect((await it.standIn.submit('UANNA', whole)).result).toBe('updated');
  expect(only(it)).toMatchObject({
    channel: 'phone',
    receivedAt: '2026-03-01T23:00:00.000Z',
    language: 'nl',
    initials: 'F.e.V.',
    personal: person,
  });
  expect(it.standIn.view('UANNA')?.words).toContain('*KP-2026-0001* is open, uiterlijk *do 2 april*');
  await it.standIn.waitFor(() => it.standIn.messages('CPRIVACY').length === 1);
});

test('from Home the same window opens, and Home shows the case after it', async () => {
  const it = await start();
  await it.standIn.openHome('UANNA');
  await it.standIn.waitFor(() => it.standIn.home('UANNA'));
  await it.standIn.press('UANNA', 'home', 'home.add');
  await it.standIn.waitFor(() => it.standIn.view('UANNA'));
  await it.standIn.submit('UANNA', whole);
  await it.standIn.waitFor(() => it.standIn.home('UANNA')?.words.includes('KP-2026-0001'));
});

test.each([
  ['a day to come', { received: '2026-03-04' }, 'received', 'ligt in de toekomst'],
  ['a day before the GDPR', { received: '2018-05-24' }, 'received', '25 mei 2018'],
  ['no way to answer', { name: 'Fatima', postal: null }, 'address', 'e-mailadres of een postadres'],
])('%s comes back at its own field, and what was typed stays', async (_name, wrong, block, words) => {
  const it = await openWindow();
  const submitted = await it.standIn.submit('UANNA', { ...whole, ...wrong });
  expect(submitted).toMatchObject({ result: 'errors', errors: { [block]: expect.stringContaining(words) } });
  expect(it.desk.cases.size).toBe(0);
  const mended = await it.standIn.submit('UANNA', { received: '2026-03-03', postal: person.postal });
  expect(mended.result).toBe('updated');
  expect(only(it)?.personal?.notes[0]?.text).toBe('Wil alles inzien.');
});

test('two faults come back together', async () => {
  const it = await openWindow();
  const submitted = await it.standIn.submit('UANNA', { ...whole, received: '2030-01-01', postal: null });
  expect(submitted).toMatchObject({ errors: { received: expect.anything(), address: expect.anything() } });
});

test('a failure keeps all that was typed, with a reference; the next try opens one case', async () => {
  let failing = true;
  const it = await openWindow({
    before: async (what) => {
      if (what === 'addRequest' && failing) throw new Error('no disk');
    },
  });
  expect((await it.standIn.submit('UANNA', whole)).result).toBe('updated');
  const shown = it.standIn.view('UANNA');
  expect(shown?.words).toContain('Er ging iets mis (ref T1)');
  for (const typed of ['Fatima el Voorbeeld', 'Dorpsstraat 2', 'Wil alles inzien.', '2026-03-02'])
    expect(JSON.stringify(shown?.view)).toContain(typed);
  failing = false;
  expect((await it.standIn.submit('UANNA')).result).toBe('updated');
  expect(only(it)).toMatchObject({ channel: 'phone', receivedAt: '2026-03-01T23:00:00.000Z' });
});

test('a window submitted twice opens one case, also after a restart', async () => {
  const it = await openWindow();
  await it.standIn.submit('UANNA', whole);
  expect(await it.standIn.sendAgain()).toMatchObject({ acked: true });
  await it.restart();
  const again = await it.standIn.sendAgain();
  expect(JSON.stringify(again)).toContain('KP-2026-0001');
  expect(only(it)?.number).toBe('KP-2026-0001');
});

test('work that takes too long goes on behind the window, which tells the end', async () => {
  const gate = makeGate();
  const it = await openWindow({
    before: async (what) => {
      if (what === 'addRequest') await gate.passed;
    },
  });
  await it.standIn.submit('UANNA', whole);
  expect(it.standIn.view('UANNA')?.words).toBe('Bezig…');
  gate.open();
  await it.standIn.waitFor(() => it.standIn.view('UANNA')?.words.includes('KP-2026-0001'));
}, 20_000);

test('a member taken off the team meanwhile opens nothing, and keeps what was typed', async () => {
  const it = await openWindow();
  it.context.organisation.team.splice(0, 1);
  await it.standIn.submit('UANNA', whole);
  expect(it.standIn.view('UANNA')?.words).toContain('niet in het team');
  expect(JSON.stringify(it.standIn.view('UANNA')?.view)).toContain('Wil alles inzien.');
  expect(it.desk.cases.size).toBe(0);
});

test('a right whose file is gone meanwhile comes back at the rights', async () => {
  const it = await openWindow();
  (it.context.workflows as Map<string, unknown>).delete('access');
  expect(await it.standIn.submit('UANNA', whole)).toMatchObject({
    result: 'errors',
    errors: { rights: expect.stringContaining('recht') },
  });
});

test('with the setting "nothing" the window names the command and asks for nothing', async () => {
  const it = await openWindow({ show: 'nothing' });
  const window = it.standIn.view('UANNA');
  expect(window?.words).toContain('npx rechtenloket cases add');
  expect(window?.controls).toEqual([]);
});

test('nothing that was typed comes into the channel or onto Home beyond the setting', async () => {
  const it = await openWindow();
  await it.standIn.submit('UANNA', { ...whole, address: 'fatima@thuis.example' });
  await it.standIn.openHome('UANNA');
  await it.standIn.waitFor(() => it.standIn.home('UANNA'));
  const posted = JSON.stringify(
    it.standIn.calls.filter(({ method }) => method !== 'ack').map(({ method, body }) => [method, body]),
  );
  for (const word of ['Fatima', 'Voorbeeld', 'Dorpsstraat', 'inzien', 'fatima@']) expect(posted).not.toContain(word);
});

test('metadata that is not ours is left alone', () => {
  for (const metadata of ['', '{}', '{"case":""}', 'text']) expect(readAddAbout(metadata)).toBeNull();
});
