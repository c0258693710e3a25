import { resolve } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { check } from '../../src/cli/check.ts';
import { exit } from '../../src/cli/io.ts';
import { listConfirmations } from '../../src/core/register.ts';
import { loadShipped, root } from '../workflows/shipped.ts';

const { register, organisation } = await loadShipped();
const open = listConfirmations(register, organisation.language);

// A developer's own .env may name another folder.
beforeEach(() => {
  vi.stubEnv('CONFIG_DIR', resolve(root, 'config'));
});

async function runCheck(json: boolean): Promise<{ status: number; out: string }> {
  const out: string[] = [];
  const status = await check({ offline: true, json }, { stdout: (text) => out.push(text), stderr: () => undefined });
  return { status, out: out.join('') };
}

test('the check lists all that the owner must confirm, as a remark and not as a fault', async () => {
  const { status, out } = await runCheck(false);
  expect(status).toBe(exit.done);
  expect(out).toContain(`! register      for the owner to confirm: ${open.length}\n`);
  for (const line of open) expect(out).toContain(`                ${line}\n`);
});

test('the check as JSON has the same list, marked as a remark', async () => {
  const { findings } = JSON.parse((await runCheck(true)).out) as { findings: { part: string }[] };
  expect(findings.find(({ part }) => part === 'register')).toEqual({
    part: 'register',
    ok: true,
    remark: true,
    said: [`for the owner to confirm: ${open.length}`, ...open],
  });
});
