import { describe, expect, test } from 'vitest';
import { authenticateSender } from '../../src/core/authenticate.ts';
import type { MailHeaders } from '../../src/core/mail-headers.ts';

const server = { id: 'mx.kwalipro.test' };
const given = (...values: string[]): MailHeaders => new Map([['authentication-results', values]]);
const judge = (...values: string[]) => authenticateSender(given(...values), 'sender.example', server);

describe('the word of our own mail server', () => {
  test('is pass on an aligned DMARC pass', () => {
    expect(
      judge('mx.kwalipro.test; dkim=pass header.d=sender.example; dmarc=pass (p=REJECT) header.from=sender.example'),
    ).toBe('pass');
  });

  test('is fail on a DMARC fail', () => {
    expect(judge('mx.kwalipro.test; spf=pass smtp.mailfrom=a@b.example; dmarc=fail header.from=sender.example')).toBe(
      'fail',
    );
  });

  test.each(['none', 'neutral', 'temperror', 'permerror', 'bestguesspass', 'passed'])(
    'is unknown on dmarc=%s',
    (result) => {
      expect(judge(`mx.kwalipro.test; dmarc=${result} header.from=sender.example`)).toBe('unknown');
    },
  );

  test('reads versions, quotes, nested comments and odd spacing', () => {
    expect(
      judge(
        'MX.Kwalipro.test 1 ; (a (nested \\) comment)) dmarc/1 = "pass" (x=y; dmarc=fail) header.from = "Sender.Example"',
      ),
    ).toBe('pass');
    expect(judge('mx.kwalipro.test;\r\n\tdmarc=pass\r\n header.from=sender.example.')).toBe('pass');
    expect(judge('mx.kwalipro.test; dmarc=pass header.from=jan@sender.example;')).toBe('pass');
  });
});

describe('what is not to be trusted', () => {
  test('a header of another server, however it begins', () => {
    const result = 'dmarc=pass header.from=sender.example';
    for (const id of [
      'evil.example',
      'mx.kwalipro.test.evil.example',
      'notmx.kwalipro.test',
      'mx.kwalipro.test evil 1',
      '"mx"',
    ])
      expect(judge(`${id}; ${result}`)).toBe('unknown');
  });

  test('a second header of our server, below the topmost', () => {
    const forged = 'mx.kwalipro.test; dmarc=pass header.from=sender.example';
    expect(judge('mx.kwalipro.test; dmarc=fail header.from=sender.example', forged)).toBe('fail');
    expect(judge('mx.kwalipro.test; spf=none', forged)).toBe('unknown');
  });

  test('a pass for another domain than the one in From', () => {
    expect(judge('mx.kwalipro.test; dmarc=pass header.from=other.example')).toBe('unknown');
    expect(judge('mx.kwalipro.test; dmarc=pass header.from=evil.sender.example')).toBe('unknown');
    expect(judge('mx.kwalipro.test; dmarc=pass')).toBe('unknown');
    expect(judge('mx.kwalipro.test; dmarc=pass header.from=sender.example header.from=evil.example')).toBe('unknown');
  });

  test('two DMARC results, or one inside a quote, a comment or a reason', () => {
    const pass = 'dmarc=pass header.from=sender.example';
    expect(judge(`mx.kwalipro.test; ${pass}; ${pass}`)).toBe('unknown');
    expect(judge(`mx.kwalipro.test; spf=fail reason="; ${pass}"`)).toBe('unknown');
    expect(judge(`mx.kwalipro.test; spf=fail (; ${pass})`)).toBe('unknown');
    expect(judge(`mx.kwalipro.test; spf=fail smtp.mailfrom=x ${pass}`)).toBe('unknown');
  });

  test('a header that is cut off inside a quote or a comment', () => {
    expect(judge('mx.kwalipro.test; dmarc=pass header.from=sender.example (open')).toBe('unknown');
    expect(judge('mx.kwalipro.test; dmarc=pass header.from="sender.example')).toBe('unknown');
    expect(judge('mx.kwalipro.test')).toBe('unknown');
    expect(judge('')).toBe('unknown');
    expect(judge(`mx.kwalipro.test; ${'('.repeat(100_000)}`)).toBe('unknown');
  });

  test('anything when no server is configured, or From has no domain', () => {
    const pass = given('mx.kwalipro.test; dmarc=pass header.from=sender.example');
    expect(authenticateSender(pass, 'sender.example', null)).toBe('unknown');
    expect(authenticateSender(pass, '', server)).toBe('unknown');
    expect(authenticateSender(new Map(), 'sender.example', server)).toBe('unknown');
  });
});

describe('Microsoft 365, which writes no server id', () => {
  const judge365 = (...values: string[]) =>
    authenticateSender(given(...values), 'sender.example', { microsoft365: true });
  const usual =
    'spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=sender.example; dkim=pass (signature was verified) header.d=sender.example;dmarc=pass action=none header.from=sender.example;compauth=pass reason=100';

  test('is believed in its topmost header', () => {
    expect(judge365(usual)).toBe('pass');
    expect(judge365(usual.replace('dmarc=pass', 'dmarc=fail'))).toBe('fail');
    expect(judge365(usual.replace('dmarc=pass', 'dmarc=bestguesspass'))).toBe('unknown');
  });

  test('is not believed in a header below', () => {
    expect(judge365('spf=none', usual)).toBe('unknown');
    expect(judge365('mx.evil.example; dmarc=fail header.from=sender.example', usual)).toBe('fail');
  });
});
