import { expect } from 'vitest';
import { makeGate } from '../gate.ts';
import { openCaseFromHome, type Situation, waitForAcknowledged, waitForWindow } from './situation.ts';

const decided = { outcome: 'partly', ground: 'excessive', reason: 'alleen de facturen' };

/** Work that waits at a gate, the first time only. */
function holdFirst(what: string) {
  const gate = makeGate();
  let isHeld = false;
  const before = async (asked: string) => {
    if (asked !== what || isHeld) return;
    isHeld = true;
    await gate.passed;
  };
  return { gate, before };
}

function slowPress(): Situation {
  const { gate, before } = holdFirst('act');
  return {
    name: 'the work after a press takes longer than Slack waits',
    options: { before },
    async happen({ it, ts }) {
      const acked = await it.standIn.press('UANNA', ts, 'case.acknowledge');
      expect(acked).toMatchObject({ acked: true });
      expect(it.desk.read('c1').acknowledged).toBeUndefined();
      gate.open();
    },
    async ends(stage) {
      await waitForAcknowledged(stage);
    },
    told: { nothing: 'the card shows it' },
  };
}

function slowSubmission(): Situation {
  const { gate, before } = holdFirst('act');
  return {
    name: 'the work after a submitted window takes longer than Slack waits',
    from: 'decide',
    options: { before },
    async happen(stage) {
      const { it, ts } = stage;
      await it.standIn.press('UANNA', ts, 'case.decide.access');
      await waitForWindow(stage);
      expect((await it.standIn.submit('UANNA', decided)).result).toBe('updated');
      expect((await waitForWindow(stage)).words).toBe('Bezig…');
      gate.open();
    },
    async ends({ it }) {
      await it.standIn.waitFor(() => it.standIn.view('UANNA')?.words.includes('Het is gedaan'));
      expect(it.desk.read('c1').tracks[0]?.decision?.outcome).toBe('partly');
    },
    told: { nothing: 'the window says that it is done' },
  };
}

function restartThatWaits(): Situation {
  const { gate, before } = holdFirst('act');
  return {
    name: 'the desk is stopped while a click is worked',
    options: { before },
    async happen({ it, ts }) {
      await it.standIn.press('UANNA', ts, 'case.acknowledge');
      const restarted = it.restart();
      gate.open();
      await restarted;
    },
    async ends(stage) {
      await waitForAcknowledged(stage);
      expect(stage.it.unfinished()).toEqual([]);
    },
    told: { nothing: 'the desk finishes the click before it stops, and the card shows it' },
  };
}

function restartThatBreaks(): Situation {
  // The gate stays shut: what the dead process had begun never ends.
  const { before } = holdFirst('act');
  return {
    name: 'the desk is killed between click and work',
    options: { before, closeMs: 20 },
    async happen({ it, ts }) {
      expect(await it.standIn.press('UANNA', ts, 'case.acknowledge')).toMatchObject({ acked: true });
      await it.restart();
      const [click] = it.unfinished();
      if (!click) throw new Error('No click was left unfinished: expected the press.');
      await it.slack.tellUnfinished(click);
    },
    async ends(stage) {
      const { it, ts } = stage;
      expect(it.desk.read('c1').acknowledged).toBeUndefined();
      await it.standIn.press('UANNA', ts, 'case.acknowledge');
      await waitForAcknowledged(stage);
    },
    told: { user: 'UANNA', where: 'message', words: 'opnieuw gestart terwijl je klik werd verwerkt' },
  };
}

function cutSocket(): Situation {
  const { gate, before } = holdFirst('act');
  return {
    name: 'the connection to Slack breaks between click and work',
    only: 'socket',
    options: { before },
    async happen(stage) {
      const { it, ts } = stage;
      it.desk.act('c1', 'UBRAM', { do: 'acknowledge' });
      await it.standIn.press('UANNA', ts, 'case.acknowledge');
      it.standIn.disconnect('cut');
      await it.standIn.waitFor(() => it.standIn.countSockets() === 0);
      gate.open();
    },
    ends({ it }) {
      expect(it.desk.read('c1').letters).toHaveLength(1);
    },
    told: { user: 'UANNA', where: 'message', words: 'Deze stap is al gedaan door Bram' },
  };
}

/** What can happen between a click and its work. */
export const listClickSituations = (): Situation[] => [
  slowPress(),
  slowSubmission(),
  {
    name: 'a double click',
    async happen({ it, ts }) {
      await Promise.all([1, 2].map(() => it.standIn.press('UANNA', ts, 'case.acknowledge')));
    },
    async ends(stage) {
      await waitForAcknowledged(stage);
      expect(stage.it.desk.read('c1').letters).toHaveLength(1);
    },
    told: { user: 'UANNA', where: 'message', words: 'Deze stap is al gedaan door Anna' },
  },
  {
    name: 'a click on a card that has changed meanwhile',
    async happen({ it, ts }) {
      it.desk.act('c1', 'UBRAM', { do: 'acknowledge' });
      await it.show('c1');
      await it.standIn.press('UANNA', ts, 'case.acknowledge', { stale: true });
    },
    async ends({ it }) {
      const { controls } = await it.standIn.waitFor(() => it.standIn.ephemerals('UANNA').at(-1));
      // The present card comes with it, and its buttons are those of now.
      expect(controls.map(({ actionId }) => actionId)).toContain('case.confirm-identity');
      expect(it.desk.read('c1').letters).toHaveLength(1);
    },
    told: { user: 'UANNA', where: 'message', words: 'Deze stap is al gedaan door Bram' },
  },
  {
    name: 'a press in a case window that has changed meanwhile',
    async happen(stage) {
      await openCaseFromHome(stage);
      stage.it.desk.act('c1', 'UBRAM', { do: 'acknowledge' });
      await stage.it.standIn.press('UANNA', 'view', 'case.acknowledge');
    },
    ends({ it }) {
      expect(it.desk.read('c1').letters).toHaveLength(1);
    },
    told: { user: 'UANNA', where: 'window', words: 'Deze stap is al gedaan door Bram' },
  },
  {
    name: 'a window submitted after somebody else did the step',
    from: 'decide',
    async happen(stage) {
      const { it, ts } = stage;
      await it.standIn.press('UANNA', ts, 'case.decide.access');
      await waitForWindow(stage);
      it.desk.act('c1', 'UBRAM', { do: 'decide', right: 'access', outcome: 'fulfil' });
      await it.standIn.submit('UANNA', decided);
    },
    ends({ it }) {
      expect(it.desk.read('c1').tracks[0]?.decision?.outcome).toBe('fulfil');
      // What was typed is still there.
      expect(JSON.stringify(it.standIn.view('UANNA')?.view)).toContain(decided.reason);
    },
    told: { user: 'UANNA', where: 'window', words: 'Deze stap is al gedaan door Bram' },
  },
  {
    name: 'a window that an older desk opened',
    async happen(stage) {
      const { it, ts } = stage;
      await it.standIn.choose('UANNA', ts, 'case.about', 'note');
      const { id, view } = await waitForWindow(stage);
      const { callback_id, title, submit, close, blocks } = view;
      const old = { type: 'modal', callback_id, title, submit, close, blocks, private_metadata: 'note:c1' };
      await fetch(`${it.standIn.apiUrl}views.update`, {
        method: 'POST',
        headers: { authorization: `Bearer ${it.standIn.botToken}`, 'content-type': 'application/json' },
        body: JSON.stringify({ view_id: id, view: old }),
      });
      expect((await it.standIn.submit('UANNA', { note: 'Belde vandaag.' })).result).toBe('updated');
    },
    ends({ it }) {
      expect(it.desk.read('c1').personal?.notes).toEqual([]);
      expect(JSON.stringify(it.standIn.view('UANNA')?.view)).toContain('Belde vandaag.');
    },
    told: { user: 'UANNA', where: 'window', words: 'Dit hoort bij een oude kaart' },
  },
  restartThatWaits(),
  restartThatBreaks(),
  cutSocket(),
  {
    name: 'a press that Slack delivers twice',
    async happen({ it, ts }) {
      await it.standIn.press('UANNA', ts, 'case.acknowledge');
      expect(await it.standIn.sendAgain()).toMatchObject({ acked: true });
    },
    async ends(stage) {
      await waitForAcknowledged(stage);
      expect(stage.it.desk.read('c1').letters).toHaveLength(1);
      expect(stage.it.log.some(({ message }) => /twice|earlier one was refused/.test(message))).toBe(true);
    },
    told: { nothing: 'the first delivery did the work, and the card shows it' },
  },
  {
    name: 'a submitted window that Slack delivers twice',
    async happen(stage) {
      const { it, ts } = stage;
      await it.standIn.choose('UANNA', ts, 'case.about', 'note');
      await waitForWindow(stage);
      expect((await it.standIn.submit('UANNA', { note: 'Belde vandaag.' })).result).toBe('closed');
      await it.standIn.sendAgain();
    },
    ends({ it }) {
      expect(it.desk.read('c1').personal?.notes).toHaveLength(1);
    },
    told: { nothing: 'the first delivery did the work, and the thread shows it' },
  },
  {
    name: 'a press that Slack delivers again after a restart',
    async happen(stage) {
      await stage.it.standIn.press('UANNA', stage.ts, 'case.acknowledge');
      await waitForAcknowledged(stage);
      const press = stage.it.standIn.deliveries.at(-1);
      await stage.it.restart();
      await stage.it.standIn.sendAgain(press);
    },
    ends({ it }) {
      expect(it.desk.read('c1').letters).toHaveLength(1);
    },
    told: { nothing: 'the first delivery did the work, and the card shows it' },
  },
  {
    name: 'an opening of Home that Slack delivers twice',
    async happen({ it }) {
      await it.standIn.openHome('UANNA');
      await it.standIn.sendAgain();
    },
    async ends({ it }) {
      const home = await it.standIn.waitFor(() => it.standIn.home('UANNA'));
      expect(home.words).toContain('KP-2026-0001 · Inzage');
    },
    told: { nothing: 'Home shows the work' },
  },
];
