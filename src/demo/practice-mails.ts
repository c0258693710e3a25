import { readdir, readFile } from 'node:fs/promises';
import { parseMail } from '../channels/email/parse.ts';

/** A mail from somebody outside, as it comes to the desk's mail server; `from` is its address. */
export type PracticeMail = { from: string; subject: string; text: string; raw: Uint8Array };

/** The server that says in Authentication-Results whether a sender is real; the desk is told to believe it. */
export const practiceMailServer = 'mx.oefenpost.example';

/** Reads the example mails in their order. */
export async function readExampleMails(): Promise<PracticeMail[]> {
  const folder = new URL('./mails/', import.meta.url);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort();
  return await Promise.all(names.map(async (name) => readPracticeMail(await readFile(new URL(name, folder)))));
}

/** A person's answer to a letter, in the letter's own thread. */
export async function writeReply(
  letter: { to: string; subject: string; messageId: string; references: string[] },
  text: string,
  id: string,
): Promise<PracticeMail> {
  const references = [...letter.references, letter.messageId].map((each) => `<${each}>`).join(' ');
  return await readPracticeMail(
    Buffer.from(
      [
        `From: ${letter.to}`,
        `Subject: ${encodeWords(`Re: ${letter.subject}`)}`,
        `Message-ID: <${id}@${letter.to.split('@')[1]}>`,
        `In-Reply-To: <${letter.messageId}>`,
        `References: ${references}`,
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=utf-8',
        'Content-Transfer-Encoding: 8bit',
        '',
        ...text.split(/\r?\n/),
        '',
      ].join('\r\n'),
    ),
  );
}

/** The mail as the desk's mail server hands it over: with its recipient, its date and the server's word on the sender. */
export function stampMail(mail: PracticeMail, to: string, receivedAt: string): Uint8Array {
  const domain = mail.from.split('@')[1] ?? '';
  const date = new Date(receivedAt).toUTCString().replace('GMT', '+0000');
  const stamp = [
    `Authentication-Results: ${practiceMailServer}; dmarc=pass header.from=${domain}`,
    `Received: from mail.${domain} by ${practiceMailServer}; ${date}`,
    `Date: ${date}`,
    `To: ${to}`,
    '',
  ].join('\r\n');
  return Buffer.concat([Buffer.from(stamp), mail.raw]);
}

async function readPracticeMail(source: Buffer): Promise<PracticeMail> {
  const raw = Buffer.from(source.toString('utf8').replace(/\r?\n/g, '\r\n'));
  const { from, subject, text } = await parseMail(raw);
  if (!from) throw new Error('A practice mail has no sender; expected one From header with one address.');
  return { from: from.address, subject, text, raw };
}

/** A header's text as RFC 2047 words, whatever letters it has. */
function encodeWords(text: string): string {
  const words = text.match(/[\s\S]{1,15}/gu) ?? [];
  return words.map((word) => `=?utf-8?B?${Buffer.from(word).toString('base64')}?=`).join('\r\n ');
}
