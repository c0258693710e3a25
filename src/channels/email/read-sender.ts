import { domainToASCII } from 'node:url';
import { headerValues, type MailHeaders } from '../../core/mail-headers.ts';
import { readAddresses } from './read-addresses.ts';

export type Sender = { address: string; name?: string };
/** The one writer, or why there is not exactly one. */
export type SenderReading = { from: Sender } | { from: null; fault: string };

/**
 * Reads From strictly: exactly one header with exactly one address, read before encoded words are decoded, since a decoded name
 * may pose as an address. The address's domain is lower-case ASCII.
 */
export function readSender(headers: MailHeaders): SenderReading {
  const values = headerValues(headers, 'from');
  const value = values[0];
  if (value === undefined || value === '') return { from: null, fault: 'no-from' };
  if (values.length > 1) return { from: null, fault: 'several-from' };
  const mailbox = readMailbox(value);
  if (mailbox.kind === 'fault') return { from: null, fault: mailbox.fault };
  const address = normaliseAddress(mailbox.address);
  if (address === null) return { from: null, fault: 'bad-from' };
  const name = readName(value);
  return { from: name === '' ? { address } : { address, name } };
}

/** An address with its domain in lower-case ASCII, or null when it is not `local@domain`. */
export function normaliseAddress(text: string): string | null {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  if (at < 1 || local.length > 64 || !/^(?:[^\s"(),:;<>@[\\\]]+|"(?:[^"\\]|\\.)*")$/.test(local)) return null;
  const domain = domainToASCII(text.slice(at + 1).replace(/\.$/, ''));
  if (domain.length > 253 || !/^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/.test(domain)) return null;
  return `${local}@${domain}`;
}

type Mailbox = { kind: 'mailbox'; address: string } | { kind: 'fault'; fault: string };

/** RFC 5322 §3.4, without groups and routes: one pass over the raw value that knows quotes, comments and angles. */
function readMailbox(value: string): Mailbox {
  let bare = '';
  let angle: string | null = null;
  let at = 0;
  while (at < value.length) {
    const char = value[at] as string;
    if (char === '"' || char === '(') {
      const end = skipQuoted(value, at, char);
      if (end < 0) return { kind: 'fault', fault: 'bad-from' };
      if (char === '"') bare += value.slice(at, end);
      at = end;
    } else if (char === '<') {
      if (angle !== null) return { kind: 'fault', fault: 'several-addresses' };
      const end = value.indexOf('>', at);
      if (end < 0) return { kind: 'fault', fault: 'bad-from' };
      angle = value.slice(at + 1, end).trim();
      at = end + 1;
    } else if (char === ',' || char === ';') {
      return { kind: 'fault', fault: 'several-addresses' };
    } else if (char === '>' || char === ':') {
      return { kind: 'fault', fault: 'bad-from' };
    } else {
      bare += char;
      at++;
    }
  }
  const address = angle ?? bare.trim();
  return address === '' ? { kind: 'fault', fault: 'no-from' } : { kind: 'mailbox', address };
}

/** The place behind a quoted string or a (nesting) comment, or -1 when it stays open. */
function skipQuoted(value: string, start: number, open: '"' | '('): number {
  let depth = 1;
  for (let at = start + 1; at < value.length; at++) {
    const char = value[at];
    if (char === '\\') at++;
    else if (open === '"' ? char === '"' : char === ')') {
      depth--;
      if (depth === 0) return at + 1;
    } else if (open === '(' && char === '(') depth++;
  }
  return -1;
}

/** The decoded name; none when it holds an address itself, which would only mislead. */
function readName(value: string): string {
  const name = readAddresses(value)[0]?.name ?? '';
  const plain = name
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.includes('@') ? '' : plain.slice(0, 200);
}
