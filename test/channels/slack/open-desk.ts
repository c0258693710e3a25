import { neededScopes } from '../../../src/channels/slack/check-slack.ts';
import type { KeptClick, LogFields, Slack, SlackDeps } from '../../../src/channels/slack/deps.ts';
import { openSlack } from '../../../src/channels/slack/open-slack.ts';
import { findMessageFaults, findViewFaults } from '../../../src/core/block-limits.ts';
import type { Case } from '../../../src/core/case.ts';
import type { Context } from '../../../src/core/context.ts';
import type { StandInOptions } from '../../../src/demo/slack-stand-in/options.ts';
import { type SlackStandIn, startSlackStandIn } from '../../../src/demo/slack-stand-in/stand-in.ts';
import { type ContextOptions, makeContext } from '../../support/context.ts';
import { type MemoryDesk, makeMemoryDesk } from '../../support/desk.ts';

/** The channel of the tests. */
export const channel = 'CPRIVACY';

/** What a test may want different. */
export type DeskOptions = ContextOptions & {
  mode?: 'socket' | 'http';
  standIn?: StandInOptions;
  gapMs?: number;
  closeMs?: number;
  /** Another configuration than that of `makeContext`. */
  make?: (options: ContextOptions) => Context;
  /** Slack is away while the channel opens. */
  offline?: boolean;
  /** Put in front of a given function, to make it slow or fail. */
  before?: (what: 'readCase' | 'listRecords' | 'act' | 'preview' | 'addRequest') => Promise<void>;
};

/** A line of the log. */
export type LogLine = { level: string; fields: LogFields; message: string };
/** The real channel on the stand-in, around a desk in memory. */
export type OpenDesk = {
  standIn: SlackStandIn;
  slack: Slack;
  context: Context;
  desk: MemoryDesk;
  log: LogLine[];
  /** Shows a case as main does after each change. */
  show(caseId: string, mayHavePosted?: boolean): ReturnType<Slack['showCase']>;
  /** The card of a case, as everybody sees it. */
  card(caseId: string): Promise<ReturnType<SlackStandIn['messages']>[number]>;
  /** Ends the channel and opens it anew on the same desk and stand-in, as after a restart of the worker. */
  restart(): Promise<void>;
  /** The clicks that a restart broke off, which the outbox brings back after a minute. */
  unfinished(): KeptClick[];
  close(): Promise<void>;
};

/** Opens Bolt on a stand-in; every action shows its case again, as the outbox would. */
export async function openDesk(options: DeskOptions = {}): Promise<OpenDesk> {
  const standIn = await startSlackStandIn({
    scopes: neededScopes,
    subscriptions: ['app_home_opened'],
    ...options.standIn,
  });
  if (options.offline) standIn.goOffline();
  const context = (options.make ?? makeContext)(options);
  const desk = makeMemoryDesk(context);
  const log: LogLine[] = [];
  const clicks = new Map<string, KeptClick>();
  const finished = new Set<string>();
  const before = options.before ?? (async () => undefined);
  const write = (level: string) => (fields: LogFields, message: string) => void log.push({ level, fields, message });
  let references = 0;
  const deps: SlackDeps = {
    settings: {
      botToken: standIn.botToken,
      channel,
      apiUrl: standIn.apiUrl,
      gapMs: options.gapMs ?? 0,
      ...(options.closeMs === undefined ? {} : { closeMs: options.closeMs }),
      ...(options.mode === 'http'
        ? { signingSecret: standIn.signingSecret, httpPort: 0 }
        : { appToken: standIn.appToken }),
    },
    context,
    now: desk.now,
    log: { info: write('info'), warn: write('warn'), error: write('error') },
    makeReference: () => {
      references += 1;
      return `ref T${references}`;
    },
    async readCase(id) {
      await before('readCase');
      return desk.cases.get(id) ?? null;
    },
    findCaseByNumber: async (number) => [...desk.cases.values()].find((record) => record.number === number) ?? null,
    async listCases({ status, limit } = {}) {
      const cases = [...desk.cases.values()].filter((record) => status?.includes(record.status) ?? true);
      return cases.slice(0, limit).map((record) => ({
        id: record.id,
        number: record.number,
        status: record.status,
        rights: record.tracks.map((track) => track.right),
        receivedAt: record.receivedAt,
        dueOn: null,
        assignee: record.assignee ?? null,
        closedAt: record.closed?.at ?? null,
      }));
    },
    async listRecords(since) {
      await before('listRecords');
      const isAsked = ({ status, receivedAt, closed }: Case) =>
        status === 'triage' || status === 'open' || receivedAt >= since || (closed?.at ?? '') >= since;
      return [...desk.cases.values()].filter(isAsked).map((record) => ({ ...record, personal: null }));
    },
    listLikely: async (id) => desk.listLikely(id),
    readEvents: async (id) => desk.eventsOf(id),
    async act(caseId, by, action) {
      await before('act');
      const known = [...desk.cases.values()];
      const taken = desk.act(caseId, by, action);
      // A split or a merge changes another case too.
      const changed = [...desk.cases.values()].filter((record) => !known.includes(record));
      if (taken.ok) for (const { id } of changed) await show(id);
      return taken;
    },
    async preview(caseId, order) {
      await before('preview');
      return desk.preview(caseId, order);
    },
    async addRequest(caseId, by, input) {
      await before('addRequest');
      const taken = desk.take(caseId, { kind: 'request-added', by, ...input });
      if (taken.ok) await show(caseId);
      return taken;
    },
    posts: desk.posts,
    clicks: {
      async keep(click) {
        if (clicks.has(click.id)) return false;
        clicks.set(click.id, click);
        return true;
      },
      finish: async (id) => void finished.add(id),
    },
  };
  const open = async () => {
    const opened = await openSlack(deps);
    if (options.mode === 'http') standIn.useEventsUrl(`http://127.0.0.1:${opened.port()}/slack/events`);
    return opened;
  };
  let slack = await open();
  // One after the other for each case, as the outbox does.
  const lanes = new Map<string, ReturnType<Slack['showCase']>>();
  function show(caseId: string, mayHavePosted = false) {
    const showNow = () => slack.showCase(desk.read(caseId), desk.eventsOf(caseId), mayHavePosted);
    const turn = (lanes.get(caseId) ?? Promise.resolve()).then(showNow, showNow);
    lanes.set(caseId, turn);
    return turn;
  }
  return {
    standIn,
    get slack() {
      return slack;
    },
    context,
    desk,
    log,
    show,
    async card(caseId) {
      const post = (await desk.posts.read(caseId)).find((each) => each.kind === 'card');
      const message = standIn.messages(channel).find((each) => each.ts === post?.ts);
      if (!message) throw new Error(`The channel shows no card of case ${caseId}: expected one.`);
      return message;
    },
    async restart() {
      await slack.close();
      slack = await open();
    },
    unfinished: () => [...clicks.values()].filter(({ id }) => !finished.has(id)),
    async close() {
      await slack.close();
      await standIn.close();
    },
  };
}

/** Every breach of Slack's limits in all that was sent to Slack; pointers name the call. */
export function findFaultsInCalls({ standIn }: OpenDesk): string[] {
  return standIn.calls.flatMap(({ method, body }) => {
    const blocks = typeof body.blocks === 'string' ? JSON.parse(body.blocks) : body.blocks;
    const view = typeof body.view === 'string' ? JSON.parse(body.view) : body.view;
    const answered = method === 'ack' ? (body.response as { view?: unknown } | undefined)?.view : undefined;
    const faults = [
      ...(Array.isArray(blocks)
        ? findMessageFaults({ text: body.text, blocks }, method === 'chat.update' ? 'update' : 'post')
        : []),
      ...(view ? findViewFaults(view) : []),
      ...(answered ? findViewFaults(answered) : []),
    ];
    return faults.map((fault) => `${method} ${fault.path}: ${fault.message}`);
  });
}
