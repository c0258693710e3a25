import { expect } from 'vitest';
import { makeGate } from '../gate.ts';
import { channel, type OpenDesk } from '../open-desk.ts';
import { openCaseFromHome, type Situation, type Stage, waitForAcknowledged, waitForWindow } from './situation.ts';

const late = { standIn: { triggerLifetimeMs: 0 } };
const noWindow = 'Slack opende het venster niet';
const cardStays = 'Het is gedaan, maar de kaart in het kanaal kan niet worden bijgewerkt';

/** The card as everybody sees it follows once the channel is mended. */
async function followsAfter({ it }: Stage, mend: (it: OpenDesk) => void): Promise<void> {
  mend(it);
  expect(await it.show('c1', true)).toEqual({ kind: 'done' });
  expect((await it.card('c1')).words).toContain('Is dit de persoon om wie het gaat?');
}

/** A channel in which the app can do nothing, by three ways to act on a case. */
function brokenChannel(how: string, spoil: (it: OpenDesk) => void, mend: (it: OpenDesk) => void): Situation[] {
  const ends = async (stage: Stage) => {
    await waitForAcknowledged(stage);
    await followsAfter(stage, mend);
  };
  return [
    {
      name: `${how}: a press on the card`,
      async happen({ it, ts }) {
        spoil(it);
        await it.standIn.press('UANNA', ts, 'case.acknowledge');
      },
      ends,
      told: { user: 'UANNA', where: 'message', words: cardStays },
    },
    {
      name: `${how}: a press in the case window`,
      async happen(stage) {
        spoil(stage.it);
        await openCaseFromHome(stage);
        await stage.it.standIn.press('UANNA', 'view', 'case.acknowledge');
      },
      ends,
      told: { user: 'UANNA', where: 'window', words: cardStays },
    },
    {
      name: `${how}: a submitted window`,
      async happen(stage) {
        const { it, ts } = stage;
        await it.standIn.choose('UANNA', ts, 'case.about', 'note');
        await waitForWindow(stage);
        spoil(it);
        expect((await it.standIn.submit('UANNA', { note: 'Belde vandaag.' })).result).toBe('closed');
      },
      async ends(stage) {
        const { it, ts } = stage;
        expect(it.desk.read('c1').personal?.notes).toHaveLength(1);
        mend(it);
        expect(await it.show('c1', true)).toEqual({ kind: 'done' });
        expect(it.standIn.thread(channel, ts)).toHaveLength(3);
      },
      // Slack gives no way back to a submitted window, and the channel takes nothing.
      told: { user: 'UANNA', where: 'home', words: cardStays },
    },
  ];
}

function slowPrivateAnswer(): Situation {
  const gate = makeGate();
  return {
    name: 'Slack asks to go slower when a private answer must be given',
    from: 'decide',
    options: { before: async (what) => (what === 'act' ? gate.passed : undefined) },
    async happen(stage) {
      const { it, ts } = stage;
      await it.standIn.press('UANNA', ts, 'case.decide.access');
      await waitForWindow(stage);
      it.desk.act('c1', 'UBRAM', { do: 'decide', right: 'access', outcome: 'fulfil' });
      await it.standIn.submit('UANNA', { outcome: 'fulfil' });
      // Anna closes the window that says "one moment".
      await it.standIn.closeView('UANNA');
      it.standIn.fault({ kind: 'rate-limit', retryAfter: 1, method: 'chat.postEphemeral' });
      gate.open();
    },
    ends({ it }) {
      expect(it.standIn.callsTo('chat.postEphemeral')).toHaveLength(2);
    },
    told: { user: 'UANNA', where: 'message', words: 'Deze stap is al gedaan door Bram' },
  };
}

/** What Slack does not take. */
export const listRefusedSituations = (): Situation[] => [
  {
    name: 'a trigger that has expired, on a card',
    from: 'verify',
    options: late,
    async happen({ it, ts }) {
      await it.standIn.press('UANNA', ts, 'case.confirm-identity');
    },
    ends({ it }) {
      expect(it.desk.read('c1').identity.status).not.toBe('confirmed');
    },
    told: { user: 'UANNA', where: 'message', words: noWindow },
  },
  {
    name: 'a trigger that has expired, on Home',
    options: late,
    async happen({ it }) {
      await it.standIn.openHome('UANNA');
      await it.standIn.waitFor(() => it.standIn.home('UANNA'));
      await it.standIn.press('UANNA', 'home', 'home.open');
    },
    ends: () => undefined,
    told: { user: 'UANNA', where: 'home', words: noWindow },
  },
  {
    name: 'a trigger that has expired, behind the slash command',
    options: late,
    async happen({ it }) {
      await it.standIn.runCommand('UANNA', '/avg', 'add');
    },
    ends({ it }) {
      expect(it.desk.cases.size).toBe(1);
    },
    told: { user: 'UANNA', where: 'message', words: noWindow },
  },
  ...brokenChannel(
    'the channel is archived',
    (it) => it.standIn.archiveChannel(channel),
    (it) => it.standIn.unarchiveChannel(channel),
  ),
  ...brokenChannel(
    'the app is taken out of the channel',
    (it) => it.standIn.removeBot(channel),
    (it) => it.standIn.inviteBot(channel),
  ),
  {
    name: 'the channel is renamed',
    async happen({ it, ts }) {
      it.standIn.renameChannel(channel, 'avg');
      await it.standIn.press('UANNA', ts, 'case.acknowledge');
    },
    async ends({ it }) {
      await it.standIn.waitFor(() => it.standIn.callsTo('chat.update').length > 0);
      expect((await it.card('c1')).words).toContain('Is dit de persoon om wie het gaat?');
    },
    told: { nothing: 'the card shows it' },
  },
  {
    name: 'the card is deleted by hand',
    async happen(stage) {
      await openCaseFromHome(stage);
      stage.it.standIn.deleteMessage(stage.ts);
      await stage.it.standIn.press('UANNA', 'view', 'case.acknowledge');
    },
    async ends(stage) {
      const { it, ts } = stage;
      await waitForAcknowledged(stage);
      await it.show('c1');
      const card = await it.card('c1');
      expect(card.ts).not.toBe(ts);
      expect(it.standIn.thread(channel, card.ts)).toHaveLength(3);
      expect(it.standIn.messages(channel).filter((each) => !each.isDeleted)).toHaveLength(1);
    },
    told: { nothing: 'the card is posted anew with its thread' },
  },
  {
    name: 'Slack asks to go slower while the card is brought up to date',
    async happen(stage) {
      const { it, ts } = stage;
      it.standIn.fault({ kind: 'rate-limit', retryAfter: 1, method: 'chat.update' });
      await it.standIn.press('UANNA', ts, 'case.acknowledge');
      await waitForAcknowledged(stage);
    },
    async ends({ it }) {
      const refusedAt = it.standIn.callsTo('chat.update')[0]?.atMs ?? 0;
      // The outbox brings the card back after the time that Slack named.
      expect(await it.show('c1')).toEqual({ kind: 'done' });
      const [, second] = it.standIn.callsTo('chat.update');
      expect((second?.atMs ?? 0) - refusedAt).toBeGreaterThanOrEqual(990);
      expect((await it.card('c1')).words).toContain('Is dit de persoon om wie het gaat?');
    },
    told: { nothing: 'the card follows after the time that Slack named' },
  },
  {
    name: 'Slack asks to go slower when a window must open',
    from: 'verify',
    async happen({ it, ts }) {
      it.standIn.fault({ kind: 'rate-limit', retryAfter: 30, method: 'views.open' });
      await it.standIn.press('UANNA', ts, 'case.confirm-identity');
    },
    ends({ it }) {
      expect(it.standIn.view('UANNA')).toBeUndefined();
    },
    told: { user: 'UANNA', where: 'message', words: 'Er ging iets mis' },
  },
  {
    name: 'Slack asks to go slower when Home must be shown',
    async happen({ it }) {
      it.standIn.fault({ kind: 'rate-limit', retryAfter: 1, method: 'views.publish' });
      await it.standIn.openHome('UANNA');
    },
    async ends({ it }) {
      const home = await it.standIn.waitFor(() => it.standIn.home('UANNA'));
      expect(home.words).toContain('KP-2026-0001 · Inzage');
    },
    told: { nothing: 'Home comes after the time that Slack named' },
  },
  slowPrivateAnswer(),
  {
    name: 'the way back that Slack gave with the click does not work any more',
    async happen({ it, ts }) {
      it.desk.act('c1', 'UBRAM', { do: 'acknowledge' });
      await it.show('c1');
      it.standIn.fault({ kind: 'status', status: 404, method: 'response_url' });
      await it.standIn.press('UANNA', ts, 'case.acknowledge', { stale: true });
    },
    ends({ it }) {
      expect(it.desk.read('c1').letters).toHaveLength(1);
    },
    told: { user: 'UANNA', where: 'home', words: 'Deze stap is al gedaan door Bram' },
  },
];
