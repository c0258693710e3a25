import { colours, type Drawn, drawBox, drawLines, drawText, place, stack } from './shapes.ts';
import { measureText, readPlain, wrapWords } from './text.ts';

/** A JSON object of a block or element, as it stands in a golden file. */
export type Json = Record<string, unknown>;

const size = 14;
const boxHeight = 34;
const mostTextLines = 8;

/** Draws an element that can be pressed or filled in; throws for one that the drawing does not know. */
export function drawElement(element: Json, width: number): Drawn {
  switch (element.type) {
    case 'button':
      return drawButton(textOf(element.text), element.style === 'primary');
    case 'overflow':
      return centre('⋯', 34, { stroke: colours.line }, colours.ink, true);
    case 'static_select':
    case 'multi_static_select':
    case 'users_select':
    case 'datepicker':
      return drawMenu(chosenText(element), width);
    case 'radio_buttons':
    case 'checkboxes':
      return drawChoices(element);
    case 'plain_text_input':
    case 'email_text_input':
      return drawField(element, width);
    default:
      throw new Error(
        `The element "${String(element.type)}" cannot be drawn: expected one of drawing/elements.ts; add it there.`,
      );
  }
}

/** The text of a text object; empty where there is none. */
export function textOf(object: unknown): string {
  return typeof object === 'object' && object !== null && 'text' in object ? String(object.text) : '';
}

/** The objects of a list. */
export function listOf(value: unknown): Json[] {
  return Array.isArray(value) ? (value as Json[]) : [];
}

function drawButton(label: string, isPrimary: boolean): Drawn {
  const width = measureText(label, size, { bold: true }) + 26;
  return isPrimary
    ? centre(label, width, { fill: colours.green }, '#ffffff', true)
    : centre(label, width, { stroke: '#bbbabb', fill: '#ffffff' }, colours.ink, true);
}

function centre(
  label: string,
  width: number,
  look: { fill?: string; stroke?: string },
  ink: string,
  bold: boolean,
): Drawn {
  const text = drawText(label, size, ink, bold);
  const x = (width - text.width) / 2;
  return { svg: drawBox(width, boxHeight, look) + place(text, x, 7), width, height: boxHeight };
}

function drawMenu(label: string, width: number): Drawn {
  const wide = Math.min(width, Math.max(120, measureText(label, size) + 48));
  const text = drawText(label, size, colours.ink);
  const arrow = drawText('▾', size, colours.grey);
  const box = drawBox(wide, boxHeight, { stroke: '#bbbabb', fill: '#ffffff' });
  return { svg: box + place(text, 12, 7) + place(arrow, wide - 22, 7), width: wide, height: boxHeight };
}

function chosenText(element: Json): string {
  const chosen = listOf(element.initial_options).map((option) => textOf(option.text));
  const [single] = [element.initial_option as Json | undefined].map((option) => textOf(option?.text));
  const known = [single, chosen.join(', '), element.initial_date, element.initial_user].find((each) => each);
  return String(known ?? textOf(element.placeholder));
}

function drawChoices(element: Json): Drawn {
  const initial = [element.initial_option as Json | undefined, ...listOf(element.initial_options)].map(
    (each) => each?.value,
  );
  const isRound = element.type === 'radio_buttons';
  const rows = listOf(element.options).map((option): Drawn => {
    const isChosen = initial.includes(option.value);
    const mark = isRound
      ? `<circle cx="9" cy="11" r="8" fill="#ffffff" stroke="#868686"/>${isChosen ? `<circle cx="9" cy="11" r="4" fill="${colours.green}"/>` : ''}`
      : `<rect x="1" y="3" width="16" height="16" rx="3" fill="${isChosen ? colours.green : '#ffffff'}" stroke="#868686"/>${isChosen ? '<path d="M5 11l3 3 6-6" fill="none" stroke="#ffffff" stroke-width="2"/>' : ''}`;
    const text = drawText(textOf(option.text), size, colours.ink);
    return { svg: mark + place(text, 26, 1), width: text.width + 26, height: 22 };
  });
  return stack(rows, 4);
}

function drawField(element: Json, width: number): Drawn {
  const value = typeof element.initial_value === 'string' ? element.initial_value : '';
  const shown = value || textOf(element.placeholder);
  const lines = wrapWords(readPlain(shown), width - 24, size);
  const cut = element.multiline === true ? lines.slice(0, mostTextLines) : lines.slice(0, 1);
  const text = drawLines(cut, size, value ? colours.ink : '#868686');
  const least = element.multiline === true ? 64 : boxHeight;
  const height = Math.max(least, text.height + 16);
  return { svg: drawBox(width, height, { stroke: '#bbbabb', fill: '#ffffff' }) + place(text, 12, 7), width, height };
}
