import type { types } from '@slack/bolt';
import { cut } from '../blocks.ts';
import type { Entered } from './sheet.ts';

/** A choice: what is stored, what is read. */
export type Choice = { value: string; label: string };
type Look = { hint?: string; optional?: boolean };
type Element = types.InputBlock['element'];

/** Slack's limits on an input and on the number of boxes or radio buttons in a group. */
const longestInput = 3000;
const mostInGroup = 10;

/** An input for text. */
export function makeTextInput(
  id: string,
  label: string,
  look: Look & { initial?: string; lines?: 'one' | 'many' } = {},
): types.InputBlock {
  return makeInput(id, label, look, {
    type: 'plain_text_input',
    action_id: id,
    multiline: look.lines === 'many',
    max_length: longestInput,
    ...(look.initial ? { initial_value: look.initial.slice(0, longestInput) } : {}),
  });
}

/** An input for an e-mail address. */
export function makeAddressInput(
  id: string,
  label: string,
  look: Look & { initial?: string | undefined },
): types.InputBlock {
  return makeInput(id, label, look, {
    type: 'email_text_input',
    action_id: id,
    ...(look.initial ? { initial_value: look.initial } : {}),
  });
}

/** An input for one choice: radio buttons, or a menu where there are too many or `menu` asks for it. */
export function makeChoice(
  id: string,
  label: string,
  choices: Choice[],
  look: Look & { initial?: string | undefined; menu?: boolean } = {},
): types.InputBlock {
  const options = choices.map(makeOption);
  const initial = options.find((option) => option.value === look.initial);
  const more = initial ? { initial_option: initial } : {};
  return look.menu || options.length > mostInGroup
    ? makeInput(id, label, look, { type: 'static_select', action_id: id, options, ...more })
    : makeInput(id, label, look, { type: 'radio_buttons', action_id: id, options, ...more });
}

/** An input for several choices: boxes, or a menu where there are too many. */
export function makeChoices(
  id: string,
  label: string,
  choices: Choice[],
  look: Look & { initial?: string[] } = {},
): types.InputBlock {
  const options = choices.map(makeOption);
  const initial = options.filter((option) => look.initial?.includes(option.value ?? ''));
  const more = initial.length > 0 ? { initial_options: initial } : {};
  return options.length > mostInGroup
    ? makeInput(id, label, look, { type: 'multi_static_select', action_id: id, options, ...more })
    : makeInput(id, label, look, { type: 'checkboxes', action_id: id, options, ...more });
}

/** An input for somebody of the workspace. */
export function makePersonInput(id: string, label: string, initial: string): types.InputBlock {
  return makeInput(id, label, {}, { type: 'users_select', action_id: id, initial_user: initial });
}

/** An input for a day, `YYYY-MM-DD`. */
export function makeDayInput(id: string, label: string, initial: string): types.InputBlock {
  return makeInput(id, label, {}, { type: 'datepicker', action_id: id, initial_date: initial });
}

type State = { values: Record<string, Record<string, Held>> };
type Held = {
  value?: string | null;
  selected_user?: string | null;
  selected_date?: string | null;
  selected_option?: { value?: string } | null;
  selected_options?: { value?: string }[];
};

/** Reads what was entered, by block id; what was left empty is not there. */
export function readEntered(state: State): Entered {
  const entered: Entered = {};
  for (const [block, held] of Object.entries(state.values)) {
    const [value] = Object.values(held).map((each) => readHeld(each));
    if (value !== undefined && value.length > 0) entered[block] = value;
  }
  return entered;
}

/** The text entered in a block, without blanks around it; empty when there is none. */
export function readText(entered: Entered, block: string): string {
  const value = entered[block];
  return typeof value === 'string' ? value.trim() : '';
}

/** The choices made in a block. */
export function readChoices(entered: Entered, block: string): string[] {
  const value = entered[block];
  return Array.isArray(value) ? value : [];
}

function readHeld(held: Held): string | string[] | undefined {
  if (held.selected_options) return held.selected_options.flatMap((option) => (option.value ? [option.value] : []));
  return held.selected_option?.value ?? held.selected_user ?? held.selected_date ?? held.value ?? undefined;
}

function makeInput(id: string, label: string, look: Look, element: Element): types.InputBlock {
  return {
    type: 'input',
    block_id: id,
    label: { type: 'plain_text', text: label },
    element,
    ...(look.hint ? { hint: { type: 'plain_text', text: look.hint } } : {}),
    ...(look.optional ? { optional: true } : {}),
  };
}

function makeOption({ value, label }: Choice): types.PlainTextOption {
  return { text: { type: 'plain_text', text: cut(label, 75) }, value };
}
