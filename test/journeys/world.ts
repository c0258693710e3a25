import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { simpleParser } from 'mailparser';
import { loadContext } from '../../src/config.ts';
import type { Context } from '../../src/core/context.ts';
import { startSlackStandIn } from '../../src/demo/slack-stand-in/stand-in.ts';
import type { Environment } from '../../src/environment.ts';
import type { Log } from '../../src/log.ts';
import { type RunningDesk, startDesk } from '../../src/main.ts';
import { type Dovecot, startDovecot } from '../support/dovecot.ts';
import { type PostgresServer, startPostgres } from '../support/postgres.ts';
import { startRedis, type TestRedis } from '../support/redis.ts';
import { type Smtpd, startSmtpd } from '../support/smtpd.ts';

export const root = resolve(import.meta.dirname, '../..');
export const desk = 'info@kwalipro.test';
export const secretKey = Buffer.alloc(32, 7);

/** The servers of a journey; one set serves all journeys of a file. */
export type Servers = {
  dovecot: Dovecot;
  smtpd: Smtpd;
  redis: TestRedis;
  postgres: PostgresServer | null;
  close(): Promise<void>;
};

/** Starts Dovecot, OpenSMTPD, Redis and, when asked, PostgreSQL. */
export async function startServers(options: { postgres?: boolean } = {}): Promise<Servers> {
  const dovecot = await startDovecot();
  const smtpd = await startSmtpd({ lmtpPort: dovecot.lmtpPort });
  const redis = await startRedis();
  const postgres = options.postgres ? await startPostgres() : null;
  return {
    dovecot,
    smtpd,
    redis,
    postgres,
    async close() {
      await smtpd.close();
      await dovecot.close();
      await redis.stop();
      await postgres?.stop();
    },
  };
}

export type SlackStandIn = Awaited<ReturnType<typeof startSlackStandIn>>;
/** A letter as the person gets it. */
export type Received = {
  subject: string;
  text: string;
  html: string;
  messageId: string;
  inReplyTo: string | undefined;
  headers: string;
};

export type PersonMail = {
  from: string;
  name?: string;
  subject: string;
  text: string;
  inReplyTo?: string;
  headers?: string[];
};

/** What a world is opened with, where it is not the usual. */
export type WorldOptions = {
  engine?: 'sqlite' | 'postgres';
  organisation?: string;
  register?: string;
  home?: string;
  idle?: boolean;
  /** The Redis database of another world, in place of one of its own. */
  redisUrl?: string;
  secretKey?: Uint8Array;
};

/** One desk among real servers, with people who write and staff who click. */
export type World = {
  servers: Servers;
  slack: SlackStandIn;
  context: Context;
  environment: Environment;
  dataDir: string;
  configDir: string;
  mailbox: string;
  logs: string[];
  running: RunningDesk;
  /** Winds the clock forward and lets everything that falls due happen. */
  wind(time: { days?: number; hours?: number; minutes?: number }): Promise<void>;
  now(): string;
  /** A person sends a mail through SMTP; answers its Message-ID once the desk has dealt with it. */
  write(mail: {
    from: string;
    name?: string;
    subject: string;
    text: string;
    inReplyTo?: string;
    headers?: string[];
  }): Promise<string>;
  /** Puts a mail into the mailbox by SMTP without waiting for the desk; answers its raw text. */
  deliver(mail: PersonMail): Promise<{ id: string; raw: string }>;
  /** Winds the clock without letting anything happen. */
  skip(milliseconds: number): void;
  /** Looks at mailbox and clock now and waits until nothing that is due is left. */
  settle(): Promise<void>;
  letters(to: string): Promise<Received[]>;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Starts a second desk on the same mailbox, store and Redis; the caller closes it. */
  startBeside(): Promise<RunningDesk>;
  close(): Promise<void>;
};

let worlds = 0;

/** Opens a world with an empty store and mailbox of its own (`info+N@`… shares nothing with other worlds). */
export async function openWorld(servers: Servers, options: WorldOptions = {}): Promise<World> {
  worlds += 1;
  // Taken before the first await: worlds opened side by side must not share a mailbox or a queue.
  const number = worlds;
  const folder = mkdtempSync(join(tmpdir(), 'rl-world-'));
  const configDir = join(folder, 'config');
  mkdirSync(configDir);
  const mailbox = `info${number}@kwalipro.test`;
  writeFileSync(join(configDir, 'organisation.yaml'), `${organisation(mailbox)}${options.organisation ?? ''}`);
  writeFileSync(join(configDir, 'register.yaml'), options.register ?? register);
  const loaded = await loadContext({ configDir, home: options.home ?? root });
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
  const slack = await startSlackStandIn();
  const logs: string[] = [];
  const environment: Environment = {
    IMAP_URL: servers.dovecot.imapUrl(mailbox),
    SMTP_URL: servers.smtpd.smtpUrl,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_CHANNEL: 'CPRIVACY',
    SLACK_API_URL: slack.apiUrl,
    REDIS_URL: options.redisUrl ?? `${servers.redis.url}/${number}`,
    HTTP_PORT: '0',
    ...(options.engine === 'postgres' && servers.postgres
      ? { DATABASE_URL: await servers.postgres.makeDatabase() }
      : {}),
  };
  let wound = 0;
  const now = () => new Date(Date.now() + wound).toISOString();
  const dataDir = join(folder, 'data');
  const begin = () =>
    startDesk({
      environment,
      context: loaded.context,
      secretKey: options.secretKey ?? secretKey,
      dataDir,
      log: captureLog(logs),
      now,
      slackGapMs: 0,
    });
  const world: World = {
    servers,
    slack,
    context: loaded.context,
    environment,
    dataDir,
    configDir,
    mailbox,
    logs,
    now,
    running: options.idle ? (null as unknown as RunningDesk) : await begin(),
    async wind({ days = 0, hours = 0, minutes = 0 }) {
      wound += ((days * 24 + hours) * 60 + minutes) * 60_000;
      await world.settle();
    },
    async write(mail) {
      const { id } = await world.deliver(mail);
      await world.settle();
      return id;
    },
    skip(milliseconds) {
      wound += milliseconds;
    },
    async deliver(mail) {
      const id = `${Date.now()}.${Math.floor(performance.now() * 1000)}@person.example.test`;
      const raw = rawMail({ ...mail, to: mailbox, id });
      await servers.smtpd.deliver(mailbox, raw, mail.from);
      await arrived(servers, mailbox, id);
      return { id, raw };
    },
    async settle() {
      await world.running.sweep();
      await world.running.idle();
    },
    async letters(to) {
      const mails = await servers.dovecot.readMailbox(to);
      return await Promise.all(mails.map((mail) => readLetter(mail.source)));
    },
    stop: () => world.running.close(),
    async start() {
      world.running = await begin();
    },
    startBeside: begin,
    async close() {
      await world.running?.close();
      await slack.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  if (!options.idle) await world.settle();
  return world;
}

/** OpenSMTPD queues before it delivers: wait until the mailbox has the mail. */
async function arrived(servers: Servers, mailbox: string, id: string): Promise<void> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const mails = await servers.dovecot.readMailbox(mailbox);
    if (mails.some((mail) => mail.source.includes(id))) return;
    if (Date.now() > deadline) throw new Error(`The mail ${id} did not arrive in ${mailbox} within 15 s.`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

function rawMail(mail: {
  from: string;
  name?: string;
  to: string;
  subject: string;
  text: string;
  id: string;
  inReplyTo?: string;
  headers?: string[];
}): string {
  return [
    `From: ${mail.name ? `${mail.name} <${mail.from}>` : mail.from}`,
    `To: ${mail.to}`,
    `Subject: ${mail.subject}`,
    `Message-ID: <${mail.id}>`,
    `Date: ${new Date().toUTCString()}`,
    ...(mail.inReplyTo ? [`In-Reply-To: <${mail.inReplyTo}>`, `References: <${mail.inReplyTo}>`] : []),
    ...(mail.headers ?? []),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    mail.text,
    '',
  ].join('\r\n');
}

async function readLetter(source: Buffer): Promise<Received> {
  const parsed = await simpleParser(source);
  return {
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: typeof parsed.html === 'string' ? parsed.html : '',
    messageId: (parsed.messageId ?? '').replace(/^<|>$/g, ''),
    inReplyTo: parsed.inReplyTo?.replace(/^<|>$/g, ''),
    headers: source.toString('utf8').split('\r\n\r\n')[0] ?? '',
  };
}

function captureLog(lines: string[]): Log {
  const write = (level: string) => (fields: object, message: string) =>
    void lines.push(JSON.stringify({ level, ...fields, message }));
  return { info: write('info'), warn: write('warn'), error: write('error') };
}

function organisation(email: string): string {
  return `name: Kwalipro
address: Voorbeeldlaan 1, 7800 AA Emmen
email: ${email}
website: www.kwalipro.test
casePrefix: KP
language: nl
team:
  - { slack: UANNA, name: Anna, roles: [handler, approver] }
  - { slack: UBRAM, name: Bram, roles: [handler] }
  - { slack: UCARLA, name: Carla, email: carla@kwalipro.test, roles: [owner] }
`;
}

const register = `places:
  - id: bookkeeping
    name: { nl: Boekhouding, en: Bookkeeping }
    holds: { nl: facturen en adressen, en: invoices and addresses }
    retention: { nl: zeven jaar, en: seven years }
    owner: UANNA
  - id: newsletter
    name: { nl: Nieuwsbrief, en: Newsletter }
    holds: { nl: e-mailadressen, en: e-mail addresses }
    retention: { nl: tot u zich afmeldt, en: until you unsubscribe }
recipients:
  - id: hosting
    name: { nl: Wolk BV, en: Wolk BV }
    why: { nl: bewaart de website, en: hosts the website }
`;
