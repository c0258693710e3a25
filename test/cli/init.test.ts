import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readEnvironment, readSecretKey, variables } from '../../src/environment.ts';
import { makeFolder, runCommand } from './run-command.ts';

describe('init', () => {
  const folder = makeFolder();
  const path = join(folder.path, '.env');
  afterAll(() => folder.remove());

  it('writes .env with a key of its own that only its owner reads, and says what comes next', async () => {
    const ran = await runCommand(['init'], { cwd: folder.path });
    expect([ran.status, ran.stderr]).toEqual([0, '']);
    const { environment, faults } = readEnvironment({}, path);
    expect(faults).toEqual([]);
    expect(readSecretKey(environment)).toMatchObject({ ok: true });
    expect(Object.keys(environment)).toEqual(['SECRET_KEY']);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(ran.stdout).not.toContain(environment.SECRET_KEY);
    for (const words of ['slack-manifest.yaml', 'config/organisation.yaml', 'rechtenloket check', 'rechtenloket start'])
      expect(ran.stdout).toContain(words);
    const text = readFileSync(path, 'utf8');
    for (const name of Object.keys(variables)) expect(text).toContain(name);
  });

  it('leaves an .env that is there as it is', async () => {
    const before = readFileSync(path, 'utf8');
    const ran = await runCommand(['init'], { cwd: folder.path });
    expect([ran.status, ran.stdout]).toEqual([1, '']);
    expect(ran.stderr).toContain('left as it is');
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  it('makes another key the next time', async () => {
    const first = readEnvironment({}, path).environment.SECRET_KEY;
    rmSync(path);
    await runCommand(['init'], { cwd: folder.path });
    expect(readEnvironment({}, path).environment.SECRET_KEY).not.toBe(first);
  });
});
