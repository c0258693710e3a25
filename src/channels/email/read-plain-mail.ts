import { type MailHeaders, topHeader } from '../../core/mail-headers.ts';
import { decodeCharset, decodeTransfer, decodeWords } from './decode-part.ts';
import { leftOutHeader } from './own-headers.ts';
import { type PartHeaders, readPartHeaders } from './part-headers.ts';
import { findBody, parseHeaders } from './read-headers.ts';

/** The content of a mail; a file's `bytes` are its decoded size, or the encoded size when it was left on the server. */
export type MailContent = {
  subject?: string;
  text: string;
  html: string;
  htmlCut: boolean;
  attachments: { name: string; type: string; bytes: number }[];
};

type Leaf = { headers: MailHeaders; part: PartHeaders; body: Buffer; alternative: boolean };

const mostLeaves = 50;
const mostLevels = 5;
const emptyLines = /^(?:\r?\n)*$/;
const loneReturn = /\r(?!\n)/;
const knownMultiparts = ['multipart/mixed', 'multipart/alternative', 'multipart/related'];
/** A line that is neither a field nor the continuation of one, a lone CR, or a NUL. */
const oddHeaders = /^\r?\n|(?:^|\n)(?![!-9;-~]+:|[ \t]|\r?\n)[^\n]|\r(?!\n)|\0/;

/**
 * Reads a mail of the common forms without a stream or a copy, and gives just what mailparser gives; null for a mail that is odd in
 * any way, which mailparser then reads. `headers` are those of the source.
 */
export function readPlainMail(source: Buffer, headers: MailHeaders): MailContent | null {
  const subject = decodeWords(topHeader(headers, 'subject') ?? '');
  const bodyAt = findBody(source);
  if (subject === null || bodyAt === source.length || hasOddHeaders(source.subarray(0, bodyAt))) return null;
  const leaves: Leaf[] = [];
  // Where only the disposition is given, mailparser guesses the type by the file's name.
  const isBare = !headers.has('content-type') && !headers.has('content-disposition');
  const root = isBare ? new Map([...headers, ['content-type', ['text/plain']]]) : headers;
  if (!collectLeaves(leaves, root, source.subarray(bodyAt), false, 0)) return null;
  return joinLeaves(subject, leaves);
}

function hasOddHeaders(block: Buffer): boolean {
  return oddHeaders.test(block.toString('latin1'));
}

/** Adds the leaves of a part in order; false when the part is not of a common form. */
function collectLeaves(
  leaves: Leaf[],
  headers: MailHeaders,
  body: Buffer,
  alternative: boolean,
  level: number,
): boolean {
  const part = readPartHeaders(headers);
  if (part === null || part.type === '' || level > mostLevels || leaves.length >= mostLeaves) return false;
  if (!part.type.startsWith('multipart/')) {
    if (part.type.startsWith('message/') || part.type === 'application/octet-stream') return false;
    leaves.push({ headers, part, body, alternative });
    return true;
  }
  const pieces = knownMultiparts.includes(part.type) ? splitParts(body, part.boundary) : null;
  if (pieces === null) return false;
  const inAlternative = alternative || part.type === 'multipart/alternative';
  return pieces.every((piece) => {
    const bodyAt = findBody(piece);
    if (bodyAt === piece.length && !endsWithEmptyLine(piece)) return false;
    if (hasOddHeaders(piece.subarray(0, bodyAt))) return false;
    return collectLeaves(leaves, parseHeaders(piece), piece.subarray(bodyAt), inAlternative, level + 1);
  });
}

function endsWithEmptyLine(piece: Buffer): boolean {
  return /\n\r?\n$/.test(piece.subarray(-3).toString('latin1'));
}

/** The parts between delimiters that are written exactly, with nothing before the first and after the last; else null. */
function splitParts(body: Buffer, boundary: string): Buffer[] | null {
  const text = body.toString('latin1');
  // Some readers take a lone CR for the end of a line.
  if (loneReturn.test(text)) return null;
  const delimiter = `--${boundary}`;
  const pieces: Buffer[] = [];
  let start = -1;
  for (let at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, at + delimiter.length)) {
    if (at > 0 && text[at - 1] !== '\n') continue;
    if (start < 0 ? text.slice(0, at).trim() !== '' : at < start + 2) return null;
    if (start >= 0) pieces.push(body.subarray(start, text[at - 2] === '\r' ? at - 2 : at - 1));
    const end = at + delimiter.length;
    if (text.startsWith('--', end)) return pieces.length > 0 && emptyLines.test(text.slice(end + 2)) ? pieces : null;
    start = text.startsWith('\r\n', end) ? end + 2 : end + 1;
    if (text[start - 1] !== '\n') return null;
  }
  return null;
}

function joinLeaves(subject: string, leaves: Leaf[]): MailContent | null {
  const texts: string[] = [];
  const htmls: string[] = [];
  const attachments: MailContent['attachments'] = [];
  const isText = ({ part }: Leaf, type: string) => part.type === type && ['', 'inline'].includes(part.disposition);
  const plain = leaves.filter((leaf) => isText(leaf, 'text/plain'));
  const rich = leaves.filter((leaf) => isText(leaf, 'text/html'));
  // HTML beside or without plain text is turned into text, and texts beside HTML into HTML: that is mailparser's work.
  if (rich.length > 0 && (plain.length === 0 || ![...plain, ...rich].every((leaf) => leaf.alternative))) return null;
  for (const leaf of leaves) {
    const bytes = decodeTransfer(leaf.body, leaf.part.encoding);
    if (bytes === null) return null;
    if (!plain.includes(leaf) && !rich.includes(leaf)) {
      const leftOut = Number(topHeader(leaf.headers, leftOutHeader) ?? bytes.length) || bytes.length;
      attachments.push({ name: leaf.part.name, type: leaf.part.type, bytes: leftOut });
      continue;
    }
    const text = leaf.part.flowed ? null : decodeCharset(bytes, leaf.part.charset);
    if (text === null) return null;
    if (text !== '') (plain.includes(leaf) ? texts : htmls).push(text);
  }
  return { subject, text: texts.join('\n'), html: htmls.join('<br/>\n'), htmlCut: false, attachments };
}
