import type { Case, Track } from './case.ts';
import type { Refusal } from './refusal.ts';
import { isBeingSent } from './under-way.ts';

/** True when both cases know the same address of the person; a name alone says too little. */
export function isSamePerson(one: Case, other: Case): boolean {
  const addresses = listAddresses(one);
  return listAddresses(other).some((address) => addresses.includes(address));
}

/** The addresses by which a case knows its person, in lower case. */
export function listAddresses({ personal }: Case): string[] {
  const known = [personal?.address, personal?.knownAddress].filter((address) => address !== undefined);
  return [...new Set(known.map((address) => address.toLowerCase()).filter((address) => address !== ''))];
}

/** Why all of the other case cannot come into this one now, or null; `reason` is what staff wrote for a merge that needs one. */
export function checkMerge(record: Case, other: Case | null, reason: string | undefined): Refusal | null {
  if (!other) return { code: 'no-such-case' };
  if (other.id === record.id) return { code: 'merge-itself' };
  if (other.mergedInto) return { code: 'merged-away', number: other.mergedInto.number };
  if (other.status === 'purged') return { code: 'not-possible-now', status: other.status };
  const twice = record.tracks.find((track) => {
    const same = other.tracks.find((each) => each.right === track.right);
    return same && (isDecided(record, track) || isDecided(other, same));
  });
  if (twice) return { code: 'right-decided', right: twice.right };
  const differs = record.tracks.find(({ right, marketing }) =>
    other.tracks.some((each) => each.right === right && each.marketing !== marketing),
  );
  if (differs) return { code: 'marketing-differs', right: differs.right };
  if (other.identity.status === 'asked') return { code: 'question-open', number: other.number };
  if (isBeingSent(other)) return { code: 'letter-under-way', number: other.number };
  if (reason?.trim()) return null;
  if (other.status === 'closed') return { code: 'merge-reason-missing', because: 'closed' };
  return isSamePerson(record, other) ? null : { code: 'merge-reason-missing', because: 'person' };
}

function isDecided(record: Case, { right, decision, answeredAt }: Track): boolean {
  return decision !== undefined || answeredAt !== undefined || record.letters.some((letter) => letter.right === right);
}
