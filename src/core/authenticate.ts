import type { SenderVerdict } from './case.ts';
import { headerValues, type MailHeaders } from './mail-headers.ts';

/** Who writes our Authentication-Results: a server by its authserv-id, or Microsoft 365, which writes none. */
export type AuthServer = { id: string } | { microsoft365: true };

type Token = { kind: 'word' | 'mark'; text: string };
type Result = { method: string; result: string; properties: { name: string; value: string }[] };

/**
 * What our own mail server says of the sender (RFC 8601, RFC 7489): `pass` or `fail` only on exactly one `dmarc` result whose
 * `header.from` is `fromDomain`, in the topmost header of that server; all else is `unknown`.
 */
export function authenticateSender(headers: MailHeaders, fromDomain: string, server: AuthServer | null): SenderVerdict {
  if (server === null || fromDomain === '') return 'unknown';
  const results = readResults(headers, server);
  const dmarc = results.filter((result) => result.method === 'dmarc');
  const only = dmarc[0];
  if (dmarc.length !== 1 || only === undefined) return 'unknown';
  const from = only.properties.filter((property) => property.name === 'header.from');
  if (from.length !== 1 || domainOf(from[0]?.value ?? '') !== bareDomain(fromDomain)) return 'unknown';
  if (only.result === 'pass') return 'pass';
  return only.result === 'fail' ? 'fail' : 'unknown';
}

function readResults(headers: MailHeaders, server: AuthServer): Result[] {
  const values = headerValues(headers, 'authentication-results');
  if ('microsoft365' in server) return readHeader(values[0] ?? '', true)?.results ?? [];
  for (const value of values) {
    const header = readHeader(value, false);
    if (header !== null && header.id === server.id.toLowerCase()) return header.results;
  }
  return [];
}

/** One header as its server's id and results; null when it is not well formed. */
function readHeader(value: string, withoutId: boolean): { id: string; results: Result[] } | null {
  const tokens = readTokens(value);
  if (tokens === null) return null;
  const parts = splitAt(tokens, ';').filter((part, index) => part.length > 0 || index === 0);
  if (withoutId) return { id: '', results: parts.flatMap((part) => readResult(part) ?? []) };
  const [first, ...rest] = parts;
  const id = first?.[0];
  // RFC 8601 §2.2: the id is one word, with at most a version number behind it.
  if (first === undefined || id?.kind !== 'word' || first.length > 2 || first.some((token) => token.kind === 'mark'))
    return null;
  return { id: id.text.toLowerCase(), results: rest.flatMap((part) => readResult(part) ?? []) };
}

/** `method[/version]=result` and its `name=value` properties. */
function readResult(tokens: Token[]): Result | null {
  const pairs: { name: string; value: string }[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const name = tokens[at];
    const equals = tokens[at + 1];
    const value = tokens[at + 2];
    if (name?.kind !== 'word' || !isMark(equals, '=') || value?.kind !== 'word') continue;
    pairs.push({ name: name.text.toLowerCase(), value: value.text.toLowerCase() });
    at += 2;
  }
  const [first, ...properties] = pairs;
  if (first === undefined || !isMark(tokens[1], '=')) return null;
  return { method: first.name.split('/')[0] ?? '', result: first.value, properties };
}

/** Words (quoted or not) and the marks `;` and `=`, comments left out; null when a quote or comment stays open. */
function readTokens(value: string): Token[] | null {
  const tokens: Token[] = [];
  let at = 0;
  while (at < value.length) {
    const char = value[at] as string;
    if (isSpace(char)) at++;
    else if (char === ';' || char === '=') {
      tokens.push({ kind: 'mark', text: char });
      at++;
    } else if (char === '(') {
      at = skipComment(value, at);
      if (at < 0) return null;
    } else if (char === '"') {
      const quoted = readQuoted(value, at);
      if (quoted === null) return null;
      tokens.push({ kind: 'word', text: quoted.text });
      at = quoted.end;
    } else {
      const start = at;
      while (at < value.length && !isSpace(value[at] as string) && !';=("'.includes(value[at] as string)) at++;
      tokens.push({ kind: 'word', text: value.slice(start, at) });
    }
  }
  return tokens;
}

/** The place behind a comment (they nest, RFC 5322 §3.2.2), or -1 when it stays open. */
function skipComment(value: string, start: number): number {
  let depth = 0;
  for (let at = start; at < value.length; at++) {
    const char = value[at];
    if (char === '\\') at++;
    else if (char === '(') depth++;
    else if (char === ')' && --depth === 0) return at + 1;
  }
  return -1;
}

function readQuoted(value: string, start: number): { text: string; end: number } | null {
  let text = '';
  for (let at = start + 1; at < value.length; at++) {
    const char = value[at] as string;
    if (char === '"') return { text, end: at + 1 };
    if (char === '\\') at++;
    text += value[at] ?? '';
  }
  return null;
}

function splitAt(tokens: Token[], mark: string): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (isMark(token, mark)) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

function isMark(token: Token | undefined, text: string): boolean {
  return token?.kind === 'mark' && token.text === text;
}

function isSpace(char: string): boolean {
  return char === ' ' || char === '\t' || char === '\r' || char === '\n';
}

/** The domain of a property value, which may be an address (RFC 8601 §2.2 `pvalue`). */
function domainOf(value: string): string {
  return bareDomain(value.slice(value.lastIndexOf('@') + 1));
}

function bareDomain(domain: string): string {
  const lower = domain.toLowerCase();
  return lower.endsWith('.') ? lower.slice(0, -1) : lower;
}
