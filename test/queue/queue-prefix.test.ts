import { expect, it } from 'vitest';
import { makeQueuePrefix } from '../../src/queue/queue-prefix.ts';

const key = Buffer.alloc(32, 1);
const other = Buffer.alloc(32, 2);

it('gives the workers of one desk the same keys in Redis', () => {
  expect(makeQueuePrefix(key)).toBe(makeQueuePrefix(Buffer.from(key)));
});

it('keeps two desks on one Redis apart', () => {
  expect(makeQueuePrefix(key)).not.toBe(makeQueuePrefix(other));
});

it('says nothing of the secret key', () => {
  expect(makeQueuePrefix(key)).toMatch(/^rechtenloket-[0-9a-f]{12}$/);
  expect(makeQueuePrefix(key)).not.toContain(key.toString('hex').slice(0, 12));
});
