import { drawElement, type Json, listOf, textOf } from './elements.ts';
import { colours, type Drawn, drawLines, flow, nothing, place, stack } from './shapes.ts';
import { readMrkdwn, readPlain, type Word, wrapWords } from './text.ts';

/** Who is meant by a mention, and how Slack marks an input that may stay empty. */
export type Scene = { names: Record<string, string>; optional: string };

const gap = 10;

/** Draws blocks below each other; throws for a block that the drawing does not know. */
export function drawBlocks(blocks: Json[], width: number, scene: Scene): Drawn {
  return stack(
    blocks.map((block) => drawBlock(block, width, scene)),
    gap,
  );
}

function drawBlock(block: Json, width: number, scene: Scene): Drawn {
  switch (block.type) {
    case 'header':
      return drawLines(wrapWords(readPlain(textOf(block.text), true), width, 17), 17, colours.ink);
    case 'divider':
      return { svg: `<path d="M0 6H${width}" stroke="${colours.line}"/>`, width, height: 12 };
    case 'section':
      return drawSection(block, width, scene);
    case 'context':
      return drawContext(block, width, scene);
    case 'actions':
      return flow(
        listOf(block.elements).map((element) => drawElement(element, width)),
        width,
        8,
      );
    case 'input':
      return drawInput(block, width, scene);
    default:
      throw new Error(
        `The block "${String(block.type)}" cannot be drawn: expected one of drawing/blocks.ts; add it there.`,
      );
  }
}

function drawSection({ text, accessory }: Json, width: number, scene: Scene): Drawn {
  const beside = accessory ? drawElement(accessory as Json, width / 2) : nothing;
  const room = accessory ? width - beside.width - 16 : width;
  const words = drawLines(wrapWords(readText(text, scene), room, 15), 15, colours.ink);
  const height = Math.max(words.height, beside.height);
  return { svg: place(words, 0, 0) + place(beside, width - beside.width, 0), width, height };
}

function drawContext({ elements }: Json, width: number, scene: Scene): Drawn {
  const lines = listOf(elements).flatMap((element) => readText(element, scene));
  return drawLines(wrapWords(lines, width, 12.5), 12.5, colours.grey);
}

function drawInput({ label, element, hint, optional }: Json, width: number, scene: Scene): Drawn {
  const name = optional === true ? `${textOf(label)} ${scene.optional}` : textOf(label);
  return stack(
    [
      drawLines(wrapWords(readPlain(name, true), width, 14), 14, colours.ink),
      drawElement(element as Json, width),
      hint ? drawLines(wrapWords(readPlain(textOf(hint)), width, 12.5), 12.5, colours.grey) : nothing,
    ],
    5,
  );
}

function readText(object: unknown, { names }: Scene): Word[][] {
  const isMrkdwn = typeof object === 'object' && object !== null && 'type' in object && object.type === 'mrkdwn';
  return isMrkdwn ? readMrkdwn(textOf(object), names) : readPlain(textOf(object));
}
