import type { OutboxRow } from '../store/store.ts';
import type { Desk, Performed } from './desk.ts';

/** The keyword (RFC 9051 §2.3.2) on a mail that opened or joined a case. */
export const keyword = '$Rechtenloket';

/** Puts a flag or keyword on a mail on the server; `gone` when it is no longer there, `unsupported` when the server keeps no such marks. */
export type AddKeyword = (
  uid: number,
  uidValidity: string,
  keyword: string,
) => Promise<'done' | 'gone' | 'unsupported'>;

/** A row `mark-mail`: shows people who read the mailbox which mails the desk has; a mail moved meanwhile needs no mark. */
export async function markMail(desk: Desk, addKeyword: AddKeyword, row: OutboxRow): Promise<Performed> {
  const mail = await desk.store.readMail(row.payload.mail ?? '');
  if (!mail) return { kind: 'done' };
  const marks = desk.context.organisation.settings.mail.markRead ? [keyword, '\\Seen'] : [keyword];
  for (const mark of marks) {
    const result = await addKeyword(mail.uid, mail.uidValidity, mark);
    if (result !== 'done') desk.log.info({ mail: mail.id, result }, 'A mail could not be marked on the server.');
  }
  return { kind: 'done' };
}
