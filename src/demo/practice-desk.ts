import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../core/context.ts';
import { type RunningDesk, startDesk } from '../main.ts';
import { type PracticeClock, startPracticeClock } from './practice-clock.ts';
import { loadPracticeContext } from './practice-context.ts';
import { openPracticeLog } from './practice-log.ts';
import { startPracticeMailbox } from './practice-mailbox.ts';
import { type PracticeMail, practiceMailServer, stampMail } from './practice-mails.ts';
import { nick, practicePeople } from './practice-people.ts';
import { type ReceivedLetter, startPracticePost } from './practice-post.ts';
import { type SlackStandIn, startSlackStandIn } from './slack-stand-in/stand-in.ts';

/** The channel of the stand-in where cases are shown. */
export const practiceChannel = 'CPRIVACY';
const restMs = 30_000;

/** The real worker on a practice mailbox and the Slack stand-in, with nothing outside this machine. */
export type PracticeDesk = {
  context: Context;
  slack: SlackStandIn;
  clock: PracticeClock;
  running: RunningDesk;
  /** What the desk sent to people outside, oldest first. */
  letters: readonly ReceivedLetter[];
  /** Delivers a mail to the desk's mailbox and waits until the desk has dealt with it. */
  receive(mail: PracticeMail): Promise<void>;
  /** Winds the clock forward by whole days and lets everything that falls due happen. */
  wind(days: number): Promise<void>;
  /** Looks at mailbox and clock now, and waits until nothing that is due is left. */
  settle(): Promise<void>;
  close(): Promise<void>;
};
/** `faults` is what is wrong in the configuration. */
export type PracticeStart = { ok: true; desk: PracticeDesk } | { ok: false; faults: string[] };

/** The folder of one practice: its data are removed at the end, its log only when all went well. */
export type PracticeFolder = { data: string; log: string; remove(what: 'all' | 'data'): Promise<void> };

/** Makes a fresh folder in the system's place for temporary files. */
export async function makePracticeFolder(): Promise<PracticeFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'rechtenloket-demo-'));
  const data = join(folder, 'data');
  return {
    data,
    log: join(folder, 'desk.log'),
    remove: (what) => rm(what === 'all' ? folder : data, { recursive: true, force: true }),
  };
}

/** Starts everything; what was started is ended again when a later part fails. `configDir` defaults to the repository's own. */
export async function startPracticeDesk(folder: PracticeFolder, configDir?: string): Promise<PracticeStart> {
  const clock = startPracticeClock();
  const loaded = await loadPracticeContext(configDir, clock.now());
  if (!loaded.ok) return loaded;
  const closers: (() => unknown)[] = [];
  const close = async () => {
    for (const end of closers.splice(0).reverse()) await end();
  };
  try {
    return { ok: true, desk: await startParts(folder, clock, loaded.context, closers, close) };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startParts(
  folder: PracticeFolder,
  clock: PracticeClock,
  context: Context,
  closers: (() => unknown)[],
  close: () => Promise<void>,
): Promise<PracticeDesk> {
  const { email } = context.organisation;
  const log = openPracticeLog(folder.log);
  closers.push(() => log.close());
  const slack = await startSlackStandIn({
    now: () => new Date(clock.now()),
    users: [...practicePeople].map(([id, name]) => ({ id, name: nick(name), realName: name })),
  });
  closers.push(() => slack.close());
  const mailbox = await startPracticeMailbox(email);
  closers.push(() => mailbox.close());
  const post = await startPracticePost();
  closers.push(() => post.close());
  const running = await startDesk({
    environment: {
      IMAP_URL: mailbox.url,
      SMTP_URL: post.url,
      MAIL_AUTHSERV_ID: practiceMailServer,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_CHANNEL: practiceChannel,
      SLACK_API_URL: slack.apiUrl,
      HTTP_PORT: '0',
    },
    context,
    secretKey: randomBytes(32),
    dataDir: folder.data,
    log,
    now: clock.now,
    slackGapMs: 0,
  });
  closers.push(() => running.close());
  const settle = async () => {
    await running.sweep();
    await inTime(running.idle());
  };
  return {
    context,
    slack,
    clock,
    running,
    letters: post.letters,
    async receive(mail) {
      const now = clock.now();
      mailbox.deliver(stampMail(mail, email, now), now);
      await settle();
    },
    async wind(days) {
      // Day by day, so that what falls due on a day happens on that day.
      for (let day = 0; day < days; day += 1) {
        clock.wind(1);
        await settle();
      }
    },
    settle,
    close,
  };
}

/** A row that keeps failing never comes to rest; nobody should wait for it without end. */
async function inTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`the desk did not come to rest within ${restMs / 1000} s; its log says why.`)),
      restMs,
    );
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
