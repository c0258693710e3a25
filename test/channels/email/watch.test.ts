import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Watch, WatchOptions } from '../../../src/channels/email/watch.ts';
import { type Dovecot, startDovecot } from '../../support/dovecot.ts';
import { waitFor } from '../../support/processes.ts';
import { describeWith, dovecot } from '../../support/require.ts';
import { writePlainMail } from '../../support/write-mail.ts';
import { messageIdOf, type Seen, watchUrl } from './watching.ts';

describeWith([dovecot], 'keeping watch on a mailbox', () => {
  let server: Dovecot;
  let users = 0;
  const open: Watch[] = [];
  beforeAll(async () => {
    server = await startDovecot();
  });
  afterAll(() => server.close());
  afterEach(async () => {
    await Promise.all(open.splice(0).map((watch) => watch.close()));
  });

  const newUser = () => `user${++users}@kwalipro.test`;
  function watchUser(user: string, options: Partial<WatchOptions> = {}, password = 'pw'): Seen {
    const seen = watchUrl(server.imapUrl(user).replace(':pw@', `:${password}@`), options);
    open.push(seen.watch);
    return seen;
  }
  const isWatching = (seen: Seen) => seen.states.at(-1)?.kind === 'watching';

  test('hears of a new mail by IDLE within two seconds', async () => {
    const user = newUser();
    const seen = watchUser(user, { sweepEveryMs: 600_000 });
    await seen.watch.ready;
    await seen.watch.sweep();
    // IDLE must have begun, or the mail would be found by the next command.
    await new Promise((resolve) => setTimeout(resolve, 200));
    const start = Date.now();
    await server.deliver(user, writePlainMail('new'));
    await waitFor('the mail', () => seen.mails.length === 1);
    expect(Date.now() - start).toBeLessThan(2_000);
  });

  test('comes back after the server was restarted and misses nothing', async () => {
    const user = newUser();
    const seen = watchUser(user);
    await server.deliver(user, writePlainMail('before'));
    await seen.watch.sweep();
    await server.stop();
    await waitFor('the loss to be told', () => seen.states.some((state) => state.kind === 'waiting'));
    await server.start();
    await server.deliver(user, writePlainMail('after'));
    await waitFor('the second mail', () => seen.mails.length === 2);
    expect(seen.mails.map(messageIdOf)).toEqual(['<before@sender.example>', '<after@sender.example>']);
  });

  test('notices a server that is frozen and goes on when it thaws', async () => {
    const user = newUser();
    const seen = watchUser(user, {
      limits: { socketTimeoutMs: 1_500, maxIdleMs: 600, connectTimeoutMs: 1_500 },
      sweepEveryMs: 60_000,
    });
    await seen.watch.ready;
    await seen.watch.sweep();
    server.freeze();
    try {
      await waitFor('the silence to be told', () => seen.states.some((state) => state.kind === 'waiting'), 20_000);
    } finally {
      server.thaw();
    }
    await server.deliver(user, writePlainMail('thawed'));
    await waitFor('the mail', () => seen.mails.length === 1, 20_000);
  });

  test('reads the mailbox again when its UIDVALIDITY changes', async () => {
    const user = newUser();
    await server.deliver(user, writePlainMail('same'));
    const seen = watchUser(user, { sweepEveryMs: 150 });
    await seen.watch.sweep();
    await server.doveadm('mailbox', 'update', '-u', user, '--uid-validity', '1234567890', 'INBOX');
    await waitFor('the mail once more', () => seen.mails.length === 2);
    expect(seen.batches.map((batch) => batch.uidValidity)).toContain('1234567890');
    expect(new Set(seen.mails.map(messageIdOf)).size).toBe(1);
    expect(isWatching(seen)).toBe(true);
  });

  test('stops at a refused login, says what to do, and logs in no more until asked', async () => {
    const seen = watchUser(newUser(), {}, 'wrong');
    await expect(seen.watch.ready).rejects.toThrow('Check user and password in IMAP_URL');
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(seen.states.map((state) => state.kind)).toEqual(['connecting', 'stopped']);
    await expect(seen.watch.sweep()).rejects.toThrow('stopped');
    expect(seen.states.map((state) => state.kind)).toEqual(['connecting', 'stopped', 'connecting', 'stopped']);
    expect(JSON.stringify(seen.states)).not.toContain('wrong');
  });

  test('stops at a folder that is not there', async () => {
    const seen = watchUser(newUser(), { folder: 'Nowhere' });
    await expect(seen.watch.ready).rejects.toThrow('folder: missing');
  });

  test('tries again, from the same place, what its owner could not keep', async () => {
    const user = newUser();
    await server.deliverAll(user, [writePlainMail('first'), writePlainMail('second')]);
    let broken = 2;
    const kept: string[] = [];
    const seen = watchUser(user, {
      readCursor: async () => kept.length,
      async onBatch(batch) {
        if (broken-- > 0) throw new Error('disk full');
        kept.push(...batch.mails.map((mail) => messageIdOf(mail) ?? ''));
      },
    });
    await waitFor('the mails to be kept', () => kept.length === 2);
    expect(kept).toEqual(['<first@sender.example>', '<second@sender.example>']);
    const waits = seen.states.filter((state) => state.kind === 'waiting');
    expect(waits.map((state) => state.reason)).toEqual(['keeping failed', 'keeping failed']);
    expect(String(waits[0]?.error)).toContain('disk full');
  });

  test('closes at once while an errand waits for a frozen server', async () => {
    const seen = watchUser(newUser());
    await seen.watch.ready;
    await seen.watch.findByMessageId('sent', 'x@sender.example');
    server.freeze();
    try {
      const errand = seen.watch.findByMessageId('sent', 'y@sender.example');
      const failed = expect(errand).rejects.toThrow('mailbox');
      const start = Date.now();
      await seen.watch.close();
      await failed;
      expect(Date.now() - start).toBeLessThan(3_000);
    } finally {
      server.thaw();
    }
  });

  test('closes at once while a server does not answer', async () => {
    const user = newUser();
    server.freeze();
    try {
      const seen = watchUser(user, { limits: { connectTimeoutMs: 60_000 } });
      await waitFor('the attempt', () => seen.states.length > 0);
      const start = Date.now();
      await seen.watch.close();
      expect(Date.now() - start).toBeLessThan(1_000);
      expect(seen.states.at(-1)).toEqual({ kind: 'closed' });
    } finally {
      server.thaw();
    }
  });
});
