import type { PracticeMail } from './practice-mails.ts';
import type { ReceivedLetter } from './practice-post.ts';

/** The one-time code in a letter, or undefined. */
export function findCode(letter: ReceivedLetter): string | undefined {
  return /(?<!\d)\d{6}(?!\d)/.exec(letter.text)?.[0];
}

/** The last letter about a case (its number stands in the subject) that asks for a code. */
export function findQuestion(letters: readonly ReceivedLetter[], caseNumber: string): ReceivedLetter | undefined {
  return letters.findLast((letter) => letter.subject.includes(caseNumber) && findCode(letter) !== undefined);
}

/** Draws a mail that somebody outside sends. */
export function drawMail(mail: PracticeMail): string[] {
  return frame(`✉ MAIL to the desk · from ${mail.from} · ${mail.subject || '(no subject)'}`, mail.text);
}

/** Draws a letter as the person gets it. */
export function drawLetter(letter: ReceivedLetter): string[] {
  return frame(`✉ LETTER to ${letter.to} · ${letter.subject}`, letter.text);
}

function frame(head: string, text: string): string[] {
  return [
    '',
    `  ${head}`,
    ...text
      .trim()
      .split('\n')
      .map((line) => `  ▏ ${line}`),
  ];
}
