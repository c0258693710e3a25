import type { types } from '@slack/bolt';
import type { Refusal } from '../../../core/refusal.ts';
import { type Block, type ModalView, makeSection } from '../blocks.ts';
import { nameActInput, nameReasonInput } from './category-rows.ts';
import type { Entered } from './sheet.ts';

/** The block in which a window says what went wrong. */
const noticeBlock = 'notice';

/** At which inputs, in order of fit, a refusal is shown; one with no fitting input in the window goes on top of it. */
const inputsFor: Partial<Record<Refusal['code'], string[]>> = {
  'assignee-not-a-member': ['assignee'],
  'nothing-chosen': ['rights', 'mails'],
  'nothing-stays': ['rights', 'mails'],
  'rights-tied': ['rights'],
  'merge-reason-missing': ['reason'],
  'merge-itself': ['number'],
  'no-address': ['to'],
  'unknown-right': ['rights'],
  'ground-missing': ['ground'],
  'reason-missing': ['reason'],
  'note-missing': ['note'],
  'source-missing': ['source'],
  'tasks-open': ['despite'],
  'letter-incomplete': ['text.0.p'],
  'cannot-extend': ['reason'],
  'notice-too-late': ['reason'],
};

/** The input of a window at which a refusal belongs, or undefined. */
export function findInputFor(refusal: Refusal, blocks: Block[]): string | undefined {
  const inputs = 'category' in refusal ? [nameInput(refusal)] : inputsFor[refusal.code];
  return inputs?.find((id) => blocks.some((block) => block.type === 'input' && block.block_id === id));
}

function nameInput(refusal: Extract<Refusal, { category: string }>): string {
  const name = refusal.code === 'act-not-possible' ? nameActInput : nameReasonInput;
  return name(refusal.category);
}

/** The same window with a message on top and all that was entered still in it. */
export function refillView(view: ModalView, entered: Entered, notice: string): ModalView {
  const kept = view.blocks.filter((block) => block.block_id !== noticeBlock);
  const blocks = kept.map((block) => (block.type === 'input' ? fill(block, entered[block.block_id ?? '']) : block));
  return {
    ...view,
    blocks: [makeSection(`⚠️ ${notice}`, { block_id: noticeBlock }), ...blocks].slice(0, 100),
  };
}

function fill(block: types.InputBlock, value: string | string[] | undefined): types.InputBlock {
  const element = { ...block.element } as Record<string, unknown> & { type: string };
  for (const key of ['initial_value', 'initial_option', 'initial_options', 'initial_user', 'initial_date'])
    delete element[key];
  const options = (Array.isArray(element.options) ? element.options : []) as { value?: string }[];
  if (Array.isArray(value)) {
    const chosen = options.filter((option) => option.value !== undefined && value.includes(option.value));
    if (chosen.length > 0) element.initial_options = chosen;
  } else if (value !== undefined) {
    const chosen = options.find((option) => option.value === value);
    if (element.type === 'users_select') element.initial_user = value;
    else if (element.type === 'datepicker') element.initial_date = value;
    else if (chosen) element.initial_option = chosen;
    else if (options.length === 0) element.initial_value = value;
  }
  return { ...block, element: element as unknown as types.InputBlock['element'] };
}
