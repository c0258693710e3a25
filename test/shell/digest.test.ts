import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Digest } from '../../src/core/digest.ts';
import { type DigestParts, performDigest, planDigest } from '../../src/shell/digest.ts';
import type { Shown } from '../../src/shell/show-case.ts';
import { openShell, type Shell } from './open-shell.ts';

/** Tuesday evening; the office opens at 08:45 on Wednesday 4 March. */
const evening = '2026-03-03T21:41:00.000Z';
const opening = '2026-03-04T07:45:00.000Z';

let shell: Shell;
let posted: { digest: Digest; mayHavePosted: boolean }[];
let answer: Shown;
const parts: DigestParts = {
  post: async (digest, mayHavePosted) => {
    posted.push({ digest, mayHavePosted });
    return answer;
  },
  readTroubles: async () => [],
};
const perform = (id: string) => shell.perform(id, { digest: (row) => performDigest(shell.desk, parts, row) });

beforeEach(async () => {
  shell = await openShell(evening);
  posted = [];
  answer = { kind: 'done' };
});
afterEach(() => shell.close());

describe('the row of the morning message', () => {
  it('is planned for the next opening of the office, once, whoever starts', async () => {
    await planDigest(shell.desk);
    await planDigest(shell.beside());
    expect(await shell.desk.store.readOutbox('digest-2026-03-04')).toMatchObject({ dueAt: opening, state: 'pending' });
    expect(shell.pushed.map(({ id }) => id)).toEqual(['digest-2026-03-04']);
  });

  it('posts, shows every open case anew, and plans the next working day', async () => {
    await shell.receive('case-1');
    const [first] = await shell.desk.store.listPending({ limit: 10 });
    await shell.perform(first?.id ?? '', {
      'show-case': async () => ({ kind: 'done' }),
      timer: async () => ({ kind: 'done' }),
      'mark-mail': async () => ({ kind: 'done' }),
    });
    await planDigest(shell.desk);
    shell.setNow(opening);
    expect(await perform('digest-2026-03-04')).toBe('done');
    expect(posted).toMatchObject([{ digest: { day: '2026-03-04', open: 1 }, mayHavePosted: false }]);
    expect(await shell.desk.store.readOutbox('digest-2026-03-04')).toMatchObject({ state: 'done' });
    expect(await shell.desk.store.readOutbox('digest-2026-03-05')).toMatchObject({ state: 'pending' });
    const waiting = await shell.desk.store.listPending({ limit: 50 });
    expect(waiting.filter((row) => row.kind === 'show-case' && row.caseId === 'case-1')).toHaveLength(1);
    expect(await perform('digest-2026-03-04')).toBe('done');
    expect(posted).toHaveLength(1);
  });

  it('says nothing when there is nothing to tell, and comes back the next day', async () => {
    await planDigest(shell.desk);
    shell.setNow(opening);
    await perform('digest-2026-03-04');
    expect(posted).toEqual([]);
    expect(await shell.desk.store.readOutbox('digest-2026-03-05')).toMatchObject({ state: 'pending' });
  });

  it('is tried again while Slack is away, and then looks whether an earlier try was posted', async () => {
    await shell.receive('case-1');
    await planDigest(shell.desk);
    shell.setNow(opening);
    answer = { kind: 'later', afterMs: 5000, reason: 'Slack cannot be reached' };
    expect(await perform('digest-2026-03-04')).toEqual({ again: '2026-03-04T07:45:05.000Z' });
    answer = { kind: 'done' };
    shell.setNow('2026-03-04T07:45:05.000Z');
    expect(await perform('digest-2026-03-04')).toBe('done');
    expect(posted.map(({ mayHavePosted }) => mayHavePosted)).toEqual([false, true]);
  });

  it('after days without a worker tells once of today, not of each day that was missed', async () => {
    await shell.receive('case-1');
    await planDigest(shell.desk);
    shell.setNow('2026-03-10T09:00:00.000Z');
    await planDigest(shell.desk);
    expect(await perform('digest-2026-03-04')).toBe('done');
    expect(posted.map(({ digest }) => digest.day)).toEqual(['2026-03-10']);
    expect(await shell.desk.store.readOutbox('digest-2026-03-11')).toMatchObject({ state: 'pending' });
  });

  it('is silent in the weekend and plans Monday', async () => {
    await shell.receive('case-1');
    await planDigest(shell.desk);
    shell.setNow('2026-03-07T09:00:00.000Z');
    await perform('digest-2026-03-04');
    expect(posted).toEqual([]);
    expect(await shell.desk.store.readOutbox('digest-2026-03-09')).toMatchObject({ state: 'pending' });
  });
});
