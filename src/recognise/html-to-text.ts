const hidden = new Set(['script', 'style', 'head', 'title', 'template', 'noscript']);
const blocks = new Set(
  'p div br li tr table ul ol h1 h2 h3 h4 h5 h6 blockquote section article header footer hr pre'.split(' '),
);
const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  euml: 'ë',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  aacute: 'á',
  iuml: 'ï',
  ouml: 'ö',
  uuml: 'ü',
  auml: 'ä',
  szlig: 'ß',
  ccedil: 'ç',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  euro: '€',
  shy: '',
  zwnj: '',
};

function decodeEntity(name: string): string | undefined {
  if (!name.startsWith('#')) return entities[name] ?? entities[name.toLowerCase()];
  const hex = name[1] === 'x' || name[1] === 'X';
  const code = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

function decodeText(raw: string): string {
  if (!raw.includes('&')) return raw;
  let out = '';
  let at = 0;
  while (at < raw.length) {
    const amp = raw.indexOf('&', at);
    if (amp < 0) break;
    out += raw.slice(at, amp);
    const window = raw.slice(amp + 1, amp + 12);
    const semicolon = window.indexOf(';');
    const decoded = semicolon > 0 ? decodeEntity(window.slice(0, semicolon)) : undefined;
    out += decoded ?? '&';
    at = decoded === undefined ? amp + 1 : amp + semicolon + 2;
  }
  return out + raw.slice(at);
}

type Tag = { name: string; closing: boolean; end: number };

function readTag(html: string, lower: string, open: number): Tag | undefined {
  const end = html.indexOf('>', open);
  if (end < 0) return undefined;
  let at = open + 1;
  const closing = html[at] === '/';
  if (closing) at += 1;
  const start = at;
  while (at < end) {
    const code = lower.charCodeAt(at);
    const isNameCharacter = (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
    if (!isNameCharacter) break;
    at += 1;
  }
  return { name: lower.slice(start, at), closing, end };
}

/** Lowers ASCII only, so that every offset stays where it was. */
function lowerAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Turns HTML into plain text in one pass; block tags become line breaks and each blockquote level a leading `> `. */
export function htmlToText(html: string): string {
  const lower = lowerAscii(html);
  const parts: string[] = [];
  let depth = 0;
  let atLineStart = true;
  let at = 0;
  const breakLine = (): void => {
    parts.push('\n');
    atLineStart = true;
  };
  const write = (raw: string): void => {
    const text = decodeText(raw).replace(/[\s\u00a0]+/g, ' ');
    if (text === '' || (atLineStart && text === ' ')) return;
    if (atLineStart && depth > 0) parts.push('> ');
    parts.push(text);
    atLineStart = false;
  };
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    write(html.slice(at, open));
    if (lower.startsWith('<!--', open)) {
      const close = html.indexOf('-->', open + 4);
      at = close < 0 ? html.length : close + 3;
      continue;
    }
    const tag = readTag(html, lower, open);
    if (tag === undefined) {
      at = open;
      break;
    }
    at = tag.end + 1;
    if (tag.name === '' && html[open + 1] !== '/' && html[open + 1] !== '!' && html[open + 1] !== '?') {
      write('<');
      at = open + 1;
      continue;
    }
    if (hidden.has(tag.name) && !tag.closing) {
      const close = lower.indexOf(`</${tag.name}`, at);
      at = close < 0 ? html.length : close;
      continue;
    }
    if (blocks.has(tag.name)) breakLine();
    if (tag.name === 'p' && tag.closing) breakLine();
    if (tag.name === 'blockquote') depth = tag.closing ? Math.max(0, depth - 1) : depth + 1;
  }
  if (at < html.length) write(html.slice(at));
  return parts.join('').trim();
}
