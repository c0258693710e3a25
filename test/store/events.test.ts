import { expect, test } from 'vitest';
import { canonicalJson, hashEvent } from '../../src/store/chain.ts';
import { onBothEngines } from './on-both-engines.ts';
import { makeCase, makeEvent } from './sample.ts';

onBothEngines('events', (desk) => {
  /** Two cases with six events: case-1 at 1, 3, 5 and case-2 at 2, 4, 6 of the chain. */
  async function fill() {
    for (const id of ['case-1', 'case-2']) {
      await desk.store.transaction((tx) => tx.saveCase(makeCase(id), { dueOn: null }));
    }
    for (const turn of [1, 2, 3]) {
      for (const id of ['case-1', 'case-2']) {
        await desk.store.transaction((tx) => tx.appendEvents(id, [makeEvent('note-added', `notitie ${turn}`)]));
      }
    }
  }
  const faults = async () => (await desk.store.verifyChain()).faults.map(({ chain, fault }) => `${chain}: ${fault}`);

  test('events are read back in order, with their place in the case and in the chain', async () => {
    await desk.store.transaction(async (tx) => {
      await tx.saveCase(makeCase('case-1'), { dueOn: null });
      const stored = await tx.appendEvents('case-1', [makeEvent('request-received', 'een'), makeEvent('acknowledged')]);
      expect(stored.map(({ seq }) => seq)).toEqual([1, 2]);
      expect(await tx.appendEvents('case-1', [])).toEqual([]);
    });
    const [stored] = await desk.store.transaction((tx) => tx.appendEvents('case-1', [makeEvent('closed', 'twee')]));
    const events = await desk.store.readEvents('case-1');
    expect(events.map(({ chain, seq, kind, personal }) => ({ chain, seq, kind, personal }))).toEqual([
      { chain: 1, seq: 1, kind: 'request-received', personal: { words: 'een' } },
      { chain: 2, seq: 2, kind: 'acknowledged', personal: null },
      { chain: 3, seq: 3, kind: 'closed', personal: { words: 'twee' } },
    ]);
    expect(events[2]).toEqual(stored);
    expect(events[2]).toMatchObject({ caseId: 'case-1', by: 'desk', data: { right: 'access', days: 3 } });
    expect(events[2]?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await desk.store.readEvents('case-9')).toEqual([]);
  });

  test('an event with personal data needs a case that is stored', async () => {
    const append = (words?: string) =>
      desk.store.transaction((tx) => tx.appendEvents('case-9', [makeEvent('note-added', words)]));
    await expect(append('woorden')).rejects.toThrow(/case-9.*no key/);
    expect(await append()).toHaveLength(1);
  });

  test('a chain that nobody touched is whole, the empty one too', async () => {
    expect(await desk.store.verifyChain()).toEqual({ events: 0, faults: [] });
    await fill();
    expect(await desk.store.verifyChain()).toEqual({ events: 6, faults: [] });
  });

  test('a chain of several pages is whole, and a fault on the last page is found', async () => {
    const events = Array.from({ length: 1100 }, () => makeEvent('reminded'));
    await desk.store.transaction((tx) => tx.appendEvents('case-9', events));
    expect(await desk.store.verifyChain()).toEqual({ events: 1100, faults: [] });
    await desk.meddle("update events set kind = 'closed' where chain = 1099");
    expect((await desk.store.verifyChain()).faults.map(({ chain }) => chain)).toEqual([1099]);
  });

  test('events appended at once by many make one whole chain', async () => {
    const append = (at: number) =>
      desk.store.transaction((tx) => tx.appendEvents(`case-${at % 4}`, [makeEvent('reminded')]));
    await Promise.all(Array.from({ length: 40 }, (_, at) => append(at)));
    expect(await desk.store.verifyChain()).toEqual({ events: 40, faults: [] });
    expect((await desk.store.readEvents('case-1')).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test('after a purge the chain is whole and the personal parts are gone', async () => {
    await fill();
    await desk.store.transaction(async (tx) => {
      await tx.saveCase(makeCase('case-1', { version: 2, status: 'purged', personal: null }), { dueOn: null });
      await tx.appendEvents('case-1', [makeEvent('purged')]);
    });
    expect((await desk.store.readEvents('case-1')).map(({ personal }) => personal)).toEqual([null, null, null, null]);
    expect((await desk.store.readEvents('case-2'))[0]?.personal).toEqual({ words: 'notitie 1' });
    expect(await desk.store.verifyChain()).toEqual({ events: 7, faults: [] });
  });

  test.each([
    ['kind', "'closed'"],
    ['at', "'2026-03-02T09:00:02.000Z'"],
    ['"by"', "'U9'"],
    ['data', `'{"days":4,"right":"access"}'`],
    ['data', "'no json'"],
    ['case_id', "'case-7'"],
    ['seq', '99'],
    ['hash', `'${'a'.repeat(64)}'`],
    ['personal', 'null'],
  ])('a changed %s is found (to %s)', async (column, value) => {
    await fill();
    await desk.meddle(`update events set ${column} = ${value} where chain = 3`);
    expect((await desk.store.verifyChain()).faults[0]).toMatchObject({
      chain: 3,
      fault: expect.stringContaining('not as'),
    });
  });

  test('a changed sealed part is found, and the event cannot be opened', async () => {
    await fill();
    await desk.meddle(`update events set personal = (select personal from events where chain = 1) where chain = 3`);
    expect(await faults()).toEqual(['3: the event, or the hash before it, is not as it was written']);
    await expect(desk.store.readEvents('case-1')).rejects.toThrow(/event 2 of case case-1.*cannot be opened/);
  });

  test('a deleted event is found', async () => {
    await fill();
    await desk.meddle('delete from events where chain = 3');
    expect(await faults()).toEqual(['3: event 3 is missing']);
  });

  test('several deleted events are found', async () => {
    await fill();
    await desk.meddle('delete from events where chain in (1, 2, 4)');
    expect(await faults()).toEqual(['1: events 1 to 2 are missing', '4: event 4 is missing']);
  });

  test('two events that changed places are found', async () => {
    await fill();
    await desk.meddle('update events set chain = 100 where chain = 3');
    await desk.meddle('update events set chain = 3 where chain = 5');
    await desk.meddle('update events set chain = 5 where chain = 100');
    expect((await desk.store.verifyChain()).faults.map(({ chain }) => chain)).toEqual(expect.arrayContaining([3, 5]));
  });

  test('a cut-off tail is found', async () => {
    await fill();
    await desk.meddle('delete from events where chain > 4');
    expect(await faults()).toEqual(['5: events 5 to 6, the end of the chain, are missing']);
  });

  test('a cut-off tail is found when the head was cut to match', async () => {
    await fill();
    await desk.meddle('delete from events where chain > 4');
    await desk.meddle(`update chain_head set chain = 4, hash = (select hash from events where chain = 4)`);
    expect(await faults()).toEqual(['4: the head of the chain was not written by this store']);
  });

  test('a last event written anew with a hash that fits is found', async () => {
    await fill();
    const [before] = (await desk.store.readEvents('case-1')).slice(-1);
    const [last] = (await desk.store.readEvents('case-2')).slice(-1);
    if (before === undefined || last === undefined) throw new Error('expected three events a case');
    const hash = hashEvent(before.hash, { ...last, by: 'U9' }, null);
    await desk.meddle(`update events set "by" = 'U9', personal = null, hash = ? where chain = 6`, hash);
    expect(await faults()).toEqual(['6: the last event is not the one that the head names']);
  });

  test('a missing head is found, and nothing is appended to it', async () => {
    await fill();
    await desk.meddle('delete from chain_head');
    expect(await faults()).toEqual(['6: the head of the chain is missing']);
    const append = desk.store.transaction((tx) => tx.appendEvents('case-1', [makeEvent('closed')]));
    await expect(append).rejects.toThrow(/chain_head is empty/);
  });

  test('an event added past the store is found', async () => {
    await fill();
    await desk.meddle(
      `insert into events (chain, case_id, seq, kind, at, "by", data, hash) values (7, 'case-1', 4, 'closed', 'x', 'U9', '{}', 'y')`,
    );
    expect(await faults()).toContain('7: there are events beyond the head of the chain');
  });
});

test('canonical JSON is the same whatever the order of the keys, and keeps the order of lists', () => {
  const one = canonicalJson({ b: [2, 1], a: { d: 'x', c: null } });
  expect(one).toBe('{"a":{"c":null,"d":"x"},"b":[2,1]}');
  expect(canonicalJson({ a: { c: null, d: 'x' }, b: [2, 1] })).toBe(one);
  expect(canonicalJson(JSON.parse('{"__proto__": 1, "a": 2}'))).toBe('{"__proto__":1,"a":2}');
});
