import { expect, test } from 'vitest';
import { makeFrame } from '../../../src/channels/slack/frame.ts';
import { sayRefusal } from '../../../src/channels/slack/say-refusal.ts';
import type { Language } from '../../../src/core/case.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import { makeRequest } from '../../support/desk.ts';
import { makeCategoryContext } from './category-world.ts';
import type { OpenDesk } from './open-desk.ts';
import { useDesks } from './with-desk.ts';

const start = useDesks();
const said = (it: OpenDesk, user: string) => it.standIn.waitFor(() => it.standIn.ephemerals(user).at(-1));

async function startWithCase(options: Parameters<typeof start>[0] = {}) {
  const it = await start(options);
  it.desk.take('c1', makeRequest());
  await it.show('c1');
  return { it, ts: (await it.card('c1')).ts };
}

test('a second click on an old screen is told who did it and when, with the present card, and does nothing twice', async () => {
  const { it, ts } = await startWithCase();
  await it.standIn.press('UANNA', ts, 'case.acknowledge');
  await it.standIn.waitFor(() => it.standIn.callsTo('chat.update').length > 0);
  await it.standIn.press('UBRAM', ts, 'case.acknowledge', { stale: true });
  const { words, controls } = await said(it, 'UBRAM');
  expect(words).toContain('Deze stap is al gedaan door Anna (om 22:41).');
  expect(words).toContain('KP-2026-0001 · Inzage');
  expect(controls.map((control) => control.actionId)).toContain('case.confirm-identity');
  expect(it.desk.read('c1').letters).toHaveLength(1);
});

test('two people who click at the same moment: one does it, the other hears so', async () => {
  const { it, ts } = await startWithCase();
  await Promise.all([
    it.standIn.press('UANNA', ts, 'case.acknowledge'),
    it.standIn.press('UBRAM', ts, 'case.acknowledge'),
  ]);
  await it.standIn.waitFor(() => it.standIn.ephemerals('UANNA').length + it.standIn.ephemerals('UBRAM').length === 1);
  expect(it.desk.read('c1').letters).toHaveLength(1);
});

test('a press that is handed over twice does its work once', async () => {
  const { it, ts } = await startWithCase();
  await it.standIn.press('UANNA', ts, 'case.acknowledge');
  await it.standIn.sendAgain();
  await it.standIn.waitFor(() => it.standIn.callsTo('chat.update').length > 0);
  expect(it.desk.read('c1').letters).toHaveLength(1);
  expect(it.standIn.ephemerals('UANNA')).toEqual([]);
});

test('a window from an old screen is refused before anything is typed', async () => {
  const { it, ts } = await startWithCase();
  it.desk.act('c1', 'UANNA', { do: 'confirm-identity', method: 'office' });
  await it.show('c1');
  await it.standIn.press('UBRAM', ts, 'case.confirm-identity', { stale: true });
  expect((await said(it, 'UBRAM')).words).toContain('al gedaan door Anna');
  expect(it.standIn.view('UBRAM')).toBeUndefined();
});

test('the buttons of a private card work', async () => {
  const { it, ts } = await startWithCase();
  await it.standIn.press('UANNA', ts, 'case.acknowledge');
  await it.standIn.waitFor(() => it.standIn.callsTo('chat.update').length > 0);
  await it.standIn.press('UBRAM', ts, 'case.acknowledge', { stale: true });
  const notice = await said(it, 'UBRAM');
  await it.standIn.press('UBRAM', notice.ts, 'case.confirm-identity');
  expect((await it.standIn.waitFor(() => it.standIn.view('UBRAM'))).title).toBe('Identiteit');
});

test('a failure reaches the one who clicked with a reference, and the log with the same one and no personal data', async () => {
  const { it, ts } = await startWithCase({
    before: async (what) => {
      if (what === 'act') throw new Error('The disk of Jan de Vries is full');
    },
  });
  await it.standIn.press('UANNA', ts, 'case.acknowledge');
  const { words } = await said(it, 'UANNA');
  expect(words).toBe('Er ging iets mis (ref T1). Er is niets verstuurd; probeer het zo nog eens.');
  const logged = it.log.filter((line) => line.level === 'error');
  expect(logged).toMatchObject([{ fields: { reference: 'ref T1', case: 'c1', act: 'acknowledge' } }]);
  expect(JSON.stringify(it.log)).not.toContain('Vries');
});

test('an answer by way of Slack still comes when the app is no longer in the channel', async () => {
  const { it, ts } = await startWithCase();
  it.standIn.removeBot('CPRIVACY');
  it.desk.act('c1', 'UBRAM', { do: 'acknowledge' });
  await it.standIn.press('UANNA', ts, 'case.acknowledge');
  expect((await said(it, 'UANNA')).words).toContain('al gedaan door Bram');
});

test('an old card with a button that is not known any more is answered, not passed over', async () => {
  const it = await start();
  it.desk.take('c1', makeRequest());
  await it.show('c1');
  const { ts } = await it.card('c1');
  const button = {
    type: 'button',
    action_id: 'case.weigh',
    value: 'weigh/access',
    text: { type: 'plain_text', text: 'Wegen' },
  };
  await fetch(`${it.standIn.apiUrl}chat.update`, {
    method: 'POST',
    headers: { authorization: `Bearer ${it.standIn.botToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      channel: 'CPRIVACY',
      ts,
      text: 'oud',
      blocks: [{ type: 'actions', block_id: 'case/c1/act', elements: [button] }],
    }),
  });
  await it.standIn.press('UANNA', ts, 'case.weigh');
  expect((await said(it, 'UANNA')).words).toContain('KP-2026-0001');
});

const done = { by: 'UBRAM', at: '2026-03-02T08:05:00.000Z' };
const refusals: { [Code in Refusal['code']]: Extract<Refusal, { code: Code }> } = {
  'not-a-member': { code: 'not-a-member' },
  'role-missing': { code: 'role-missing', role: 'approver', who: ['UANNA', 'UCARLA'] },
  'own-decision': { code: 'own-decision', who: ['UCARLA'] },
  'decision-changed': { code: 'decision-changed' },
  'approval-too-early': { code: 'approval-too-early', until: '2026-03-03T22:41:00.000Z' },
  'no-such-case': { code: 'no-such-case' },
  'already-known': { code: 'already-known' },
  'already-done': { code: 'already-done', done },
  'not-possible-now': { code: 'not-possible-now', status: 'closed' },
  'timer-not-awaited': { code: 'timer-not-awaited' },
  'letter-incomplete': { code: 'letter-incomplete', template: 'confirm', missing: ['code', 'shoe.size'] },
  'letter-lacks': {
    code: 'letter-lacks',
    findings: [{ code: 'court', article: '12(4)', missing: { nl: 'de rechtbank', en: 'the court' } }],
  },
  'letter-not-there': { code: 'letter-not-there', template: 'nl/partly' },
  'no-address': { code: 'no-address' },
  'unknown-right': { code: 'unknown-right', right: '' },
  'ground-missing': { code: 'ground-missing' },
  'reason-missing': { code: 'reason-missing' },
  'note-missing': { code: 'note-missing' },
  'source-missing': { code: 'source-missing' },
  'tasks-open': { code: 'tasks-open', open: 2 },
  'act-not-possible': { code: 'act-not-possible', category: 'invoices', act: 'hand-over' },
  'category-reason-missing': { code: 'category-reason-missing', category: 'invoices' },
  'notice-too-late': { code: 'notice-too-late', lastDay: '2026-04-03' },
  'cannot-extend': { code: 'cannot-extend' },
  'assignee-not-a-member': { code: 'assignee-not-a-member' },
  'nothing-chosen': { code: 'nothing-chosen' },
  'nothing-stays': { code: 'nothing-stays' },
  'rights-tied': { code: 'rights-tied', right: 'erasure', after: 'access' },
  'right-decided': { code: 'right-decided', right: 'access' },
  'marketing-differs': { code: 'marketing-differs', right: 'access' },
  'letter-under-way': { code: 'letter-under-way', number: 'KP-2026-0002' },
  'question-open': { code: 'question-open', number: 'KP-2026-0002' },
  'merge-itself': { code: 'merge-itself' },
  'merged-away': { code: 'merged-away', number: 'KP-2026-0002' },
  'merge-reason-missing': { code: 'merge-reason-missing', because: 'person' },
  'snooze-out-of-range': { code: 'snooze-out-of-range', from: '2026-03-04', lastDay: '2026-04-02' },
};

test.each(['nl', 'en'] as const)('every refusal has its own words in %s', async (language: Language) => {
  const frame = makeFrame(makeCategoryContext({ language }), '2026-03-03T21:41:00.000Z');
  const words = Object.values(refusals).map((refusal) => `${refusal.code}: ${sayRefusal(refusal, frame)}`);
  expect(new Set(words).size).toBe(words.length);
  await expect(`${words.join('\n')}\n`).toMatchFileSnapshot(`golden/refusals.${language}.txt`);
});
