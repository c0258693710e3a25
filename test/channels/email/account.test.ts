import { describe, expect, test } from 'vitest';
import { parseImapUrl, parseSmtpUrl } from '../../../src/channels/email/account.ts';
import { parseOauth } from '../../../src/channels/email/oauth.ts';

describe('IMAP_URL', () => {
  test('gives server, user and password', () => {
    expect(parseImapUrl('imaps://info@kwalipro.test:p%23w%2F%25@Mail.Kwalipro.test')).toEqual({
      kind: 'account',
      account: {
        host: 'mail.kwalipro.test',
        port: 993,
        secure: true,
        starttls: 'required',
        user: 'info@kwalipro.test',
        auth: { kind: 'password', password: 'p#w/%' },
      },
    });
  });

  test.each([
    ['imap://u:p@mail.kwalipro.test', 'required'],
    ['imap://u:p@mail.kwalipro.test?starttls=when-offered', 'when-offered'],
    ['imap://u:p@127.0.0.1:1143', 'when-offered'],
    ['imap://u:p@[::1]:1143', 'when-offered'],
    ['imap://u:p@localhost', 'when-offered'],
    ['imap://u:p@dovecot:143/', 'when-offered'],
    ['imap://u:p@localhost?starttls=required', 'required'],
  ])('%s makes STARTTLS %s', (url, starttls) => {
    const parsed = parseImapUrl(url);
    expect(parsed.kind === 'account' && parsed.account.starttls).toBe(starttls);
  });

  test.each([
    ['', 'it is empty'],
    ['mail.kwalipro.test', 'it is no URL'],
    ['https://u:secret@mail.kwalipro.test', 'its scheme is "https"'],
    ['imaps://u:secret@', 'it is no URL'],
    ['imaps://mail.kwalipro.test', 'it names no user'],
    ['imaps://u@mail.kwalipro.test', 'it holds no password'],
    ['imaps://u:sec#ret@mail.kwalipro.test', 'write # as %23'],
    ['imaps://u:secret@mail.kwalipro.test/INBOX', 'something follows'],
    ['imaps://u:sec%ret@mail.kwalipro.test', 'a % in user or password'],
    ['imaps://u:secret@mail.kwalipro.test:99999', 'it is no URL'],
    ['imaps://u:secret@mail.kwalipro.test?starttls=no', 'starttls must be'],
  ])('%s is refused: %s', (url, what) => {
    const parsed = parseImapUrl(url);
    expect(parsed.kind === 'fault' && parsed.fault).toMatch(/^IMAP_URL: .*Expected imaps:\/\/user:password@host:993/s);
    expect(parsed.kind === 'fault' && parsed.fault).toContain(what);
    expect(JSON.stringify(parsed)).not.toContain('sec');
  });

  test('takes OAuth in place of the password', () => {
    const oauth = parseOauth({
      MAIL_OAUTH_PROVIDER: 'google',
      MAIL_OAUTH_CLIENT_ID: 'id',
      MAIL_OAUTH_REFRESH_TOKEN: 'token',
    });
    if (oauth.kind !== 'oauth') throw new Error('expected OAuth settings');
    const parsed = parseImapUrl('imaps://info%40kwalipro.test@imap.gmail.example', oauth.oauth);
    expect(parsed).toHaveProperty('account.auth', { kind: 'oauth', oauth: oauth.oauth });
  });
});

describe('SMTP_URL', () => {
  test('without a user logs nobody in', () => {
    expect(parseSmtpUrl('smtp://127.0.0.1:14025')).toEqual({
      kind: 'account',
      account: { host: '127.0.0.1', port: 14025, secure: false, starttls: 'when-offered', login: null },
    });
  });

  test('has the ports of submission', () => {
    expect(parseSmtpUrl('smtp://u:p@mail.kwalipro.test')).toHaveProperty('account.port', 587);
    expect(parseSmtpUrl('smtps://u:p@mail.kwalipro.test')).toHaveProperty('account.port', 465);
  });

  test('with a user but no password is refused by name', () => {
    expect(parseSmtpUrl('smtps://u@mail.kwalipro.test')).toHaveProperty('fault', expect.stringMatching(/^SMTP_URL: /));
  });
});
