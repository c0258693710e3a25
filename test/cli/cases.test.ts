import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeFolder, runCommand } from './run-command.ts';

describe('cases and audit without a worker', { timeout: 60_000 }, () => {
  const folder = makeFolder({ config: true });
  afterAll(() => folder.remove());
  const environment = { SECRET_KEY: Buffer.alloc(32, 5).toString('base64') };
  const run = (...words: string[]) => runCommand(words, { cwd: folder.path, environment });

  it('finds an empty register and a chain that is whole in a new folder', async () => {
    expect(await run('cases', 'list')).toEqual({ status: 0, stdout: 'There are no cases.\n', stderr: '' });
    expect((await run('cases', 'list', '--json')).stdout).toBe('[]\n');
    expect(JSON.parse((await run('audit', 'verify', '--json')).stdout)).toEqual({ events: 0, whole: true, faults: [] });
    expect(existsSync(join(folder.path, 'data/rechtenloket.sqlite'))).toBe(true);
  });

  it('keeps a request for the worker to come, and counts on from it', async () => {
    const words = [
      'cases',
      'add',
      '--channel',
      'visit',
      '--received',
      '2026-03-02',
      '--rights',
      'erasure',
      '--email',
      'bo@voorbeeld.example',
      '--json',
    ];
    const first = await run(...words);
    expect([first.status, first.stderr]).toEqual([0, '']);
    expect(JSON.parse(first.stdout)).toMatchObject({
      number: expect.stringMatching(/^[A-Z]+-2026-0001$/) as string,
      due: '2026-04-02',
    });
    expect(JSON.parse((await run(...words)).stdout)).toMatchObject({
      number: expect.stringMatching(/-2026-0002$/) as string,
    });
    expect((JSON.parse((await run('cases', 'list', '--status', 'open', '--json')).stdout) as unknown[]).length).toBe(2);
    expect((await run('audit', 'verify')).stdout).toMatch(/is whole/);
  });

  it('needs the key that the store was made with, and says so', async () => {
    const without = await runCommand(['cases', 'list'], { cwd: folder.path });
    expect([without.status, without.stdout]).toEqual([1, '']);
    expect(without.stderr).toMatch(/SECRET_KEY is absent; expected 32 bytes in base64; make one with/);
    const other = await runCommand(['cases', 'list'], {
      cwd: folder.path,
      environment: { SECRET_KEY: Buffer.alloc(32, 6).toString('base64') },
    });
    expect([other.status, other.stdout]).toEqual([1, '']);
    expect(other.stderr).toMatch(/SECRET_KEY is not the key that the store .* was made with; expected that very key/);
  });

  it('lists every fault of a configuration that is not there', async () => {
    const empty = makeFolder();
    const ran = await runCommand(['audit', 'verify'], { cwd: empty.path, environment });
    empty.remove();
    expect(ran.status).toBe(1);
    expect(ran.stderr).toMatch(/The configuration has 2 faults:\n- .*organisation\.yaml.*\n- .*register\.yaml/);
  });
});
