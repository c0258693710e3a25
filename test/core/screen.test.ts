import { describe, expect, test } from 'vitest';
import type { MailHeaders } from '../../src/core/mail-headers.ts';
import { screenMail } from '../../src/core/screen.ts';

const facts = {
  ownAddresses: ['Info@kwalipro.test', 'privacy@kwalipro.test'],
  ownDomainIds: (id: string) => id.endsWith('.rechtenloket@kwalipro.test'),
};
const person = { from: 'Jan <jan@sender.example>', to: 'info@kwalipro.test', 'message-id': '<1@sender.example>' };
const screen = (headers: Record<string, string>) => {
  const map: MailHeaders = new Map(Object.entries({ ...person, ...headers }).map(([name, value]) => [name, [value]]));
  return screenMail(map, facts);
};

describe("a person's mail", () => {
  test('stays a person’s', () => {
    expect(screen({})).toEqual({ verdict: 'person' });
    expect(screenMail(new Map(), facts)).toEqual({ verdict: 'person' });
  });

  test.each([
    ['auto-submitted', 'no'],
    ['auto-submitted', 'No ; by=me'],
    ['x-auto-response-suppress', 'None'],
    ['precedence', 'normal'],
    ['return-path', '<jan@sender.example>'],
    ['content-type', 'multipart/mixed; boundary=report'],
    ['from', 'noreplies-collector@sender.example'],
  ])('is not taken for a machine’s by %s: %s', (name, value) => {
    expect(screen({ [name]: value })).toEqual({ verdict: 'person' });
  });

  test('sent by a web form in our name or from no-reply is a person’s when Reply-To names another', () => {
    const form = { 'reply-to': 'visitor@home.example' };
    expect(screen({ from: 'Site <info@kwalipro.test>', ...form }).verdict).toBe('person');
    expect(screen({ from: 'noreply@kwalipro.test', ...form }).verdict).toBe('person');
  });

  test('that we write to ourselves alone is looked at', () => {
    expect(screen({ from: 'info@kwalipro.test', to: 'privacy@kwalipro.test' }).verdict).toBe('person');
  });
});

describe('mail that is never answered', () => {
  test.each([
    ['auto-submitted', 'auto-replied'],
    ['auto-submitted', 'auto-generated; owner-email="a@b.example"'],
    ['list-id', '<news.sender.example>'],
    ['list-unsubscribe', '<https://sender.example/u>'],
    ['precedence', 'Bulk'],
    ['precedence', 'list'],
    ['x-auto-response-suppress', 'OOF, AutoReply'],
    ['x-autoreply', 'yes'],
    ['x-autorespond', ''],
    ['from', 'No-Reply <no-reply@shop.example>'],
    ['from', 'donotreply+12@shop.example'],
  ])('is automatic by %s: %s', (name, value) => {
    expect(screen({ [name]: value }).verdict).toBe('automatic');
  });

  test.each([
    ['content-type', 'multipart/report; report-type=delivery-status; boundary=x'],
    ['from', 'Mail Delivery System <MAILER-DAEMON@mx.example>'],
    ['x-failed-recipients', 'jan@sender.example'],
    ['return-path', '<>'],
    ['return-path', ' < > '],
  ])('is a bounce by %s: %s', (name, value) => {
    expect(screen({ [name]: value }).verdict).toBe('bounce');
  });

  test('with an empty return path and Auto-Submitted is an automatic answer, not a bounce', () => {
    expect(screen({ 'return-path': '<>', 'auto-submitted': 'auto-replied' })).toEqual({
      verdict: 'automatic',
      rule: 'auto-submitted',
    });
  });

  test('is a receipt, not a bounce, when it reports that a mail was opened', () => {
    const type = 'multipart/report; report-type=disposition-notification; boundary=x';
    expect(screen({ 'content-type': type }).verdict).toBe('automatic');
  });
});

describe('our own mail', () => {
  test('is known by its Message-ID, whoever seems to write', () => {
    expect(screen({ 'message-id': '<a-1.rechtenloket@kwalipro.test>' })).toEqual({
      verdict: 'own',
      rule: 'message-id',
    });
  });

  test('is known by our address in From when it went to somebody else', () => {
    expect(
      screen({ from: 'Kwalipro <info@kwalipro.test>', to: 'jan@sender.example', cc: 'info@kwalipro.test' }),
    ).toEqual({
      verdict: 'own',
      rule: 'from',
    });
  });
});
