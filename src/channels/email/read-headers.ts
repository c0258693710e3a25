import type { MailHeaders } from '../../core/mail-headers.ts';

/** No honest header block is longer; what follows is not looked at. */
const maxHeaderBytes = 262_144;

/** Reads the header block that a source starts with, unfolded and undecoded; cheap, for the headers-first pass. */
export function parseHeaders(source: Uint8Array): MailHeaders {
  const headers = new Map<string, string[]>();
  let name = '';
  let pieces: string[] = [];
  const flush = () => {
    if (name === '') return;
    const value = pieces.join(' ').trim();
    const values = headers.get(name);
    if (values === undefined) headers.set(name, [value]);
    else values.push(value);
  };
  for (const line of headerBlock(source).split('\n')) {
    if (line.startsWith(' ') || line.startsWith('\t')) {
      pieces.push(line.trim());
      continue;
    }
    flush();
    const colon = line.indexOf(':');
    const read = colon < 1 ? '' : line.slice(0, colon).trimEnd().toLowerCase();
    name = /[^!-~]/.test(read) ? '' : read;
    pieces = [line.slice(colon + 1).trim()];
  }
  flush();
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
