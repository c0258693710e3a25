import type { Case, Track } from './case.ts';

/** True while a letter about the track is approved but not yet known to be sent. */
export function isUnderWay(record: Case, track: Track): boolean {
  return record.letters.some((letter) => letter.right === track.right && !letter.task && letter.status !== 'sent');
}

/** True while the mail server may be handed a letter of the case at any moment. */
export function isBeingSent(record: Case): boolean {
  return record.letters.some(({ status, means }) => status === 'approved' && means === 'email');
}
