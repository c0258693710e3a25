import { randomInt, randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Slack } from './channels/slack/deps.ts';
import { openSlack } from './channels/slack/open-slack.ts';
import { serveHealth } from './channels/web/serve-health.ts';
import type { Context } from './core/context.ts';
import { draughtLetter } from './core/decide/letters.ts';
import type { Environment } from './environment.ts';
import { describeError, type Log } from './log.ts';
import { openMail } from './open-mail.ts';
import { type OutboxQueue, openQueue } from './queue/open-queue.ts';
import { openRedis } from './queue/redis.ts';
import { type Parts, readHealth, readMetrics, readTroubles } from './read-health.ts';
import { advanceCase } from './shell/advance-case.ts';
import type { Desk, Performer } from './shell/desk.ts';
import { performDigest, planDigest } from './shell/digest.ts';
import { createTellUnfinished, finishClick, keepClick, unfinishedKind } from './shell/keep-click.ts';
import { keepTeam } from './shell/keep-team.ts';
import { linkSentCopy, sentCopyKind } from './shell/link-sent.ts';
import { listLikely } from './shell/list-likely.ts';
import { markMail } from './shell/mark-mail.ts';
import { createPerform, performTimer, restRow } from './shell/perform.ts';
import { type Post, sendLetter } from './shell/send-letter.ts';
import { createShowCase } from './shell/show-case.ts';
import { takeInMail } from './shell/take-in-mail.ts';
import { watchSilence } from './shell/watch-silence.ts';
import { openStore } from './store/open.ts';
import type { Store } from './store/store.ts';

/** What a desk is started with; `now`, `makeCode` and the intervals are given by demo and tests. */
export type StartOptions = {
  environment: Environment;
  context: Context;
  secretKey: Uint8Array;
  dataDir: string;
  log: Log;
  now?: () => string;
  makeCode?: () => string;
  sweepEveryMs?: number;
  /** Least time between two Slack messages in the channel. */
  slackGapMs?: number;
  /** Stands between the desk and its parts, for tests that break it off there. */
  between?: Between;
};

/** Each takes a part and gives the one that is used in its place. */
export type Between = { store?: (store: Store) => Store; post?: (post: Post) => Post };

/** A running desk; `sweep` looks at the mailbox and at the clock now, `idle` answers when nothing that is due is left to do. */
export type RunningDesk = {
  desk: Desk;
  healthPort: number;
  sweep(): Promise<void>;
  /** Looks now whether a part has been silent for an hour, and mails the owners; it does so by itself each minute. */
  watchSilence(): Promise<void>;
  /** Asks Slack now who is in the user groups of the team; it does so by itself each hour. */
  refreshTeam(): Promise<void>;
  idle(): Promise<void>;
  close(): Promise<void>;
};

/** Opens everything in order and starts working; whatever was opened is closed again when a later part fails. */
export async function startDesk(options: StartOptions): Promise<RunningDesk> {
  const opened: (() => Promise<void>)[] = [];
  const closeAll = async () => {
    for (const close of opened.splice(0).reverse()) await close();
  };
  try {
    return await openAll(options, opened, closeAll);
  } catch (error) {
    await closeAll();
    throw error;
  }
}

async function openAll(
  options: StartOptions,
  opened: (() => Promise<void>)[],
  closeAll: () => Promise<void>,
): Promise<RunningDesk> {
  const { environment, context, log, dataDir } = options;
  const now = options.now ?? (() => new Date().toISOString());
  const opening = await openStore({
    ...(environment.DATABASE_URL ? { url: environment.DATABASE_URL } : {}),
    dataDir,
    secretKey: options.secretKey,
  });
  const store = options.between?.store?.(opening) ?? opening;
  opened.push(() => store.close());

  let queue: OutboxQueue | null = null;
  const desk: Desk = {
    store,
    context,
    now,
    makeCode: options.makeCode ?? (() => String(randomInt(1_000_000)).padStart(6, '0')),
    log,
    worker: `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`,
    push: async (rows) => await queue?.push(rows),
  };

  const redis = await openRedis({ ...(environment.REDIS_URL ? { url: environment.REDIS_URL } : {}), dataDir, log });
  opened.push(() => redis.close());

  const slack = await openDeskSlack(options, desk);
  opened.push(() => slack.close());
  // Socket Mode itself needs only the app token: a wrong bot token or channel would first show at the first card.
  void slack.check().then(
    (checked) => checked.ok || log.error({}, `Slack cannot be used. ${checked.fault}`),
    (error) => log.error(describeError(error), 'Slack could not be checked.'),
  );

  const team = keepTeam(desk, slack.readGroups);
  opened.push(async () => team.close());

  const mail = await openMail({ environment, desk });
  opened.push(() => mail.close());

  const post = options.between?.post?.(mail.post) ?? mail.post;
  const performers: Record<string, Performer> = {
    'take-in-mail': (row) => takeInMail(desk, mail.judge, row),
    timer: (row) => performTimer(desk, row),
    'send-letter': (row) => sendLetter(desk, post, row),
    'show-case': createShowCase(desk, slack.showCase),
    digest: (row) => performDigest(desk, { post: slack.postDigest, readTroubles: () => readTroubles(parts()) }, row),
    [sentCopyKind]: (row) => linkSentCopy(desk, post.listSentIds, row),
    [unfinishedKind]: createTellUnfinished(slack.tellUnfinished),
    'mark-mail': (row) => markMail(desk, mail.addKeyword, row),
  };
  const perform = createPerform(desk, performers);
  queue = openQueue({
    redis,
    // Two desks on one Redis keep apart by their secret keys; the workers of one desk share it.
    prefix: `rechtenloket-${store.hash('queue').slice(0, 12)}`,
    log,
    ...(options.sweepEveryMs ? { sweepEveryMs: options.sweepEveryMs } : {}),
    source: { listPending: store.listPending, now, perform, onExhausted: (id, error) => restRow(desk, id, error) },
  });
  const running = queue;
  const parts = (): Parts => ({ store, redis, slack, mail, queue: running });
  opened.push(() => running.close());
  await running.start();
  mail.start();

  await planDigest(desk);
  const silence = watchSilence(desk, { read: () => readHealth(parts()), mail: mail.alarm });
  opened.push(async () => silence.close());

  const health = await serveHealth(
    { parts: () => readHealth(parts()), metrics: () => readMetrics(parts(), now()) },
    { host: environment.HTTP_HOST ?? '127.0.0.1', port: Number(environment.HTTP_PORT ?? 8080) },
  );
  opened.push(() => health.close());
  log.info({ store: store.engine, redis: redis.shown, health: health.port }, 'The desk is open.');

  return {
    desk,
    healthPort: health.port,
    async sweep() {
      await mail.sweep();
      await running.sweep();
    },
    watchSilence: silence.check,
    async refreshTeam() {
      await team.refresh();
    },
    idle: () => running.idle(),
    close: closeAll,
  };
}

/** Connects Slack to the shell: what staff do goes to `advanceCase`, what they look at is read from the store. */
async function openDeskSlack(options: StartOptions, desk: Desk): Promise<Slack> {
  const { environment, context, log } = options;
  const { store } = desk;
  return await openSlack({
    settings: {
      botToken: environment.SLACK_BOT_TOKEN ?? '',
      appToken: environment.SLACK_APP_TOKEN,
      signingSecret: environment.SLACK_SIGNING_SECRET,
      channel: environment.SLACK_CHANNEL ?? '',
      apiUrl: environment.SLACK_API_URL,
      httpHost: environment.HTTP_HOST,
      gapMs: options.slackGapMs,
    },
    context,
    now: desk.now,
    log,
    makeReference: () => `ref ${randomUUID().slice(0, 4).toUpperCase()}`,
    readCase: store.readCase,
    findCaseByNumber: store.findCaseByNumber,
    listCases: store.listCases,
    listRecords: store.listRecords,
    listLikely: (id) => listLikely(desk, id),
    readEvents: store.readEvents,
    act: (caseId, by, action) =>
      advanceCase(desk, caseId, { kind: 'staff-decided', by, action, code: desk.makeCode() }),
    async preview(caseId, order) {
      const record = await store.readCase(caseId);
      if (!record) return { ok: false, refusal: { code: 'no-such-case' } };
      return draughtLetter(record, context, desk.now(), order);
    },
    addRequest: (id, by, input) => advanceCase(desk, id, { kind: 'request-added', by, ...input }),
    posts: { read: store.readPosts, save: store.savePost, remove: store.removePost, find: store.findPost },
    clicks: { keep: (click) => keepClick(desk, click), finish: (id) => finishClick(desk, id) },
  });
}
