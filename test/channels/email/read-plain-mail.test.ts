import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseAddressHeader } from 'mailparser';
import MailComposer from 'nodemailer/lib/mail-composer';
import { describe, expect, test } from 'vitest';
import { readAnyMail } from '../../../src/channels/email/parse.ts';
import { readAddresses } from '../../../src/channels/email/read-addresses.ts';
import { parseHeaders } from '../../../src/channels/email/read-headers.ts';
import { type MailContent, readPlainMail } from '../../../src/channels/email/read-plain-mail.ts';
import { writeMail } from '../../support/write-mail.ts';

const folder = join(import.meta.dirname, '../../mails');
const fixtures = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
const readPlain = (source: Buffer) => readPlainMail(source, parseHeaders(source));
const textType = (rest: string) => ({ From: 'a@b.example', Subject: 'Vraag', 'Content-Type': `text/plain; ${rest}` });

/** Content with the white space of one-line values made plain, as `parseMail` does with either reader's. */
function comparable(content: MailContent | null) {
  const plain = (text: string) => text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  const files = content?.attachments.map((file) => ({ ...file, name: plain(file.name) }));
  return content && { ...content, subject: plain(content.subject ?? ''), attachments: files };
}

const texts = [
  'Café René – € 100\n> quote=3D\n',
  'plain words\r\nmore  \n',
  'ünïcode '.repeat(30),
  '',
  'a\n\n.\n--dash\n',
];

/** Mails as a mail program writes them: with and without HTML, files and pictures, in each transfer encoding. */
async function composeMails(): Promise<Buffer[]> {
  const files = ['foto (1).pdf', 'één.png', 'x.txt'].map((filename) => ({ filename, content: 'hallo '.repeat(20) }));
  const fields = (['quoted-printable', 'base64', '7bit'] as const).flatMap((encoding, index) =>
    texts.map((text, at) => ({
      from: 'a <a@b.example>',
      to: 'c@d.example',
      subject: ['Inzage René €uro '.repeat(at + 1), 'Inzage', 'a: (b) "c"'][(index + at) % 3],
      text,
      ...(encoding === '7bit' ? {} : { textEncoding: encoding }),
      ...(at % 2 === 0 ? { html: `<p>${text}</p>` } : {}),
      attachments: files.slice(0, (index + at) % 4),
    })),
  );
  return Promise.all(fields.map((each) => new MailComposer({ ...each, baseBoundary: 'b' }).compile().build()));
}
const composed = await composeMails();

describe('the plain reader', () => {
  test('gives what mailparser gives for every mail that it reads', async () => {
    for (const source of [...fixtures, ...composed]) {
      const plain = readPlain(source);
      if (plain !== null) expect(comparable(plain)).toEqual(comparable(await readAnyMail(source)));
    }
  });

  test('reads the common forms itself', () => {
    const name = (file: string) => readPlain(readFileSync(join(folder, `${file}.eml`)));
    expect(name('plain')?.text).toContain('Ik wil graag inzage');
    expect(name('windows-1252')?.text).toContain('€ 100, René –');
    expect(comparable(name('subject-encoded-across-words'))?.subject).toBe('Inzage en René (€)');
    expect(composed.filter((source) => readPlain(source) !== null).length).toBeGreaterThan(composed.length / 3);
  });

  test.each([
    ['a charset that it does not know', textType('charset=koi8-r'), 'Goedendag.'],
    ['flowed text', textType('charset=utf-8; format=flowed'), 'Goedendag.'],
    ['a comment in a header', textType('charset=utf-8 (een opmerking)'), 'Goedendag.'],
    ['HTML alone', { From: 'a@b.example', 'Content-Type': 'text/html' }, '<p>Goedendag.</p>'],
    [
      'quoted-printable that is broken',
      { ...textType('charset=utf-8'), 'Content-Transfer-Encoding': 'quoted-printable' },
      'Goeden=weg.',
    ],
    ['base64 that is broken', { ...textType('charset=utf-8'), 'Content-Transfer-Encoding': 'base64' }, 'R29l*ZGVu'],
    [
      'an encoding with a semicolon',
      { ...textType('charset=utf-8'), 'Content-Transfer-Encoding': 'base64;' },
      'R29lZGVu',
    ],
    ['an encoded word that is broken', { ...textType('charset=utf-8'), Subject: '=?utf-8?b?R29l' }, 'Goedendag.'],
    ['a boundary that is never used', { 'Content-Type': 'multipart/mixed; boundary="b1"' }, 'Goedendag.'],
    ['a file without a type', { 'Content-Disposition': 'attachment; filename="a.pdf"' }, 'Goedendag.'],
    ['two types at once', { 'Content-Type': ['text/plain', 'text/html'] }, 'Goedendag.'],
  ])('leaves %s to mailparser', (_name, headers, body) => {
    expect(readPlain(Buffer.from(writeMail(headers as Record<string, string | string[]>, body)))).toBeNull();
  });

  test('gives what mailparser gives for mails with pieces put in, left out and moved', {
    timeout: 60_000,
  }, async () => {
    const pieces =
      '\r\n|\n|\r|\r\n\r\n| |\t|=|=\r\n|"|;|:|--|(|)|%|*0=|\0|é|ÿ|\x80|\ufeff|charset=|=?utf-8?q?a=20b?=|Content-Type: text/plain\r\n|Content-Type: text/html; charset=utf-8\r\n|Content-Transfer-Encoding: base64\r\n|Content-Disposition: inline; filename="a.txt"\r\n'.split(
        '|',
      );
    const change = fc.record({ at: fc.nat(3_000), piece: fc.constantFrom('', ...pieces), drop: fc.nat(40) });
    let read = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...fixtures, ...composed),
        fc.array(change, { minLength: 1, maxLength: 3 }),
        async (mail, changes) => {
          let text = mail.toString('latin1');
          for (const { at, piece, drop } of changes) {
            const place = at % (text.length + 1);
            text = text.slice(0, place) + piece + text.slice(place + (piece === '' ? drop : 0));
          }
          const source = Buffer.from(text, 'latin1');
          const plain = readPlain(source);
          if (plain === null) return;
          read += 1;
          expect(comparable(plain)).toEqual(comparable(await readAnyMail(source)));
        },
      ),
      // The same changes each time, so that what was green stays green; other seeds are for a long run by hand.
      { numRuns: 1_500, seed: 20_261_122 },
    );
    expect(read).toBeGreaterThan(150);
  });
});

describe('addresses', () => {
  test.each([
    'Jan de Vries <jan@sender.example>',
    'a@b.example, "Vries, Jan de" <c@d.example>',
    '=?utf-8?Q?Ren=C3=A9?= <rene@sender.example>',
    '=?utf-8?B?UmVuw6k=?= =?utf-8?Q?_de_Vries?= <rene@sender.example>',
    '=?koi8-r?Q?=C1?= <a@b.example>',
    '=?utf-8?Q?<ceo=40bank.test>?= <evil@sender.example>',
    '=?utf-8?Q?ceo=40bank.test?=@sender.example',
    'team: a@b.example, c@d.example;',
    'René <rene@sender.example> (thuis)',
    '<>, ,;',
  ])('are those that mailparser reads in %s', (value) => {
    const { value: expected } = parseAddressHeader(value, { flatten: true, decodePunycode: false });
    expect(readAddresses(value)).toEqual(expected.map(({ name, address }) => ({ name, address: address ?? '' })));
  });
});
