/** A word with its look; `glue` is true where it follows the word before without a blank. */
export type Word = { text: string; bold: boolean; code: boolean; glue: boolean };
/** A line of words with its width in pixels. */
export type Line = { words: Word[]; width: number };

/** Widths as shares of the font size, close to those of Helvetica and Arial: a picture must not depend on the machine's fonts. */
const widths: [RegExp, number][] = [
  [/[ijl.,:;'’‘|!·]/, 0.26],
  [/[ftr()[\]/\-“”"*]/, 0.35],
  [/[mMwW—…%@]/, 0.88],
  [/[A-ZÀ-Ý○●⋯]/, 0.68],
  [/\p{Extended_Pictographic}/u, 1.25],
];
const otherWidth = 0.56;
const blankWidth = 0.28;

/** The width of a text in pixels. */
export function measureText(text: string, size: number, look: { bold?: boolean; code?: boolean } = {}): number {
  if (look.code) return [...text].length * size * 0.6;
  const shares = [...text].map((letter) =>
    letter === ' ' ? blankWidth : (widths.find(([pattern]) => pattern.test(letter))?.[1] ?? otherWidth),
  );
  return shares.reduce((sum, share) => sum + share, 0) * size * (look.bold ? 1.05 : 1);
}

/** Reads plain text as words, a list a line. */
export function readPlain(text: string, bold = false): Word[][] {
  return text.split('\n').map((line) => splitWords(line, { bold, code: false }));
}

/** Reads mrkdwn as words, a list a line: bold, code, mentions, escaped signs. `names` are the people by id. */
export function readMrkdwn(text: string, names: Record<string, string>): Word[][] {
  const shown = text
    .replaceAll('\u200b', '')
    .replace(/<@([UW][A-Z0-9]+)>/g, (_all, id: string) => `@${names[id] ?? id}`);
  return shown.split('\n').map((line) =>
    [...line.matchAll(/\*([^*]+)\*|`([^`]+)`|[^*`]+|[*`]/g)].flatMap((match) => {
      const [all, bold, code] = match;
      const isGlued = match.index > 0 && !/\s$/.test(line.slice(0, match.index));
      const words = splitWords(openEscapes(bold ?? code ?? all), {
        bold: bold !== undefined,
        code: code !== undefined,
      });
      return words.map((word, index) => (index === 0 ? { ...word, glue: isGlued && !/^\s/.test(all) } : word));
    }),
  );
}

/** Lays words over lines of at most `width` pixels. */
export function wrapWords(lines: Word[][], width: number, size: number): Line[] {
  return lines.flatMap((words) => {
    const wrapped: Line[] = [{ words: [], width: 0 }];
    for (const word of words) {
      const line = wrapped.at(-1) as Line;
      const wide = measureText(word.text, size, word);
      const gap = line.words.length === 0 || word.glue ? 0 : blankWidth * size;
      if (line.words.length > 0 && line.width + gap + wide > width) wrapped.push({ words: [word], width: wide });
      else {
        line.words.push(word);
        line.width += gap + wide;
      }
    }
    return wrapped;
  });
}

function splitWords(text: string, look: { bold: boolean; code: boolean }): Word[] {
  if (look.code) return [{ text, ...look, glue: false }];
  const parts = text.split(/\s+/).filter((part) => part !== '');
  return parts.map((part) => ({ text: part, ...look, glue: false }));
}

function openEscapes(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
