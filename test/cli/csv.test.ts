import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv, writeCell } from '../../src/cli/csv.ts';

function cells(source: string, separator?: string): string[][] | string {
  const read = readCsv(source, separator);
  return read.ok ? read.records.map((record) => record.cells) : `line ${read.line}: ${read.problem.en}`;
}

describe('CSV', () => {
  it.each([
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['"a ""b"", c",\n', [['a "b", c', '']]],
    ['"two\r\nlines",x\n', [['two\r\nlines', 'x']]],
    ['\uFEFFa,b\n', [['a', 'b']]],
    ['a"b,c\n', [['a"b', 'c']]],
    ['\n', [['']]],
    ['', []],
  ])('%j is read as %j', (source, expected) => {
    expect(cells(source)).toEqual(expected);
  });

  it('names the line where a quote is not closed or is followed by text', () => {
    expect(cells('a\n"b\nc')).toBe('line 2: a quoted cell has no closing quote');
    expect(cells('a\n"b"c\n')).toContain('line 2: a quoted cell is followed by');
  });

  it('counts lines inside quoted cells', () => {
    const read = readCsv('a\n"b\nc"\nd\n');
    expect(read.ok && read.records.map((record) => record.line)).toEqual([1, 2, 4]);
  });

  it('reads back any cells that were written, and its own text', () => {
    const table = fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';'), (rows, separator) => {
        const source = rows.map((row) => row.map((cell) => writeCell(cell, separator)).join(separator)).join('\r\n');
        fc.pre(!source.startsWith('\uFEFF'));
        expect(cells(source, separator)).toEqual(rows);
        const read = readCsv(source, separator);
        expect(read.ok && read.records.map(({ text, lineEnd }) => text + lineEnd).join('')).toBe(source);
      }),
      { numRuns: 500 },
    );
  });
});
