import { afterEach, beforeEach, expect, test } from 'vitest';
import { advanceCase } from '../../src/shell/advance-case.ts';
import type { Performer } from '../../src/shell/desk.ts';
import { type ListSentIds, linkSentCopy, sentCopyKind } from '../../src/shell/link-sent.ts';
import { type Post, sendLetter } from '../../src/shell/send-letter.ts';
import { openShell, type Shell } from './open-shell.ts';

const theirs = 'AM0PR01MB4@eurprd01.prod.outlook.example';
let shell: Shell;

beforeEach(async () => {
  shell = await openShell('2026-03-03T21:41:00.000Z');
  await shell.receive('c1');
  await advanceCase(shell.desk, 'c1', {
    kind: 'staff-decided',
    by: 'UANNA',
    action: { do: 'acknowledge' },
    code: '123456',
  });
});
afterEach(() => shell.close());

/** A provider that takes the letter, and answers with these Message-IDs. */
function makeProvider(answer: { serverMessageId?: string; listSentIds?: ListSentIds }): Record<string, Performer> {
  const { serverMessageId, listSentIds = null } = answer;
  const post: Post = {
    build: async () => Buffer.from('a letter'),
    send: async () => ({ kind: 'sent', ...(serverMessageId === undefined ? {} : { serverMessageId }) }),
    keepCopy: async () => undefined,
    wasSent: async () => false,
    listSentIds,
  };
  return {
    'send-letter': (row) => sendLetter(shell.desk, post, row),
    [sentCopyKind]: (row) => linkSentCopy(shell.desk, listSentIds, row),
  };
}

const listRows = async (kind: string) =>
  (await shell.desk.store.listPending({ limit: 100 })).filter((row) => row.kind === kind);
const findCases = async (id: string) =>
  (await shell.desk.store.findLinks('message-id', [id])).map(({ caseId }) => caseId);

async function send(performers: Record<string, Performer>): Promise<void> {
  const [row] = await listRows('send-letter');
  if (!row) throw new Error('No letter waits: expected the acknowledgement.');
  expect(await shell.perform(row.id, performers)).toBe('done');
}
/** Performs the look into the Sent folder when it falls due. */
async function look(performers: Record<string, Performer>): Promise<'done' | { again: string }> {
  const [row] = await listRows(sentCopyKind);
  if (!row) throw new Error('No look into the Sent folder is planned: expected one.');
  shell.setNow(row.dueAt);
  return shell.perform(row.id, performers);
}

test('the Message-ID that the provider names when it takes the letter leads to the case', async () => {
  await send(makeProvider({ serverMessageId: theirs }));
  expect(await findCases(theirs)).toEqual(['c1']);
  expect(await listRows(sentCopyKind)).toEqual([]);
});

test('the Message-ID of the copy that the provider keeps leads to the case, and is looked for once', async () => {
  const asked: string[] = [];
  const performers = makeProvider({
    async listSentIds(id) {
      asked.push(id);
      return [theirs];
    },
  });
  await send(performers);
  expect(await look(performers)).toBe('done');
  expect(await findCases(theirs)).toEqual(['c1']);
  expect(asked).toEqual([
    Object.values((await shell.desk.store.readCase('c1'))?.personal?.letters ?? {})[0]?.messageId,
  ]);
  expect(await listRows(sentCopyKind)).toEqual([]);
});

test('a letter of a case that was merged into another leads to that one', async () => {
  const performers = makeProvider({ listSentIds: async () => [theirs] });
  await send(performers);
  const [letter] = (await shell.desk.store.readCase('c1'))?.letters ?? [];
  await advanceCase(shell.desk, 'c1', { kind: 'letter-sent', letter: letter?.id ?? '' });
  await shell.receive('c2');
  const action = { do: 'merge' as const, other: 'c1', reason: 'dezelfde vraag' };
  const merged = await advanceCase(shell.desk, 'c2', { kind: 'staff-decided', by: 'UANNA', action, code: '123456' });
  expect(merged).toMatchObject({ ok: true });
  expect(await look(performers)).toBe('done');
  expect(await findCases(theirs)).toEqual(['c2']);
});

test('a copy that comes late is looked for again, ever later, and given up in the end', async () => {
  let copies: string[] = [];
  const performers = makeProvider({ listSentIds: async () => copies });
  await send(performers);
  for (let looks = 1; looks < 8; looks += 1) expect(await look(performers)).toHaveProperty('again');
  expect(await look(performers)).toBe('done');
  copies = [theirs];
  expect(await listRows(sentCopyKind)).toEqual([]);
});
