const oddQuoted = /=(?![0-9A-Fa-f]{2}|\r?\n)|[ \t]\r?\n|[ \t]$|=$|\r(?!\n)/;
const plainBase64 = /^[A-Za-z0-9+/\r\n]*={0,2}[\r\n]*$/;
const cp1252Holes = /[\x81\x8d\x8f\x90\x9d]/;

/** Undoes a transfer encoding where the bytes keep to it strictly; null for what only a lenient reader would take. */
export function decodeTransfer(body: Buffer, encoding: string): Buffer | null {
  switch (encoding) {
    case '':
    case '7bit':
    case '8bit':
    case 'binary':
      return body;
    case 'quoted-printable': {
      const text = body.toString('latin1');
      return oddQuoted.test(text) ? null : decodeQuoted(text);
    }
    case 'base64': {
      return decodeBase64(body.toString('latin1'));
    }
    default:
      return null;
  }
}

/** Decodes the charsets that nearly all mail uses, with `\n` as line end; null for others and for bytes that a charset does not have. */
export function decodeCharset(bytes: Buffer, charset: string): string | null {
  switch (charset) {
    case '':
    case 'us-ascii':
    case 'ascii':
    case 'utf-8':
    case 'utf8':
      return endLines(bytes.toString('utf8'));
    case 'iso-8859-1':
      return endLines(bytes.toString('latin1'));
    case 'windows-1252':
      return cp1252Holes.test(bytes.toString('latin1'))
        ? null
        : endLines(new TextDecoder('windows-1252').decode(bytes));
    case 'iso-8859-15':
      return endLines(new TextDecoder('iso-8859-15').decode(bytes));
    default:
      return null;
  }
}

const encodedWord = /=\?(utf-8|iso-8859-1|iso-8859-15|windows-1252)\?([bq])\?([!->@-~]*)\?=/gi;

/** Decodes a header value of plain ASCII with encoded words (RFC 2047); null where a word is not of the usual form. */
export function decodeWords(value: string): string | null {
  if (/[^\t -~]/.test(value)) return null;
  if (!value.includes('=?')) return value;
  let text = '';
  let at = 0;
  let run: { charset: string; bytes: Buffer[] } = { charset: '', bytes: [] };
  for (const word of value.matchAll(encodedWord)) {
    const between = value.slice(at, word.index);
    const charset = (word[1] ?? '').toLowerCase();
    const bytes = decodeWord(word[2] ?? '', word[3] ?? '');
    if (bytes === null || between.includes('=?')) return null;
    // White space between two encoded words is not part of the text (RFC 2047 §6.2).
    const joins = run.bytes.length > 0 && between.trim() === '';
    if (!joins || run.charset !== charset) {
      const decoded = decodeCharset(Buffer.concat(run.bytes), run.charset);
      if (decoded === null) return null;
      text += joins ? decoded : decoded + between;
      run = { charset, bytes: [] };
    }
    run.bytes.push(bytes);
    at = word.index + word[0].length;
  }
  const rest = value.slice(at);
  const decoded = decodeCharset(Buffer.concat(run.bytes), run.charset);
  return decoded === null || rest.includes('=?') ? null : text + decoded + rest;
}

function decodeWord(kind: string, text: string): Buffer | null {
  if (kind.toLowerCase() === 'b') return decodeBase64(text);
  return oddQuoted.test(text) ? null : decodeQuoted(text.replaceAll('_', ' '));
}

function decodeBase64(text: string): Buffer | null {
  if (!plainBase64.test(text)) return null;
  const letters = text.includes('\n') ? text.replaceAll(/[\r\n]+/g, '') : text;
  return letters.length % 4 === 0 ? Buffer.from(letters, 'base64') : null;
}

function decodeQuoted(text: string): Buffer {
  if (!text.includes('=')) return Buffer.from(text, 'latin1');
  const bytes = Buffer.allocUnsafe(text.length);
  let length = 0;
  let at = 0;
  for (let next = text.indexOf('='); next >= 0; next = text.indexOf('=', at)) {
    length += bytes.write(text.slice(at, next), length, 'latin1');
    const isBreak = text[next + 1] === '\r' || text[next + 1] === '\n';
    if (!isBreak) bytes[length++] = Number.parseInt(text.slice(next + 1, next + 3), 16);
    at = next + (text[next + 1] === '\n' ? 2 : 3);
  }
  length += bytes.write(text.slice(at), length, 'latin1');
  return bytes.subarray(0, length);
}

function endLines(text: string): string {
  return text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
}
