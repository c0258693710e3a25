import { type Line, measureText, type Word } from './text.ts';

/** A part of a picture: SVG drawn from its own origin, with its size in pixels. */
export type Drawn = { svg: string; width: number; height: number };

/** The colours of Slack's light theme. */
export const colours = {
  ink: '#1d1c1d',
  grey: '#616061',
  line: '#dddddd',
  green: '#007a5a',
  red: '#e01e5a',
  code: '#f8f8f8',
};

/** Circles in colour are drawn, as not every machine has the signs. */
const circles: Record<string, string> = { '🟢': '#2bac76', '🟠': '#f2952f', '🔴': '#e01e5a' };

/** Nothing at all. */
export const nothing: Drawn = { svg: '', width: 0, height: 0 };

/** Puts a part at a place. */
export function place({ svg }: Drawn, x: number, y: number): string {
  return svg === '' ? '' : `<g transform="translate(${round(x)} ${round(y)})">${svg}</g>`;
}

/** Puts parts below each other with a gap between them. */
export function stack(parts: Drawn[], gap: number): Drawn {
  let y = 0;
  const svg: string[] = [];
  for (const part of parts.filter((each) => each.height > 0)) {
    svg.push(place(part, 0, y));
    y += part.height + gap;
  }
  return { svg: svg.join('\n'), width: Math.max(0, ...parts.map(({ width }) => width)), height: Math.max(0, y - gap) };
}

/** Puts parts beside each other, on a new row where one does not fit. */
export function flow(parts: Drawn[], width: number, gap: number): Drawn {
  const rows: Drawn[][] = [[]];
  let used = 0;
  for (const part of parts) {
    if (used > 0 && used + gap + part.width > width) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)?.push(part);
    used += (used > 0 ? gap : 0) + part.width;
  }
  return stack(
    rows.map((row) => beside(row, gap)),
    gap,
  );
}

/** Puts parts in one row. */
export function beside(parts: Drawn[], gap: number): Drawn {
  let x = 0;
  const svg: string[] = [];
  for (const part of parts) {
    svg.push(place(part, x, 0));
    x += part.width + gap;
  }
  return { svg: svg.join(''), width: Math.max(0, x - gap), height: Math.max(0, ...parts.map(({ height }) => height)) };
}

/** Lines of text. */
export function drawLines(lines: Line[], size: number, colour: string): Drawn {
  const pitch = size * 1.45;
  const svg = lines
    .map(({ words }, index) => {
      const y = round(index * pitch + size * 1.08);
      return words.length === 0
        ? ''
        : `<text y="${y}" font-size="${size}" fill="${colour}">${words.map(writeWord).join('')}</text>`;
    })
    .join('');
  return { svg, width: Math.max(0, ...lines.map(({ width }) => width)), height: lines.length * pitch };
}

/** One line of text. */
export function drawText(text: string, size: number, colour: string, bold = false): Drawn {
  const words = [{ text, bold, code: false, glue: false }];
  return drawLines([{ words, width: measureText(text, size, { bold }) }], size, colour);
}

/** A rounded box. */
export function drawBox(
  width: number,
  height: number,
  look: { fill?: string; stroke?: string; radius?: number },
): string {
  const { fill = 'none', stroke = 'none', radius = 4 } = look;
  return `<rect x="0.5" y="0.5" width="${round(width - 1)}" height="${round(height - 1)}" rx="${radius}" fill="${fill}" stroke="${stroke}"/>`;
}

/** Makes text safe in XML. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A number with at most two decimals, the same everywhere. */
export function round(number: number): number {
  return Math.round(number * 100) / 100;
}

function writeWord({ text, bold, code, glue }: Word, index: number): string {
  const gap = index === 0 || glue ? '' : ' ';
  const circle = circles[text];
  if (circle) return `${gap}<tspan fill="${circle}">●</tspan>`;
  if (code) return `${gap}<tspan font-family="monospace" fill="${colours.red}">${escapeXml(text)}</tspan>`;
  return bold ? `${gap}<tspan font-weight="bold">${escapeXml(text)}</tspan>` : `${gap}${escapeXml(text)}`;
}
