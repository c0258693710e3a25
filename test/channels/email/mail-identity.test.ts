import { describe, expect, test } from 'vitest';
import { findBody, mailIdentity, parseHeaders } from '../../../src/channels/email/parse.ts';
import { writeMail } from '../../support/write-mail.ts';

const headers = {
  From: 'jan@sender.example',
  To: 'info@kwalipro.test',
  Subject: 'Inzage',
  'Message-ID': '<q1@sender.example>',
  Date: 'Tue, 03 Mar 2026 22:41:00 +0100',
};
function identify(raw: string): string {
  const source = Buffer.from(raw);
  return mailIdentity(parseHeaders(source), source.subarray(findBody(source)));
}
const first = identify(writeMail(headers, 'Hallo\r\n'));

describe('the same mail', () => {
  test('begins with its Message-ID', () => {
    expect(first).toMatch(/^q1@sender\.example\0[0-9a-f]{64}$/);
    const without = identify(writeMail({ From: 'jan@sender.example' }, 'Hallo'));
    expect(without).toMatch(/^\0[0-9a-f]{64}$/);
  });

  test('is the same by whatever way it came', () => {
    const way = {
      'Return-Path': '<jan@sender.example>',
      'Delivered-To': 'info@kwalipro.test',
      Received: ['from a by b', 'from c by d'],
      'Authentication-Results': 'mx.kwalipro.test; dmarc=pass',
      'X-Spam-Score': '1',
    };
    expect(identify(writeMail({ ...way, ...headers }, 'Hallo\r\n'))).toBe(first);
  });

  test('is the same with other line ends, folding and empty lines at the end', () => {
    expect(identify(writeMail(headers, 'Hallo\r\n\r\n\r\n'))).toBe(first);
    expect(identify(writeMail(headers, 'Hallo').replaceAll('\r\n', '\n'))).toBe(first);
    expect(identify(writeMail({ ...headers, Date: 'Tue, 03 Mar 2026\r\n\t22:41:00 +0100' }, 'Hallo'))).toBe(first);
  });
});

describe('another mail', () => {
  test('has another body under the same Message-ID', () => {
    expect(identify(writeMail(headers, 'Hallo daar\r\n'))).not.toBe(first);
  });

  test('has another writer, subject, date or Message-ID', () => {
    const others = [
      { From: 'kees@sender.example' },
      { Subject: 'Wissen' },
      { Date: 'Wed, 04 Mar 2026 09:00:00 +0100' },
      { 'Message-ID': '<q2@sender.example>' },
    ];
    for (const other of others) expect(identify(writeMail({ ...headers, ...other }, 'Hallo\r\n'))).not.toBe(first);
  });
});
