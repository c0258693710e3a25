/** What stands in the inputs of a view: the initial values, what somebody chose, and Slack's own checks on submit. */
import { isJson, type Json, listJson, type ViewState } from './records.ts';

/** What a person enters in an input: text, a date, an option's value, several of them, or nothing. */
export type Entry = string | readonly string[] | null;

/** An element that holds a value, with the block that it stands in. */
export type Field = { readonly block: Json; readonly element: Json };

type Holds = 'text' | 'number' | 'option' | 'options' | 'ids';

/** For each element type: the key of its state, the key of its initial value, and what kind of value it is. */
const kinds: Record<string, { key: string; initial?: string; holds: Holds }> = {
  plain_text_input: { key: 'value', initial: 'initial_value', holds: 'text' },
  email_text_input: { key: 'value', initial: 'initial_value', holds: 'text' },
  url_text_input: { key: 'value', initial: 'initial_value', holds: 'text' },
  number_input: { key: 'value', initial: 'initial_value', holds: 'text' },
  datepicker: { key: 'selected_date', initial: 'initial_date', holds: 'text' },
  timepicker: { key: 'selected_time', initial: 'initial_time', holds: 'text' },
  datetimepicker: { key: 'selected_date_time', initial: 'initial_date_time', holds: 'number' },
  users_select: { key: 'selected_user', initial: 'initial_user', holds: 'text' },
  channels_select: { key: 'selected_channel', initial: 'initial_channel', holds: 'text' },
  conversations_select: { key: 'selected_conversation', initial: 'initial_conversation', holds: 'text' },
  static_select: { key: 'selected_option', initial: 'initial_option', holds: 'option' },
  radio_buttons: { key: 'selected_option', initial: 'initial_option', holds: 'option' },
  overflow: { key: 'selected_option', holds: 'option' },
  multi_static_select: { key: 'selected_options', initial: 'initial_options', holds: 'options' },
  checkboxes: { key: 'selected_options', initial: 'initial_options', holds: 'options' },
  multi_users_select: { key: 'selected_users', initial: 'initial_users', holds: 'ids' },
  multi_channels_select: { key: 'selected_channels', initial: 'initial_channels', holds: 'ids' },
  multi_conversations_select: { key: 'selected_conversations', initial: 'initial_conversations', holds: 'ids' },
};

/** Lists every element of blocks that holds a value or can be pressed. */
export function listFields(blocks: unknown): Field[] {
  return listJson(blocks).flatMap((block) =>
    [block.accessory, block.element, ...listJson(block.elements)]
      .filter(isJson)
      .filter((element) => element.action_id !== undefined)
      .map((element) => ({ block, element })),
  );
}

/** The state of a view's fields: earlier values where block and action are the same, initial values otherwise. */
export function keepState(view: Json, earlier: ViewState): ViewState {
  const state: ViewState = {};
  for (const { block, element } of listFields(view.blocks)) {
    const kind = kinds[String(element.type)];
    if (!kind?.initial) continue;
    const blockId = String(block.block_id);
    const actionId = String(element.action_id);
    const kept = earlier[blockId]?.[actionId];
    const empty = kind.holds === 'options' || kind.holds === 'ids' ? [] : null;
    const initial = { type: element.type, [kind.key]: element[kind.initial] ?? empty };
    state[blockId] = { ...state[blockId], [actionId]: kept && kept.type === element.type ? kept : initial };
  }
  return state;
}

/** The state of an element after somebody entered something; throws where the screen could not offer that. */
export function enter(element: Json, entry: Entry): Json {
  const kind = kinds[String(element.type)];
  if (!kind) throw new Error(`Slack stand-in: nothing can be entered in a ${String(element.type)}; expected an input.`);
  const values = entry === null ? [] : [entry].flat();
  switch (kind.holds) {
    case 'text':
      return { type: element.type, [kind.key]: values[0] ? values[0] : null };
    case 'number':
      return { type: element.type, [kind.key]: values[0] ? Number(values[0]) : null };
    case 'ids':
      return { type: element.type, [kind.key]: values };
    case 'option':
      return { type: element.type, [kind.key]: values[0] === undefined ? null : findOption(element, values[0]) };
    case 'options':
      return { type: element.type, [kind.key]: values.map((value) => findOption(element, value)) };
  }
}

/** What Slack's own form says when a view is submitted: block_id → message, empty when all is well. */
export function checkEntries(view: Json, state: ViewState): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const block of listJson(view.blocks)) {
    if (block.type !== 'input' || !isJson(block.element)) continue;
    const { element } = block;
    const kind = kinds[String(element.type)];
    const held = kind && state[String(block.block_id)]?.[String(element.action_id)]?.[kind.key];
    const isEmpty = held === undefined || held === null || held === '' || (Array.isArray(held) && held.length === 0);
    const message = isEmpty
      ? block.optional === true
        ? undefined
        : 'Please complete this required field.'
      : undefined;
    const fault = message ?? (isEmpty ? undefined : checkHeld(element, held));
    if (fault) faults[String(block.block_id)] = fault;
  }
  return faults;
}

function checkHeld(element: Json, held: unknown): string | undefined {
  if (Array.isArray(held)) {
    const most = Number(element.max_selected_items ?? Number.POSITIVE_INFINITY);
    return held.length > most ? `Please select no more than ${most} items.` : undefined;
  }
  if (typeof held !== 'string') return undefined;
  const longest = Number(element.max_length ?? 3000);
  if (element.type === 'plain_text_input' && held.length > longest) return `Must be at most ${longest} characters.`;
  const shortest = Number(element.min_length ?? 0);
  if (element.type === 'plain_text_input' && held.length < shortest) return `Must be at least ${shortest} characters.`;
  if (element.type === 'email_text_input' && !/^\S+@\S+\.\S+$/.test(held)) return 'Enter a valid email address.';
  if (element.type === 'url_text_input' && !URL.canParse(held)) return 'Enter a valid URL.';
  if (element.type !== 'number_input') return undefined;
  const number = Number(held);
  const isWhole = element.is_decimal_allowed === true || Number.isInteger(number);
  const isWithin = number >= Number(element.min_value ?? -Infinity) && number <= Number(element.max_value ?? Infinity);
  return Number.isFinite(number) && isWhole && isWithin ? undefined : 'Enter a valid number.';
}

function findOption(element: Json, value: string): Json {
  const offered = [
    ...listJson(element.options),
    ...listJson(element.option_groups).flatMap((g) => listJson(g.options)),
  ];
  const option = offered.find((candidate) => candidate.value === value);
  if (option) return option;
  const values = offered.map((candidate) => String(candidate.value)).join(', ');
  throw new Error(`Slack stand-in: ${String(element.action_id)} does not offer "${value}"; expected one of ${values}.`);
}
