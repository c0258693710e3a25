import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeSeals, openBytes, sealBytes } from '../../src/store/seal.ts';
import { type Desk, onBothEngines } from './on-both-engines.ts';
import { makeCase, makeEvent, makeMail, makeRow, secrets } from './sample.ts';

/** Keeps a mail, a case, its links and its events, all with the invented person's data in them. */
async function fill(desk: Desk): Promise<void> {
  const source = Buffer.from(`From: ${secrets[0]} <${secrets[1]}>\r\n\r\n${secrets[2]}\r\n${secrets[3]}\r\n`);
  const cursor = { mailbox: 'INBOX', uidValidity: '1', lastUid: 2 };
  const mails = ['mail-1', 'mail-2'].map((id, at) => {
    const identity = desk.store.hash(`${secrets[1]} ${id}`);
    return { mail: makeMail(at, { id, identity, verdict: 'waiting', source }), outbox: makeRow(`row-${id}`) };
  });
  await desk.store.keepMails(mails, cursor);
  await desk.store.transaction(async (tx) => {
    await tx.saveCase(makeCase('case-1'), { dueOn: '2026-04-02' });
    await tx.addLinks('case-1', [{ kind: 'address', value: secrets[1] ?? '' }]);
    await tx.appendEvents('case-1', [makeEvent('request-received', secrets.join(' ')), makeEvent('note-added')]);
    await tx.settleMail('mail-1', 'request', 'case-1');
  });
  await desk.store.transaction((tx) => tx.saveCase(makeCase('case-1', { version: 2 }), { dueOn: null }));
}

async function purge(desk: Desk): Promise<void> {
  const record = makeCase('case-1', { version: 3, status: 'purged', personal: null });
  await desk.store.transaction((tx) => tx.saveCase(record, { dueOn: null }));
}

onBothEngines('secrecy', (desk) => {
  test('the raw bytes of the database hold no word of the person, before the purge and after', async () => {
    await fill(desk);
    const before = await desk.readRawBytes();
    expect(before.includes('case-1')).toBe(true);
    await purge(desk);
    const after = await desk.readRawBytes();
    expect(after.includes('case-1')).toBe(true);
    for (const [at, secret] of secrets.entries()) {
      for (const form of [secret, Buffer.from(secret).toString('base64').slice(4, -4), secret.toUpperCase()]) {
        expect(before.includes(form), `secret ${at} before the purge`).toBe(false);
        expect(after.includes(form), `secret ${at} after the purge`).toBe(false);
      }
    }
  });

  test('after the purge no byte of the case key is left in the data files', async () => {
    await fill(desk);
    const [row] = await desk.meddle("select wrapped from case_keys where case_id = 'case-1'");
    const wrapped = Buffer.from(row?.wrapped as Uint8Array);
    const secretPart = wrapped.subarray(-32);
    expect((await desk.readRawBytes()).includes(secretPart)).toBe(true);
    await purge(desk);
    expect((await desk.readRawBytes()).includes(secretPart)).toBe(false);
  });

  test('after the purge no key that is still stored opens a sealed part', async () => {
    await fill(desk);
    const other = makeCase('case-2', { receivedAt: '2026-03-03T09:00:00.000Z' });
    await desk.store.transaction((tx) => tx.saveCase(other, { dueOn: null }));
    const seals = makeSeals(desk.options.secretKey);
    const place = 'personal part of event 1 of case case-1';
    const readKeys = async () => {
      const rows = await desk.meddle('select case_id, wrapped from case_keys order by case_id');
      return rows.map((row) => seals.openCaseKey(String(row.case_id), row.wrapped as Uint8Array));
    };
    const [sealedRow] = await desk.meddle('select personal from events where chain = 1');
    const sealed = sealedRow?.personal as Uint8Array;
    const opens = (key: Uint8Array) => {
      try {
        return openBytes(key, sealed, place).length > 0;
      } catch {
        return false;
      }
    };
    expect((await readKeys()).map(opens)).toEqual([true, false]);
    await purge(desk);
    expect([...(await readKeys()), desk.options.secretKey].map(opens)).toEqual([false, false]);
    expect(await desk.meddle("select personal from cases where id = 'case-1'")).toEqual([{ personal: null }]);
    expect(await desk.store.readCase('case-2')).toEqual(other);
  });
});

const key = randomBytes(32);
const sealed = sealBytes(key, Buffer.from('woorden'), 'here');

test('what is sealed is opened with the same key at the same place', () => {
  expect(Buffer.from(openBytes(key, sealed, 'here')).toString()).toBe('woorden');
  expect(sealBytes(key, Buffer.from('woorden'), 'here')).not.toEqual(sealed);
});

test.each<[string, Uint8Array, Uint8Array, string]>([
  ['another key', randomBytes(32), sealed, 'here'],
  ['another place', key, sealed, 'there'],
  ['a changed byte', key, Buffer.from(sealed.map((byte, at) => (at === sealed.length - 1 ? byte ^ 1 : byte))), 'here'],
  ['another format', key, Buffer.from(sealed.map((byte, at) => (at === 0 ? 2 : byte))), 'here'],
  ['a cut-off end', key, sealed.subarray(0, -1), 'here'],
  ['nothing', key, Buffer.alloc(0), 'here'],
])('with %s it is not opened', (_what, otherKey, bytes, place) => {
  expect(() => openBytes(otherKey, bytes, place)).toThrow(/^The sealed .+ cannot be opened: expected/);
});

test('each purpose has its own key, and each case its own', () => {
  const seals = makeSeals(key);
  const one = seals.makeCaseKey('case-1');
  expect(one.key).not.toEqual(seals.makeCaseKey('case-1').key);
  expect(Buffer.from(seals.openCaseKey('case-1', one.wrapped))).toEqual(one.key);
  expect(() => seals.openCaseKey('case-2', one.wrapped)).toThrow(/key of case case-2/);
  const mail = seals.sealMail('key of case case-1', one.key);
  expect(() => seals.openCaseKey('case-1', mail)).toThrow();
  expect(new Set([seals.hash('0 x'), seals.signHead(0, 'x'), seals.checkValue]).size).toBe(3);
});
