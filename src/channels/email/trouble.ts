import type { FetchedMail } from './fetch.ts';
import { addOwnHeader, unreadHeader } from './own-headers.ts';

/**
 * Which mails broke connections while they were read: a mail that always does must not keep the others waiting. Up to UID `until`
 * mails are read one by one; `failures` counts for each UID; `reading` are the UIDs that are being read now.
 */
export type Trouble = { uidValidity: string; until: number; failures: Map<number, number>; reading: number[] };

/** A state without trouble. */
export function noTrouble(): Trouble {
  return { uidValidity: '', until: 0, failures: new Map(), reading: [] };
}

/** Notes that the connection broke while the mails in `reading` were read. */
export function noteTrouble(trouble: Trouble): void {
  const [first] = trouble.reading;
  if (first === undefined) return;
  const failures = (trouble.failures.get(first) ?? 0) + 1;
  trouble.failures.set(first, failures);
  if (failures >= 2) trouble.until = Math.max(trouble.until, trouble.reading.at(-1) ?? first);
}

/** After four failures of one mail only its headers are read, after six nothing. */
export function howToRead(trouble: Trouble, uids: number[]): 'whole' | 'headers' | 'not' {
  const [uid] = uids;
  const failures = uids.length === 1 && uid !== undefined ? (trouble.failures.get(uid) ?? 0) : 0;
  if (failures < 4) return 'whole';
  return failures < 6 ? 'headers' : 'not';
}

/** What stands for a mail that could not be read: its headers, where they came, marked so that a person looks at it. */
export function standIn(trouble: Trouble, uid: number, receivedAt: string, headers?: Uint8Array): FetchedMail {
  const place = `${trouble.uidValidity}/${uid}`;
  const source = addOwnHeader(headers ?? Buffer.from('\r\n'), unreadHeader, place);
  return { uid, receivedAt, size: 0, source, complete: false, headersOnly: false };
}
