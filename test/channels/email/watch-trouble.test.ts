import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { parseMail } from '../../../src/channels/email/parse.ts';
import type { Watch } from '../../../src/channels/email/watch.ts';
import { startPracticeMailbox } from '../../../src/demo/practice-mailbox.ts';
import { type Dovecot, startDovecot } from '../../support/dovecot.ts';
import { findFreePort } from '../../support/free-port.ts';
import { waitFor } from '../../support/processes.ts';
import { describeWith, dovecot } from '../../support/require.ts';
import { startTcpProxy, type TcpProxy } from '../../support/tcp-proxy.ts';
import { writeMail, writePlainMail } from '../../support/write-mail.ts';
import { messageIdOf, watchUrl } from './watching.ts';

const open: Watch[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((watch) => watch.close()));
});

describeWith([dovecot], 'watching through a broken line', () => {
  let server: Dovecot;
  let proxy: TcpProxy;
  let users = 0;
  beforeAll(async () => {
    server = await startDovecot();
  });
  beforeAll(async () => {
    proxy = await startTcpProxy(server.imapPort);
  });
  afterAll(async () => {
    await proxy.close();
    await server.close();
  });
  const newUser = () => `broken${++users}@kwalipro.test`;
  const watch = (user: string, options: Parameters<typeof watchUrl>[1] = {}, password = 'pw') => {
    const seen = watchUrl(`imap://${encodeURIComponent(user)}:${password}@127.0.0.1:${proxy.port}`, options);
    open.push(seen.watch);
    return seen;
  };

  test('a mail whose body breaks every connection is handed over by its headers, and the others whole', async () => {
    const user = newUser();
    const raws = Array.from({ length: 9 }, (_, index) =>
      writePlainMail(`m${index}`, 'Vraag', index === 4 ? 'POISON-BODY\r\n' : 'Goedendag.\r\n'),
    );
    await server.deliverAll(user, raws);
    proxy.cutOn('POISON-BODY');
    const seen = watch(user, { limits: { firstMs: 5, mostMs: 20 } });
    await waitFor('all mails', () => seen.mails.length === 9, 20_000);
    proxy.cutOn(null);
    expect(seen.mails.map(messageIdOf)).toEqual(raws.map((_, index) => `<m${index}@sender.example>`));
    const parsed = await Promise.all(seen.mails.map((mail) => parseMail(mail.source)));
    expect(parsed.map((mail) => mail.faults)).toEqual(raws.map((_, index) => (index === 4 ? ['unparseable'] : [])));
    expect(parsed[4]?.from?.address).toBe('jan@sender.example');
  });

  test('a mail that cannot be read at all is handed over empty, so that staff can look', async () => {
    const user = newUser();
    await server.deliverAll(user, [writePlainMail('before'), writePlainMail('POISON-ID'), writePlainMail('after')]);
    proxy.cutOn('POISON-ID');
    const seen = watch(user, { limits: { firstMs: 5, mostMs: 20 } });
    await waitFor('all mails', () => seen.mails.length === 3, 20_000);
    proxy.cutOn(null);
    const parsed = await Promise.all(seen.mails.map((mail) => parseMail(mail.source)));
    expect(parsed.map((mail) => mail.faults)).toEqual([[], ['no-from', 'unparseable'], []]);
    expect(seen.mails.map((mail) => mail.uid)).toEqual([1, 2, 3]);
  });

  test('a line that breaks now and then loses nothing and gives nothing twice', async () => {
    const user = newUser();
    await server.deliverAll(
      user,
      Array.from({ length: 40 }, (_, index) => writePlainMail(`m${index}`)),
    );
    let batches = 0;
    const kept: number[] = [];
    const seen = watch(user, {
      limits: { chunk: 5, firstMs: 5, mostMs: 20 },
      readCursor: async () => kept.length,
      async onBatch(batch) {
        kept.push(...batch.mails.map((mail) => mail.uid));
        if (++batches % 2 === 0) proxy.cutAll();
      },
    });
    await waitFor('all mails', () => kept.length >= 40, 20_000);
    expect(kept).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    expect(seen.states.some((state) => state.kind === 'waiting')).toBe(true);
  });

  test('a refused login is tried once, not hammered', async () => {
    const before = proxy.connections();
    const seen = watch(newUser(), {}, 'wrong');
    await seen.watch.ready.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(proxy.connections() - before).toBe(1);
  });

  test('errands go on over a new connection when theirs was lost', async () => {
    const user = newUser();
    const seen = watch(user);
    await seen.watch.ready;
    expect(await seen.watch.findByMessageId('inbox', 'x@sender.example')).toBe(false);
    proxy.cutAll();
    expect(await seen.watch.findByMessageId('inbox', 'x@sender.example')).toBe(false);
  });

  test('errands say by code that the server is away, and work again when it is back', async () => {
    const user = newUser();
    const seen = watch(user);
    await seen.watch.ready;
    await server.stop();
    try {
      await expect(seen.watch.appendSent(Buffer.from(writePlainMail('copy')))).rejects.toThrow(/^mailbox: .*imap: /);
    } finally {
      await server.start();
    }
    await seen.watch.appendSent(Buffer.from(writePlainMail('copy')));
    expect(await server.readMailbox(user, 'Sent')).toHaveLength(1);
  });

  test('a batch never holds more bytes than its limit, one mail excepted', async () => {
    const user = newUser();
    const body = `${'x'.repeat(70)}\r\n`.repeat(280);
    await server.deliverAll(
      user,
      Array.from({ length: 12 }, (_, index) => writePlainMail(`m${index}`, 'Vraag', body)),
    );
    const seen = watch(user, { limits: { batchBytes: 50_000 } });
    await seen.watch.sweep();
    const sizes = seen.batches.map((batch) => batch.mails.reduce((sum, mail) => sum + mail.source.length, 0));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(50_000);
    expect(seen.mails).toHaveLength(12);
  });
});

describeWith([], 'watching a server that is not there', () => {
  test('waits longer and longer, with jitter, and says why', async () => {
    const port = await findFreePort();
    const seen = watchUrl(`imap://info:pw@127.0.0.1:${port}`, {
      random: () => 0.5,
      limits: { firstMs: 10, mostMs: 100 },
    });
    open.push(seen.watch);
    await waitFor('six attempts', () => seen.states.filter((state) => state.kind === 'waiting').length >= 6);
    const waits = seen.states.flatMap((state) => (state.kind === 'waiting' ? [state.retryInMs] : []));
    expect(waits.slice(0, 6)).toEqual([8, 15, 30, 60, 75, 75]);
    expect(seen.states.find((state) => state.kind === 'waiting')).toHaveProperty('reason', 'imap: ECONNREFUSED');
  });
});

describeWith([], 'watching a small old server', () => {
  test('reads text and attachments, hears of new mail, adds the keyword and files the copy', async () => {
    const mailbox = await startPracticeMailbox('info@kwalipro.test');
    try {
      const file = `${'QUJD'.repeat(19)}\r\n`.repeat(500);
      const mixed = writeMail(
        { From: 'a@b.example', 'Message-ID': '<mixed@b.example>', 'Content-Type': 'multipart/mixed; boundary=b1' },
        `--b1\r\nContent-Type: text/plain\r\n\r\nIk wil inzage.\r\n--b1\r\nContent-Type: image/png; name=a.png\r\nContent-Transfer-Encoding: base64\r\n\r\n${file}--b1--\r\n`,
      );
      mailbox.deliver(Buffer.from(mixed), '2026-03-03T21:41:00.000Z');
      const seen = watchUrl(mailbox.url);
      open.push(seen.watch);
      await seen.watch.sweep();
      mailbox.deliver(Buffer.from(writePlainMail('second')), '2026-03-04T08:00:00.000Z');
      await waitFor('the second mail', () => seen.mails.length === 2);
      expect(seen.mails.map((mail) => mail.receivedAt)).toEqual([
        '2026-03-03T21:41:00.000Z',
        '2026-03-04T08:00:00.000Z',
      ]);
      expect(Buffer.from(seen.mails[0]?.source ?? []).toString()).toContain('Ik wil inzage.');
      expect(seen.mails[0]?.source.length).toBeLessThan(2_000);
      const uidValidity = seen.batches[0]?.uidValidity ?? '';
      expect(await seen.watch.addKeyword(1, uidValidity, '$Rechtenloket')).toBe('done');
      await seen.watch.appendSent(Buffer.from(writePlainMail('letter')));
      expect(await seen.watch.findByMessageId('sent', 'letter@sender.example')).toBe(true);
      expect(mailbox.list('INBOX').map((mail) => mail.flags)).toEqual([['$Rechtenloket'], []]);
    } finally {
      await Promise.all(open.splice(0).map((watch) => watch.close()));
      await mailbox.close();
    }
  });
});
