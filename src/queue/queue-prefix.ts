import { hkdfSync } from 'node:crypto';

/**
 * What this desk's keys in Redis begin with: two desks on one Redis keep apart by their secret keys, workers of one desk share it.
 * The key itself cannot be learnt from it (HKDF, RFC 5869).
 */
export function makeQueuePrefix(secretKey: Uint8Array): string {
  const mark = Buffer.from(hkdfSync('sha256', secretKey, '', 'rechtenloket queue', 6)).toString('hex');
  return `rechtenloket-${mark}`;
}
