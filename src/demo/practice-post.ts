import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { parseMail } from '../channels/email/parse.ts';

/** A letter as it lies in somebody's mailbox outside; ids without <>, `text` is its plain text. */
export type ReceivedLetter = {
  to: string;
  from: string;
  subject: string;
  text: string;
  messageId: string;
  references: string[];
  raw: Uint8Array;
};
/** The world outside: every mailbox that the desk can write to. */
export type PracticePost = {
  /** What to put in SMTP_URL. */
  url: string;
  /** All letters that were sent, oldest first. */
  letters: readonly ReceivedLetter[];
  close(): Promise<void>;
};

/** Starts a mail server on a free port of 127.0.0.1 that keeps every mail in memory and sends nothing on. */
export async function startPracticePost(): Promise<PracticePost> {
  const letters: ReceivedLetter[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const recipients = session.envelope.rcptTo.map((recipient) => recipient.address);
        readLetters(Buffer.concat(chunks), recipients).then((read) => {
          letters.push(...read);
          callback();
        }, callback);
      });
    },
  });
  // A client that breaks off is no fault of this server's, and without a listener it would end the process.
  server.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function readLetters(raw: Buffer, recipients: string[]): Promise<ReceivedLetter[]> {
  const parsed = await parseMail(raw);
  return recipients.map((to) => ({
    to,
    from: parsed.from?.address ?? '',
    subject: parsed.subject,
    text: parsed.text,
    messageId: parsed.messageId ?? '',
    references: parsed.references,
    raw,
  }));
}
