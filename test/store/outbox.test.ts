import { expect, test } from 'vitest';
import type { NewOutboxRow } from '../../src/store/store.ts';
import { onBothEngines } from './on-both-engines.ts';
import { later, makeRow, now, soon } from './sample.ts';

onBothEngines('outbox', (desk) => {
  const add = (...rows: NewOutboxRow[]) => desk.store.transaction((tx) => tx.addOutbox(rows));
  const claim = (id: string, worker = 'w1', at = now, until = soon) => desk.store.claimOutbox(id, worker, at, until);
  const state = async (id: string) => (await desk.store.readOutbox(id))?.state;
  const pending = async (options: Parameters<typeof desk.store.listPending>[0]) =>
    (await desk.store.listPending(options)).map(({ id }) => id);

  test('a row is read back as it was added', async () => {
    const row = makeRow('row-1', { payload: { timer: 'purge', at: later }, dueAt: '2026-03-02T09:00:00Z' });
    await add(row);
    expect(await desk.store.readOutbox('row-1')).toEqual({
      ...row,
      state: 'pending',
      attempts: 0,
      startedAt: null,
      doneAt: null,
      failure: null,
    });
    expect(await desk.store.readOutbox('row-9')).toBeNull();
    await expect(add(row)).rejects.toThrow();
    await expect(add(makeRow('row-2', { dueAt: 'tomorrow' }))).rejects.toThrow(/"tomorrow"/);
  });

  test('pending rows come by due time and id, whatever way the instants are written', async () => {
    await add(
      makeRow('row-d', { dueAt: '2026-03-02T09:00:00.500Z' }),
      makeRow('row-c', { dueAt: '2026-03-02T09:00:00Z' }),
      makeRow('row-b', { dueAt: '2026-03-02T10:00:00+01:00' }),
      makeRow('row-a', { dueAt: '2026-03-02T08:59:59.999Z' }),
      makeRow('row-e', { dueAt: later }),
      makeRow('Row-f', { dueAt: '2026-03-02T09:00:00.000Z' }),
    );
    expect(await pending({ limit: 10 })).toEqual(['row-a', 'Row-f', 'row-b', 'row-c', 'row-d', 'row-e']);
    expect(await pending({ limit: 10, dueBefore: '2026-03-02T09:00:00.000Z' })).toEqual([
      'row-a',
      'Row-f',
      'row-b',
      'row-c',
    ]);
    const after = { dueAt: '2026-03-02T09:00:00.000Z', id: 'row-b' };
    expect(await pending({ limit: 2, after })).toEqual(['row-c', 'row-d']);
  });

  test('120 rows added at once can all be paged through', async () => {
    const rows = Array.from({ length: 120 }, (_, at) => makeRow(`row-${at}`));
    await add(...rows);
    const seen: string[] = [];
    for (let after: { dueAt: string; id: string } | undefined; ; ) {
      const page = await desk.store.listPending({ limit: 50, ...(after === undefined ? {} : { after }) });
      seen.push(...page.map(({ id }) => id));
      after = page.at(-1);
      if (page.length < 50) break;
    }
    expect(seen.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
  });

  test('a due row is claimed once; a claim that ran out can be taken over', async () => {
    await add(makeRow('row-1'));
    expect(await claim('row-1')).toMatchObject({ id: 'row-1', attempts: 1, state: 'pending' });
    expect(await claim('row-1', 'w2')).toBeNull();
    expect(await claim('row-1', 'w1')).toBeNull();
    expect(await claim('row-1', 'w2', soon, later)).toMatchObject({ attempts: 2 });
  });

  test('a row that is not there, not due or not pending cannot be claimed', async () => {
    await add(makeRow('row-1', { dueAt: soon }), makeRow('row-2'));
    await desk.store.endOutbox('row-2', { state: 'failed', at: now });
    expect(await claim('row-9')).toBeNull();
    expect(await claim('row-1')).toBeNull();
    expect(await claim('row-1', 'w1', soon, later)).not.toBeNull();
    expect(await claim('row-2')).toBeNull();
  });

  test('rows of one lane are claimed one after the other, others beside each other', async () => {
    await add(makeRow('row-1', { lane: 'a' }), makeRow('row-2', { lane: 'a' }), makeRow('row-3', { lane: 'b' }));
    expect(await claim('row-1')).not.toBeNull();
    expect(await claim('row-2', 'w2')).toBeNull();
    expect(await claim('row-3', 'w2')).not.toBeNull();
    await desk.store.endOutbox('row-1', { state: 'done', at: now });
    expect(await claim('row-2', 'w2')).toMatchObject({ attempts: 1 });
  });

  test('a lane is free again when the claim in it ran out', async () => {
    await add(makeRow('row-1', { lane: 'a' }), makeRow('row-2', { lane: 'a' }));
    await claim('row-1');
    expect(await claim('row-2', 'w2', soon, later)).not.toBeNull();
  });

  test('a lane stays claimed while the worker of a cancelled row still runs', async () => {
    await add(makeRow('row-1', { lane: 'a' }), makeRow('row-2', { lane: 'a' }));
    await claim('row-1');
    await desk.store.transaction((tx) => tx.cancelOutbox('case-1', { kind: 'show-case', payload: {} }));
    await add(makeRow('row-3', { lane: 'a' }));
    expect(await claim('row-3', 'w2')).toBeNull();
    await desk.store.endOutbox('row-1', { state: 'pending', at: now, worker: 'w1' });
    expect(await state('row-1')).toBe('cancelled');
    expect(await claim('row-3', 'w2')).not.toBeNull();
  });

  test('of many claims of one lane at once, one wins', async () => {
    const ids = Array.from({ length: 20 }, (_, at) => `row-${at}`);
    await add(...ids.map((id) => makeRow(id, { lane: 'a' })));
    const other = await desk.openAgain();
    const claims = ids.flatMap((id) => [claim(id), other.claimOutbox(id, 'w2', now, soon)]);
    expect((await Promise.all(claims)).filter((row) => row !== null)).toHaveLength(1);
  });

  test('the start of a row is noted, and kept when it goes back to pending', async () => {
    await add(makeRow('row-1'));
    await claim('row-1');
    await desk.store.startOutbox('row-1', now, 'w1');
    await desk.store.endOutbox('row-1', { state: 'pending', at: soon, failure: 'time-out', dueAt: later });
    expect(await desk.store.readOutbox('row-1')).toMatchObject({
      state: 'pending',
      startedAt: now,
      failure: 'time-out',
      dueAt: later,
      doneAt: null,
    });
    expect(await claim('row-1')).toBeNull();
    expect(await claim('row-1', 'w2', later, '2026-03-02T11:00:00.000Z')).toMatchObject({
      attempts: 2,
      startedAt: now,
    });
    await desk.store.endOutbox('row-1', { state: 'pending', at: later, clearStarted: true });
    expect(await desk.store.readOutbox('row-1')).toMatchObject({ startedAt: null, failure: null });
  });

  test('a row is not started when it was cancelled, done, claimed by another, or is not there', async () => {
    await add(makeRow('row-1'), makeRow('row-2'), makeRow('row-3'));
    await desk.store.transaction((tx) => tx.finishOutbox('row-1', now));
    await claim('row-2', 'w2');
    await expect(desk.store.startOutbox('row-1', now)).rejects.toThrow(/row-1.*is done/);
    await expect(desk.store.startOutbox('row-2', now, 'w1')).rejects.toThrow(/row-2.*claimed by w2/);
    await expect(desk.store.startOutbox('row-3', now, 'w1')).rejects.toThrow(/row-3.*claimed by nobody/);
    await expect(desk.store.startOutbox('row-9', now)).rejects.toThrow(/row-9.*not in the store/);
    await desk.store.transaction((tx) => tx.cancelOutbox('case-1', { kind: 'show-case', payload: {} }));
    await expect(desk.store.startOutbox('row-2', now)).rejects.toThrow(/row-2.*is cancelled/);
  });

  test('what is done stays done, whoever ends it later', async () => {
    await add(makeRow('row-1'), makeRow('row-2'));
    await desk.store.endOutbox('row-1', { state: 'done', at: now });
    await desk.store.endOutbox('row-1', { state: 'pending', at: soon, failure: 'late' });
    expect(await desk.store.readOutbox('row-1')).toMatchObject({ state: 'done', doneAt: now, failure: null });
    await desk.store.endOutbox('row-2', { state: 'uncertain', at: now, failure: 'no answer' });
    expect(await desk.store.readOutbox('row-2')).toMatchObject({ state: 'uncertain', failure: 'no answer' });
    await desk.store.endOutbox('row-2', { state: 'done', at: soon });
    expect(await desk.store.readOutbox('row-2')).toMatchObject({ state: 'done', doneAt: soon, failure: null });
    await expect(desk.store.endOutbox('row-9', { state: 'done', at: now })).rejects.toThrow(/row-9.*not in the store/);
  });

  test('a worker that lost its claim cannot put the row back or call it failed, but can say that it is done', async () => {
    await add(makeRow('row-1'));
    await claim('row-1', 'w1');
    await claim('row-1', 'w2', soon, later);
    await desk.store.endOutbox('row-1', { state: 'failed', at: soon, worker: 'w1' });
    expect(await state('row-1')).toBe('pending');
    expect(await claim('row-1', 'w3', soon, later)).toBeNull();
    await desk.store.endOutbox('row-1', { state: 'done', at: soon, worker: 'w1' });
    expect(await state('row-1')).toBe('done');
  });

  test('a row finished in a transaction is done only when that commits, and only once', async () => {
    await add(makeRow('row-1'));
    const finish = (fail: boolean) =>
      desk.store.transaction(async (tx) => {
        await tx.finishOutbox('row-1', now);
        if (fail) throw new Error('stop here');
      });
    await expect(finish(true)).rejects.toThrow('stop here');
    expect(await state('row-1')).toBe('pending');
    await finish(false);
    expect(await desk.store.readOutbox('row-1')).toMatchObject({ state: 'done', doneAt: now });
    await expect(finish(false)).rejects.toThrow(/row-1.*was done at/);
    await expect(desk.store.transaction((tx) => tx.finishOutbox('row-9', now))).rejects.toThrow(/not in the store/);
  });

  test('rows are cancelled by case, kind and payload; others and finished ones are not', async () => {
    const timer = { kind: 'timer', payload: { case: 'case-1', timer: 'remind-7' } };
    await add(
      makeRow('row-1', timer),
      makeRow('row-2', { ...timer, payload: { case: 'case-1', timer: 'remind-3' } }),
      makeRow('row-3', { ...timer, caseId: 'case-2' }),
      makeRow('row-4', { ...timer, kind: 'show-case' }),
      makeRow('row-5', timer),
    );
    await desk.store.endOutbox('row-5', { state: 'done', at: now });
    await desk.store.transaction((tx) => tx.cancelOutbox('case-1', { kind: 'timer', payload: { timer: 'remind-7' } }));
    expect(await state('row-1')).toBe('cancelled');
    expect(await pending({ limit: 10 })).toEqual(['row-2', 'row-3', 'row-4']);
    expect(await state('row-5')).toBe('done');
    await desk.store.transaction((tx) => tx.finishOutbox('row-1', now));
    expect(await state('row-1')).toBe('cancelled');
  });

  test('a row waits for its case until somebody claims it, and again when it is put back', async () => {
    const waits = (kind = 'show-case') => desk.store.transaction((tx) => tx.hasWaiting('case-1', kind));
    expect(await waits()).toBe(false);
    await add(makeRow('row-1'));
    expect(await waits()).toBe(true);
    expect(await waits('send-letter')).toBe(false);
    await claim('row-1');
    expect(await waits()).toBe(false);
    await desk.store.endOutbox('row-1', { state: 'pending', at: now });
    expect(await waits()).toBe(true);
    await desk.store.transaction((tx) => tx.finishOutbox('row-1', now));
    expect(await waits()).toBe(false);
  });

  test('a row seen waiting is not claimed before that transaction ends', async () => {
    await add(makeRow('row-1'));
    const other = await desk.openAgain();
    const order: string[] = [];
    let claiming: Promise<unknown> = Promise.resolve();
    await desk.store.transaction(async (tx) => {
      expect(await tx.hasWaiting('case-1', 'show-case')).toBe(true);
      claiming = other.claimOutbox('row-1', 'w2', now, soon).then(() => order.push('claimed'));
      for (let turn = 0; turn < 20; turn++) await tx.hasWaiting('case-1', 'show-case');
      order.push('saved');
    });
    await claiming;
    expect(order).toEqual(['saved', 'claimed']);
  });
});
