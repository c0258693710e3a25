import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSlack } from '../src/channels/slack/open-slack.ts';
import { draughtLetter } from '../src/core/decide/letters.ts';
import type { StaffAction } from '../src/core/event.ts';
import { type SlackStandIn, startSlackStandIn } from '../src/demo/slack-stand-in/stand-in.ts';
import { openLog } from '../src/log.ts';
import { advanceCase } from '../src/shell/advance-case.ts';
import type { Desk } from '../src/shell/desk.ts';
import { finishClick, keepClick } from '../src/shell/keep-click.ts';
import { openStore } from '../src/store/open.ts';
import { makeContext } from '../test/support/context.ts';
import { makeMail, makeRequest } from '../test/support/desk.ts';

/** The channel of the bench. */
export const channel = 'CPRIVACY';
/** When the bench takes place. */
const now = '2026-03-09T09:00:00.000Z';

/** The real channel on the stand-in, with a real store on disk. */
export type BenchDesk = {
  standIn: SlackStandIn;
  caseIds: string[];
  /** Shows a case as the outbox would; every action shows its case again. */
  show(caseId: string): Promise<void>;
  close(): Promise<void>;
};

/** Opens Bolt by Socket Mode on a SQLite store with so many open cases: new, acknowledged, asked and searching in turn. */
export async function openBenchDesk(options: { cases: number; gapMs: number }): Promise<BenchDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'rl-slack-'));
  const context = makeContext();
  const store = await openStore({ dataDir: folder, secretKey: randomBytes(32) });
  const log = openLog('error');
  const desk: Desk = {
    store,
    context,
    now: () => now,
    makeCode: () => '246810',
    log,
    worker: 'bench',
    push: async () => undefined,
  };
  const caseIds = await fillStore(desk, options.cases);
  const standIn = await startSlackStandIn();
  const showing: Promise<void>[] = [];
  const slack = await openSlack({
    settings: {
      botToken: standIn.botToken,
      appToken: standIn.appToken,
      channel,
      apiUrl: standIn.apiUrl,
      gapMs: options.gapMs,
    },
    context,
    now: desk.now,
    log,
    makeReference: () => randomUUID().slice(0, 4),
    readCase: store.readCase,
    findCaseByNumber: store.findCaseByNumber,
    listCases: store.listCases,
    listRecords: store.listRecords,
    listLikely: async () => [],
    readEvents: store.readEvents,
    async act(caseId, by, action) {
      const acted = await advanceCase(desk, caseId, { kind: 'staff-decided', by, action, code: '246810' });
      if (acted.ok) showing.push(show(caseId));
      return acted;
    },
    async preview(caseId, order) {
      const record = await store.readCase(caseId);
      return record
        ? draughtLetter(record, context, now, order)
        : { ok: false, refusal: { code: 'no-such-case' as const } };
    },
    addRequest: (id, by, input) => advanceCase(desk, id, { kind: 'request-added', by, ...input }),
    posts: { read: store.readPosts, save: store.savePost, remove: store.removePost, find: store.findPost },
    clicks: { keep: (click) => keepClick(desk, click), finish: (id) => finishClick(desk, id) },
  });
  async function show(caseId: string): Promise<void> {
    const record = await store.readCase(caseId);
    if (!record) throw new Error(`There is no case ${caseId}: expected one that the bench opened.`);
    const shown = await slack.showCase(record, await store.readEvents(caseId), false);
    if (shown.kind !== 'done') throw new Error(`Case ${caseId} was not shown: ${shown.reason}.`);
  }
  return {
    standIn,
    caseIds,
    show,
    async close() {
      await Promise.all(showing);
      await slack.close();
      await standIn.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function fillStore(desk: Desk, cases: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < cases; index += 1) {
    const id = `case-${index}`;
    const receivedAt = new Date(Date.parse('2026-02-01T09:00:00.000Z') + index * 2_000_000).toISOString();
    const mail = makeMail({ id: `mail-${index}`, receivedAt, from: `persoon${index}@thuis.example` });
    await advanceCase(desk, id, makeRequest({ mail, rights: index % 3 === 0 ? ['access', 'erasure'] : ['access'] }));
    await workCase(desk, id, index % 4);
    ids.push(id);
  }
  return ids;
}

/** Takes a case so many steps on: acknowledged, then asked or searching. */
async function workCase(desk: Desk, id: string, steps: number): Promise<void> {
  const act = async (action: StaffAction) =>
    await advanceCase(desk, id, { kind: 'staff-decided', by: 'UANNA', action, code: '246810' });
  if (steps === 0) return;
  await act({ do: 'acknowledge' });
  if (steps === 2) await act({ do: 'ask-confirmation', to: 'persoon@bekend.example', source: 'factuur van 2024' });
  if (steps === 3) await act({ do: 'confirm-identity', method: 'office' });
  const sent = (await desk.store.readCase(id))?.letters ?? [];
  for (const letter of sent) await advanceCase(desk, id, { kind: 'letter-sent', letter: letter.id });
}
