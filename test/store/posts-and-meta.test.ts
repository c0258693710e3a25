import { expect, test } from 'vitest';
import { onBothEngines } from './on-both-engines.ts';

onBothEngines('posts and remembered values', (desk) => {
  const card = { caseId: 'case-1', kind: 'card', seq: 0, channel: 'C1', ts: '1.001', digest: 'a' } as const;
  const line = { ...card, kind: 'line', seq: 2, ts: '1.002' } as const;

  test('posts of a case come with the card first, then its lines in order', async () => {
    for (const post of [{ ...line, seq: 10, ts: '1.010' }, line, card, { ...card, caseId: 'case-2', ts: '1.009' }]) {
      await desk.store.savePost(post);
    }
    expect(await desk.store.readPosts('case-1')).toEqual([card, line, { ...line, seq: 10, ts: '1.010' }]);
    expect(await desk.store.readPosts('case-9')).toEqual([]);
  });

  test('a post is replaced, found by its place, and forgotten', async () => {
    await desk.store.savePost(card);
    const moved = { ...card, channel: 'C2', ts: '2.001', digest: 'b' };
    await desk.store.savePost(moved);
    expect(await desk.store.readPosts('case-1')).toEqual([moved]);
    expect(await desk.store.findPost('C2', '2.001')).toEqual(moved);
    expect(await desk.store.findPost('C1', '1.001')).toBeNull();
    await desk.store.removePost('case-1', 'line', 0);
    expect(await desk.store.findPost('C2', '2.001')).toEqual(moved);
    await desk.store.removePost('case-1', 'card', 0);
    expect(await desk.store.readPosts('case-1')).toEqual([]);
  });

  test('a remembered value outlives the store and can be replaced', async () => {
    expect(await desk.store.readMeta('installed-at')).toBeNull();
    await desk.store.writeMeta('installed-at', 'een');
    await desk.store.writeMeta('installed-at', 'twee');
    const again = await desk.openAgain();
    expect(await again.readMeta('installed-at')).toBe('twee');
  });
});
