import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseImapUrl, parseSmtpUrl } from '../../../src/channels/email/account.ts';
import { backoffLimits, nextWait } from '../../../src/channels/email/backoff.ts';
import { connectImap, connectionLimits, sortImapFailure } from '../../../src/channels/email/connect.ts';
import { createMailer } from '../../../src/channels/email/send.ts';
import { sortSmtpFailure } from '../../../src/channels/email/smtp-failure.ts';
import { type Dovecot, startDovecot } from '../../support/dovecot.ts';
import { describeWith, dovecot } from '../../support/require.ts';

const failure = (fields: Record<string, unknown>) => Object.assign(new Error('jan@sender.example said no'), fields);

describe('what the mailbox server says', () => {
  test.each([
    [
      { authenticationFailed: true, serverResponseCode: 'AUTHENTICATIONFAILED' },
      'refused',
      'login: AUTHENTICATIONFAILED',
    ],
    [{ authenticationFailed: true }, 'refused', 'login: refused'],
    [{ authenticationFailed: true, serverResponseCode: 'UNAVAILABLE' }, 'away', 'login: UNAVAILABLE'],
    [{ mailboxMissing: true, code: 'NotFound' }, 'refused', 'folder: missing'],
    [{ tlsFailed: true, code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'away', 'tls: DEPTH_ZERO_SELF_SIGNED_CERT'],
    [{ code: 'ECONNREFUSED' }, 'away', 'imap: ECONNREFUSED'],
    [{ responseStatus: 'NO', serverResponseCode: 'OVERQUOTA' }, 'away', 'imap: NO OVERQUOTA'],
    [{ code: 'odd code with jan@sender.example' }, 'away', 'unexpected'],
  ])('%j is sorted', (fields, kind, reason) => {
    expect(sortImapFailure(failure(fields))).toMatchObject({ kind, reason });
  });

  test('a wish to be left alone for a while is kept', () => {
    expect(sortImapFailure(failure({ code: 'ETHROTTLE', throttleReset: 90_000 }))).toEqual({
      kind: 'away',
      reason: 'imap: ETHROTTLE',
      retryAfterMs: 90_000,
    });
  });

  test('a fault of our own is handed on as it is', () => {
    const error = new TypeError('x is not a function');
    expect(sortImapFailure(error)).toEqual({ kind: 'away', reason: 'unexpected', error });
  });
});

describe('what the sending server says', () => {
  test.each([
    [{ code: 'ESOCKET', originalCode: 'ECONNRESET' }, false, 'transient', 'ESOCKET ECONNRESET'],
    [{ code: 'ESOCKET', originalCode: 'ECONNRESET' }, true, 'unknown', 'ESOCKET ECONNRESET'],
    [{ code: 'ETIMEDOUT' }, true, 'unknown', 'ETIMEDOUT'],
    [{ code: 'EENVELOPE' }, false, 'permanent', 'EENVELOPE'],
    [
      { code: 'EENVELOPE', responseCode: 550, response: '550 5.1.1 <jan@x>' },
      false,
      'permanent',
      'EENVELOPE 550 5.1.1',
    ],
    [{ code: 'EENVELOPE', responseCode: 530 }, false, 'transient', 'EENVELOPE 530'],
    [{ code: 'EMESSAGE', responseCode: 452 }, true, 'transient', 'EMESSAGE 452'],
    [{ code: 'EMESSAGE', responseCode: 552 }, true, 'permanent', 'EMESSAGE 552'],
    [{ code: 'EAUTH', responseCode: 535 }, false, 'transient', 'EAUTH 535'],
    [{ code: 'ETLS' }, false, 'transient', 'ETLS'],
  ])('%j with data begun %s is %s', (fields, dataStarted, kind, reason) => {
    expect(sortSmtpFailure(failure(fields), dataStarted)).toEqual({ kind, reason });
  });

  test('a fault of our own is thrown on', () => {
    expect(() => sortSmtpFailure(new TypeError('x is not a function'), false)).toThrow('x is not a function');
  });
});

describe('the wait before the next attempt', () => {
  test('doubles up to five minutes, less a random half', () => {
    expect([1, 2, 3, 9, 50].map((failures) => nextWait(failures, 0, backoffLimits))).toEqual([
      1_000, 2_000, 4_000, 256_000, 300_000,
    ]);
    expect(nextWait(50, 0.999, backoffLimits)).toBeGreaterThanOrEqual(150_000);
  });

  test('is never shorter than the server asked', () => {
    expect(nextWait(1, 0.5, backoffLimits, 60_000)).toBe(60_000);
    expect(nextWait(1, 0.5, backoffLimits, 1e12)).toBe(3_600_000);
  });
});

describeWith([dovecot], 'a server without TLS where TLS is required', () => {
  let server: Dovecot;
  beforeAll(async () => {
    server = await startDovecot();
  });
  afterAll(() => server.close());

  test('is not told the password', async () => {
    const imap = parseImapUrl(`${server.imapUrl('info@kwalipro.test')}?starttls=required`);
    const smtp = parseSmtpUrl(`${server.submissionUrl('info@kwalipro.test')}?starttls=required`);
    if (imap.kind === 'fault' || smtp.kind === 'fault') throw new Error('expected two accounts');
    const result = await connectImap(imap.account, { ...connectionLimits, connectTimeoutMs: 3_000 });
    expect(result).toMatchObject({ kind: 'away', reason: expect.stringMatching(/^tls: /) });
    const mailer = createMailer({ smtp: smtp.account, from: { name: 'K', address: 'info@kwalipro.test' } });
    expect(await mailer.verify()).toEqual({ kind: 'fault', reason: expect.stringMatching(/^ETLS/) });
  });
});

describe('a server that is no mail server', () => {
  test('is away, and the wait for it is bounded', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const parsed = parseImapUrl(`imap://u:p@127.0.0.1:${address.port}`);
    if (parsed.kind === 'fault') throw new Error(parsed.fault);
    const result = await connectImap(parsed.account, { ...connectionLimits, connectTimeoutMs: 300 });
    expect(result).toEqual({ kind: 'away', reason: 'imap: GREETING_TIMEOUT' });
    server.close();
  });
});
