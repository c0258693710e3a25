import type { types } from '@slack/bolt';

export type Block = types.KnownBlock;
export type Button = types.Button;
export type ConfirmationDialog = types.ConfirmationDialog;
export type PlainTextOption = types.PlainTextOption;
export type ModalView = Omit<types.ModalView, 'blocks'> & { blocks: Block[] };
/** A message to post: `text` is what notifications and screen readers say. */
export type Message = { text: string; blocks: Block[] };

/** Slack's limit on the text of a section. */
const sectionLength = 3000;

/** Makes text that came from outside harmless in mrkdwn: no mention, link or formatting comes of it. */
export function escapeText(text: string): string {
  const plain = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return plain.replace(/[*_~`]/g, (mark) => `\u200b${mark}\u200b`);
}

/** A section with mrkdwn text; what came from outside has to be escaped before. */
export function makeSection(
  text: string,
  { accessory, ...named }: { block_id?: string; accessory?: types.SectionBlockAccessory } = {},
): types.SectionBlock {
  const content = { type: 'mrkdwn' as const, text: cut(text, sectionLength), verbatim: true };
  return { type: 'section', ...named, text: content, ...(accessory ? { accessory } : {}) };
}

/** A small grey line of mrkdwn text. */
export function makeContext(text: string): types.ContextBlock {
  return { type: 'context', elements: [{ type: 'mrkdwn', text: cut(text, sectionLength), verbatim: true }] };
}

/** Text exactly as it was written by somebody outside, in as many sections as it needs, up to `most` characters. */
export function makePlainSections(text: string, most: number): types.SectionBlock[] {
  const shown = text.slice(0, most).trim();
  const parts = shown.match(/[\s\S]{1,2900}/g) ?? [];
  return parts
    .filter((part) => part.trim() !== '')
    .map((part) => ({ type: 'section', text: { type: 'plain_text', text: part, emoji: false } }));
}

/** Cuts text to a length, with an ellipsis where something was cut off. */
export function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
