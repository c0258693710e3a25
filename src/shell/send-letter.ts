import type { OutgoingMail, SendResult } from '../channels/email/send.ts';
import type { Case } from '../core/case.ts';
import type { Incoming } from '../core/event.ts';
import { renderParts } from '../core/letter.ts';
import { describeError } from '../log.ts';
import type { OutboxRow } from '../store/store.ts';
import { advanceCase } from './advance-case.ts';
import type { Desk, Performed } from './desk.ts';
import { type ListSentIds, linkMessageIds, planSentCopy } from './link-sent.ts';
import { later } from './perform.ts';

/** What sending needs of the e-mail channel. */
export type Post = {
  build(mail: OutgoingMail): Promise<Uint8Array>;
  send(raw: Uint8Array, to: string): Promise<SendResult>;
  /** Puts the copy into the Sent folder. */
  keepCopy(raw: Uint8Array): Promise<void>;
  /** Whether the Sent folder holds a mail with this Message-ID. */
  wasSent(messageId: string): Promise<boolean>;
  listSentIds: ListSentIds;
};

/** How often a send that certainly did not happen is tried before staff are told; the waits double from a minute. */
const tries = 8;

/**
 * A row `send-letter`: sends an approved letter once. `startedAt` is committed before the server is touched; a row found with it was
 * interrupted there, and is looked up in the Sent folder. What that does not settle becomes a question to staff, never a second letter.
 */
export async function sendLetter(desk: Desk, post: Post, row: OutboxRow): Promise<Performed> {
  const record = row.caseId ? await desk.store.readCase(row.caseId) : null;
  const letter = record?.letters.find((each) => each.id === row.payload.letter);
  const words = letter && record?.personal?.letters[letter.id];
  if (!record || !letter || !words || letter.status !== 'approved') return { kind: 'done' };
  const tell = async (incoming: Incoming): Promise<Performed> => {
    await advanceCase(desk, record.id, incoming, { outbox: row.id });
    return { kind: 'done' };
  };
  if (row.startedAt !== null) {
    const found = await post.wasSent(words.messageId);
    return tell(found ? { kind: 'letter-sent', letter: letter.id } : { kind: 'letter-uncertain', letter: letter.id });
  }
  const raw = await post.build(addressMail(record, words, desk.now()));
  if (post.listSentIds) await planSentCopy(desk, row, record.id, letter.id);
  await desk.store.startOutbox(row.id, desk.now(), desk.worker);
  const result = await post.send(raw, words.to);
  desk.log.info(
    { case: record.id, letter: letter.id, template: letter.template, result: result.kind },
    'Letter handed to the mail server.',
  );
  switch (result.kind) {
    case 'sent':
      if (result.serverMessageId) await linkMessageIds(desk, record.id, [result.serverMessageId]);
      await keepCopyQuietly(desk, post, raw, letter.id);
      return tell({ kind: 'letter-sent', letter: letter.id });
    case 'permanent':
      return tell({ kind: 'letter-failed', letter: letter.id, reason: result.reason });
    case 'unknown':
      return tell({ kind: 'letter-uncertain', letter: letter.id });
    case 'transient': {
      if (row.attempts >= tries) return tell({ kind: 'letter-failed', letter: letter.id, reason: result.reason });
      const at = later(desk.now(), 60_000 * 2 ** Math.max(0, row.attempts - 1));
      await desk.store.endOutbox(row.id, {
        worker: desk.worker,
        state: 'pending',
        at: desk.now(),
        clearStarted: true,
        dueAt: at,
        failure: result.reason,
      });
      return { kind: 'again', at, failure: result.reason };
    }
  }
}

/** The letter is out; a copy that cannot be kept is no reason to say otherwise. */
async function keepCopyQuietly(desk: Desk, post: Post, raw: Uint8Array, letter: string): Promise<void> {
  try {
    await post.keepCopy(raw);
  } catch (error) {
    desk.log.warn(
      { letter, ...describeError(error) },
      'The copy of a sent letter could not be put into the Sent folder.',
    );
  }
}

/** The letter as a mail that answers the person's last one. */
function addressMail(
  record: Case,
  words: { to: string; subject: string; text: string; messageId: string },
  now: string,
): OutgoingMail {
  const mails = record.personal?.mails ?? [];
  const last = mails.filter((mail) => mail.messageId !== undefined).at(-1);
  const references = [...new Set([...(last?.references ?? []), ...(last?.messageId ? [last.messageId] : [])])];
  return {
    to: words.to,
    subject:
      record.number && !words.subject.includes(record.number) ? `${words.subject} [${record.number}]` : words.subject,
    ...renderParts(words.text),
    messageId: words.messageId,
    ...(last?.messageId ? { inReplyTo: last.messageId } : {}),
    references,
    date: now,
  };
}
