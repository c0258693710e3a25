import { afterEach, describe, expect, test } from 'vitest';
import { makeRequest } from '../../support/desk.ts';
import { type DeskOptions, findFaultsInCalls, type OpenDesk, openDesk } from './open-desk.ts';

const open: OpenDesk[] = [];
async function start(options: DeskOptions = {}): Promise<OpenDesk> {
  const opened = await openDesk(options);
  open.push(opened);
  return opened;
}
afterEach(async () => {
  for (const each of open.splice(0)) {
    expect(findFaultsInCalls(each)).toEqual([]);
    await each.close();
  }
});

describe.each(['socket', 'http'] as const)('in %s mode', (mode) => {
  test('a case gets one card and its thread, and a click does its work', async () => {
    const it = await start({ mode });
    it.desk.take('c1', makeRequest());
    expect(await it.show('c1')).toEqual({ kind: 'done' });
    const card = await it.card('c1');
    expect(card.words).toContain('KP-2026-0001 · Inzage');
    expect(it.standIn.thread('CPRIVACY', card.ts).map((line) => line.text)[1]).toContain('Verzoek ontvangen');
    const acked = await it.standIn.press('UANNA', card.ts, 'case.acknowledge');
    expect(acked).toMatchObject({ acked: true });
    await it.standIn.waitFor(() => it.standIn.thread('CPRIVACY', card.ts).length >= 3);
    expect(it.desk.read('c1').acknowledged).toMatchObject({ by: 'UANNA' });
  });
});
