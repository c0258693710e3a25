import { createHash } from 'node:crypto';
import { headerValues, type MailHeaders, topHeader } from '../../core/mail-headers.ts';
import { unreadHeader } from './own-headers.ts';

/** What the writer set; everything else (Received, Authentication-Results, Delivered-To …) belongs to one delivery. */
const stableHeaders = [
  'from',
  'sender',
  'reply-to',
  'to',
  'cc',
  'date',
  'subject',
  'message-id',
  'in-reply-to',
  'references',
  'content-type',
  unreadHeader,
];

/**
 * What makes a mail the same mail however often it is delivered: `message-id\0sha256(stable headers + body)`. The Message-ID is
 * without <>, and empty when there is none; line ends and empty lines at the end do not count. `body` is null for headers alone.
 */
export function mailIdentity(headers: MailHeaders, body: Uint8Array | null): string {
  const hash = createHash('sha256');
  for (const name of stableHeaders)
    for (const value of headerValues(headers, name)) hash.update(`${name}:${value.replace(/\s+/g, ' ')}\n`);
  hash.update('\n');
  if (body !== null) hash.update(canonicalBody(body));
  return `${readMessageId(headers) ?? ''}\0${hash.digest('hex')}`;
}

/** The topmost Message-ID without <>, or undefined; at most 998 characters (RFC 5322 §2.1.1). */
export function readMessageId(headers: MailHeaders): string | undefined {
  const value = topHeader(headers, 'message-id') ?? '';
  const open = value.indexOf('<');
  const close = value.indexOf('>', open);
  const id = (open >= 0 && close > open ? value.slice(open + 1, close) : value).trim().slice(0, 998);
  return id === '' ? undefined : id;
}

function canonicalBody(body: Uint8Array): string {
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1');
  return text.replaceAll('\r\n', '\n').trimEnd();
}
