import { expect } from 'vitest';
import { type Situation, waitForWindow } from './situation.ts';

/** Two people, or two windows, at the same moment. */
export const listRacingSituations = (): Situation[] => [
  {
    name: 'two people press the same button at once',
    async happen({ it, ts }) {
      await Promise.all(['UANNA', 'UBRAM'].map((user) => it.standIn.press(user, ts, 'case.acknowledge')));
    },
    ends({ it }) {
      expect(it.desk.read('c1').letters).toHaveLength(1);
      expect(it.standIn.ephemerals('UANNA')).toEqual([]);
    },
    told: { user: 'UBRAM', where: 'message', words: 'Deze stap is al gedaan door Anna' },
  },
  {
    name: 'two people submit a window for the same step at once',
    from: 'decide',
    async happen(stage) {
      const { it, ts } = stage;
      for (const user of ['UANNA', 'UBRAM']) {
        await it.standIn.press(user, ts, 'case.decide.access');
        await waitForWindow(stage, user);
      }
      const reason = 'alleen de facturen';
      const [first] = await Promise.all([
        it.standIn.submit('UANNA', { outcome: 'fulfil' }),
        it.standIn.submit('UBRAM', { outcome: 'partly', ground: 'excessive', reason }),
      ]);
      expect(first.result).toBe('closed');
    },
    ends({ it }) {
      expect(it.desk.read('c1').tracks[0]?.decision).toMatchObject({ outcome: 'fulfil', by: 'UANNA' });
      expect(JSON.stringify(it.standIn.view('UBRAM')?.view)).toContain('alleen de facturen');
    },
    told: { user: 'UBRAM', where: 'window', words: 'Deze stap is al gedaan door Anna' },
  },
  {
    name: 'somebody closes as not a request what a colleague takes on at that moment',
    from: 'unsure',
    async happen({ it, ts }) {
      await Promise.all([
        it.standIn.press('UANNA', ts, 'case.not-a-request'),
        it.standIn.press('UBRAM', ts, 'case.triage.access'),
      ]);
    },
    ends({ it }) {
      expect(it.desk.read('c1').status).toBe('closed');
    },
    told: { user: 'UBRAM', where: 'message', words: 'Dit kan nu niet: de zaak is gesloten' },
  },
  {
    name: 'two people do different things to a case at once',
    async happen(stage) {
      const { it, ts } = stage;
      await it.standIn.choose('UBRAM', ts, 'case.about', 'assign');
      await waitForWindow(stage, 'UBRAM');
      await Promise.all([
        it.standIn.press('UANNA', ts, 'case.acknowledge'),
        it.standIn.submit('UBRAM', { assignee: 'UBRAM' }),
      ]);
    },
    async ends({ it, ts }) {
      await it.standIn.waitFor(() => it.desk.read('c1').acknowledged && it.desk.read('c1').assignee);
      await it.show('c1');
      expect((await it.card('c1')).words).toContain('bij: <@UBRAM>');
      const lines = it.standIn.thread('CPRIVACY', ts).map(({ text }) => text);
      expect(lines.filter((line) => line.includes('Ontvangst bevestigd door Anna'))).toHaveLength(1);
      expect(lines.filter((line) => line.includes('Toegewezen aan <@UBRAM> door Bram'))).toHaveLength(1);
    },
    told: { nothing: 'both are done, and the card shows both' },
  },
];
