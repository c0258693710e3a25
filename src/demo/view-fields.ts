import { isJson, type Json, listJson } from './slack-stand-in/records.ts';
import type { Entry } from './slack-stand-in/view-state.ts';
import { drawText, type Names, readLabel } from './view-blocks.ts';

/** One input of a window: what it asks, what may be chosen, what stands in it (a text, or values of choices). */
export type Field = {
  blockId: string;
  label: string;
  hint: string;
  isOptional: boolean;
  kind: 'text' | 'one' | 'several';
  choices: { label: string; value: string }[];
  present: string[];
};
/** What was typed for a field: an entry, or what is wrong with it. */
export type Typed = { ok: true; entry: Entry } | { ok: false; fault: string };

/** The inputs of a window, in order. */
export function listInputs(view: Json, names: Names): Field[] {
  return listJson(view.blocks).flatMap((block) => {
    const { element } = block;
    if (block.type !== 'input' || !isJson(element)) return [];
    const blockId = String(block.block_id);
    return [
      {
        blockId,
        label: readLabel(block.label),
        hint: drawText(block.hint, names).join(' '),
        isOptional: block.optional === true,
        kind: kindOf(String(element.type)),
        choices: listChoices(element, names),
        present: readPresent(view, blockId, String(element.action_id)),
      },
    ];
  });
}

/** Reads what was typed: nothing keeps what stands there, `-` empties it, numbers choose, `\n` is a new line. */
export function readTyped(field: Field, line: string): Typed {
  if (line === '') return { ok: true, entry: field.kind === 'several' ? field.present : (field.present[0] ?? null) };
  if (line === '-') return { ok: true, entry: field.kind === 'several' ? [] : null };
  if (field.kind === 'text') return { ok: true, entry: line.replaceAll('\\n', '\n') };
  const values = line.split(/[\s,]+/).map((number) => field.choices[Number(number) - 1]?.value);
  const known = values.filter((value) => value !== undefined);
  if (known.length < values.length || (field.kind === 'one' && known.length > 1))
    return {
      ok: false,
      fault: `Type ${field.kind === 'one' ? 'one number' : 'numbers'} from 1 to ${field.choices.length}.`,
    };
  return { ok: true, entry: field.kind === 'one' ? (known[0] ?? null) : known };
}

function kindOf(type: string): Field['kind'] {
  if (type === 'checkboxes' || type.startsWith('multi_')) return 'several';
  return ['radio_buttons', 'static_select', 'users_select'].includes(type) ? 'one' : 'text';
}

function listChoices(element: Json, names: Names): Field['choices'] {
  if (String(element.type).includes('users_select')) return [...names].map(([value, label]) => ({ label, value }));
  const options = [
    ...listJson(element.options),
    ...listJson(element.option_groups).flatMap((g) => listJson(g.options)),
  ];
  return options.map((option) => ({ label: readLabel(option.text), value: String(option.value) }));
}

/** What Slack holds for an input: a text, or the values of what is chosen. */
function readPresent(view: Json, blockId: string, actionId: string): string[] {
  const values = isJson(view.state) && isJson(view.state.values) ? view.state.values : {};
  const block = values[blockId];
  const held = isJson(block) ? block[actionId] : undefined;
  if (!isJson(held)) return [];
  const single = [held.value, held.selected_date, held.selected_user].find((value) => typeof value === 'string');
  if (typeof single === 'string') return [single];
  const options = [held.selected_option, ...listJson(held.selected_options)].filter(isJson);
  return options.map((option) => String(option.value));
}
