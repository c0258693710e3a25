import { drawBlocks, type Scene } from './blocks.ts';
import { type Json, listOf, textOf } from './elements.ts';
import { colours, type Drawn, drawBox, drawText, escapeXml, place, round, stack } from './shapes.ts';

const messageWidth = 620;
const modalWidth = 520;
const margin = 16;

/** Draws a message as it stands in a channel, under the app's name. */
export function drawMessage(messages: Json[][], scene: Scene): string {
  const parts = messages.map((blocks, index) => drawPost(blocks, scene, index > 0));
  return wrapPicture(stack(parts, 14), 'Slack');
}

/** Draws App Home. */
export function drawHome(view: Json, scene: Scene): string {
  return wrapPicture(drawBlocks(listOf(view.blocks), messageWidth, scene), 'App Home');
}

/** Draws a window with its title and buttons. */
export function drawModal(view: Json, scene: Scene): string {
  const body = drawBlocks(listOf(view.blocks), modalWidth, scene);
  const title = drawText(textOf(view.title), 18, colours.ink, true);
  const buttons = [
    ...(view.close ? [drawFoot(textOf(view.close), false)] : []),
    ...(view.submit ? [drawFoot(textOf(view.submit), true)] : []),
  ];
  const left = modalWidth - buttons.reduce((sum, button) => sum + button.width + 8, -8);
  const foot: Drawn = {
    svg: buttons
      .map((button, index) => place(button, left + (index > 0 ? (buttons[0]?.width ?? 0) + 8 : 0), 0))
      .join(''),
    width: modalWidth,
    height: 34,
  };
  const rule: Drawn = {
    svg: `<path d="M0 0.5H${modalWidth}" stroke="${colours.line}"/>`,
    width: modalWidth,
    height: 1,
  };
  return wrapPicture(stack([title, rule, body, rule, foot], 14), textOf(view.title));
}

function drawPost(blocks: Json[], scene: Scene, isReply: boolean): Drawn {
  const indent = isReply ? 46 : 0;
  const icon = `<rect width="36" height="36" rx="6" fill="#1d3557"/><text x="18" y="24" font-size="16" font-weight="bold" fill="#ffffff" text-anchor="middle">R</text>`;
  const name = drawText('rechtenloket', 15, colours.ink, true);
  const body = drawBlocks(blocks, messageWidth - 46 - indent, scene);
  const whole = stack([name, body], 4);
  return {
    svg: `<g transform="translate(${indent} 0)">${icon}${place(whole, 46, 0)}</g>`,
    width: messageWidth,
    height: Math.max(36, whole.height),
  };
}

function drawFoot(label: string, isPrimary: boolean): Drawn {
  const text = drawText(label, 14, isPrimary ? '#ffffff' : colours.ink, true);
  const width = text.width + 28;
  const look = isPrimary ? { fill: colours.green } : { stroke: '#bbbabb', fill: '#ffffff' };
  return { svg: drawBox(width, 34, look) + place(text, 14, 7), width, height: 34 };
}

function wrapPicture(content: Drawn, title: string): string {
  const width = Math.ceil(content.width + 2 * margin);
  const height = Math.ceil(content.height + 2 * margin);
  const frame = drawBox(width, height, { fill: '#ffffff', stroke: colours.line, radius: 8 });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${round(width)} ${round(height)}" font-family="Helvetica, Arial, sans-serif" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    frame,
    place(content, margin, margin),
    '</svg>',
    '',
  ].join('\n');
}
