import { createHash } from 'node:crypto';
import type { CaseEvent } from '../core/event.ts';

/** The hash before the first event. */
export const firstHash = '0'.repeat(64);

/** What anyone may see of an event, and what its hash is made of beside the sealed part. */
export type PublicEvent = Omit<CaseEvent, 'personal'> & { chain: number; caseId: string; seq: number };

/**
 * Hashes one event onto the chain: SHA-256, hex, over the hash before it, a line feed, the public part as canonical JSON, a line
 * feed, and the sealed part as stored. It needs no key, so it holds after the purge too.
 */
export function hashEvent(previous: string, event: PublicEvent, sealed: Uint8Array | null): string {
  const { chain, caseId, seq, kind, at, by, data } = event;
  const hash = createHash('sha256').update(
    `${previous}\n${canonicalJson({ chain, caseId, seq, kind, at, by, data })}\n`,
  );
  if (sealed !== null) hash.update(sealed);
  return hash.digest('hex');
}

/** JSON with the keys of every object sorted, so that the same value always gives the same text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (isRecord(part) ? sortKeys(part) : part));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Without a prototype, so that a key such as `__proto__` stays a key. */
function sortKeys(record: Record<string, unknown>): Record<string, unknown> {
  const sorted: Record<string, unknown> = Object.create(null);
  for (const key of Object.keys(record).sort()) sorted[key] = record[key];
  return sorted;
}
