import { expect, test } from 'vitest';
import { makeMail, makeRequest } from '../../support/desk.ts';
import { channel, type OpenDesk } from './open-desk.ts';
import { useDesks } from './with-desk.ts';

const start = useDesks();
const lines = (it: OpenDesk, ts: string) => it.standIn.thread(channel, ts).slice(1);
const cards = (it: OpenDesk) => it.standIn.messages(channel).filter((message) => message.words.includes('KP-2026'));

test('showing the same case twice posts nothing new and changes nothing', async () => {
  const it = await start();
  it.desk.take('c1', makeRequest());
  await it.show('c1');
  const sent = it.standIn.calls.length;
  expect(await it.show('c1')).toEqual({ kind: 'done' });
  expect(it.standIn.calls.length).toBe(sent);
});

test('a later event updates the card and adds its line at the end of the thread', async () => {
  const it = await start();
  it.desk.take('c1', makeRequest());
  await it.show('c1');
  const { ts } = await it.card('c1');
  it.desk.act('c1', 'UANNA', { do: 'acknowledge' });
  it.desk.act('c1', 'UANNA', { do: 'assign', to: 'UBRAM' });
  await it.show('c1');
  expect((await it.card('c1')).ts).toBe(ts);
  expect((await it.card('c1')).words).toContain('<@UBRAM>');
  expect(lines(it, ts).map((line) => line.text.split('  ')[1])).toEqual([
    'Verzoek ontvangen; afzender bevestigd door de mailserver (DMARC)',
    'Ontvangst bevestigd door Anna',
    'Toegewezen aan <@UBRAM> door Anna',
  ]);
});

test('the days left on the card follow the calendar', async () => {
  const it = await start();
  it.desk.take('c1', makeRequest());
  await it.show('c1');
  it.desk.setNow('2026-04-02T07:00:00.000Z');
  await it.show('c1');
  expect((await it.card('c1')).words).toContain('🟠 bijna · Uiterlijk *vr 3 april* (nog 1 dag)');
});

test.each(['done', 'not-done'] as const)(
  'after a post without an answer (effect: %s) the next try leaves one card and one line an event',
  async (effect) => {
    const it = await start();
    it.desk.take('c1', makeRequest());
    it.standIn.fault({ kind: 'drop', effect, how: 'reset', method: 'chat.postMessage' });
    expect(await it.show('c1')).toMatchObject({ kind: 'later' });
    it.standIn.fault({ kind: 'drop', effect, how: 'reset', method: 'chat.postMessage' });
    expect(await it.show('c1', true)).toMatchObject({ kind: 'later' });
    expect(await it.show('c1', true)).toEqual({ kind: 'done' });
    expect(cards(it)).toHaveLength(1);
    expect(lines(it, (await it.card('c1')).ts)).toHaveLength(1);
  },
);

test('a card lost among many later messages is found again', async () => {
  const it = await start();
  it.desk.take('c1', makeRequest());
  await it.show('c1');
  for (let index = 0; index < 250; index += 1) await it.standIn.say('UANNA', channel, `bericht ${index}`);
  for (const post of await it.desk.posts.read('c1')) await it.desk.posts.remove('c1', post.kind, post.seq);
  expect(await it.show('c1', true)).toEqual({ kind: 'done' });
  expect(cards(it)).toHaveLength(1);
});

test('a card deleted by hand is posted anew with its thread, and nothing of the old thread stays', async () => {
  const it = await start();
  it.desk.take('c1', makeRequest());
  await it.show('c1');
  const old = await it.card('c1');
  it.standIn.deleteMessage(old.ts);
  it.desk.act('c1', 'UANNA', { do: 'acknowledge' });
  expect(await it.show('c1')).toEqual({ kind: 'done' });
  const fresh = await it.card('c1');
  expect(fresh.ts).not.toBe(old.ts);
  expect(lines(it, fresh.ts)).toHaveLength(2);
  expect(it.standIn.messages(channel).filter((message) => !message.isDeleted)).toHaveLength(1);
});

test('a card deleted with its whole thread is noticed although the card itself did not change', async () => {
  const it = await start();
  it.desk.take('c1', makeRequest());
  await it.show('c1');
  const old = await it.card('c1');
  for (const message of it.standIn.thread(channel, old.ts).reverse()) it.standIn.deleteMessage(message.ts);
  it.desk.act('c1', 'UANNA', { do: 'note', text: 'even bellen' });
  expect(await it.show('c1')).toEqual({ kind: 'done' });
  expect(cards(it)).toHaveLength(1);
  expect(lines(it, (await it.card('c1')).ts)).toHaveLength(2);
});

test('a line with tasks deleted by hand is posted anew when its tasks change', async () => {
  const it = await start();
  it.desk.take('c1', makeRequest());
  it.desk.act('c1', 'UANNA', { do: 'confirm-identity', method: 'office' });
  await it.show('c1');
  const { ts } = await it.card('c1');
  const tasks = lines(it, ts).find((line) => line.words.includes('Boekhouding'));
  it.standIn.deleteMessage(tasks?.ts ?? '');
  it.desk.act('c1', 'UANNA', { do: 'finish-task', task: 'search-1', result: 'found' });
  expect(await it.show('c1')).toEqual({ kind: 'done' });
  expect(lines(it, ts).filter((line) => line.words.includes('Zoek in: Boekhouding: gevonden'))).toHaveLength(1);
});

test('when a case closes its card and lines are blanked to number and outcome; reopened, they tell all again', async () => {
  const it = await start({ show: 'full' });
  it.desk.take('c1', makeRequest());
  it.desk.act('c1', 'UANNA', { do: 'confirm-identity', method: 'office' });
  await it.show('c1');
  const { ts } = await it.card('c1');
  it.desk.act('c1', 'UANNA', { do: 'not-a-request' });
  await it.show('c1');
  const blank = 'KP-2026-0001 · geen verzoek';
  const all = it.standIn.thread(channel, ts);
  expect(new Set(all.flatMap((message) => [message.text, message.words.split('\n')[0]]))).toEqual(new Set([blank]));
  it.desk.act('c1', 'UANNA', { do: 'reopen', reason: 'toch wel' });
  await it.show('c1');
  expect(lines(it, ts).map((line) => line.text.split('  ')[1])).toContain('Heropend door Anna');
  expect((await it.card('c1')).words).toContain('Jan de Vries');
});

test('only the last reminders are also called out in the channel: to the one who has the case, else the owner, and once late to both', async () => {
  const it = await start();
  it.desk.take('c1', makeRequest());
  const remind = (timer: string) => {
    const dueAt = it.desk.read('c1').timers[timer] ?? '';
    it.desk.setNow(dueAt);
    expect(it.desk.take('c1', { kind: 'timer-fell-due', timer, dueAt }).ok).toBe(true);
  };
  remind('remind:T-7');
  await it.show('c1');
  expect(it.standIn.callsTo('chat.postMessage').some(({ body }) => String(body.reply_broadcast) === 'true')).toBe(
    false,
  );
  remind('remind:T-1');
  await it.show('c1');
  it.desk.act('c1', 'UANNA', { do: 'assign', to: 'UBRAM' });
  remind('overdue');
  await it.show('c1');
  const posts = it.standIn.callsTo('chat.postMessage').filter(({ body }) => String(body.reply_broadcast) === 'true');
  expect(posts.map(({ body }) => body.text)).toEqual([
    '<@UCARLA> KP-2026-0001: nog 1 dag, uiterlijk vr 3 april',
    '<@UBRAM> <@UCARLA> KP-2026-0001 is te laat: 4 dagen te laat, uiterlijk was vr 3 april',
  ]);
});

test('a reminder of days ago is not called out again when a lost thread is put up anew', async () => {
  const it = await start();
  it.desk.take('c1', makeRequest());
  const dueAt = it.desk.read('c1').timers['remind:T-1'] ?? '';
  it.desk.setNow(dueAt);
  it.desk.take('c1', { kind: 'timer-fell-due', timer: 'remind:T-1', dueAt });
  it.desk.setNow('2026-04-03T09:00:00.000Z');
  await it.show('c1');
  const called = it.standIn.callsTo('chat.postMessage').filter(({ body }) => String(body.reply_broadcast) === 'true');
  expect(called).toEqual([]);
});

test.each([
  ['the channel is archived', (it: OpenDesk) => it.standIn.archiveChannel(channel), 'unarchive it'],
  ['the app is taken out of the channel', (it: OpenDesk) => it.standIn.removeBot(channel), 'invite'],
  [
    'Slack withdraws the token',
    (it: OpenDesk) => it.standIn.fault({ kind: 'error', error: 'invalid_auth', times: 9 }),
    'SLACK_BOT_TOKEN',
  ],
] as const)('when %s the answer is "impossible", with what to do', async (_name, spoil, remedy) => {
  const it = await start();
  it.desk.take('c1', makeRequest());
  spoil(it);
  const shown = await it.show('c1');
  expect(shown).toMatchObject({ kind: 'impossible', reason: expect.stringContaining(remedy) });
});

test('a renamed channel changes nothing', async () => {
  const it = await start();
  it.standIn.renameChannel(channel, 'avg');
  it.desk.take('c1', makeRequest());
  expect(await it.show('c1')).toEqual({ kind: 'done' });
});

test('a request to go slower is passed on with its time', async () => {
  const it = await start();
  it.desk.take('c1', makeRequest());
  it.standIn.fault({ kind: 'rate-limit', retryAfter: 1, method: 'chat.postMessage' });
  expect(await it.show('c1')).toMatchObject({ kind: 'later', afterMs: 1000 });
  expect(await it.show('c1', true)).toEqual({ kind: 'done' });
  expect(cards(it)).toHaveLength(1);
});

test('an error of Slack itself and an outage are worth another try', async () => {
  const it = await start();
  it.desk.take('c1', makeRequest());
  it.standIn.fault({ kind: 'status', status: 503 });
  expect(await it.show('c1')).toMatchObject({ kind: 'later' });
  it.standIn.fault({ kind: 'error', error: 'internal_error' });
  expect(await it.show('c1')).toMatchObject({ kind: 'later' });
  it.standIn.goOffline();
  expect(await it.show('c1')).toMatchObject({ kind: 'later' });
  it.standIn.goOnline();
  expect(await it.show('c1', true)).toEqual({ kind: 'done' });
});

test('many cases at once keep to one message in the given time and lose none', async () => {
  const it = await start({ gapMs: 20 });
  const ids = Array.from({ length: 15 }, (_none, index) => `c${index}`);
  for (const id of ids) it.desk.take(id, makeRequest({ mail: makeMail({ id: `mail-${id}` }) }));
  expect(new Set((await Promise.all(ids.map((id) => it.show(id)))).map(({ kind }) => kind))).toEqual(new Set(['done']));
  expect(cards(it)).toHaveLength(15);
  const times = it.standIn.callsTo('chat.postMessage').map((call) => call.atMs);
  expect(times).toHaveLength(30);
  expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(29 * 20 * 0.95);
});

test('with the setting "nothing" neither card nor thread says more than number, right and dates', async () => {
  const it = await start({ show: 'nothing' });
  it.desk.take('c1', makeRequest());
  await it.show('c1');
  const sent = JSON.stringify(it.standIn.calls.map(({ body }) => body));
  for (const word of ['J.d.V', 'thuis.example', 'Vries', 'alles wat']) expect(sent).not.toContain(word);
});

test('with the setting "minimal" no message holds a name, an address or a word of the mail', async () => {
  const it = await start();
  it.desk.take('c1', makeRequest());
  it.desk.act('c1', 'UANNA', { do: 'note', text: 'belde Jan' });
  await it.show('c1');
  const sent = JSON.stringify(it.standIn.calls.map(({ body }) => body));
  for (const word of ['jan.devries', 'de Vries', 'alles wat', 'Mijn gegevens', 'belde Jan'])
    expect(sent).not.toContain(word);
});

test('what a stranger wrote cannot become a mention, a link or markup', async () => {
  const it = await start({ show: 'full' });
  const mail = makeMail({ fromName: '<!channel> *Jan*', from: 'a@b.example', subject: '<https://kwaad.example|klik>' });
  it.desk.take('c1', makeRequest({ mail, why: [{ right: 'access', words: '<@UANNA>' }] }));
  await it.show('c1');
  const { words } = await it.card('c1');
  expect(words).not.toMatch(/<[!@h]/);
  expect(words).toContain('&lt;!channel&gt;');
});
