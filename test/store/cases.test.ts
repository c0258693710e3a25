import { expect, test } from 'vitest';
import type { Case } from '../../src/core/case.ts';
import { onBothEngines } from './on-both-engines.ts';
import { makeCase, makePersonal } from './sample.ts';

onBothEngines('cases', (desk) => {
  const save = (record: Case, dueOn: string | null = null) =>
    desk.store.transaction((tx) => tx.saveCase(record, { dueOn }));

  test('a case is read back as it was saved', async () => {
    const record = makeCase('case-1', { number: 'KP-2026-0001', assignee: 'U1' });
    await save(record, '2026-04-02');
    expect(await desk.store.readCase('case-1')).toEqual(record);
    expect(await desk.store.findCaseByNumber('KP-2026-0001')).toEqual(record);
    const locked = await desk.store.transaction((tx) => tx.lockCase('case-1'));
    expect(locked).toEqual(record);
  });

  test('a case that is not there is null', async () => {
    expect(await desk.store.readCase('case-9')).toBeNull();
    expect(await desk.store.findCaseByNumber('KP-2026-0009')).toBeNull();
    expect(await desk.store.transaction((tx) => tx.lockCase('case-9'))).toBeNull();
  });

  test('a later version replaces the case', async () => {
    await save(makeCase('case-1'));
    const second = makeCase('case-1', { version: 2, number: 'KP-2026-0001', status: 'closed' });
    await save(second);
    expect(await desk.store.readCase('case-1')).toEqual(second);
  });

  test.each([1, 2, 4])('after version 2, version %d is refused and changes nothing', async (version) => {
    await save(makeCase('case-1'));
    await save(makeCase('case-1', { version: 2 }));
    await expect(save(makeCase('case-1', { version, initials: 'X.X.' }))).rejects.toThrow(/case-1.*version/);
    expect(await desk.store.readCase('case-1')).toMatchObject({ version: 2, initials: 'W.Z.' });
  });

  test('a case that was never saved cannot be saved as version 2', async () => {
    await expect(save(makeCase('case-1', { version: 2, personal: null }))).rejects.toThrow(/no such case is stored/);
  });

  test('a transaction that throws leaves nothing', async () => {
    const failing = desk.store.transaction(async (tx) => {
      await tx.saveCase(makeCase('case-1'), { dueOn: null });
      await tx.takeNumber('KP-2026');
      await tx.addLinks('case-1', [{ kind: 'address', value: 'a@voorbeeld.example' }]);
      throw new Error('stop here');
    });
    await expect(failing).rejects.toThrow('stop here');
    expect(await desk.store.readCase('case-1')).toBeNull();
    expect(await desk.store.findLinks('address', ['a@voorbeeld.example'])).toEqual([]);
    expect(await desk.store.transaction((tx) => tx.takeNumber('KP-2026'))).toBe(1);
  });

  test('numbers of a series run from 1 without a gap, also when taken at once and when some are given back', async () => {
    const taken = await Promise.all(
      Array.from({ length: 30 }, (_, at) =>
        desk.store
          .transaction(async (tx) => {
            const number = await tx.takeNumber('KP-2026');
            if (at % 3 === 0) throw new Error('given back');
            return number;
          })
          .catch(() => null),
      ),
    );
    const kept = taken.filter((number) => number !== null).sort((a, b) => a - b);
    expect(kept).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
    expect(await desk.store.transaction((tx) => tx.takeNumber('KP-2027'))).toBe(1);
  });

  test('the register lists cases newest first, without what is personal', async () => {
    await save(makeCase('case-1', { receivedAt: '2026-01-01T00:00:00.000Z' }));
    await save(
      makeCase('case-2', {
        receivedAt: '2026-03-01T00:00:00.000Z',
        number: 'KP-2026-0002',
        status: 'closed',
        assignee: 'U1',
        closed: { by: 'U1', at: '2026-03-09T00:00:00.000Z', outcome: 'answered' },
      }),
      '2026-04-01',
    );
    await save(makeCase('case-3', { receivedAt: '2026-02-01T00:00:00.000Z', status: 'triage' }));
    const all = await desk.store.listCases();
    expect(all.map(({ id }) => id)).toEqual(['case-2', 'case-3', 'case-1']);
    expect(all[0]).toEqual({
      id: 'case-2',
      number: 'KP-2026-0002',
      status: 'closed',
      rights: ['access'],
      receivedAt: '2026-03-01T00:00:00.000Z',
      dueOn: '2026-04-01',
      assignee: 'U1',
      closedAt: '2026-03-09T00:00:00.000Z',
    });
    const ids = async (filter: Parameters<typeof desk.store.listCases>[0]) =>
      (await desk.store.listCases(filter)).map(({ id }) => id);
    expect(await ids({ status: ['triage', 'open'] })).toEqual(['case-3', 'case-1']);
    expect(await ids({ status: [] })).toEqual([]);
    expect(await ids({ limit: 1, offset: 1 })).toEqual(['case-3']);
    expect(await ids({ offset: 2 })).toEqual(['case-1']);
  });

  test('the cases at work and those received or closed since an instant come whole but for what is personal', async () => {
    const closedAt = (at: string) => ({ by: 'U1', at, outcome: 'answered' as const });
    await save(makeCase('old-open', { receivedAt: '2026-01-01T00:00:00.000Z', number: 'KP-2026-0001' }));
    await save(makeCase('old-unsure', { receivedAt: '2026-01-02T00:00:00.000Z', status: 'triage' }));
    const old = { receivedAt: '2026-01-03T00:00:00.000Z', status: 'closed' as const };
    await save(makeCase('closed-before', { ...old, closed: closedAt('2026-02-28T23:00:00.000Z') }));
    await save(makeCase('closed-since', { ...old, closed: closedAt('2026-03-01T00:00:00.000Z') }));
    const since = '2026-03-01T00:00:00.000Z';
    const last = makeCase('new', { receivedAt: '2026-03-01T09:00:00.000Z', status: 'closed' });
    await save(last);
    const records = await desk.store.listRecords(since);
    expect(records.map(({ id }) => id)).toEqual(['old-open', 'old-unsure', 'closed-since', 'new']);
    expect(records.at(-1)).toEqual({ ...last, personal: null });
  });

  test('a case is found by the values linked to it, newest case first', async () => {
    await save(makeCase('case-1', { receivedAt: '2026-01-01T00:00:00.000Z' }));
    await save(makeCase('case-2', { receivedAt: '2026-02-01T00:00:00.000Z' }));
    const link = { kind: 'address', value: 'a@voorbeeld.example' } as const;
    await desk.store.transaction(async (tx) => {
      await tx.addLinks('case-1', [link, { kind: 'message-id', value: 'een@voorbeeld.example' }]);
      await tx.addLinks('case-1', [link]);
      await tx.addLinks('case-2', [link]);
      await tx.addLinks('case-2', []);
    });
    expect(await desk.store.findLinks('address', ['b@voorbeeld.example', link.value])).toEqual([
      { caseId: 'case-2', value: link.value },
      { caseId: 'case-1', value: link.value },
    ]);
    expect(await desk.store.findLinks('message-id', [link.value])).toEqual([]);
    expect(await desk.store.findLinks('address', [])).toEqual([]);
  });

  test('a purged case keeps its line, and loses its person, its links and its key', async () => {
    await save(makeCase('case-1', { number: 'KP-2026-0001' }));
    const link = { kind: 'address', value: 'a@voorbeeld.example' } as const;
    await desk.store.transaction((tx) => tx.addLinks('case-1', [link]));
    const purged = makeCase('case-1', { version: 2, number: 'KP-2026-0001', status: 'purged', personal: null });
    await save(purged);
    expect(await desk.store.readCase('case-1')).toEqual(purged);
    expect(await desk.store.findLinks('address', [link.value])).toEqual([]);
    expect(await desk.meddle('select * from case_keys')).toEqual([]);
    await expect(save({ ...purged, version: 3, personal: makePersonal() })).rejects.toThrow(/key was destroyed/);
    await save({ ...purged, version: 3 });
  });

  test('a method of the store called inside a transaction is refused instead of waiting for ever', async () => {
    await expect(desk.store.transaction(() => desk.store.readCase('case-1'))).rejects.toThrow(/inside/);
    await expect(desk.store.transaction(() => desk.store.writeMeta('a', 'b'))).rejects.toThrow(/inside/);
    await desk.store.transaction(async () => {});
    expect(await desk.store.readMeta('a')).toBeNull();
  });

  test('what a transaction leaves running may use the store after it has ended', async () => {
    const started = Promise.withResolvers<void>();
    let left: Promise<unknown> = Promise.resolve();
    await desk.store.transaction(async () => {
      left = started.promise.then(() => desk.store.readMeta('a'));
    });
    started.resolve();
    expect(await left).toBeNull();
  });
});
