import { type Block, makeSection } from '../blocks.ts';
import { type Frame, showCommand } from '../frame.ts';
import { sayFindings, sayMissing } from '../say-refusal.ts';
import { makeLetterFields, readLetter } from './letter-fields.ts';
import { type Built, type Entered, type Scene, showSheet, showsNothing } from './sheet.ts';

type Letter = Awaited<ReturnType<Scene['preview']>>;

/** A window with a letter to read, change and send; one that lacks a fact can only be read about. */
export function showLetter(scene: Scene, title: string, head: string, letter: Letter): Built {
  const { record, frame } = scene;
  const { words } = frame;
  const first = makeSection(head);
  if (!letter.ok && letter.refusal.code === 'letter-incomplete') {
    const missing = sayMissing(letter.refusal.missing, frame);
    return showSheet({ title, blocks: [first, makeSection(words.modal.missing(missing))] });
  }
  if (!letter.ok) return letter;
  const fields = showsNothing(frame)
    ? [makeSection(words.modal.notShown(showCommand(record))), makeSection(words.modal.letterUnseen)]
    : makeLetterFields(letter, words.modal.letterHint, frame);
  return showSheet({ title, submit: words.modal.send, blocks: [...listFindings(letter, frame), first, ...fields] });
}

/** What the letter lacks as it stands, in red on top; nothing when it may go. */
export function listFindings({ findings }: Extract<Letter, { ok: true }>, frame: Frame): Block[] {
  return findings.length === 0 ? [] : [makeSection(frame.words.modal.lacks(sayFindings(findings, frame)))];
}

/** The letter as it was changed in the window, or as composed where Slack shows no letters. */
export async function readSentLetter(
  { frame }: Scene,
  entered: Entered,
  compose: () => Promise<Letter>,
): Promise<{ subject: string; text: string }> {
  if (!showsNothing(frame)) return readLetter(entered);
  const letter = await compose();
  return letter.ok ? { subject: letter.subject, text: letter.text } : { subject: '', text: '' };
}
