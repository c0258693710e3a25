import { writeSync } from 'node:fs';
import { openStore } from '../../src/store/open.ts';
import { makeCase, makeEvent, makeMail, makeRow } from './sample.ts';

/**
 * A desk that commits without end, until it is killed: each turn one transaction with a version of the case, an event and an outbox
 * row, and one kept mail. It writes the number of a turn on a line of its own once that turn is committed. The mail of a turn that an
 * earlier one left unkept is kept first, as a desk looks anew from its cursor on.
 */
const { url, dataDir, secretKey } = JSON.parse(process.argv[2] ?? '{}') as Record<string, string>;
const place = { dataDir: dataDir ?? '', secretKey: Buffer.from(secretKey ?? '', 'base64') };
const store = await openStore(url === undefined ? place : { ...place, url });
const keep = (turn: number) =>
  store.keepMails([{ mail: makeMail(turn), outbox: makeRow(`row-mail-${turn}`) }], {
    mailbox: 'INBOX',
    uidValidity: '1',
    lastUid: turn,
  });

const { lastUid: kept = 0 } = (await store.readCursor('INBOX', '1')) ?? {};
const { version: left = 0 } = (await store.readCase('case-1')) ?? {};
if (left > kept) await keep(left);
for (;;) {
  const turn = await store.transaction(async (tx) => {
    const version = ((await tx.lockCase('case-1'))?.version ?? 0) + 1;
    await tx.saveCase(makeCase('case-1', { version }), { dueOn: null });
    await tx.appendEvents('case-1', [makeEvent('note-added', `notitie ${version}`)]);
    await tx.addOutbox([makeRow(`row-${version}`)]);
    return version;
  });
  await keep(turn);
  writeSync(1, `${turn}\n`);
}
