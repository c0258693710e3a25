import { headerValues, type MailHeaders, topHeader } from '../../core/mail-headers.ts';
import { loadMailparser } from './load-mailparser.ts';
import { readMessageId } from './mail-identity.ts';
import { leftOutHeader, unreadHeader } from './own-headers.ts';
import { readAddresses } from './read-addresses.ts';
import { findBody, parseHeaders } from './read-headers.ts';
import { type MailContent, readPlainMail } from './read-plain-mail.ts';
import { normaliseAddress, readSender } from './read-sender.ts';

export type { MailHeaders } from '../../core/mail-headers.ts';
export { mailIdentity } from './mail-identity.ts';
export { findBody, parseHeaders } from './read-headers.ts';

/** A file with a mail; `bytes` is its decoded size, or the encoded size when it was left on the server. */
export type MailAttachment = { name: string; type: string; bytes: number };
/**
 * A mail as the desk reads it; ids are without <>. `from` is null unless there is exactly one From with exactly one address, and
 * `fromFault` then says why. `faults` are codes that say why a person should look. `date` is the writer's own claim, an instant.
 */
export type ParsedMail = {
  messageId?: string;
  references: string[];
  from: { address: string; name?: string } | null;
  fromFault?: string;
  to: string[];
  subject: string;
  text: string;
  html?: string;
  date?: string;
  headers: MailHeaders;
  attachments: MailAttachment[];
  faults: string[];
};

const maxSourceBytes = 8_000_000;
const maxTextLength = 1_000_000;
const maxListed = 100;

/** Parses a raw mail, whole or cut; never throws for what a mail holds, and its work is bounded. `headers` are its own, where they were read before. */
export async function parseMail(source: Uint8Array, headers = parseHeaders(source)): Promise<ParsedMail> {
  const sender = readSender(headers);
  const mail: ParsedMail = {
    references: readReferences(headers),
    from: sender.from,
    to: readRecipients(headers),
    subject: '',
    text: '',
    headers,
    attachments: [],
    faults: [],
  };
  const messageId = readMessageId(headers);
  if (messageId !== undefined) mail.messageId = messageId;
  if (sender.from === null) {
    mail.fromFault = sender.fault;
    mail.faults.push(sender.fault);
  }
  const date = readDate(headers);
  if (date !== undefined) mail.date = date;
  if (source.length > maxSourceBytes) mail.faults.push('too-large');
  const read = source.subarray(0, maxSourceBytes);
  const bytes = Buffer.from(read.buffer, read.byteOffset, read.byteLength);
  const content = readPlainMail(bytes, headers) ?? (await readAnyMail(bytes));
  if (content === null || headers.has(unreadHeader)) mail.faults.push('unparseable');
  mail.subject = plainLine(content?.subject ?? topHeader(headers, 'subject') ?? '');
  if (content !== null) addContent(mail, content);
  if (mail.text.trim() === '' && mail.html === undefined && mail.attachments.length === 0) addRawText(mail, source);
  return mail;
}

/** Reads a mail of any form with mailparser; null for one that it refuses. */
export async function readAnyMail(source: Buffer): Promise<MailContent | null> {
  try {
    const whole = await loadMailparser().simpleParser(source, {
      maxHtmlLengthToParse: maxTextLength,
      skipTextToHtml: true,
      skipImageLinks: true,
      keepCidLinks: true,
      keepDeliveryStatus: true,
      checksumAlgo: false,
    });
    return {
      ...(whole.subject === undefined ? {} : { subject: whole.subject }),
      text: whole.text ?? '',
      html: typeof whole.html === 'string' ? whole.html : '',
      htmlCut: whole.textConversionError !== undefined,
      attachments: whole.attachments.map((attachment) => ({
        name: attachment.filename ?? '',
        type: attachment.contentType,
        bytes: Number(attachment.headers.get(leftOutHeader) ?? attachment.size) || attachment.size,
      })),
    };
  } catch (error) {
    // mailparser rejects with a plain Error for what a mail holds (too many parts, a header block without end).
    if (error instanceof TypeError || error instanceof RangeError || !(error instanceof Error)) throw error;
    return null;
  }
}

function addContent(mail: ParsedMail, { text, html, htmlCut, attachments }: MailContent): void {
  if (text.length > maxTextLength) mail.faults.push('text-cut');
  if (html.length > maxTextLength || htmlCut) mail.faults.push('html-cut');
  mail.text = text.slice(0, maxTextLength);
  if (html !== '') mail.html = html.slice(0, maxTextLength);
  mail.attachments = attachments
    .slice(0, maxListed)
    .map((attachment) => ({ ...attachment, name: plainLine(attachment.name).slice(0, 255) }));
}

/** A mail whose parts cannot be told apart (a boundary that is missing or never used) is read as it stands: a person looks at it. */
function addRawText(mail: ParsedMail, source: Uint8Array): void {
  const start = findBody(source);
  const text = Buffer.from(source.subarray(start, start + maxTextLength)).toString('utf8');
  if (text.trim() === '') return;
  mail.text = text;
  if (!mail.faults.includes('unparseable')) mail.faults.push('odd-structure');
}

/** References and In-Reply-To as bare ids, the oldest first, at most 100: the newest ones. */
function readReferences(headers: MailHeaders): string[] {
  const values = [...headerValues(headers, 'references'), ...headerValues(headers, 'in-reply-to')];
  const ids = values.flatMap((value) =>
    [...value.slice(-64_000).matchAll(/<([^<>\s]{1,998})>/g)].map((match) => match[1] ?? ''),
  );
  return [...new Set(ids)].slice(-maxListed);
}

function readRecipients(headers: MailHeaders): string[] {
  const values = [...headerValues(headers, 'to'), ...headerValues(headers, 'cc')];
  const addresses = values
    .flatMap((value) => readAddresses(value.slice(0, 64_000)))
    .map(({ address }) => normaliseAddress(address));
  return [...new Set(addresses.filter((address) => address !== null))].slice(0, maxListed);
}

/** The Date header as an instant; mailparser would put the present time for one that it cannot read. */
function readDate(headers: MailHeaders): string | undefined {
  const value = (topHeader(headers, 'date') ?? '').replace(/\([^()]*\)/g, '');
  const date = new Date(value);
  return value === '' || Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

function plainLine(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 2000);
}
