import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `src/${name}`);

/** Which rooms a room may import, besides itself; the rest wires and may import all. */
const allowed: Record<string, string[]> = {
  core: [],
  store: ['core'],
  queue: ['core'],
  recognise: ['core'],
  collect: ['core'],
  dossier: ['core'],
  channels: ['core'],
  shell: ['core', 'store', 'queue', 'channels', 'recognise', 'log.ts'],
  'log.ts': [],
  'environment.ts': [],
  'config.ts': ['core'],
};

type Import = { from: string; to: string };

function listImports(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = [
    ...text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^;'"]*?['"](\.{1,2}\/[^'"]+)['"]/g),
    ...text.matchAll(/\bimport\(\s*['"](\.{1,2}\/[^'"]+)['"]/g),
  ];
  return found.map((match) => ({ from: file, to: relative(root, resolve(root, dirname(file), match[1] ?? '')) }));
}

const roomOf = (path: string) => path.split('/')[1] ?? '';
const channelOf = (path: string) => (path.startsWith('src/channels/') ? path.split('/')[2] : undefined);

describe('the house', () => {
  const imports = files.flatMap(listImports);

  it('has imports to look at', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(imports.length).toBeGreaterThan(100);
  });

  it('keeps the import rules between its rooms', () => {
    const wrong = imports.filter(({ from, to }) => {
      const rules = allowed[roomOf(from)];
      const target = roomOf(to);
      return rules !== undefined && to.startsWith('src/') && target !== roomOf(from) && !rules.includes(target);
    });
    expect(wrong).toEqual([]);
  });

  it('keeps one channel from importing another', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        channelOf(from) !== undefined && channelOf(to) !== undefined && channelOf(from) !== channelOf(to),
    );
    expect(wrong).toEqual([]);
  });

  it('has no circular imports', () => {
    const edges = new Map<string, string[]>();
    for (const { from, to } of imports) edges.set(from, [...(edges.get(from) ?? []), to]);
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (file: string, path: string[]): void => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
        return;
      }
      state.set(file, 'open');
      for (const next of edges.get(file) ?? []) visit(next, [...path, file]);
      state.set(file, 'done');
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  it('has no clock and no chance in the core', () => {
    const wrong = files
      .filter((file) => file.startsWith('src/core/'))
      .filter((file) =>
        /new Date\(\)|Date\.now\(|Math\.random|randomUUID|randomBytes|process\.env|from 'node:(?!crypto)/.test(
          readFileSync(join(root, file), 'utf8'),
        ),
      );
    expect(wrong).toEqual([]);
  });

  it('never branches on a right’s name outside recognition', () => {
    const names =
      /['"](access|rectification|erasure|restriction|portability|objection|consent_withdrawal|automated_decision|third_party)['"]/;
    const wrong = files
      .filter((file) => !file.startsWith('src/recognise/'))
      .filter((file) => names.test(readFileSync(join(root, file), 'utf8')));
    expect(wrong).toEqual([]);
  });

  it('names files in kebab-case', () => {
    expect(
      files.filter((file) => !/^src\/(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*[a-z0-9]+(?:-[a-z0-9]+)*\.ts$/.test(file)),
    ).toEqual([]);
  });
});
