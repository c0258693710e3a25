import { isJson, type Json, listJson } from './slack-stand-in/records.ts';

/** Something on the screen that can be pressed, under the number of its place in the list (from 1). */
export type Offered = {
  /** The timestamp of the message that it stands in. */
  place: string;
  actionId: string;
  label: string;
  value?: string;
  /** The option's value, where it is an entry of a menu. */
  option?: string;
  /** The one that is due next. */
  isPrimary?: true;
  /** What Slack asks before it goes on. */
  confirm?: string;
};
/** Names by Slack id, for mentions. */
export type Names = ReadonlyMap<string, string>;

/** Draws blocks as lines of text; what can be pressed is numbered and added to `offered`. */
export function drawBlocks(blocks: unknown, place: string, offered: Offered[], names: Names): string[] {
  return listJson(blocks).flatMap((block) => drawBlock(block, place, offered, names));
}

function drawBlock(block: Json, place: string, offered: Offered[], names: Names): string[] {
  switch (block.type) {
    case 'divider':
      return ['·····'];
    case 'header':
    case 'section': {
      const texts = [block.text, ...listJson(block.fields)].flatMap((text) => drawText(text, names));
      const accessory = isJson(block.accessory) ? drawElement(block.accessory, place, offered) : '';
      return accessory === '' ? texts : [...texts, `  ${accessory}`];
    }
    case 'context':
      return listJson(block.elements).flatMap((element) => drawText(element, names));
    case 'actions':
      return joinInRows(listJson(block.elements).map((element) => drawElement(element, place, offered)));
    default:
      return [];
  }
}

function drawElement(element: Json, place: string, offered: Offered[]): string {
  const actionId = String(element.action_id);
  if (element.type === 'overflow') {
    const entries = listJson(element.options).map((option) => {
      const label = readLabel(option.text);
      return `${offered.push({ place, actionId, label, option: String(option.value) })} ${label}`;
    });
    return `⋯ ${entries.join(' · ')}`;
  }
  if (element.type !== 'button') return '';
  const label = readLabel(element.text);
  const number = offered.push({
    place,
    actionId,
    label,
    ...(typeof element.value === 'string' ? { value: element.value } : {}),
    ...(element.style === 'primary' ? { isPrimary: true } : {}),
    ...(isJson(element.confirm) ? { confirm: readLabel(element.confirm.text) } : {}),
  });
  return `${element.style === 'primary' ? '●' : '○'} ${number} ${label}`;
}

/** Words beside each other, in rows of at most 96 characters. */
function joinInRows(words: string[]): string[] {
  const rows: string[] = [];
  for (const word of words) {
    const last = rows.at(-1);
    if (last === undefined || last.length + word.length > 93) rows.push(word);
    else rows[rows.length - 1] = `${last}   ${word}`;
  }
  return rows;
}

/** A text object as lines; mrkdwn without its marks. */
export function drawText(text: unknown, names: Names): string[] {
  if (!isJson(text) || typeof text.text !== 'string') return [];
  return (text.type === 'mrkdwn' ? plainText(text.text, names) : text.text).split('\n');
}

/** The words of a label, in one line. */
export function readLabel(text: unknown): string {
  return drawText(text, new Map()).join(' ');
}

/** mrkdwn as a reader sees it: no marks, people by name, links as their label; what was escaped comes back. */
function plainText(text: string, names: Names): string {
  return text
    .replace(/<@([UW][A-Z0-9]+)>/g, (_, id: string) => `@${names.get(id) ?? id}`)
    .replace(/<(?:https?:|mailto:)[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<((?:https?:|mailto:)[^>]*)>/g, '$1')
    .replace(/(?<!\u200b)[*`](?!\u200b)/g, '')
    .replaceAll('\u200b', '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
