import { afterEach, beforeEach, expect, it } from 'vitest';
import { parseHeaders, parseMail } from '../../src/channels/email/parse.ts';
import { advanceCase } from '../../src/shell/advance-case.ts';
import { type Judge, judgeMail } from '../../src/shell/judge-mail.ts';
import { takeInMail } from '../../src/shell/take-in-mail.ts';
import { accessWorkflow, erasureWorkflow, makeContext } from '../support/context.ts';
import { makeMail, makeRequest } from '../support/desk.ts';
import { openShell, type Shell } from './open-shell.ts';

const first = 'first@thuis.example';
let shell: Shell;
beforeEach(async () => {
  shell = await openShell('2026-03-04T08:00:00.000Z');
});
afterEach(() => shell.close());

const recognition = { rights: [], marketing: false, certainty: 1, certaintyByRight: {}, language: 'nl', why: [] };
const judging: Judge = {
  recognise: () => ({ ...recognition, verdict: 'other' }),
  screenFacts: { ownAddresses: [], ownDomainIds: () => false },
  authserv: null,
};

/** To which case a mail belongs that follows these others, the newest last. */
async function judge(references: string[]): Promise<string | null> {
  const lines = ['From: jan.devries@thuis.example', 'To: info@kwalipro.example', 'Subject: Re: Mijn gegevens'];
  const follows = `References: ${references.map((id) => `<${id}>`).join(' ')}`;
  const source = Buffer.from([...lines, follows, '', 'Dank.', ''].join('\r\n'));
  const received = { headers: parseHeaders(source), source, parse: () => parseMail(source) };
  const judged = await judgeMail(shell.desk, judging, received);
  return judged.verdict === 'joined' ? judged.caseId : null;
}

it('takes a reply for the case of the newest letter that it follows, whichever of the two that is', async () => {
  const { desk } = shell;
  await advanceCase(desk, 'c1', makeRequest({ rights: ['access', 'erasure'], mail: makeMail({ messageId: first }) }));
  const act = (id: string, action: Parameters<typeof makeAct>[0]) => advanceCase(desk, id, makeAct(action));
  await act('c1', { do: 'acknowledge' });
  await advanceCase(desk, 'c1', { kind: 'letter-sent', letter: 'c1-l1' });
  // In this small office erasure waits for access, so a later mail is what goes.
  const later = makeMail({ id: 'mail-2', receivedAt: '2026-03-04T09:00:00.000Z', messageId: 'later@thuis.example' });
  await advanceCase(desk, 'c1', { kind: 'mail-added', mail: later, sender: 'pass', rights: [] });
  const { case: old } = await act('c1', { do: 'split', rights: [], mails: ['mail-2'] });
  const made = `c1-s${old?.version}`;
  await act(made, { do: 'triage', rights: ['access'] });
  await act(made, { do: 'acknowledge' });
  const idOf = async (id: string) => (await desk.store.readCase(id))?.personal?.letters[`${id}-l1`]?.messageId ?? '';
  const [oldLetter, newLetter] = [await idOf('c1'), await idOf(made)];
  expect(await judge([first])).toBe('c1');
  expect(await judge(['later@thuis.example'])).toBe(made);
  expect(await judge([first, newLetter])).toBe(made);
  expect(await judge([first, newLetter, oldLetter])).toBe('c1');
});

it('takes back an extension also in the case that was split off, when its notice bounces', async () => {
  const { desk } = shell;
  desk.context = makeContext({ workflows: [accessWorkflow, { ...erasureWorkflow, after: [] }] });
  await advanceCase(desk, 'c1', makeRequest({ rights: ['access', 'erasure'], mail: makeMail({ messageId: first }) }));
  await advanceCase(desk, 'c1', makeAct({ do: 'extend', reason: 'er veel verzoeken zijn' }));
  await advanceCase(desk, 'c1', { kind: 'letter-sent', letter: 'c1-l1' });
  await advanceCase(desk, 'c1', makeAct({ do: 'split', rights: ['erasure'], mails: [] }));
  const read = async () => [await desk.store.readCase('c1'), await desk.store.readCase('c1-s4')];
  expect((await read()).map((record) => record?.clock.length)).toEqual([1, 1]);
  const messageId = (await desk.store.readCase('c1'))?.personal?.letters['c1-l1']?.messageId ?? '';
  const lines = [
    'Return-Path: <>',
    'From: mailer-daemon@thuis.example',
    'Subject: Undeliverable',
    'Auto-Submitted: auto-replied',
  ];
  const source = Buffer.from([...lines, '', 'Action: failed', `Message-ID: <${messageId}>`, ''].join('\r\n'));
  const row = { id: 'bounce', identity: 'bounce', mailbox: 'INBOX', uidValidity: '1', uid: 1, receivedAt: desk.now() };
  const outbox = {
    id: 'take',
    caseId: null,
    kind: 'take-in-mail',
    lane: 'mail',
    payload: { mail: 'bounce' },
    dueAt: desk.now(),
  };
  const cursor = { mailbox: 'INBOX', uidValidity: '1', lastUid: 1 };
  await desk.store.keepMails([{ mail: { ...row, verdict: 'waiting', source }, outbox }], cursor);
  await shell.perform('take', { 'take-in-mail': (taken) => takeInMail(desk, judging, taken) });
  expect((await read()).map((record) => record?.clock)).toEqual([[], []]);
  expect((await desk.store.readMail('bounce'))?.caseId).toBe('c1');
});

function makeAct(action: Extract<Parameters<typeof advanceCase>[2], { kind: 'staff-decided' }>['action']) {
  return { kind: 'staff-decided' as const, by: 'UANNA', action };
}
