import { expect, test } from 'vitest';
import { readLetterText } from '../../../src/channels/slack/modals/letter-text.ts';
import { testCode } from '../../support/desk.ts';
import { fallDue, makeCategoryContext } from './category-world.ts';
import { channel, type DeskOptions, type OpenDesk } from './open-desk.ts';
import { useDesks } from './with-desk.ts';
import { allStates } from './worlds.ts';

const start = useDesks();

async function startIn(name: string, options: DeskOptions = {}): Promise<{ it: OpenDesk; ts: string }> {
  const it = await start({ make: makeCategoryContext, ...options });
  allStates.find((state) => state.name === name)?.reach(it.desk, 'c1');
  await it.show('c1');
  return { it, ts: (await it.card('c1')).ts };
}
const view = (it: OpenDesk) => it.standIn.waitFor(() => it.standIn.view('UANNA'));
const letters = (it: OpenDesk) => Object.values(it.desk.read('c1').personal?.letters ?? {});
const track = (it: OpenDesk, right = 'erasure') => it.desk.read('c1').tracks.find((each) => each.right === right);
const calledOut = (it: OpenDesk) =>
  it.standIn
    .callsTo('chat.postMessage')
    .filter(({ body }) => String(body.reply_broadcast) === 'true')
    .map(({ body }) => body.text);

test('what differs from the advice comes back at its own reason until there is one; the rest is as advised', async () => {
  const { it, ts } = await startIn('decide-by-category');
  await it.standIn.press('UANNA', ts, 'case.decide.erasure');
  await view(it);
  const entries = { outcome: 'partly', ground: 'excessive', reason: 'niet alles', 'act.list-3': 'lock' };
  expect(await it.standIn.submit('UANNA', entries)).toMatchObject({
    result: 'errors',
    errors: { 'reason.list-3': expect.stringContaining('Lijst 3') },
  });
  expect((await it.standIn.submit('UANNA', { 'reason.list-3': 'er loopt een geschil' })).result).toBe('closed');
  const { categories } = track(it) ?? {};
  expect(Object.keys(categories ?? {})).toHaveLength(15);
  expect(categories).toMatchObject({
    invoices: { act: 'keep', ground: '52 AWR', until: '2033-12-31' },
    newsletter: { act: 'delete' },
    'list-3': { act: 'lock' },
  });
  expect(it.desk.read('c1').personal?.reasons['erasure/list-3']).toBe('er loopt een geschil');
});

test('a refusal decides nothing by category', async () => {
  const { it, ts } = await startIn('decide-by-category');
  await it.standIn.press('UANNA', ts, 'case.decide.erasure');
  await view(it);
  const submitted = await it.standIn.submit('UANNA', { outcome: 'refuse', ground: 'excessive', reason: 'zo vaak' });
  expect(submitted.result).toBe('closed');
  expect(track(it)?.decision?.outcome).toBe('refuse');
  expect(track(it)?.categories).toBeUndefined();
});

test('of several rights in search one is chosen, then decided with the reason why already', async () => {
  const { it, ts } = await startIn('two-rights-search');
  await it.standIn.choose('UANNA', ts, 'case.other', 'decide//despite');
  await view(it);
  expect((await it.standIn.submit('UANNA', { right: 'access' })).result).toBe('updated');
  expect((await view(it)).words).toContain('Inzage');
  expect(await it.standIn.submit('UANNA', { outcome: 'fulfil' })).toMatchObject({
    result: 'form-errors',
    errors: { despite: expect.any(String) },
  });
  expect((await it.standIn.submit('UANNA', { despite: 'het postvak is stuk' })).result).toBe('closed');
  expect(track(it, 'access')?.decision?.outcome).toBe('fulfil');
  expect(it.desk.read('c1').personal?.reasons['access/despite']).toBe('het postvak is stuk');
});

test('the window asks why already only while the search is not finished', async () => {
  const { it, ts } = await startIn('decide-by-category');
  await it.standIn.press('UANNA', ts, 'case.decide.erasure');
  const { controls } = await view(it);
  expect(controls.map((control) => control.actionId)).not.toContain('despite');
});

test('a decision that was due becomes impossible when a search task fails again, and the window says so', async () => {
  const { it, ts } = await startIn('decide-by-category');
  await it.standIn.press('UANNA', ts, 'case.decide.erasure');
  await view(it);
  const record = it.desk.read('c1');
  const [task] = record.tasks.filter((each) => each.step === 'search');
  if (task) task.result = 'failed';
  delete record.tracks[0]?.steps.search;
  expect((await it.standIn.submit('UANNA', { outcome: 'fulfil' })).result).toBe('updated');
  expect((await view(it)).words).toContain('is nog 1 zoektaak open of mislukt');
});

test('a notice to a recipient is read, changed and sent, and one click records that it is confirmed', async () => {
  const { it, ts } = await startIn('tell-recipients');
  await it.standIn.press('UANNA', ts, 'case.send-notice.recipients-8');
  const { words } = await view(it);
  expect(words).toContain('Wolk BV');
  expect(words).toContain('avg@wolk.example');
  expect(JSON.stringify((await view(it)).view)).toContain('Beste Wolk BV');
  expect((await it.standIn.submit('UANNA', { subject: 'Wis ook bij jullie KP-2026-0001' })).result).toBe('closed');
  expect(letters(it).at(-1)).toMatchObject({ to: 'avg@wolk.example', subject: 'Wis ook bij jullie KP-2026-0001' });
  it.desk.sendLetters('c1');
  await it.show('c1');
  expect((await it.card('c1')).words).toContain('Nog niet bevestigd door');
  await it.standIn.choose('UBRAM', ts, 'case.recipients', 'confirm-recipient/recipients-8');
  await it.standIn.waitFor(() => it.desk.read('c1').tasks.find((task) => task.id === 'recipients-8')?.confirmed);
  await expect.poll(async () => (await it.card('c1')).words).not.toContain('Nog niet bevestigd door');
});

test('a recipient without an address, or one that has its notice, is offered no letter', async () => {
  const { it, ts } = await startIn('tell-recipients');
  const offered = async () =>
    it.standIn
      .thread(channel, ts)
      .flatMap((message) => message.controls.map((control) => control.actionId))
      .filter((id) => id.startsWith('case.send-notice'));
  expect(new Set(await offered())).toEqual(new Set(['case.send-notice.recipients-8']));
  it.desk.notify('c1', 'recipients-8');
  await it.show('c1');
  expect(await offered()).toEqual([]);
});

test('with the setting "nothing" a notice goes out as composed, without a word of it in Slack', async () => {
  const { it, ts } = await startIn('tell-recipients', { show: 'nothing' });
  await it.standIn.press('UANNA', ts, 'case.send-notice.recipients-8');
  await view(it);
  expect((await it.standIn.submit('UANNA')).result).toBe('closed');
  expect(letters(it).at(-1)?.text).toContain('Beste Wolk BV');
  expect(JSON.stringify(it.standIn.calls)).not.toContain('Het gaat om');
});

test('who asks for another is recorded, shown, and asked to show that they may', async () => {
  const { it, ts } = await startIn('identity-not-enough');
  await it.standIn.choose('UANNA', ts, 'case.about', 'set-requester');
  await view(it);
  expect((await it.standIn.submit('UANNA', { requester: 'agent' })).result).toBe('closed');
  expect((await it.card('c1')).words).toContain('gevraagd door een gemachtigde');
  await it.standIn.choose('UANNA', ts, 'case.other', 'ask-requester');
  await view(it);
  expect((await it.standIn.submit('UANNA', { subject: 'Uw machtiging KP-2026-0001' })).result).toBe('closed');
  expect(letters(it).at(-1)).toMatchObject({ to: 'jan.devries@thuis.example', subject: 'Uw machtiging KP-2026-0001' });
});

test('a question that ran out unanswered is reminded of without a code, and asked anew with one that staff do not see', async () => {
  const { it, ts } = await startIn('identity-unanswered');
  const ask = async () => {
    await it.standIn.press('UANNA', ts, 'case.ask-confirmation');
    await view(it);
    expect((await it.standIn.submit('UANNA')).result).toBe('closed');
    it.desk.sendLetters('c1');
    const letter = it.desk.read('c1').letters.at(-1);
    return { letter, text: it.desk.read('c1').personal?.letters[letter?.id ?? '']?.text };
  };
  const reminder = await ask();
  expect(reminder.letter?.part).toBe('reminded');
  expect(reminder.text).not.toMatch(/\d{6}|\[code\]/);
  const question = await ask();
  expect(question.letter?.part).toBe('confirm');
  expect(question.text).toContain(testCode);
  expect(readLetterText(it.desk.read('c1'), question.letter?.id ?? '')?.text).toContain('[code]');
  await it.standIn.press('UANNA', ts, 'case.show-message');
  await view(it);
  expect(JSON.stringify(it.standIn.calls)).not.toContain(testCode);
});

test.each([
  ['identity-document', 'een kopie van een identiteitsbewijs'],
  ['identity-unanswered', 'nog geen antwoord op de vraag om bevestiging'],
  ['breach-clock-soon', 'nog 24 uur, uiterlijk vr 6 maart 22:41'],
  ['breach-clock-late', 'is te laat: Is dit een datalek?'],
  ['recipient-silent', 'Wolk BV heeft nog niet bevestigd'],
] as const)('in state %s the channel itself hears, with a mention: %s', async (state, said) => {
  const { it } = await startIn(state);
  expect(calledOut(it).at(-1)).toMatch(/^<@UCARLA> /);
  expect(calledOut(it).at(-1)).toContain(said);
});

test('an erased case still calls out what must be deleted now, once, while its older lines stay blank', async () => {
  const { it, ts } = await startIn('recipient-confirmed');
  it.desk.answer('c1', 'erasure');
  it.desk.sendLetters('c1');
  const unlock = it.desk.read('c1').tasks.find((task) => task.step === 'unlock');
  it.desk.act('c1', 'UANNA', { do: 'finish-task', task: unlock?.id ?? '', result: 'done' });
  it.desk.act('c1', 'UANNA', { do: 'close' });
  await it.show('c1');
  fallDue(it.desk, 'c1', 'purge');
  await it.show('c1');
  fallDue(it.desk, 'c1', 'delete:erasure:invoices');
  for (let times = 0; times < 2; times += 1) expect(await it.show('c1')).toEqual({ kind: 'done' });
  const expected =
    '<@UCARLA> Verwijder nu wat bij KP-2026-0001 bewaard moest blijven: Factuurgegevens (in: Boekhouding)';
  expect(calledOut(it)).toEqual([expected]);
  const lines = it.standIn.thread(channel, ts);
  expect(lines.at(-1)?.text).toBe(expected);
  const blank = 'KP-2026-0001 · gesloten: beantwoord · gewist';
  expect(new Set(lines.slice(0, -1).map((line) => line.text))).toEqual(new Set([blank]));
});
