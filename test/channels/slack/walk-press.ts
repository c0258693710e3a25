import { makeFrame } from '../../../src/channels/slack/frame.ts';
import { readEntered } from '../../../src/channels/slack/modals/inputs.ts';
import type { Entered } from '../../../src/channels/slack/modals/sheet.ts';
import { findDirectAction, modals } from '../../../src/channels/slack/modals.ts';
import { type ModalDeps, makeScene, prepareModal } from '../../../src/channels/slack/open-modal.ts';
import { type Press, readPress } from '../../../src/channels/slack/press.ts';
import { findViewFaults } from '../../../src/core/block-limits.ts';
import type { Context } from '../../../src/core/context.ts';
import { draughtLetter } from '../../../src/core/decide/letters.ts';
import { decide } from '../../../src/core/decide.ts';
import type { StaffAction } from '../../../src/core/event.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import { isJson, type Json, listJson } from '../../../src/demo/slack-stand-in/records.ts';
import { checkEntries, enter, keepState, listFields } from '../../../src/demo/slack-stand-in/view-state.ts';
import { fromStaff, other, type State, seatOf } from '../../core/every-state.ts';

/** What became of a press: the action was done, there was only something to read, it was refused, or the channel is at fault. */
export type Walked =
  | { kind: 'done'; action: StaffAction }
  | { kind: 'read' }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'fault'; fault: string };

/** Every press that blocks offer, with the case's own blocks only. */
export function listPresses(blocks: unknown[]): Press[] {
  const values = listJson(blocks).flatMap((block) =>
    [block.accessory, block.element, ...listJson(block.elements)].filter(isJson).flatMap((element) => {
      if (!String(element.action_id).startsWith('case.')) return [];
      return element.type === 'overflow' ? listJson(element.options).map(({ value }) => value) : [element.value];
    }),
  );
  return [...new Set(values.map(String))].map((value) => {
    const press = readPress(value);
    if (!press) throw new Error(`A control says "${value}": expected a press that the desk knows.`);
    return press;
  });
}

/** Does what the listeners do with a press by a member, up to the core: at once, or by way of its window, filled in plainly. */
export async function walkPress(state: State, press: Press, by: string, context: Context): Promise<Walked> {
  const { record, now } = state;
  const deps: ModalDeps = {
    context,
    now: () => now,
    readCase: async () => record,
    findCaseByNumber: async () => null,
    listLikely: async () => [other],
    preview: async (_id, order) => draughtLetter(record, context, now, order),
  };
  const direct = findDirectAction(press);
  if (direct) return act(state, direct, by, context);
  const click = { user: by, caseId: record.id };
  let page = press;
  let entered: Entered = {};
  for (let pages = 0; pages < 4; pages += 1) {
    const prepared = await prepareModal({ deps }, click, page, entered);
    if (!prepared.ok) return { kind: 'refused', refusal: prepared.refusal };
    const faults = findViewFaults(prepared.view);
    if (faults.length > 0) return { kind: 'fault', fault: `window: ${JSON.stringify(faults[0])}` };
    const modal = modals[page.do];
    if (!prepared.view.submit || !modal?.read) return { kind: 'read' };
    const filled = fillView(prepared.view as unknown as Json);
    if (typeof filled === 'string') return { kind: 'fault', fault: filled };
    const scene = makeScene({ deps }, click, page, record, makeFrame(context, now));
    const reading = await modal.read(scene, filled);
    if (reading.kind === 'faults') return { kind: 'fault', fault: `inputs: ${JSON.stringify(reading.errors)}` };
    if (reading.kind === 'act') return act(state, reading.action, by, context);
    page = reading.press;
    entered = filled;
  }
  return { kind: 'fault', fault: 'the window leads from page to page' };
}

function act({ record, now }: State, action: StaffAction, by: string, context: Context): Walked {
  const decision = decide(seatOf(record), record, fromStaff(action, by), context, now);
  return decision.ok ? { kind: 'done', action } : { kind: 'refused', refusal: decision.refusal };
}

/** Fills every empty input with the first thing that fits, as Slack would hand it over; a text where Slack's form would refuse that. */
function fillView(view: Json): Entered | string {
  const state = keepState(view, {});
  for (const { block, element } of listFields(view.blocks)) {
    const id = String(block.block_id);
    const isFilled = Object.keys(element).some((key) => key.startsWith('initial'));
    // A number is typed only where the case that is meant cannot be chosen.
    if (block.type !== 'input' || isFilled || (id === 'number' && block.optional === true)) continue;
    state[id] = { ...state[id], [String(element.action_id)]: enter(element, firstEntry(element)) };
  }
  const refused = Object.entries(checkEntries(view, state));
  if (refused.length > 0) return `Slack's own form refuses ${JSON.stringify(refused[0])}`;
  return readEntered({ values: state } as unknown as Parameters<typeof readEntered>[0]);
}

function firstEntry(element: Json): string | string[] {
  if (element.type === 'email_text_input') return 'jan.devries@thuis.example';
  const value = listJson(element.options)[0]?.value;
  const first = value === undefined ? 'Dat staat zo in het dossier.' : String(value);
  return element.type === 'checkboxes' ? [first] : first;
}
