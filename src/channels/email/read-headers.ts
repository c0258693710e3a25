import type { MailHeaders } from '../../core/mail-headers.ts';

/** No honest header block is longer; what follows is not looked at. */
const maxHeaderBytes = 262_144;

/** Reads the header block that a source starts with, unfolded and undecoded; cheap, for the headers-first pass. */
export function parseHeaders(source: Uint8Array): MailHeaders {
  const headers = new Map<string, string[]>();
  let name = '';
  for (const line of headerBlock(source).split('\n')) {
    const text = line.endsWith('\r') ? line.slice(0, -1) : line;
    if (text.startsWith(' ') || text.startsWith('\t')) {
      const values = headers.get(name);
      if (values !== undefined) values.push(`${values.pop() ?? ''} ${text.trim()}`.trim());
      continue;
    }
    const colon = text.indexOf(':');
    name = colon < 1 ? '' : text.slice(0, colon).trimEnd().toLowerCase();
    if (name === '' || /[^!-~]/.test(name)) continue;
    const values = headers.get(name);
    const value = text.slice(colon + 1).trim();
    if (values === undefined) headers.set(name, [value]);
    else values.push(value);
  }
  return headers;
}

/** Where the body starts, or the source's length when there is none. */
export function findBody(source: Uint8Array): number {
  for (let at = source.indexOf(10); at !== -1; at = source.indexOf(10, at + 1)) {
    if (source[at + 1] === 10) return at + 2;
    if (source[at + 1] === 13 && source[at + 2] === 10) return at + 3;
  }
  return source.length;
}

function headerBlock(source: Uint8Array): string {
  // An empty first line means: no headers at all.
  if (source[0] === 10 || (source[0] === 13 && source[1] === 10)) return '';
  const end = Math.min(findBody(source), maxHeaderBytes);
  return Buffer.from(source.buffer, source.byteOffset, end).toString('utf8');
}
