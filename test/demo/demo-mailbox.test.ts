import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parseImapUrl, parseSmtpUrl } from '../../src/channels/email/account.ts';
import { createMailer } from '../../src/channels/email/send.ts';
import { type FetchedMail, startWatching, type Watch } from '../../src/channels/email/watch.ts';
import { type PracticeMailbox, startPracticeMailbox } from '../../src/demo/practice-mailbox.ts';
import { readExampleMails, stampMail, writeReply } from '../../src/demo/practice-mails.ts';
import { startPracticePost } from '../../src/demo/practice-post.ts';
import { waitFor } from '../support/processes.ts';
import { writePlainMail } from '../support/write-mail.ts';

const address = 'info@practice.example';
const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function openMailbox(): Promise<PracticeMailbox> {
  const mailbox = await startPracticeMailbox(address);
  closers.push(() => mailbox.close());
  return mailbox;
}

/** The desk's own watcher on the practice mailbox, from a cursor in memory. */
async function watch(mailbox: PracticeMailbox, since: string): Promise<{ watch: Watch; mails: FetchedMail[] }> {
  const parsed = parseImapUrl(mailbox.url);
  if (parsed.kind !== 'account') throw new Error(parsed.fault);
  const mails: FetchedMail[] = [];
  let cursor = 0;
  const watching = startWatching({
    account: parsed.account,
    folder: 'INBOX',
    since,
    readCursor: async () => cursor,
    needsBody: () => true,
    onBatch: async (batch) => {
      mails.push(...batch.mails);
      cursor = batch.lastUid;
    },
    onState: () => undefined,
    sweepEveryMs: 200,
  });
  closers.push(() => watching.close());
  await watching.ready;
  return { watch: watching, mails };
}

describe('the practice mailbox', () => {
  it('gives the watcher every mail once, with its date and bytes, at a sweep and while idling', async () => {
    const mailbox = await openMailbox();
    const first = Buffer.from(writePlainMail('first', 'Vraag', 'Hallo wéreld {12}\r\nregel\r\n'));
    mailbox.deliver(first, '2026-03-03T21:41:07.500Z');
    const { watch: watching, mails } = await watch(mailbox, '2026-03-01T00:00:00.000Z');
    await watching.sweep();
    expect(mails.map((mail) => [mail.uid, mail.receivedAt])).toEqual([[1, '2026-03-03T21:41:07.000Z']]);
    expect(Buffer.from(mails[0]?.source ?? []).equals(first)).toBe(true);
    mailbox.deliver(Buffer.from(writePlainMail('second')), '2026-03-04T08:00:00.000Z');
    await waitFor('the second mail', () => mails.length === 2);
    await watching.sweep();
    expect(mails).toHaveLength(2);
  });

  it('passes over mail from before the date that the watcher was given', async () => {
    const mailbox = await openMailbox();
    mailbox.deliver(Buffer.from(writePlainMail('old')), '2026-02-01T08:00:00.000Z');
    mailbox.deliver(Buffer.from(writePlainMail('new')), '2026-03-04T08:00:00.000Z');
    const { watch: watching, mails } = await watch(mailbox, '2026-03-01T00:00:00.000Z');
    await watching.sweep();
    expect(mails.map((mail) => mail.uid)).toEqual([2]);
  });

  it('keeps a keyword on a mail and one copy of a letter in Sent', async () => {
    const mailbox = await openMailbox();
    mailbox.deliver(Buffer.from(writePlainMail('first')), '2026-03-04T08:00:00.000Z');
    const { watch: watching } = await watch(mailbox, '2026-03-01T00:00:00.000Z');
    expect(await watching.addKeyword(1, '1', '$Rechtenloket')).toBe('done');
    expect(mailbox.list('INBOX')[0]?.flags).toEqual(['$Rechtenloket']);
    const copy = Buffer.from(writePlainMail('letter-1'));
    await watching.appendSent(copy);
    await watching.appendSent(copy);
    expect(mailbox.list('Sent')).toHaveLength(1);
    expect(await watching.findByMessageId('sent', 'letter-1@sender.example')).toBe(true);
    expect(await watching.findByMessageId('sent', 'letter-2@sender.example')).toBe(false);
  });

  it('lets a process end after somebody hung up while idling', () => {
    const program = join(import.meta.dirname, 'demo-hang-up.ts');
    const ended = spawnSync(process.execPath, [program], { encoding: 'utf8', timeout: 8_000 });
    expect(ended).toMatchObject({ stdout: 'closed\n', stderr: '', status: 0, signal: null });
  });
});

describe('the practice post', () => {
  it('keeps a letter for the person it was sent to, with the thread it belongs to', async () => {
    const post = await startPracticePost();
    closers.push(() => post.close());
    const parsed = parseSmtpUrl(post.url);
    if (parsed.kind !== 'account') throw new Error(parsed.fault);
    const mailer = createMailer({ smtp: parsed.account, from: { name: 'Kantoor', address } });
    closers.push(() => mailer.close());
    const raw = await mailer.build({
      to: 'sanne@postvak.example',
      subject: 'Ons antwoord',
      text: 'Beste Sanne, één regel.',
      html: '<p>Beste Sanne, één regel.</p>',
      messageId: 'letter-1.rechtenloket@practice.example',
      references: ['first@postvak.example'],
      date: '2026-03-04T08:00:00.000Z',
    });
    const result = await mailer.send(raw, { from: address, to: 'sanne@postvak.example' });
    expect(result.kind).toBe('sent');
    expect(post.letters).toMatchObject([
      {
        to: 'sanne@postvak.example',
        from: address,
        subject: 'Ons antwoord',
        text: expect.stringContaining('één regel'),
        messageId: 'letter-1.rechtenloket@practice.example',
        references: ['first@postvak.example'],
      },
    ]);
  });
});

describe('the practice mails', () => {
  it('come from invented people on reserved domains', async () => {
    const mails = await readExampleMails();
    expect(mails).toHaveLength(6);
    expect(mails.filter((mail) => !/\.(example|test)$/.test(mail.from))).toEqual([]);
  });

  it('are stamped by the mail server whose word the desk believes', async () => {
    const [mail] = await readExampleMails();
    const stamped = mail && Buffer.from(stampMail(mail, address, '2026-03-04T08:00:00.000Z')).toString();
    expect(stamped).toMatch(
      /^Authentication-Results: mx\.oefenpost\.example; dmarc=pass header\.from=postvak\.example\r\n/,
    );
    expect(stamped).toContain(`\r\nTo: ${address}\r\n`);
    expect(stamped).not.toMatch(/[^\r]\n/);
  });

  it('answer a letter in its own thread, whatever letters its subject has', async () => {
    const letter = {
      to: 'sanne@postvak.example',
      subject: 'Komt dit verzoek van jou? – één vraag (KP-2026-0001)',
      messageId: 'letter-1@practice.example',
      references: ['first@postvak.example'],
    };
    const reply = await writeReply(letter, 'De code is 123456.', 'answer-1');
    expect(reply).toMatchObject({ from: letter.to, subject: `Re: ${letter.subject}` });
    const raw = Buffer.from(reply.raw).toString();
    expect(raw).toContain('References: <first@postvak.example> <letter-1@practice.example>\r\n');
    expect(raw).toContain('In-Reply-To: <letter-1@practice.example>\r\n');
  });
});
