const foldTable = buildFoldTable();
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });

function buildFoldTable(): Uint16Array {
  const table = new Uint16Array(0x2200);
  for (let code = 0; code < table.length; code += 1) {
    const base = String.fromCharCode(code).normalize('NFD').toLowerCase();
    table[code] = code >= 0x300 && code <= 0x36f ? 0 : base.charCodeAt(0);
  }
  const set = (from: string, to: string): void => {
    for (const letter of from) table[letter.charCodeAt(0)] = to.charCodeAt(0);
  };
  set('’‘‛`´ʼ', "'");
  set('“”„«»', '"');
  set('–—‐‑', '-');
  set('\u00a0\u2002\u2003\u2009\u202f\t', ' ');
  set('\u00ad\u200b\u200c\u200d', '\0');
  set('ßẞ', 's');
  set('øØ', 'o');
  set('œŒ', 'o');
  set('æÆ', 'a');
  set('łŁ', 'l');
  return table;
}

/**
 * Lower-cases and strips diacritics one UTF-16 unit for one, so that every offset in the answer is the offset in `text`.
 * Marks that stand alone (combining accents, soft hyphens) become NUL.
 */
export function foldText(text: string): string {
  const codes = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    codes[at] = code < foldTable.length ? (foldTable[code] ?? code) : code === 0xfeff ? 0 : code;
  }
  if (codes.length === 0) return '';
  return decoder.decode(codes);
}
