import { createHash } from 'node:crypto';
import type { Personal } from '../case.ts';

/** How long a one-time code counts, and how many wrong tries it bears (domain.md §3). */
const validForHours = 24;
const tries = 5;

/** SHA-256 of code and case id, hex: a code counts for its own case only. */
export function digestCode(caseId: string, code: string): string {
  return createHash('sha256').update(`${caseId}\0${code}`).digest('hex');
}

/** What the case remembers of a code sent at `now`. */
export function rememberCode(caseId: string, code: string, now: string): NonNullable<Personal['code']> {
  const expiresAt = new Date(Date.parse(now) + validForHours * 3_600_000).toISOString();
  return { digest: digestCode(caseId, code), expiresAt, triesLeft: tries };
}

/** Looks for the code among the six-digit words of a mail (a reply often quotes our letter); `tried` when there was one, right or wrong. */
export function matchCode(
  caseId: string,
  code: Personal['code'],
  text: string,
  arrivedAt: string,
): { match: boolean; tried: boolean } {
  if (!code || code.triesLeft <= 0 || arrivedAt > code.expiresAt) return { match: false, tried: false };
  const words = [...new Set(text.match(/(?<!\d)\d{6}(?!\d)/g) ?? [])].slice(0, 20);
  const match = words.some((word) => equalDigests(digestCode(caseId, word), code.digest));
  return { match, tried: words.length > 0 };
}

/** Compares in constant time, so that timing tells nothing of how much was right. */
function equalDigests(left: string, right: string): boolean {
  let difference = left.length ^ right.length;
  for (let index = 0; index < left.length; index += 1) difference |= left.charCodeAt(index) ^ right.charCodeAt(index);
  return difference === 0;
}
