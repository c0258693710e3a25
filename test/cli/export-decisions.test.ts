import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportDecisions } from '../../src/cli/export-decisions.ts';
import type { Case } from '../../src/core/case.ts';
import type { CaseEvent } from '../../src/core/event.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { openJudge } from '../recognise/judge.ts';
import { makeCase, secrets } from '../store/sample.ts';

const at = '2026-03-02T10:00:00.000Z';
const received = (unsure: boolean): CaseEvent => ({
  kind: 'request-received',
  at,
  by: 'person',
  data: { mail: 'mail-1', unsure, channel: 'email', rights: ['access'] },
});
const byStaff = (kind: CaseEvent['kind'], data: CaseEvent['data']): CaseEvent => ({ kind, at, by: 'U1', data });

describe('the export of what staff decided', () => {
  let folder: string;
  let store: Store;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rl-export-'));
    store = await openStore({ dataDir: folder, secretKey: Buffer.alloc(32, 7) });
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function keep(id: string, events: CaseEvent[], parts: Partial<Case> = {}): Promise<void> {
    await store.transaction(async (tx) => {
      await tx.saveCase(makeCase(id, parts), { dueOn: null });
      await tx.appendEvents(id, events);
    });
  }

  async function run(): Promise<{ status: number; lines: Record<string, unknown>[]; errors: string; raw: string }> {
    let raw = '';
    let errors = '';
    const io = {
      stdout: (text: string) => {
        raw += text;
      },
      stderr: (text: string) => {
        errors += text;
      },
    };
    const status = await exportDecisions(store, openJudge(), io);
    const lines = raw.split('\n').filter((line) => line !== '');
    return { status, lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>), errors, raw };
  }

  it('gives a mail that staff named a right as a line of the corpus, without who wrote it', async () => {
    await keep('one', [received(true), byStaff('triaged', { rights: ['access', 'erasure'] })]);
    const { status, lines, raw } = await run();
    expect(status).toBe(0);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      labels: ['access', 'erasure'],
      gold: 'request',
      marketing: false,
      language: 'nl',
    });
    expect(lines[0]?.id).toMatch(/^decision-[0-9a-f]{12}$/);
    for (const secret of secrets.filter((each) => each !== 'Graag zie ik alles in')) expect(raw).not.toContain(secret);
    expect(lines[0]?.text).toBe('Graag zie ik alles in. Met groet, [name]');
  });

  it('gives a mail that staff judged to be no request without labels', async () => {
    await keep('two', [received(true), byStaff('closed', { outcome: 'not-a-request' })], {
      status: 'closed',
      closed: { by: 'U1', at, outcome: 'not-a-request' },
    });
    expect((await run()).lines[0]).toMatchObject({ labels: [], gold: 'other', marketing: false });
  });

  it('gives a correction of a request, and the last word where there were two', async () => {
    const events = [
      received(false),
      byStaff('rights-changed', { rights: ['erasure'] }),
      byStaff('rights-changed', { rights: ['objection'] }),
    ];
    await keep('three', events);
    expect((await run()).lines[0]).toMatchObject({ labels: ['objection'], note: 'staff corrected the recogniser' });
  });

  it('leaves out what nobody judged, what did not come by mail, and an answered case', async () => {
    await keep('four', [received(true)]);
    await keep('five', [
      byStaff('request-added', { channel: 'phone' }),
      byStaff('rights-changed', { rights: ['access'] }),
    ]);
    await keep('six', [received(false), byStaff('closed', { outcome: 'answered' })]);
    const { status, lines, errors } = await run();
    expect({ status, lines, errors }).toEqual({ status: 0, lines: [], errors: '' });
  });

  it('counts a decision whose text was erased, and says so', async () => {
    await keep('seven', [received(true), byStaff('triaged', { rights: ['access'] })]);
    await store.transaction(async (tx) => {
      const record = await tx.lockCase('seven');
      if (record) await tx.saveCase({ ...record, version: 2, status: 'purged', personal: null }, { dueOn: null });
    });
    const { lines, errors } = await run();
    expect(lines).toEqual([]);
    expect(errors).toMatch(/^1 decision is not exported: the text was erased/);
  });
});
