import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseHeaders, parseMail } from '../../../src/channels/email/parse.ts';
import { screenMail } from '../../../src/core/screen.ts';
import { writeMail } from '../../support/write-mail.ts';

const folder = join(import.meta.dirname, '../../mails');
const read = (name: string) => readFileSync(join(folder, `${name}.eml`));
const parse = (name: string) => parseMail(read(name));
const ask = 'Ik wil graag inzage in alle gegevens die jullie van mij hebben.';

describe('a mail as it should be', () => {
  test('gives its parts, without angle brackets', async () => {
    const { headers, ...mail } = await parse('plain');
    expect(mail).toEqual({
      messageId: 'q1@sender.example',
      references: [],
      from: { address: 'jan@sender.example', name: 'Jan de Vries' },
      to: ['info@kwalipro.test'],
      subject: 'Inzage',
      text: `${ask}\n`,
      date: '2026-03-03T21:41:00.000Z',
      attachments: [],
      faults: [],
    });
    expect(headers.get('received')).toHaveLength(1);
  });

  test('in HTML alone gives text and HTML', async () => {
    const mail = await parse('html-only');
    expect(mail.text).toBe('Ik wil inzage.\n\nRené');
    expect(mail.html).toContain('<b>inzage</b>');
  });

  test('in flowed text, windows-1252 or encoded words is read as written', async () => {
    expect((await parse('format-flowed')).text.trim()).toBe('Ik wil inzage in alle gegevens die jullie hebben.');
    expect((await parse('windows-1252')).text.trim()).toBe('Ik betaalde € 100, René – inzage');
    expect((await parse('subject-encoded-across-words')).subject).toBe('Inzage en René (€)');
  });

  test('names what is attached and how large it is, never as a path', async () => {
    const mail = await parse('attachments-with-odd-names');
    expect(mail.attachments).toEqual([
      { name: 'pas foto rené.pdf', type: 'application/pdf', bytes: 9 },
      { name: expect.stringMatching(/^[^\t]*pass wd$/), type: 'image/png', bytes: 8 },
    ]);
    expect((await parse('forwarded-as-attachment')).attachments[0]?.type).toBe('message/rfc822');
    expect((await parse('winmail-tnef')).attachments[0]?.name).toBe('winmail.dat');
  });

  test('gives the ids it answers to, the oldest first', async () => {
    expect((await parse('references-long-and-broken')).references).toEqual([
      'a@x.example',
      'b@x.example',
      'd@x.example',
      'e@x.example',
    ]);
  });
});

describe('From', () => {
  test.each([
    ['no-from', 'no-from'],
    ['two-from-headers', 'several-from'],
    ['two-from-addresses', 'several-addresses'],
    ['from-group', 'bad-from'],
    ['from-encoded-word-poses-as-address', 'several-addresses'],
    ['from-encoded-word-is-address', 'bad-from'],
    ['from-unfolded-quote', 'bad-from'],
  ])('%s names no writer: %s', async (name, fault) => {
    const mail = await parse(name);
    expect(mail.from).toBeNull();
    expect(mail.fromFault).toBe(fault);
    expect(mail.faults).toEqual([fault]);
    expect(mail.text).toContain(ask);
  });

  test('with quotes, a comment and capitals is one address', async () => {
    expect((await parse('from-quoted-comma-and-comment')).from).toEqual({
      address: 'jan@sender.example',
      name: 'Vries, Jan de',
    });
  });

  test('whose name is another address gives the address alone', async () => {
    expect((await parse('from-name-is-another-address')).from).toEqual({ address: 'evil@sender.example' });
  });

  test('with an international domain is read in its ASCII form', async () => {
    expect((await parse('from-international-domain')).from).toEqual({
      address: 'jose@xn--bcher-kva.example',
      name: 'José',
    });
  });
});

describe('dates', () => {
  test('are the writer’s own claim, and none when unreadable', async () => {
    expect((await parse('date-1970')).date).toBe('1970-01-01T00:00:00.000Z');
    expect((await parse('date-2099')).date).toBe('2099-12-31T22:59:59.000Z');
    expect((await parse('date-nonsense')).date).toBeUndefined();
  });
});

describe('bad mail', () => {
  test('of every kind in the collection gives a mail and no failure', async () => {
    const names = readdirSync(folder).filter((name) => name.endsWith('.eml'));
    expect(names.length).toBeGreaterThan(30);
    for (const name of names) {
      const mail = await parseMail(readFileSync(join(folder, name)));
      expect(typeof mail.text, name).toBe('string');
    }
  });

  test.each(['no-message-id', 'unknown-charset', 'boundary-never-closed', 'boundary-missing', 'boundary-never-used'])(
    '%s still gives its text',
    async (name) => {
      expect((await parse(name)).text).toContain(ask);
    },
  );

  test('whose parts cannot be told apart is read as it stands, and says so', async () => {
    expect((await parse('boundary-never-used')).faults).toEqual(['odd-structure']);
    expect((await parse('no-charset-8bit')).text).toMatch(/^Inzage, Ren/);
  });

  test('without Message-ID has none', async () => {
    expect((await parse('no-message-id')).messageId).toBeUndefined();
  });

  test('with nothing in it gives nothing, and says that it has no From', async () => {
    expect((await parse('empty-body')).text.trim()).toBe('');
    expect((await parseMail(new Uint8Array())).faults).toEqual(['no-from']);
    expect((await parseMail(Buffer.from('\r\n\r\n'))).faults).toEqual(['no-from']);
  });

  test('keeps a control character out of the subject', async () => {
    expect((await parse('nul-bytes-in-headers')).subject).toBe('In zage');
  });

  test('a bounce is known by its headers alone', async () => {
    const headers = parseHeaders(read('bounce'));
    expect(screenMail(headers, { ownAddresses: [], ownDomainIds: () => false }).verdict).toBe('bounce');
  });
});

describe('large mail', () => {
  const start = { From: 'jan@sender.example', 'MIME-Version': '1.0' };
  /** Parses within a time that only a runaway parser passes; in milliseconds. */
  const parseTimed = async (raw: string | Uint8Array) => {
    const begin = performance.now();
    const mail = await parseMail(Buffer.from(raw));
    return { mail, ms: performance.now() - begin };
  };

  test('text of 3 MB is cut at a million characters and says so', async () => {
    const { mail, ms } = await parseTimed(writeMail(start, `${ask}\r\n${'woord '.repeat(500_000)}`));
    expect(mail.text).toHaveLength(1_000_000);
    expect(mail.text.startsWith(ask)).toBe(true);
    expect(mail.faults).toEqual(['text-cut']);
    expect(ms).toBeLessThan(3_000);
  });

  test('10,000 nested quotes are read', async () => {
    const quotes = Array.from({ length: 10_000 }, (_, depth) => `${'>'.repeat(Math.min(depth, 900))} ja`).join('\r\n');
    const { mail, ms } = await parseTimed(writeMail(start, `${ask}\r\n${quotes}`));
    expect(mail.text.startsWith(ask)).toBe(true);
    expect(ms).toBeLessThan(5_000);
  });

  test('HTML with 10,000 nested quotes is read or said to be cut', async () => {
    const html = `<p>${ask}</p>${'<blockquote>'.repeat(10_000)}diep${'</blockquote>'.repeat(10_000)}`;
    const { mail, ms } = await parseTimed(writeMail({ ...start, 'Content-Type': 'text/html' }, html));
    expect(mail.html).toContain(ask);
    expect(mail.text.includes(ask) || mail.faults.includes('html-cut')).toBe(true);
    expect(ms).toBeLessThan(5_000);
  });

  test('10 MB of HTML is cut, and its HTML given for reading', async () => {
    const html = `<p>${ask}</p>${'<div>x</div>'.repeat(850_000)}`;
    const { mail, ms } = await parseTimed(writeMail({ ...start, 'Content-Type': 'text/html' }, html));
    expect(mail.faults).toEqual(['too-large', 'html-cut']);
    expect(mail.html).toHaveLength(1_000_000);
    expect(ms).toBeLessThan(5_000);
  });

  test('more parts than any mail has are not parsed', async () => {
    const parts = Array.from({ length: 2_000 }, () => '--b\r\nContent-Type: text/plain\r\n\r\nx\r\n').join('');
    const { mail } = await parseTimed(writeMail({ ...start, 'Content-Type': 'multipart/mixed; boundary=b' }, parts));
    expect(mail.faults).toEqual(['unparseable']);
    expect(mail.from).toEqual({ address: 'jan@sender.example' });
  });

  test('a header block without end is not parsed', async () => {
    const { mail } = await parseTimed(`From: jan@sender.example\r\nX: ${'y'.repeat(3_000_000)}`);
    expect(mail.faults).toEqual(['unparseable']);
  });

  test('100,000 recipients are read up to a hundred', async () => {
    const to = Array.from({ length: 100_000 }, (_, index) => `p${index}@many.example`).join(',\r\n ');
    const { mail, ms } = await parseTimed(writeMail({ ...start, To: to }, ask));
    expect(mail.to).toHaveLength(100);
    expect(ms).toBeLessThan(5_000);
  });
});
