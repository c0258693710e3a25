import type { Case } from '../../../core/case.ts';
import { codeMark } from '../../../core/facts.ts';

/** A letter as staff may read it: the one-time code of a question is known to the person only. */
export function readLetterText(record: Case, letterId: string): { to: string; subject: string; text: string } | null {
  const letter = record.letters.find((each) => each.id === letterId);
  const content = record.personal?.letters[letterId];
  if (!letter || !content) return null;
  const carriesCode = letter.part === 'confirm';
  const hide = (text: string) => (carriesCode ? text.replace(/(?<!\d)\d{6}(?!\d)/g, codeMark) : text);
  return { to: content.to, subject: hide(content.subject), text: hide(content.text) };
}
