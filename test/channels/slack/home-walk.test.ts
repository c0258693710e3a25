import { describe, expect, test } from 'vitest';
import { readState } from '../../../src/channels/slack/home/state.ts';
import { findMember } from '../../../src/core/organisation.ts';
import type { OpenDesk } from './open-desk.ts';
import { useDesks } from './with-desk.ts';
import { worlds } from './worlds.ts';

const start = useDesks();
const users = ['UANNA', 'UBRAM', 'UCARLA', 'USTRANGER'].map((id) => ({ id, name: id.slice(1).toLowerCase() }));
const roles = { handler: 'UBRAM', approver: 'UANNA', owner: 'UCARLA', stranger: 'USTRANGER' };
type Place = 'home' | 'view';
/** A control with the option that is chosen in it. */
type Use = { actionId: string; option?: string };

const published = (it: OpenDesk) => it.standIn.callsTo('views.publish').length;
const screen = (it: OpenDesk, user: string, place: Place) =>
  JSON.stringify((place === 'home' ? it.standIn.home(user) : it.standIn.view(user)) ?? null);

/** Every way to use the controls of a place now; a field to type in gets a number. */
function listUses(it: OpenDesk, user: string, place: Place): Use[] {
  const controls = (place === 'home' ? it.standIn.home(user) : it.standIn.view(user))?.controls ?? [];
  return controls
    .filter(({ actionId }) => actionId !== 'home.card')
    .flatMap(({ actionId, options }): Use[] => {
      if (actionId === 'home.search')
        return [
          { actionId, option: '1' },
          { actionId, option: 'zomaar' },
        ];
      return options.length === 0 ? [{ actionId }] : options.map(({ value }) => ({ actionId, option: value }));
    });
}

async function use(it: OpenDesk, user: string, place: Place, { actionId, option }: Use): Promise<void> {
  const acked =
    option === undefined
      ? await it.standIn.press(user, place, actionId)
      : await it.standIn.choose(user, place, actionId, option);
  expect(acked).toMatchObject({ acked: true });
}

async function openHome(it: OpenDesk, user: string): Promise<void> {
  const before = published(it);
  await it.standIn.openHome(user);
  await it.standIn.waitFor(() => published(it) > before);
}

/** Uses every control of Home, each from the overview; each answers with a Home or a window, and never with a failure. */
async function walkHome(it: OpenDesk, user: string): Promise<void> {
  const uses = listUses(it, user, 'home');
  expect(uses.map(({ actionId }) => actionId)).toEqual(
    expect.arrayContaining(['home.show', 'home.add', 'home.search']),
  );
  for (const each of uses) {
    const before = published(it);
    await use(it, user, 'home', each);
    const opens = each.actionId === 'home.open' || each.actionId === 'home.add';
    const what = `an answer to ${each.actionId} ${each.option ?? ''} of ${user}`;
    await it.standIn.waitFor(() => (opens ? it.standIn.view(user) !== undefined : published(it) > before), { what });
    if (opens) await it.standIn.closeView(user);
    expect(it.standIn.home(user)?.words).not.toMatch(/⚠️.*ref T\d/);
    // Back to where everybody begins: all of it, in the overview.
    const { show, right, person } = readState(String(it.standIn.home(user)?.view.private_metadata));
    if (right !== undefined) await choose(it, user, 'home.right', 'any');
    if (person !== undefined) await choose(it, user, 'home.person', 'any');
    if (show !== 'overview') await choose(it, user, 'home.show', 'overview');
  }
}

async function choose(it: OpenDesk, user: string, actionId: string, option: string): Promise<void> {
  const before = published(it);
  await use(it, user, 'home', { actionId, option });
  await it.standIn.waitFor(() => published(it) > before);
}

/** Uses every control of the case window; each changes the window, opens one on top, or says why not, with a reference. */
async function walkWindow(it: OpenDesk, user: string): Promise<void> {
  const tried = new Set<string>();
  for (;;) {
    if (!it.standIn.view(user)) await openCase(it, user);
    const next = listUses(it, user, 'view').find((each) => !tried.has(JSON.stringify(each)));
    if (!next) return;
    tried.add(JSON.stringify(next));
    const before = screen(it, user, 'view');
    await use(it, user, 'view', next);
    const what = `an answer to ${JSON.stringify(next)} of ${user}`;
    await it.standIn.waitFor(() => screen(it, user, 'view') !== before, { what });
    const shown = it.standIn.view(user);
    if (shown?.depth === 2) await it.standIn.closeView(user);
    else if (shown?.words.includes('⚠️')) expect(shown.words).toMatch(/\(ref T\d+\)/);
    expect(shown?.words).not.toContain('Er ging iets mis');
  }
}

async function openCase(it: OpenDesk, user: string): Promise<void> {
  await it.standIn.press(user, 'home', 'home.open');
  await it.standIn.waitFor(() => it.standIn.view(user));
}

describe.each(worlds)('in the world $name', ({ make, states }) => {
  describe.each(states)('with a case in state $name', { timeout: 60_000 }, (state) => {
    test.each(Object.entries(roles))('Home and the case window answer every control of the %s', async (_role, user) => {
      const it = await start({ make, standIn: { users } });
      state.reach(it.desk, 'c1');
      await it.show('c1');
      await openHome(it, user);
      const before = it.desk.read('c1');
      if (!findMember(it.context.organisation, user)) {
        expect(it.standIn.home(user)?.words).toContain('niet in het team');
        expect(it.standIn.home(user)?.controls).toEqual([]);
        return;
      }
      await walkHome(it, user);
      expect(it.desk.read('c1')).toBe(before);
      const isOpen = before.status === 'open' || before.status === 'triage';
      expect(it.standIn.home(user)?.controls.some(({ blockId }) => blockId.startsWith('case/c1/'))).toBe(isOpen);
      if (!isOpen) return;
      await openCase(it, user);
      await walkWindow(it, user);
      expect(it.log.filter(({ level }) => level === 'error')).toEqual([]);
    });
  });
});
