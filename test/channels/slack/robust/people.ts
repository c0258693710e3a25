import { expect } from 'vitest';
import { makeGate } from '../gate.ts';
import { channel } from '../open-desk.ts';
import { openCaseFromHome, type Situation, waitForAcknowledged, waitForWindow } from './situation.ts';

const users = ['UANNA', 'UBRAM', 'UCARLA'].map((id) => ({ id, name: id.slice(1).toLowerCase() }));
const notInTeam = 'Je staat niet in het team van dit loket';

function deactivatedWhileWorked(): Situation {
  const gate = makeGate();
  return {
    name: 'the account of who clicked is closed while the click is worked',
    options: { before: async (what) => (what === 'act' ? gate.passed : undefined) },
    async happen({ it, ts }) {
      await it.standIn.press('UBRAM', ts, 'case.acknowledge');
      it.standIn.deactivateUser('UBRAM');
      gate.open();
    },
    async ends(stage) {
      await waitForAcknowledged(stage);
      expect(stage.it.log.filter(({ level }) => level === 'error')).toEqual([]);
    },
    told: { nothing: 'there is nobody to tell; the card and its thread show who did it' },
  };
}

/** What can become of the people. */
export const listPeopleSituations = (): Situation[] => [
  {
    name: 'somebody who was taken off the team presses on the card',
    async happen({ it, ts }) {
      it.context.organisation.team.splice(1, 1);
      await it.standIn.press('UBRAM', ts, 'case.acknowledge');
    },
    ends({ it }) {
      expect(it.desk.read('c1').acknowledged).toBeUndefined();
    },
    told: { user: 'UBRAM', where: 'message', words: notInTeam },
  },
  {
    name: 'somebody who was taken off the team submits a window that was open',
    async happen(stage) {
      const { it, ts } = stage;
      await it.standIn.choose('UBRAM', ts, 'case.about', 'note');
      await waitForWindow(stage, 'UBRAM');
      it.context.organisation.team.splice(1, 1);
      await it.standIn.submit('UBRAM', { note: 'Belde vandaag.' });
    },
    ends({ it }) {
      expect(it.desk.read('c1').personal?.notes).toEqual([]);
    },
    told: { user: 'UBRAM', where: 'window', words: notInTeam },
  },
  {
    name: 'somebody who was taken off the team presses in an open case window',
    async happen(stage) {
      await openCaseFromHome(stage, 'UBRAM');
      stage.it.context.organisation.team.splice(1, 1);
      await stage.it.standIn.press('UBRAM', 'view', 'case.acknowledge');
    },
    ends({ it }) {
      expect(it.desk.read('c1').acknowledged).toBeUndefined();
      expect(it.standIn.view('UBRAM')?.words).not.toContain('KP-2026');
    },
    told: { user: 'UBRAM', where: 'window', words: notInTeam },
  },
  {
    name: 'the account of who has the case is closed',
    options: { standIn: { users } },
    async happen({ it }) {
      it.desk.act('c1', 'UANNA', { do: 'assign', to: 'UBRAM' });
      await it.show('c1');
      it.standIn.deactivateUser('UBRAM');
      const dueAt = it.desk.read('c1').timers['remind:T-1'] ?? '';
      it.desk.setNow(dueAt);
      it.desk.take('c1', { kind: 'timer-fell-due', timer: 'remind:T-1', dueAt });
      await it.show('c1');
      await it.standIn.openHome('UCARLA');
    },
    async ends(stage) {
      const { it, ts } = stage;
      const called = it.standIn.thread(channel, ts).at(-1)?.text ?? '';
      // The owner is called in place of who cannot be.
      expect(called).toContain('<@UCARLA>');
      expect(called).not.toContain('<@UBRAM>');
      await it.standIn.waitFor(() =>
        it.standIn.home('UCARLA')?.controls.some((each) => each.actionId === 'home.set-up'),
      );
      await it.standIn.press('UCARLA', 'home', 'home.set-up');
      await it.standIn.waitFor(() => it.standIn.home('UCARLA')?.words.includes('Slack kent Bram niet'));
      await it.standIn.choose('UANNA', ts, 'case.about', 'assign');
      await waitForWindow(stage);
      expect((await it.standIn.submit('UANNA', { assignee: 'UANNA' })).result).toBe('closed');
      expect(it.desk.read('c1').assignee).toBe('UANNA');
    },
    told: { nothing: 'the reminder calls the owner, and Home names who is gone' },
  },
  deactivatedWhileWorked(),
];
