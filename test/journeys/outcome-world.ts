import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMailer } from '../../src/channels/email/send.ts';
import type { Case } from '../../src/core/case.ts';
import type { Context } from '../../src/core/context.ts';
import { draughtLetter, type LetterOrder } from '../../src/core/decide/letters.ts';
import type { StaffAction } from '../../src/core/event.ts';
import { type ReceivedLetter, startPracticePost } from '../../src/demo/practice-post.ts';
import { openRecogniser } from '../../src/open-mail.ts';
import { advanceCase } from '../../src/shell/advance-case.ts';
import type { Desk, Performer } from '../../src/shell/desk.ts';
import type { Judge } from '../../src/shell/judge-mail.ts';
import { createPerform, performTimer } from '../../src/shell/perform.ts';
import { sendLetter } from '../../src/shell/send-letter.ts';
import { createSift } from '../../src/shell/sift-mail.ts';
import { takeInMail } from '../../src/shell/take-in-mail.ts';
import { openStore } from '../../src/store/open.ts';

/** A desk without a mailbox, a queue and Slack: mails are handed to it, and its outbox is worked here, row by row. */
export type OutcomeWorld = {
  desk: Desk;
  /** A person writes; answers once all that follows is done. */
  write(mail: { from: string; subject: string; text: string; inReplyTo?: string }): Promise<void>;
  /** What staff do; throws when it is refused. */
  act(id: string, action: StaffAction, by?: string): Promise<Case>;
  /** A letter as the window shows it; throws when it lacks something. */
  draught(record: Case, order: LetterOrder): { subject: string; text: string };
  /** Winds the clock forward and lets what falls due happen. */
  wind(days: number): Promise<void>;
  read(id: string): Promise<Case>;
  caseOf(from: string): Promise<Case>;
  lettersTo(address: string): ReceivedLetter[];
  close(): Promise<void>;
};

const dayMs = 86_400_000;

/** Opens a desk on a fresh store in a folder of its own, sending to a mail server of its own. */
export async function openOutcomeWorld(context: Context, first: string): Promise<OutcomeWorld> {
  // In memory where the system has such a folder: what is asked here is what is stored, not that it survives a power cut.
  const dataDir = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'rl-outcomes-'));
  const store = await openStore({ dataDir, secretKey: Buffer.alloc(32, 7) });
  const smtp = await startPracticePost();
  const { hostname, port } = new URL(smtp.url);
  const { email, name } = context.organisation;
  const mailer = createMailer({
    smtp: { host: hostname, port: Number(port), secure: false, starttls: 'when-offered', login: null },
    from: { name, address: email },
  });
  const quiet = () => undefined;
  let now = Date.parse(first);
  let codes = 100_000;
  let uid = 0;
  const desk: Desk = {
    store,
    context,
    now: () => new Date(now).toISOString(),
    makeCode() {
      codes += 1;
      return String(codes);
    },
    log: { info: quiet, warn: quiet, error: quiet },
    worker: 'outcomes',
    push: async () => undefined,
  };
  const judge: Judge = {
    recognise: openRecogniser(context),
    screenFacts: { ownAddresses: [email], ownDomainIds: (id) => id.endsWith(`.rechtenloket@${email.split('@')[1]}`) },
    authserv: null,
  };
  const sift = createSift(desk, judge);
  const post = {
    build: mailer.build,
    send: (raw: Uint8Array, to: string) => mailer.send(raw, { from: email, to }),
    keepCopy: async () => undefined,
    wasSent: async () => false,
    listSentIds: null,
  };
  const absent: Performer = async () => ({ kind: 'done' });
  const performers: Record<string, Performer> = {
    'take-in-mail': (row) => takeInMail(desk, judge, row),
    'send-letter': (row) => sendLetter(desk, post, row),
    timer: (row) => performTimer(desk, row),
    'show-case': absent,
    'mark-mail': absent,
  };
  const perform = createPerform(desk, performers);
  // Journeys run beside each other: the work on a row that another one waits for is shared.
  const inFlight = new Map<string, Promise<unknown>>();
  const start = (id: string) => {
    const work = perform(id).finally(() => inFlight.delete(id));
    inFlight.set(id, work);
    return work;
  };
  const settle = async () => {
    for (;;) {
      const rows = await store.listPending({ dueBefore: desk.now(), limit: 100 });
      if (rows.length === 0) return;
      await Promise.all(rows.map(({ id }) => inFlight.get(id) ?? start(id)));
    }
  };
  const world: OutcomeWorld = {
    desk,
    async write(mail) {
      uid += 1;
      const source = Buffer.from(rawMail(mail, email, uid, desk.now()));
      const receivedAt = desk.now();
      const fetched = { uid, receivedAt, size: source.length, source, complete: true, headersOnly: false };
      await sift({ mailbox: 'INBOX', uidValidity: '1', mails: [fetched], lastUid: uid, more: false });
      await settle();
    },
    async act(id, action, by = 'UANNA') {
      now += 1000;
      const advance = await advanceCase(desk, id, {
        kind: 'staff-decided',
        by,
        action,
        code: desk.makeCode(),
      });
      if (!advance.ok) throw new Error(`"${action.do}" was refused: ${JSON.stringify(advance.refusal)}`);
      await settle();
      return world.read(id);
    },
    draught(record, order) {
      const letter = draughtLetter(record, context, desk.now(), order);
      if (!letter.ok) throw new Error(`"${order.letter}" cannot be written: ${JSON.stringify(letter.refusal)}`);
      if (letter.findings.length > 0) throw new Error(`"${order.letter}" lacks ${JSON.stringify(letter.findings)}`);
      return { subject: letter.subject, text: letter.text };
    },
    async wind(days) {
      now += days * dayMs;
      await settle();
    },
    async read(id) {
      const record = await store.readCase(id);
      if (!record) throw new Error(`Case ${id} is gone.`);
      return record;
    },
    async caseOf(from) {
      const [link, ...more] = await store.findLinks('address', [from]);
      if (!link || more.length > 0)
        throw new Error(`Expected one case of this address, found ${link ? 'more' : 'none'}.`);
      return world.read(link.caseId);
    },
    lettersTo: (address) => smtp.letters.filter((letter) => letter.to === address),
    async close() {
      await mailer.close();
      await smtp.close();
      await store.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return world;
}

function rawMail(
  mail: { from: string; subject: string; text: string; inReplyTo?: string },
  to: string,
  uid: number,
  now: string,
): string {
  return [
    `From: Jan de Vries <${mail.from}>`,
    `To: ${to}`,
    `Subject: ${mail.subject}`,
    `Message-ID: <${uid}@person.example.test>`,
    `Date: ${new Date(now).toUTCString()}`,
    ...(mail.inReplyTo ? [`In-Reply-To: <${mail.inReplyTo}>`] : []),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    mail.text,
    '',
  ].join('\r\n');
}
