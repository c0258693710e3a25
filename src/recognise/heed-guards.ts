import { conceptNumber } from './find-concepts.ts';
import { greetings } from './greetings.ts';
import type { ReadMail, ReadPart } from './read-mail.ts';

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
const longestGreeting = 5;
const quotationMark = /["“”„«»]/;

/**
 * Tells whether the mail says what it says without any of the words that make the very same request something else: told of
 * another, asked in general, offered for sale, settled already, put between quotation marks, or said for a company ("we").
 */
export function isPlainSpoken(mail: ReadMail): boolean {
  if (quotationMark.test(mail.subject.source) || quotationMark.test(mail.body.source)) return false;
  return [mail.subject, mail.body].every((part) => {
    const greeting = countGreeting(part);
    return part.concepts.every(
      (concepts, at) => at < greeting || concepts.every((concept) => concept !== we && !guards.has(concept)),
    );
  });
}

/** How many words the greeting at the head has: "Beste mensen" speaks of nobody. */
function countGreeting({ words }: ReadPart): number {
  if (!greetings.has(words.text[0] ?? '')) return 0;
  const length = words.sentence.findIndex((sentence) => sentence !== words.sentence[0]);
  return length > 0 && length <= longestGreeting ? length : 0;
}

/** How many words the writer's own text has, the subject's among them. */
export function countWords(mail: ReadMail): number {
  return mail.subject.words.text.length + mail.body.words.text.length;
}
