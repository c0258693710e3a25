import { detectLanguage } from './detect-language.ts';
import { findConcepts } from './find-concepts.ts';
import { foldText } from './fold-text.ts';
import { htmlToText } from './html-to-text.ts';
import { findOwnText } from './own-text.ts';
import type { RecogniseInput } from './recognition.ts';
import { emptyWords, splitWords, type Words } from './split-words.ts';

/** The words of one part of the mail, the text they are offsets into, and the concepts of each word. */
export type ReadPart = { source: string; words: Words; concepts: (readonly number[])[] };

/** A mail made ready to judge: only what its writer says, in words and concepts. */
export type ReadMail = {
  subject: ReadPart;
  body: ReadPart;
  language: string;
  quotes: boolean;
  forwards: boolean;
  isReply: boolean;
  original?: string;
};

const subjectMarks =
  /^ *((re|aw|antw|antwoord|fw|fwd|wg|tr|sv|doorgest|betr|extern|external)( ?\[\d+\])? ?: *|\[(extern|external|spam)\] *)+/;
const replyMark = /^ *(re|aw|antw|antwoord|sv|betr)( ?\[\d+\])? ?:/;
const readLength = { beginning: 45_000, end: 15_000 };
const longestText = readLength.beginning + readLength.end;

/** Reads a mail: own words apart from quoted ones, in sentences, words and concepts. Of a text of more than 60,000 letters the middle is not looked at. */
export function readMail(input: RecogniseInput): ReadMail {
  const source = chooseBody(input);
  const foldedSubject = foldText(input.subject.slice(0, 1000));
  const folded = foldText(source);
  const own = findOwnText(folded, foldedSubject);
  const skip = subjectMarks.exec(foldedSubject)?.[0].length ?? 0;
  const isReply = replyMark.test(foldedSubject);
  const subject = splitWords(
    foldedSubject,
    [{ start: skip, end: foldedSubject.length, forwarded: false }],
    emptyWords(),
  );
  const body = splitWords(folded, own.stretches, emptyWords());
  const language = detectLanguage([...body.text.slice(0, 300), ...subject.text]);
  const mail: ReadMail = {
    subject: { source: input.subject, words: subject, concepts: findConcepts(subject, language) },
    body: { source, words: body, concepts: findConcepts(body, language) },
    language,
    quotes: own.quotes,
    forwards: own.forwards,
    isReply,
  };
  if (own.original !== undefined) mail.original = own.original;
  return mail;
}

/** The plain text, or the HTML as text where the mail has no plain text worth the name. */
function chooseBody(input: RecogniseInput): string {
  const text = leaveOutMiddle(input.text);
  if (input.html === undefined || input.html === '') return text;
  if (text.trim().length >= 120) return text;
  const fromHtml = leaveOutMiddle(htmlToText(input.html.slice(0, 1_000_000)));
  return fromHtml.length > text.trim().length ? fromHtml : text;
}

/** People ask at the beginning or at the end; the empty line between keeps a sentence from running over the gap. */
function leaveOutMiddle(text: string): string {
  if (text.length <= longestText) return text;
  return `${text.slice(0, readLength.beginning)}\n\n${text.slice(-readLength.end)}`;
}
