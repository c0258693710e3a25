import { conceptNumber } from './find-concepts.ts';
import type { ReadMail } from './read-mail.ts';

const guards = new Set(
  [
    'reported',
    'general',
    'advice',
    'offering',
    'business-as-usual',
    'settled',
    'unneeded',
    'processor',
    'invoice',
    'orgs',
    'material',
    'trainerwork',
    'someone',
  ].map(conceptNumber),
);
const we = conceptNumber('we');
const quotationMark = /["“”„«»]/;

/**
 * Tells whether the mail says what it says without any of the words that make the very same request something else: told of
 * another, asked in general, offered for sale, settled already, put between quotation marks, or said for a company ("we").
 */
export function isPlainSpoken(mail: ReadMail): boolean {
  if (quotationMark.test(mail.subject.source) || quotationMark.test(mail.body.source)) return false;
  return [mail.subject, mail.body].every((part) =>
    part.concepts.every((concepts) => concepts.every((concept) => concept !== we && !guards.has(concept))),
  );
}

/** How many words the writer's own text has, the subject's among them. */
export function countWords(mail: ReadMail): number {
  return mail.subject.words.text.length + mail.body.words.text.length;
}
