import type { Block } from '../blocks.ts';
import type { Frame } from '../frame.ts';
import { makeTextInput, readText } from './inputs.ts';
import type { Entered } from './sheet.ts';

/** One input holds 3,000 characters; this leaves room to write more in it. */
const pieceLength = 2400;
/** What stood between two pieces, by the letter in the block id. */
const joints: Record<string, string> = { p: '\n\n', l: '\n', n: '' };

/** The subject and the text of a letter as inputs; a long text is laid over several, cut between paragraphs where it can be. */
export function makeLetterFields(letter: { subject: string; text: string }, hint: string, { words }: Frame): Block[] {
  const pieces = splitText(letter.text.trim());
  return [
    makeTextInput('subject', words.modal.subject, { initial: letter.subject }),
    ...pieces.map(({ text, joint }, index) =>
      makeTextInput(`text.${index}.${joint}`, index === 0 ? words.modal.text : words.modal.textNext, {
        initial: text,
        lines: 'many',
        optional: index > 0,
        ...(index === 0 ? { hint } : {}),
      }),
    ),
  ];
}

/** Puts the letter together again from what was entered. */
export function readLetter(entered: Entered): { subject: string; text: string } {
  const blocks = Object.keys(entered)
    .map((block) => ({ block, parts: block.split('.') }))
    .filter(({ parts }) => parts[0] === 'text')
    .sort((a, b) => Number(a.parts[1]) - Number(b.parts[1]));
  const text = blocks.reduce((whole, { block, parts }) => {
    const piece = readText(entered, block);
    return whole === '' ? piece : `${whole}${joints[parts[2] ?? 'p'] ?? '\n\n'}${piece}`;
  }, '');
  return { subject: readText(entered, 'subject'), text: `${text}\n` };
}

function splitText(text: string): { text: string; joint: string }[] {
  const pieces: { text: string; joint: string }[] = [];
  let rest = text;
  let joint = 'p';
  while (rest.length > pieceLength) {
    const [at, next] = findCut(rest);
    pieces.push({ text: rest.slice(0, at), joint });
    joint = next;
    rest = rest.slice(at + (joints[next] ?? '').length);
  }
  return [...pieces, { text: rest, joint }];
}

/** Where to cut, and what stands there: between paragraphs, else between lines, else anywhere. */
function findCut(text: string): [number, string] {
  for (const joint of ['p', 'l']) {
    const at = text.lastIndexOf(joints[joint] ?? '', pieceLength);
    if (at > 0) return [at, joint];
  }
  return [pieceLength, 'n'];
}
