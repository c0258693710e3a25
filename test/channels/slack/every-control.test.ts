import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wordings } from '../../../src/channels/slack/wording.ts';
import { firstMoment, makeMail, makeRequest } from '../../support/desk.ts';
import { channel, findFaultsInCalls, type OpenDesk, openDesk } from './open-desk.ts';
import { type World, worlds } from './worlds.ts';

/** A control as a person finds it: in which message, by which action, with which option chosen. */
type Found = { ts: string; actionId: string; option?: string };

const words = wordings.nl.private;
let it: OpenDesk;

function people(...ids: string[]) {
  return ids.map((id) => ({ id, name: id.slice(1).toLowerCase() }));
}

let made = 0;
/** A fresh case in that state, shown in the channel; every control that its messages offer. */
async function put(state: World['states'][number]): Promise<{ id: string; controls: Found[] }> {
  made += 1;
  const id = `case-${made}`;
  it.desk.setNow(firstMoment);
  // The only other case is one that can be merged into any.
  it.desk.cases.clear();
  it.desk.take(`${id}-beside`, makeRequest({ unsure: true, rights: [], mail: makeMail({ id: `mail-${id}` }) }));
  state.reach(it.desk, id);
  expect(await it.show(id)).toEqual({ kind: 'done' });
  const { ts } = await it.card(id);
  const controls = it.standIn.thread(channel, ts).flatMap((message) =>
    message.controls.flatMap((control): Found[] => {
      const found = { ts: message.ts, actionId: control.actionId };
      return control.options.length === 0 ? [found] : control.options.map(({ value }) => ({ ...found, option: value }));
    }),
  );
  return { id, controls };
}

function use(user: string, { ts, actionId, option }: Found) {
  return option === undefined ? it.standIn.press(user, ts, actionId) : it.standIn.choose(user, ts, actionId, option);
}

/** Fills every empty field of the open window with the first thing that fits, until it has closed. */
async function fillAndSubmit(user: string): Promise<void> {
  for (let pages = 0; pages < 3 && it.standIn.view(user); pages += 1) {
    const blocks = it.standIn.view(user)?.view.blocks as {
      type: string;
      block_id: string;
      element?: Field;
      optional?: boolean;
    }[];
    const inputs = blocks.filter((block) => block.type === 'input' && block.element);
    const entries = inputs.flatMap(({ block_id: id, element }) => {
      const isFilled = Object.keys(element ?? {}).some((key) => key.startsWith('initial'));
      // The number of a case instead of the choice: that is chosen here.
      return isFilled || id === 'number' ? [] : [[id, firstEntry(element as Field)] as const];
    });
    const submitted = await it.standIn.submit(user, Object.fromEntries(entries));
    expect(['closed', 'updated'], JSON.stringify(submitted)).toContain(submitted.result);
  }
}

/** True for the window in which only somebody who knows the number of another case can go on. */
function asksForNumber(user: string): boolean {
  const blocks = it.standIn.view(user)?.view.blocks as { block_id?: string }[] | undefined;
  const ids = blocks?.map((block) => block.block_id) ?? [];
  return ids.includes('number') && !ids.includes('other');
}

type Field = { type: string; options?: { value: string }[] };
function firstEntry({ type, options }: Field): string | string[] {
  if (type === 'email_text_input') return 'jan.devries@thuis.example';
  const first = options?.[0]?.value ?? 'omdat het zo is';
  return type === 'checkboxes' ? [first] : first;
}

describe.each(worlds)('in the world $name', ({ make, states }) => {
  beforeAll(async () => {
    const standIn = { users: [...people('UANNA', 'UBRAM', 'UCARLA'), { id: 'USTRANGER', name: 'daan' }] };
    it = await openDesk({ make, standIn });
  });
  afterAll(async () => {
    expect(findFaultsInCalls(it)).toEqual([]);
    expect(it.log.filter((line) => line.level === 'error')).toEqual([]);
    await it.close();
  });

  // Each control gets a case of its own, shown in full: much to post on a busy machine.
  describe.each(states)('a case in state $name', { timeout: 60_000 }, (state) => {
    test('every control does its work: the case changes, or a window opens and its submission changes it', async () => {
      const { controls } = await put(state);
      for (const [index] of controls.entries()) {
        const { id, controls: fresh } = await put(state);
        const control = fresh[index] as Found;
        const before = it.desk.read(id).version;
        expect(await use('UANNA', control)).toMatchObject({ acked: true });
        await it.standIn.waitFor(() => it.standIn.view('UANNA') !== undefined || it.desk.read(id).version > before);
        const onlyLooks = /show-message|why-date/.test(control.actionId) || asksForNumber('UANNA');
        if (onlyLooks) {
          expect(it.standIn.view('UANNA')?.words).not.toBe('');
          await it.standIn.closeView('UANNA');
        } else {
          await fillAndSubmit('UANNA');
          await it.standIn.waitFor(() => it.desk.read(id).version > before);
        }
        expect(it.standIn.ephemerals('UANNA')).toEqual([]);
      }
    });

    test('somebody outside the team gets a private refusal from every control, and nothing happens', async () => {
      const { id, controls } = await put(state);
      const before = it.desk.read(id).version;
      for (const control of controls) {
        const said = it.standIn.ephemerals('USTRANGER').length;
        await use('USTRANGER', control);
        await it.standIn.waitFor(() => it.standIn.ephemerals('USTRANGER').length > said);
        expect(it.standIn.ephemerals('USTRANGER').at(-1)?.words).toContain(words.notAMember);
      }
      expect(it.standIn.view('USTRANGER')).toBeUndefined();
      expect(it.desk.read(id).version).toBe(before);
    });
  });
});
