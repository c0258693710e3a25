import { expect, test } from 'vitest';
import { onBothEngines } from './on-both-engines.ts';
import { makeMail, makeRow, soon } from './sample.ts';

const cursor = { mailbox: 'INBOX', uidValidity: '4294967295', lastUid: 4294967294 };

onBothEngines('mails', (desk) => {
  test('a batch is kept with its outbox rows, and the cursor moves with it', async () => {
    const source = Buffer.from('Subject: inzage\r\n\r\nGraag alles.\r\n');
    const waiting = makeMail(4294967294, { verdict: 'waiting', source });
    const row = makeRow('row-1', { caseId: null, kind: 'take-in-mail', payload: { mail: waiting.id } });
    const added = await desk.store.keepMails([{ mail: waiting, outbox: row }, { mail: makeMail(2) }], cursor);
    expect(added).toEqual([waiting.id, 'mail-2']);
    const { source: _, ...seen } = waiting;
    const read = await desk.store.readMail(waiting.id);
    expect(read).toMatchObject({ ...seen, caseId: null });
    expect(Buffer.from(read?.source ?? [])).toEqual(source);
    expect(await desk.store.readMail('mail-2')).toEqual({ ...makeMail(2), caseId: null, source: null });
    expect(await desk.store.readMail('mail-9')).toBeNull();
    expect(await desk.store.readOutbox('row-1')).toMatchObject({ ...row, state: 'pending', attempts: 0 });
    expect(await desk.store.readCursor('INBOX', '4294967295')).toEqual(cursor);
    expect(await desk.store.readCursor('INBOX', '1')).toBeNull();
  });

  test('a mail seen before is not kept again and gets no second outbox row', async () => {
    const rowFor = (id: string) => makeRow(id, { caseId: null });
    await desk.store.keepMails([{ mail: makeMail(1), outbox: rowFor('row-1') }], cursor);
    const same = makeMail(1);
    const moved = makeMail(1, { id: 'mail-1b', mailbox: 'Archive', uid: 77 });
    const twice = makeMail(3);
    const added = await desk.store.keepMails(
      [
        { mail: same, outbox: rowFor('row-2') },
        { mail: moved, outbox: rowFor('row-3') },
        { mail: twice, outbox: rowFor('row-4') },
        { mail: { ...twice, id: 'mail-3b' }, outbox: rowFor('row-5') },
      ],
      cursor,
    );
    expect(added).toEqual(['mail-3']);
    expect((await desk.store.listPending({ limit: 10 })).map(({ id }) => id)).toEqual(['row-1', 'row-4']);
    expect(await desk.store.readMail('mail-1b')).toBeNull();
  });

  test('another mail under an id that is taken is refused, not lost, and nothing of its batch is kept', async () => {
    await desk.store.keepMails([{ mail: makeMail(1) }], { ...cursor, lastUid: 1 });
    const other = makeMail(2, { id: 'mail-1' });
    const batch = [{ mail: makeMail(3) }, { mail: other }];
    await expect(desk.store.keepMails(batch, { ...cursor, lastUid: 3 })).rejects.toThrow(/mails/);
    expect(await desk.store.readMail('mail-3')).toBeNull();
    expect(await desk.store.readCursor('INBOX', cursor.uidValidity)).toMatchObject({ lastUid: 1 });
  });

  test('the cursor never moves back, and an empty batch may move it', async () => {
    await desk.store.keepMails([], { ...cursor, lastUid: 40 });
    await desk.store.keepMails([{ mail: makeMail(7) }], { ...cursor, lastUid: 7 });
    expect(await desk.store.readCursor('INBOX', cursor.uidValidity)).toMatchObject({ lastUid: 40 });
    await desk.store.keepMails([], { ...cursor, lastUid: 41 });
    expect(await desk.store.readCursor('INBOX', cursor.uidValidity)).toMatchObject({ lastUid: 41 });
  });

  test('identities that are known are told apart from those that are not', async () => {
    const mails = Array.from({ length: 230 }, (_, at) => ({ mail: makeMail(at) }));
    expect(await desk.store.keepMails(mails, cursor)).toHaveLength(230);
    const asked = [...mails.map(({ mail }) => mail.identity), 'identity-900'];
    const known = await desk.store.knownIdentities(asked);
    expect(known.size).toBe(230);
    expect(known.has('identity-900')).toBe(false);
    expect(await desk.store.knownIdentities([])).toEqual(new Set());
  });

  test('a settled mail has its verdict and its case, and no source', async () => {
    const mail = makeMail(1, { verdict: 'waiting', source: Buffer.from('Subject: x\r\n\r\n') });
    await desk.store.keepMails([{ mail }], cursor);
    await desk.store.transaction((tx) => tx.settleMail('mail-1', 'request', 'case-1'));
    expect(await desk.store.readMail('mail-1')).toMatchObject({ verdict: 'request', caseId: 'case-1', source: null });
    const settle = desk.store.transaction((tx) => tx.settleMail('mail-9', 'other', null));
    await expect(settle).rejects.toThrow(/Mail mail-9.*not in the store/);
  });

  test('mails are counted by verdict from an instant on', async () => {
    const mails = [
      makeMail(1, { receivedAt: '2026-03-01T23:59:59.999Z' }),
      makeMail(2, { receivedAt: '2026-03-02T00:00:00.000Z' }),
      makeMail(3, { verdict: 'bounce' }),
      makeMail(4, { verdict: 'bounce' }),
    ];
    await desk.store.keepMails(
      mails.map((mail) => ({ mail })),
      cursor,
    );
    const counted = await desk.store.countMails('2026-03-02T00:00:00.000Z');
    expect(counted).toEqual({
      waiting: 0,
      request: 0,
      unsure: 0,
      joined: 0,
      other: 1,
      automatic: 0,
      bounce: 2,
      own: 0,
    });
  });

  test('a source of 5 MB is read back whole', async () => {
    const source = Buffer.alloc(5_000_000, 'mail ');
    await desk.store.keepMails([{ mail: makeMail(1, { verdict: 'waiting', source }) }], cursor);
    const read = await desk.store.readMail('mail-1');
    expect(Buffer.from(read?.source ?? []).equals(source)).toBe(true);
  });

  test('the hash of a value is the same after a restart, and another one under another key', async () => {
    const again = await desk.openAgain();
    expect(again.hash('a@voorbeeld.example')).toBe(desk.store.hash('a@voorbeeld.example'));
    expect(desk.store.hash('a@voorbeeld.example')).toMatch(/^[0-9a-f]{64}$/);
    expect(desk.store.hash('b@voorbeeld.example')).not.toBe(desk.store.hash('a@voorbeeld.example'));
  });

  test('2,000 mails in batches of 100 are kept in seconds, not minutes', async () => {
    const started = performance.now();
    for (let from = 0; from < 2000; from += 100) {
      const batch = Array.from({ length: 100 }, (_, at) => ({ mail: makeMail(from + at) }));
      await desk.store.keepMails(batch, { ...cursor, lastUid: from + 100 });
    }
    expect(performance.now() - started).toBeLessThan(10_000);
    expect((await desk.store.countMails(soon.replace('2026', '2020'))).other).toBe(2000);
  });
});
