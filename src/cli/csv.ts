import type { BothLanguages } from '../core/holidays.ts';

/** One record of a CSV file: its cells, its own text without the line end, and the line on which it starts. */
export type CsvRecord = { cells: string[]; text: string; lineEnd: string; line: number };

/** A CSV text as records, or the line where its quoting breaks. */
export type CsvText = { ok: true; records: CsvRecord[] } | { ok: false; line: number; problem: BothLanguages };

/** Reads CSV by RFC 4180: quoted cells may hold separators, line ends and doubled quotes; a byte order mark is dropped. */
export function readCsv(source: string, separator = ','): CsvText {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  const records: CsvRecord[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const record = readRecord(text, at, line, separator);
    if ('nl' in record) return { ok: false, line, problem: record };
    records.push(record);
    at += record.text.length + record.lineEnd.length;
    line += (record.text.match(/\n/g)?.length ?? 0) + 1;
  }
  return { ok: true, records };
}

/** Writes one cell, quoted only where RFC 4180 asks for it. */
export function writeCell(value: string, separator = ','): string {
  return value.includes(separator) || /["\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

const UNCLOSED = {
  nl: 'een cel tussen aanhalingstekens is niet afgesloten',
  en: 'a quoted cell has no closing quote',
};

function readRecord(text: string, start: number, line: number, separator: string): CsvRecord | BothLanguages {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    const cell = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at, separator);
    if (cell === undefined) return UNCLOSED;
    cells.push(cell.value);
    at = cell.end;
    if (text[at] === separator) {
      at += 1;
      continue;
    }
    const lineEnd = text.startsWith('\r\n', at) ? '\r\n' : (text[at] ?? '');
    if (lineEnd !== '' && lineEnd !== '\r\n' && lineEnd !== '\n') {
      const found = JSON.stringify(lineEnd);
      return {
        nl: `na een cel tussen aanhalingstekens staat ${found} in plaats van een scheidingsteken`,
        en: `a quoted cell is followed by ${found} instead of a separator`,
      };
    }
    return { cells, text: text.slice(start, at), lineEnd, line };
  }
}

function readPlain(text: string, start: number, separator: string): { value: string; end: number } {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && !text.startsWith('\r\n', end)) end += 1;
  return { value: text.slice(start, end), end };
}

function readQuoted(text: string, start: number): { value: string; end: number } | undefined {
  let close = text.indexOf('"', start + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close === -1) return undefined;
  return { value: text.slice(start + 1, close).replaceAll('""', '"'), end: close + 1 };
}
