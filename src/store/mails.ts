import type { Reading, Writing } from './db.ts';
import { addOutbox } from './outbox.ts';
import type { Seals } from './seal.ts';
import type { Cursor, MailRow, MailVerdict, NewMail, NewOutboxRow } from './store.ts';

/** Rows in one insert; more would only make a longer statement to prepare. */
const ROWS_AT_ONCE = 50;
const noMails: Record<MailVerdict, number> = {
  waiting: 0,
  request: 0,
  unsure: 0,
  joined: 0,
  other: 0,
  automatic: 0,
  bounce: 0,
  own: 0,
};

/** Keeps mails that are not known yet, with their outbox rows, and moves the cursor forward; answers the ids that were new. */
export async function keepMails(
  writing: Writing,
  seals: Seals,
  mails: { mail: NewMail; outbox?: NewOutboxRow }[],
  cursor: Cursor,
): Promise<string[]> {
  const added = new Set<string>();
  for (const part of split(mails)) {
    const rows = part.map(({ mail }) => toRow(seals, mail));
    const insert = writing.db.insertInto('mails').values(rows);
    const answer = await insert
      .onConflict((conflict) => conflict.column('identity').doNothing())
      .returning('id')
      .execute();
    for (const { id } of answer) added.add(id);
  }
  const outbox = mails.flatMap((each) => (each.outbox !== undefined && added.has(each.mail.id) ? [each.outbox] : []));
  await addOutbox(writing, outbox);
  await moveCursor(writing, cursor);
  return mails.map(({ mail }) => mail.id).filter((id) => added.has(id));
}

function toRow(seals: Seals, mail: NewMail) {
  return {
    id: mail.id,
    identity: mail.identity,
    mailbox: mail.mailbox,
    uid_validity: mail.uidValidity,
    uid: mail.uid,
    verdict: mail.verdict,
    received_at: mail.receivedAt,
    case_id: null,
    source: mail.source === undefined ? null : seals.sealMail(mail.id, mail.source),
  };
}

async function moveCursor({ db }: Writing, { mailbox, uidValidity, lastUid }: Cursor): Promise<void> {
  await db
    .insertInto('cursors')
    .values({ mailbox, uid_validity: uidValidity, last_uid: lastUid })
    .onConflict((conflict) =>
      conflict
        .columns(['mailbox', 'uid_validity'])
        .doUpdateSet({ last_uid: lastUid })
        .where('cursors.last_uid', '<', lastUid),
    )
    .execute();
}

/** Where a mailbox was read up to; null when it never was. */
export async function readCursor(db: Reading, mailbox: string, uidValidity: string): Promise<Cursor | null> {
  const query = db.selectFrom('cursors').select('last_uid').where('mailbox', '=', mailbox);
  const row = await query.where('uid_validity', '=', uidValidity).executeTakeFirst();
  return row === undefined ? null : { mailbox, uidValidity, lastUid: row.last_uid };
}

/** Which of these identities are known. */
export async function knownIdentities(db: Reading, identities: string[]): Promise<Set<string>> {
  const known = new Set<string>();
  for (const part of split(identities)) {
    const rows = await db.selectFrom('mails').select('identity').where('identity', 'in', part).execute();
    for (const { identity } of rows) known.add(identity);
  }
  return known;
}

/** Loads a mail; `source` is null once it was settled. */
export async function readMail(
  db: Reading,
  seals: Seals,
  id: string,
): Promise<(MailRow & { source: Uint8Array | null }) | null> {
  const row = await db.selectFrom('mails').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  const { identity, mailbox, uid_validity: uidValidity, uid, verdict, received_at: receivedAt, case_id: caseId } = row;
  const source = row.source === null ? null : seals.openMail(id, row.source);
  return { id, identity, mailbox, uidValidity, uid, verdict, receivedAt, caseId, source };
}

/** Sets a mail's verdict and case, and forgets its source; throws when there is no such mail. */
export async function settleMail(
  { db }: Writing,
  id: string,
  verdict: MailVerdict,
  caseId: string | null,
): Promise<void> {
  const update = db.updateTable('mails').set({ verdict, case_id: caseId, source: null });
  const result = await update.where('id', '=', id).executeTakeFirst();
  if (result.numUpdatedRows === 1n) return;
  throw new Error(`Mail ${id} cannot be settled as ${verdict}: it is not in the store. Keep it with keepMails first.`);
}

/** Gives these mails to a case. */
export async function moveMails({ db }: Writing, ids: string[], caseId: string): Promise<void> {
  for (const part of split(ids))
    await db.updateTable('mails').set({ case_id: caseId }).where('id', 'in', part).execute();
}

/** Gives all mails of one case to another. */
export async function moveMailsOf({ db }: Writing, from: string, to: string): Promise<void> {
  await db.updateTable('mails').set({ case_id: to }).where('case_id', '=', from).execute();
}

/** How many mails of each verdict were received at or after `since`. */
export async function countMails(db: Reading, since: string): Promise<Record<MailVerdict, number>> {
  const query = db.selectFrom('mails').select(['verdict', (of) => of.fn.countAll<number>().as('mails')]);
  const rows = await query.where('received_at', '>=', since).groupBy('verdict').execute();
  return { ...noMails, ...Object.fromEntries(rows.map(({ verdict, mails }) => [verdict, mails])) };
}

function split<T>(all: T[]): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < all.length; at += ROWS_AT_ONCE) parts.push(all.slice(at, at + ROWS_AT_ONCE));
  return parts;
}
