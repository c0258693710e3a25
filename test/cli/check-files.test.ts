import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { copyHouse, makeFolder, runCommand } from './run-command.ts';

describe('check of workflow files and letters', { timeout: 60_000 }, () => {
  const folder = makeFolder({ config: true });
  const house = copyHouse(folder.path);
  afterAll(() => folder.remove());
  const change = (name: string, from: string | RegExp, to: string) => {
    const path = join(house, name);
    const text = readFileSync(path, 'utf8');
    expect(text).toMatch(from);
    writeFileSync(path, text.replace(from, to));
    return () => writeFileSync(path, text);
  };

  it.each([
    [
      'a step that does not exist',
      'workflows/access.yaml',
      /- search\b|search/,
      'zoek',
      [/workflows\/access\.yaml/, /zoek/, /expected|Invalid/i],
    ],
    ['a misspelt key', 'workflows/erasure.yaml', /^letters:/m, 'lettres:', [/workflows\/erasure\.yaml/, /lettres/]],
    [
      'a right that is not the file name',
      'workflows/access.yaml',
      /^right: access/m,
      'right: acces',
      [/workflows\/access\.yaml/, /acces/],
    ],
    [
      'a fact that no letter knows',
      'templates/nl/acknowledgement.md',
      /$/,
      '\n{{ lievelingskleur }}\n',
      [/templates\/nl\/acknowledgement\.md/, /lievelingskleur/, /docs\/adding-a-right\.md/],
    ],
    [
      'a template that does not close what it opens',
      'templates/nl/acknowledgement.md',
      /$/,
      '\n{% if right %}\n',
      [/templates\/nl\/acknowledgement\.md/, /if/],
    ],
    ['YAML that is none', 'workflows/access.yaml', /^right:/m, 'right: [', [/workflows\/access\.yaml/]],
  ] as [string, string, RegExp, string, RegExp[]][])(
    'names %s with file and remedy',
    async (_what, name, from, to, says) => {
      const undo = change(name, from, to);
      try {
        const ran = await runCommand(['check', '--offline'], { cwd: folder.path, house });
        expect(ran.status).toBe(1);
        for (const words of says) expect(ran.stdout).toMatch(words);
      } finally {
        undo();
      }
    },
  );

  it('is content with the shipped files, and with all faults of organisation.yaml tells them at once', async () => {
    expect((await runCommand(['check', '--offline'], { cwd: folder.path, house })).status).toBe(0);
    const cwd = join(folder.path, 'other');
    mkdirSync(join(cwd, 'config'), { recursive: true });
    writeFileSync(
      join(cwd, 'config/organisation.yaml'),
      'name: Kwalipro\nadress: Laan 1\nemail: geen\ncasePrefix: kp\nteam: []\n',
    );
    writeFileSync(join(cwd, 'config/register.yaml'), readFileSync(join(folder.path, 'config/register.yaml')));
    const ran = await runCommand(['check', '--offline'], { cwd, house });
    expect(ran.status).toBe(1);
    for (const words of ['adress', 'address', 'email', 'casePrefix', 'team']) expect(ran.stdout).toContain(words);
  });
});
