import { expect, it } from 'vitest';
import type { Case } from '../../src/core/case.ts';
import type { StaffAction } from '../../src/core/event.ts';
import { advanceCase } from '../../src/shell/advance-case.ts';
import type { Desk as ShellDesk } from '../../src/shell/desk.ts';
import { listLikely } from '../../src/shell/list-likely.ts';
import type { Store, Transaction } from '../../src/store/store.ts';
import { onBothEngines } from '../store/on-both-engines.ts';
import { makeMail, makeRequest } from '../support/desk.ts';
import { loadShipped } from '../workflows/shipped.ts';

const context = await loadShipped();
const now = '2026-03-05T09:00:00.000Z';
const person = 'jan.devries@thuis.example';

function deskOn(store: Store): ShellDesk {
  const quiet = () => undefined;
  const log = { info: quiet, warn: quiet, error: quiet };
  return {
    store,
    context,
    now: () => now,
    makeCode: () => '123456',
    log,
    worker: 'test-1',
    push: async () => undefined,
  };
}
async function open(desk: ShellDesk, id: string, rights: string[], from = person): Promise<void> {
  const mail = makeMail({
    id: `mail-${id}`,
    receivedAt: '2026-03-03T21:41:00.000Z',
    from,
    messageId: `${id}@thuis.example`,
  });
  const cursor = { mailbox: 'INBOX', uidValidity: '1', lastUid: 1 };
  const row = { id: mail.id, identity: mail.id, mailbox: 'INBOX', uidValidity: '1', uid: 1 };
  await desk.store.keepMails([{ mail: { ...row, verdict: 'request', receivedAt: mail.receivedAt } }], cursor);
  const settles = { mail: { id: mail.id, verdict: 'request' as const } };
  await advanceCase(desk, id, makeRequest({ mail, rights }), settles);
}
const act = (desk: ShellDesk, id: string, action: StaffAction) =>
  advanceCase(desk, id, { kind: 'staff-decided', by: 'UANNA', action, code: '123456' });
const split = (...rights: string[]): StaffAction => ({ do: 'split', rights, mails: [] });
async function read(store: Store, id: string): Promise<Case> {
  const record = await store.readCase(id);
  if (!record) throw new Error(`There is no case ${id}: expected one.`);
  return record;
}
const leadsTo = async (store: Store, value: string) =>
  (await store.findLinks('message-id', [value])).map(({ caseId }) => caseId);
/** The pending rows, without their lanes and times. */
const waiting = async (store: Store) =>
  (await store.listPending({ limit: 200 })).map(({ caseId, kind, payload }) => ({ caseId, kind, ...payload }));

onBothEngines('a split and a merge in the store', (on) => {
  it('saves both cases of a split with a number of its own, their timers, and a chain that verifies', async () => {
    const desk = deskOn(on.store);
    await open(desk, 'c1', ['access', 'rectification']);
    expect((await act(desk, 'c1', split('rectification'))).ok).toBe(true);
    const [old, made] = [await read(on.store, 'c1'), await read(on.store, 'c1-s2')];
    expect([old.number, made.number]).toEqual(['KP-2026-0001', 'KP-2026-0002']);
    expect(made.tracks.map(({ right }) => right)).toEqual(['rectification']);
    for (const record of [old, made]) {
      const timers = (await waiting(on.store)).filter((row) => row.caseId === record.id && row.kind === 'timer');
      expect(timers).toHaveLength(Object.keys(record.timers).length);
    }
    expect(await leadsTo(on.store, 'c1@thuis.example')).toEqual(['c1']);
    expect((await on.store.findLinks('address', [person])).map(({ caseId }) => caseId).sort()).toEqual(['c1', 'c1-s2']);
    expect((await on.store.verifyChain()).faults).toEqual([]);
  });

  it('takes with a message all by which it is found', async () => {
    const desk = deskOn(on.store);
    await open(desk, 'c1', ['access']);
    const mail = makeMail({
      id: 'mail-2',
      receivedAt: now,
      messageId: 'two@thuis.example',
      text: 'Wis alles van mij.',
    });
    const row = { id: 'mail-2', identity: 'mail-2', mailbox: 'INBOX', uidValidity: '1', uid: 2, receivedAt: now };
    const cursor = { mailbox: 'INBOX', uidValidity: '1', lastUid: 2 };
    await on.store.keepMails([{ mail: { ...row, verdict: 'joined' } }], cursor);
    const settles = { mail: { id: 'mail-2', verdict: 'joined' as const } };
    await advanceCase(desk, 'c1', { kind: 'mail-added', mail, sender: 'pass', rights: [] }, settles);
    expect((await act(desk, 'c1', { do: 'split', rights: [], mails: ['mail-2'] })).ok).toBe(true);
    expect(await leadsTo(on.store, 'two@thuis.example')).toEqual(['c1-s3']);
    expect((await on.store.readMail('mail-2'))?.caseId).toBe('c1-s3');
    expect((await read(on.store, 'c1-s3')).personal?.mails.map(({ text }) => text)).toEqual(['Wis alles van mij.']);
    expect(JSON.stringify(await read(on.store, 'c1'))).not.toContain('Wis alles');
    expect((await act(desk, 'c1-s3', { do: 'triage', rights: ['erasure'] })).case?.number).toBe('KP-2026-0002');
    expect((await on.store.verifyChain()).faults).toEqual([]);
  });

  it('moves all that leads to a merged case, cancels its timers, and seals what moved under the other key', async () => {
    const desk = deskOn(on.store);
    await open(desk, 'c1', ['access']);
    await open(desk, 'c2', ['rectification'], 'j.devries@werk.example');
    const action: StaffAction = { do: 'merge', other: 'c2', reason: 'Hij belde: beide zijn van hem.' };
    expect((await act(desk, 'c1', action)).ok).toBe(true);
    const [kept, gone] = [await read(on.store, 'c1'), await read(on.store, 'c2')];
    expect(kept.tracks.map(({ right }) => right)).toEqual(['access', 'rectification']);
    expect(kept.personal?.mails.map(({ from }) => from)).toContain('j.devries@werk.example');
    expect(gone).toMatchObject({
      status: 'closed',
      mergedInto: { id: 'c1', number: 'KP-2026-0001' },
      mailDomain: null,
    });
    expect(gone.personal?.mails).toEqual([]);
    expect(await leadsTo(on.store, 'c2@thuis.example')).toEqual(['c1']);
    expect((await on.store.findLinks('address', ['j.devries@werk.example'])).map(({ caseId }) => caseId)).toEqual([
      'c1',
    ]);
    expect((await on.store.readMail('mail-c2'))?.caseId).toBe('c1');
    const rows = await waiting(on.store);
    expect(rows.filter((row) => row.caseId === 'c2' && row.kind === 'timer')).toMatchObject([{ timer: 'purge' }]);
    expect(rows.filter((row) => row.caseId === 'c1' && row.kind === 'timer')).toHaveLength(
      Object.keys(kept.timers).length,
    );
    expect((await on.store.readEvents('c2')).find(({ kind }) => kind === 'request-received')?.personal).not.toBeNull();
    expect((await on.store.verifyChain()).faults).toEqual([]);
  });

  it('brings a mail and the news of a letter that still name the merged case to the one that took it over', async () => {
    const desk = deskOn(on.store);
    await open(desk, 'c1', ['access']);
    await open(desk, 'c2', ['rectification']);
    await act(desk, 'c2', { do: 'acknowledge' });
    await advanceCase(desk, 'c2', { kind: 'letter-sent', letter: 'c2-l1' });
    expect((await act(desk, 'c1', { do: 'merge', other: 'c2' })).ok).toBe(true);
    const late = makeMail({ id: 'mail-late', receivedAt: now });
    const joined = await advanceCase(desk, 'c2', { kind: 'mail-added', mail: late, sender: 'pass', rights: [] });
    expect(joined.case?.id).toBe('c1');
    const failed = await advanceCase(desk, 'c2', { kind: 'letter-failed', letter: 'c2-l1', reason: 'bounced' });
    expect(failed.case?.letters.find(({ id }) => id === 'c2-l1')?.status).toBe('failed');
    expect(await leadsTo(on.store, (await read(on.store, 'c1')).personal?.letters['c2-l1']?.messageId ?? '')).toEqual([
      'c1',
    ]);
  });

  it.each(['split', 'merge'] as const)(
    'leaves all as it was when the worker dies within a %s, and does it the next time',
    async (what) => {
      const desk = deskOn(on.store);
      await open(desk, 'c1', ['access', 'rectification']);
      await open(desk, 'c2', ['portability']);
      const action: StaffAction = what === 'split' ? split('rectification') : { do: 'merge', other: 'c2' };
      const before = [await read(on.store, 'c1'), await read(on.store, 'c2'), await waiting(on.store)];
      for (const dying of ['saveCase', 'appendEvents', 'addOutbox'] as const) {
        const breaking = deskOn(breakSecond(on.store, dying));
        await expect(act(breaking, 'c1', action)).rejects.toThrow('the worker died');
        expect([await read(on.store, 'c1'), await read(on.store, 'c2'), await waiting(on.store)]).toEqual(before);
        expect(await on.store.readCase('c1-s2')).toBeNull();
      }
      expect((await act(desk, 'c1', action)).ok).toBe(true);
      // The numbers have no gap.
      if (what === 'split') expect((await read(on.store, 'c1-s2')).number).toBe('KP-2026-0003');
      expect((await on.store.verifyChain()).faults).toEqual([]);
    },
  );

  it('is done once by two who press at the same moment, and by two merges the other way round', async () => {
    const [one, two] = [deskOn(on.store), deskOn(await on.openAgain())];
    await open(one, 'c1', ['access', 'rectification', 'portability']);
    await open(one, 'c2', ['objection']);
    const splits = await Promise.all([one, two].map((desk) => act(desk, 'c1', split('rectification'))));
    expect(splits.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(splits.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'already-done' } });
    const merges = await Promise.all([
      act(one, 'c1', { do: 'merge', other: 'c2' }),
      act(two, 'c2', { do: 'merge', other: 'c1' }),
    ]);
    expect(merges.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(merges.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'merged-away' } });
    const all = await on.store.listCases({ status: ['open'] });
    expect(all.flatMap(({ rights }) => rights).sort()).toEqual(['access', 'objection', 'portability', 'rectification']);
    expect((await on.store.verifyChain()).faults).toEqual([]);
  });

  it('offers the cases of the same address first', async () => {
    const desk = deskOn(on.store);
    await open(desk, 'c1', ['access']);
    await open(desk, 'c2', ['access'], 'jan.de.vries@thuis.example');
    await open(desk, 'c3', ['access'], 'fatima@elders.example');
    await open(desk, 'c4', ['erasure']);
    await open(desk, 'c5', ['erasure']);
    await act(desk, 'c5', { do: 'not-a-request' });
    expect((await listLikely(desk, 'c1')).map(({ id }) => id)).toEqual(['c4', 'c2']);
  });
});

/** A store whose transaction fails at the second use of a method, as if the worker died there. */
function breakSecond(store: Store, method: 'saveCase' | 'appendEvents' | 'addOutbox'): Store {
  return {
    ...store,
    transaction: (work) =>
      store.transaction((tx) => {
        let uses = 0;
        const broken = async (...given: never[]) => {
          uses += 1;
          if (uses === 2) throw new Error('the worker died');
          return await (tx[method] as (...all: never[]) => Promise<never>)(...given);
        };
        return work({ ...tx, [method]: broken } as Transaction);
      }),
  };
}
