import { findWhole, flattenText } from './letter-text.ts';

const HEADING = /^\s*(?:#{1,6}\s.*|\*\*[^*\n]+\*\*\s*)$/;
const ITEM = /^[\s>]*(?:[-*+•]|\d{1,2}[.)])\s/;

/**
 * What a letter says about a name: each place from the name to where a block begins with one of the `others`, or to the end of its
 * section. Flattened, with `\n` where a new block (paragraph or list item) begins.
 */
export function listPassages(text: string, name: string, others: string[]): string[] {
  const needle = flattenText(name);
  const ends = others.map(flattenText).filter((other) => other !== needle && other !== '');
  return listSections(text).flatMap((section) =>
    findWhole(section, needle)
      .filter((at) => !ends.some((other) => other.length > needle.length && coversAt(section, other, needle, at)))
      .map((at) => section.slice(at, findEnd(section, at + needle.length, ends))),
  );
}

function listSections(text: string): string[] {
  const sections: string[][] = [[]];
  let lines: string[] = [];
  const closeBlock = () => {
    const block = flattenText(lines.join('\n'));
    if (block !== '') sections.at(-1)?.push(block);
    lines = [];
  };
  for (const line of text.split(/\r?\n/)) {
    if (HEADING.test(line)) {
      closeBlock();
      sections.push([]);
    } else {
      if (line.trim() === '' || ITEM.test(line)) closeBlock();
      lines.push(line);
    }
  }
  closeBlock();
  return sections.map((blocks) => blocks.join('\n')).filter((section) => section !== '');
}

function findEnd(section: string, from: number, ends: string[]): number {
  const starts = ends.flatMap((other) =>
    findWhole(section, other).filter(
      (at) => at >= from && (section[at - 1] === '\n' || section[at + other.length] === ':'),
    ),
  );
  return Math.min(section.length, ...starts);
}

/** A shorter name inside a longer one ("Facturen" in "Facturen van leveranciers") is not a mention of its own. */
function coversAt(section: string, longer: string, needle: string, at: number): boolean {
  return findWhole(section, longer).some((start) => start <= at && at + needle.length <= start + longer.length);
}
