import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { findBody, mailIdentity, parseHeaders, parseMail } from '../../../src/channels/email/parse.ts';
import type { FetchedMail, Watch, WatchOptions } from '../../../src/channels/email/watch.ts';
import { type Dovecot, startDovecot } from '../../support/dovecot.ts';
import { describeWith, dovecot } from '../../support/require.ts';
import { writeMail, writePlainMail } from '../../support/write-mail.ts';
import { messageIdOf, type Seen, watchUrl } from './watching.ts';

describeWith([dovecot], 'reading a mailbox', () => {
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

  test('hands over the mails that are there, in order, and each once', async () => {
    const user = newUser();
    await server.deliverAll(user, [writePlainMail('one'), writePlainMail('two'), writePlainMail('three')]);
    const seen = watchUser(user);
    await seen.watch.sweep();
    await seen.watch.sweep();
    expect(seen.mails.map(messageIdOf)).toEqual([
      '<one@sender.example>',
      '<two@sender.example>',
      '<three@sender.example>',
    ]);
    expect(seen.mails.every((mail) => mail.complete && !mail.headersOnly)).toBe(true);
    expect(Date.now() - Date.parse(seen.mails[0]?.receivedAt ?? '')).toBeLessThan(60_000);
  });

  test('leaves every flag of a mail as it was', async () => {
    const user = newUser();
    await server.deliver(user, writePlainMail('unread'));
    const seen = watchUser(user);
    await seen.watch.sweep();
    const [mail] = await server.readMailbox(user);
    expect(mail?.flags.filter((flag) => flag !== '\\Recent')).toEqual([]);
  });

  test('adds the keyword when asked and touches no other flag', async () => {
    const user = newUser();
    await server.deliver(user, writePlainMail('marked'));
    const seen = watchUser(user);
    await seen.watch.sweep();
    const { uid } = seen.mails[0] as FetchedMail;
    const uidValidity = seen.batches[0]?.uidValidity ?? '';
    expect(await seen.watch.addKeyword(uid, uidValidity, '$Rechtenloket')).toBe('done');
    expect(await seen.watch.addKeyword(uid, uidValidity, '$Rechtenloket')).toBe('done');
    expect(await seen.watch.addKeyword(uid + 1, uidValidity, '$Rechtenloket')).toBe('gone');
    expect(await seen.watch.addKeyword(uid, '1', '$Rechtenloket')).toBe('gone');
    const [mail] = await server.readMailbox(user);
    expect(mail?.flags.filter((flag) => flag !== '\\Recent')).toEqual(['$Rechtenloket']);
  });

  test('passes over mails from before the day of installation', async () => {
    const user = newUser();
    const client = await server.openClient(user);
    await client.append('INBOX', writePlainMail('old'), [], new Date('2026-03-01T10:00:00Z'));
    await client.append('INBOX', writePlainMail('just-before'), [], new Date('2026-03-03T08:59:59Z'));
    await client.append('INBOX', writePlainMail('at'), [], new Date('2026-03-03T09:00:00Z'));
    await client.logout();
    const seen = watchUser(user, { since: '2026-03-03T09:00:00.000Z' });
    await seen.watch.sweep();
    expect(seen.mails.map(messageIdOf)).toEqual(['<at@sender.example>']);
    expect(seen.mails[0]?.receivedAt).toBe('2026-03-03T09:00:00.000Z');
  });

  test('fetches only the headers of mails whose headers decide', async () => {
    const user = newUser();
    await server.deliver(user, writeMail({ From: 'a@b.example', 'Auto-Submitted': 'auto-replied' }, 'SECRET BODY\r\n'));
    const seen = watchUser(user, { needsBody: (headers) => !headers.has('auto-submitted') });
    await seen.watch.sweep();
    expect(seen.mails[0]?.headersOnly).toBe(true);
    expect(Buffer.from(seen.mails[0]?.source ?? []).toString()).not.toContain('SECRET BODY');
  });

  test('takes the text of a 30 MB mail and leaves its attachment on the server', async () => {
    const user = newUser();
    const file = Buffer.alloc(30_000_000 * 0.73, 7)
      .toString('base64')
      .replaceAll(/.{76}/g, '$&\r\n');
    const body = [
      '--b1',
      'Content-Type: multipart/alternative; boundary=b2',
      '',
      '--b2',
      'Content-Type: text/plain; charset=iso-8859-1',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'Ik wil inzage, Ren=E9.',
      '--b2',
      'Content-Type: text/html',
      '',
      '<p>Ik wil inzage</p>',
      '--b2--',
      '--b1',
      'Content-Type: image/png; name="scan.png"',
      'Content-Disposition: attachment; filename="scan.png"',
      'Content-Transfer-Encoding: base64',
      '',
      file,
      '--b1--',
      '',
    ].join('\r\n');
    await server.deliver(
      user,
      writeMail({ From: 'a@b.example', 'MIME-Version': '1.0', 'Content-Type': 'multipart/mixed; boundary="b1"' }, body),
    );
    const seen = watchUser(user);
    await seen.watch.sweep();
    const mail = seen.mails[0] as FetchedMail;
    expect(mail.size).toBeGreaterThan(29_000_000);
    expect(mail.source.length).toBeLessThan(3_000);
    expect(mail.complete).toBe(false);
    const parsed = await parseMail(mail.source);
    expect(parsed.text.trim()).toBe('Ik wil inzage, René.');
    expect(parsed.attachments).toEqual([{ name: 'scan.png', type: 'image/png', bytes: expect.any(Number) }]);
    expect(parsed.attachments[0]?.bytes).toBeGreaterThan(29_000_000);
    expect(parsed.faults).toEqual([]);
  });

  test('never runs two batches at once and fetches no further than one ahead', async () => {
    const user = newUser();
    await server.deliverAll(
      user,
      Array.from({ length: 30 }, (_, index) => writePlainMail(`m${index}`)),
    );
    let running = 0;
    let most = 0;
    const uids: number[] = [];
    const seen = watchUser(user, {
      limits: { chunk: 4 },
      readCursor: async () => 0,
      async onBatch(batch) {
        most = Math.max(most, ++running);
        await new Promise((resolve) => setTimeout(resolve, 20));
        uids.push(...batch.mails.map((mail) => mail.uid));
        running--;
      },
    });
    await seen.watch.sweep();
    expect(most).toBe(1);
    expect(uids).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  });

  test('says with each batch whether more mail is known to be there', async () => {
    const user = newUser();
    await server.deliverAll(
      user,
      Array.from({ length: 7 }, (_, index) => writePlainMail(`m${index}`, 'Vraag', 'Goedendag. '.repeat(40))),
    );
    const seen = watchUser(user, { limits: { chunk: 3, batchBytes: 1_500 } });
    await seen.watch.sweep();
    expect(seen.batches.length).toBeGreaterThan(3);
    expect(seen.batches.map((batch) => batch.more)).toEqual(seen.batches.map((batch) => batch.lastUid !== 7));
  });

  test('puts one copy into the Sent folder and finds it by its Message-ID', async () => {
    const user = newUser();
    const seen = watchUser(user);
    const raw = Buffer.from(writePlainMail('letter'));
    expect(await seen.watch.findByMessageId('sent', 'letter@sender.example')).toBe(false);
    await seen.watch.appendSent(raw);
    await seen.watch.appendSent(raw);
    expect(await seen.watch.findByMessageId('sent', 'letter@sender.example')).toBe(true);
    expect(await seen.watch.findByMessageId('inbox', 'letter@sender.example')).toBe(false);
    const sent = await server.readMailbox(user, 'Sent');
    expect(sent.map((mail) => mail.flags.includes('\\Seen'))).toEqual([true]);
  });

  test('gives the same identity to a mail that came twice, by LMTP and by APPEND', async () => {
    const user = newUser();
    const raw = writePlainMail('twice');
    await server.deliverAll(user, [raw, raw]);
    const client = await server.openClient(user);
    await client.append('INBOX', raw);
    await client.logout();
    const seen = watchUser(user);
    await seen.watch.sweep();
    const identities = seen.mails.map((mail) =>
      mailIdentity(parseHeaders(mail.source), mail.source.subarray(findBody(mail.source))),
    );
    expect(identities).toHaveLength(3);
    expect(new Set(identities).size).toBe(1);
  });

  test('reads every mail of the collection by its parts as it reads it whole', async () => {
    const user = newUser();
    const folder = join(import.meta.dirname, '../../mails');
    // Dovecot gives another byte for NUL, which IMAP does not allow.
    const names = readdirSync(folder).filter((name) => name.endsWith('.eml') && !name.startsWith('nul-bytes'));
    const raws = names.map((name) => readFileSync(join(folder, name)));
    const client = await server.openClient(user);
    for (const raw of raws) await client.append('INBOX', raw);
    await client.logout();
    const byParts = watchUser(user, { limits: { worthwhileBytes: Number.NEGATIVE_INFINITY } });
    await byParts.watch.sweep();
    expect(byParts.mails).toHaveLength(names.length);
    expect(byParts.mails.filter((mail) => !mail.complete).length).toBeGreaterThan(names.length / 2);
    for (const [index, raw] of raws.entries()) {
      const { headers: _, attachments, ...whole } = await parseMail(raw);
      const {
        headers: __,
        attachments: left,
        ...cut
      } = await parseMail(byParts.mails[index]?.source ?? new Uint8Array());
      expect({ name: names[index], ...cut }).toEqual({ name: names[index], ...whole });
      const named = (list: typeof left) => list.map(({ name, type }) => ({ name, type }));
      expect({ name: names[index], files: named(left) }).toEqual({ name: names[index], files: named(attachments) });
    }
  });
});
