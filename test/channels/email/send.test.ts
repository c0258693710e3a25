import { createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseSmtpUrl, type SmtpAccount } from '../../../src/channels/email/account.ts';
import { parseMail } from '../../../src/channels/email/parse.ts';
import { createMailer, type OutgoingMail } from '../../../src/channels/email/send.ts';
import { type Dovecot, startDovecot } from '../../support/dovecot.ts';
import { findFreePort } from '../../support/free-port.ts';
import { waitFor } from '../../support/processes.ts';
import { describeWith, dovecot, smtpd } from '../../support/require.ts';
import { type Smtpd, startSmtpd } from '../../support/smtpd.ts';

const from = { name: 'Kwalipro, privacy', address: 'info@kwalipro.test' };
const letter: OutgoingMail = {
  to: 'jan@example.test',
  subject: 'Uw verzoek om inzage [KP-2026-0007] – ontvangen',
  text: 'Beste René,\n\nWij hebben uw verzoek ontvangen.\n.\nMet groet\n',
  html: '<p>Beste René,</p>',
  messageId: 'a1.rechtenloket@kwalipro.test',
  inReplyTo: 'question@example.test',
  references: ['earlier@example.test', 'question@example.test'],
  date: '2026-03-03T21:41:00.000Z',
};

function accountOf(url: string): SmtpAccount {
  const parsed = parseSmtpUrl(url);
  if (parsed.kind === 'fault') throw new Error(parsed.fault);
  return parsed.account;
}

function mailerFor(url: string) {
  return createMailer({ smtp: accountOf(url), from, limits: { connectTimeoutMs: 2_000, socketTimeoutMs: 1_500 } });
}
const envelope = { from: from.address, to: letter.to };

describe('building a letter', () => {
  test('carries both texts, the threading headers and the words that keep machines silent', async () => {
    const mailer = mailerFor('smtp://127.0.0.1:9');
    const parsed = await parseMail(await mailer.build(letter));
    expect(parsed.from).toEqual({ address: 'info@kwalipro.test', name: 'Kwalipro, privacy' });
    expect(parsed.to).toEqual(['jan@example.test']);
    expect(parsed.subject).toBe(letter.subject);
    expect(parsed.text.trim()).toBe(letter.text.trim());
    expect(parsed.html).toContain('<p>Beste René,</p>');
    expect(parsed.messageId).toBe(letter.messageId);
    expect(parsed.references).toEqual(letter.references);
    expect(parsed.date).toBe(letter.date);
    expect(parsed.headers.get('auto-submitted')).toEqual(['auto-replied']);
    expect(parsed.headers.get('x-auto-response-suppress')).toEqual(['All']);
    expect(parsed.faults).toEqual([]);
  });

  test('keeps a subject with a line break in one header', async () => {
    const raw = await mailerFor('smtp://127.0.0.1:9').build({ ...letter, subject: 'Hoi\r\nBcc: evil@example.test' });
    const parsed = await parseMail(raw);
    expect(parsed.headers.has('bcc')).toBe(false);
  });

  test('refuses a recipient that is more than one address', async () => {
    const mailer = mailerFor('smtp://127.0.0.1:9');
    for (const to of ['a@example.test, b@example.test', 'Jan <jan@example.test>', 'jan', ''])
      await expect(mailer.build({ ...letter, to })).rejects.toThrow('not one e-mail address');
  });
});

describeWith([dovecot, smtpd], 'sending a letter', () => {
  let imap: Dovecot;
  let smtp: Smtpd;
  beforeAll(async () => {
    imap = await startDovecot();
    smtp = await startSmtpd({ lmtpPort: imap.lmtpPort });
  });
  afterAll(async () => {
    await smtp.close();
    await imap.close();
  });

  test('arrives at the person, whole', async () => {
    const mailer = mailerFor(smtp.smtpUrl);
    expect(await mailer.send(await mailer.build(letter), envelope)).toEqual({ kind: 'sent' });
    await waitFor('the letter', async () => (await imap.readMailbox(letter.to)).length === 1);
    const [mail] = await imap.readMailbox(letter.to);
    const parsed = await parseMail(mail?.source ?? new Uint8Array());
    expect(parsed.messageId).toBe(letter.messageId);
    expect(parsed.text.trim()).toBe(letter.text.trim());
  });

  test('says permanent when the server refuses the address, in codes only', async () => {
    const mailer = mailerFor(smtp.smtpUrl);
    const result = await mailer.send(await mailer.build(letter), {
      from: from.address,
      to: 'nobody@elsewhere.example',
    });
    expect(result.kind).toBe('permanent');
    expect(result).toHaveProperty('reason', expect.stringMatching(/^EENVELOPE 550/));
    expect(JSON.stringify(result)).not.toContain('elsewhere');
  });

  test('says transient when nobody listens', async () => {
    const port = await findFreePort();
    const mailer = mailerFor(`smtp://127.0.0.1:${port}`);
    expect(await mailer.send(await mailer.build(letter), envelope)).toEqual({
      kind: 'transient',
      reason: 'ESOCKET ECONNREFUSED',
    });
  });

  test('logs in at a submission server, and says transient when the password is refused', async () => {
    const user = 'info@kwalipro.test';
    expect(await mailerFor(imap.submissionUrl(user)).verify()).toEqual({ kind: 'ok' });
    const wrong = mailerFor(imap.submissionUrl(user).replace(':pw@', ':wrong@'));
    expect(await wrong.verify()).toEqual({ kind: 'fault', reason: expect.stringMatching(/^EAUTH 535/) });
    expect((await wrong.send(await wrong.build(letter), envelope)).kind).toBe('transient');
  });

  test('says transient when the server is frozen before the mail was begun', async () => {
    smtp.freeze();
    try {
      const mailer = mailerFor(smtp.smtpUrl);
      expect((await mailer.send(await mailer.build(letter), envelope)).kind).toBe('transient');
    } finally {
      smtp.thaw();
    }
  });
});

/** What a scripted server does: a reply to each command, and what follows the final dot. */
type Script = { rcpt?: string; data?: string; end: (socket: Socket) => void };

describe('failures that a scripted server shows', () => {
  const sendTo = async (script: Script, close = false) => {
    const server = createServer((socket) => {
      let inData = false;
      socket.on('error', () => undefined);
      socket.write('220 scripted\r\n');
      socket.on('data', (chunk) => {
        const text = chunk.toString();
        if (inData) {
          if (text.endsWith('\r\n.\r\n')) script.end(socket);
          return;
        }
        for (const line of text.split('\r\n').filter((each) => each !== '')) {
          if (/^EHLO/i.test(line)) socket.write('250 scripted\r\n');
          else if (/^RCPT/i.test(line)) socket.write(script.rcpt ?? '250 ok\r\n');
          else if (/^DATA/i.test(line)) {
            inData = (script.data ?? '354 go').startsWith('354');
            socket.write(script.data ?? '354 go\r\n');
          } else socket.write('250 ok\r\n');
        }
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const mailer = mailerFor(`smtp://127.0.0.1:${address.port}`);
    const sending = mailer.send(await mailer.build(letter), envelope);
    if (close) {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await mailer.close();
    }
    const result = await sending;
    server.close();
    return result;
  };

  test.each([
    ['the connection drops after the final dot', (socket: Socket) => socket.destroy(), 'unknown'],
    ['no answer comes after the final dot', () => undefined, 'unknown'],
    ['the server is busy after the final dot', (socket: Socket) => socket.write('451 4.3.0 later\r\n'), 'transient'],
    [
      'the server refuses the text',
      (socket: Socket) => socket.write('554 5.7.1 spam jan@example.test\r\n'),
      'permanent',
    ],
    ['the server accepts', (socket: Socket) => socket.write('250 2.0.0 ok\r\n'), 'sent'],
  ])('the answer is sorted when %s', async (_what, end, kind) => {
    const result = await sendTo({ end });
    expect(result.kind).toBe(kind);
    expect(JSON.stringify(result)).not.toContain('jan@');
  });

  test('a recipient who is greylisted is transient, one who is unknown permanent', async () => {
    const end = () => undefined;
    expect(await sendTo({ rcpt: '450 4.2.0 greylisted\r\n', end })).toEqual({
      kind: 'transient',
      reason: 'EENVELOPE 450 4.2.0',
    });
    expect(await sendTo({ rcpt: '550 5.1.1 who\r\n', end })).toEqual({
      kind: 'permanent',
      reason: 'EENVELOPE 550 5.1.1',
    });
    expect((await sendTo({ data: '421 4.3.2 closing\r\n', end })).kind).toBe('transient');
  });

  test('closing the mailer while the server weighs the mail leaves it unknown', async () => {
    expect(await sendTo({ end: () => undefined }, true)).toEqual({ kind: 'unknown', reason: 'EABORT' });
  });
});
