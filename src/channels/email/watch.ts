import type { ImapFlow } from 'imapflow';
import type { ImapAccount } from './account.ts';
import { type BackoffLimits, backoffLimits, nextWait } from './backoff.ts';
import { createBell } from './bell.ts';
import {
  type ConnectionLimits,
  connectImap,
  connectionLimits,
  type MailboxFailure,
  sortImapFailure,
} from './connect.ts';
import { drainMailbox, type Mailbox, type Owner, OwnerFailure } from './drain.ts';
import { createErrands, type Errands } from './errands.ts';
import { type FetchedMail, type FetchLimits, fetchLimits } from './fetch.ts';
import { noTrouble, noteTrouble } from './trouble.ts';

export type { FetchedMail, Mailbox };

/** How the watch is doing. Reasons are codes; `error` is set when it was our own keeping of mail that failed. */
export type WatchState =
  | { kind: 'connecting' }
  | { kind: 'watching'; mailbox: string; uidValidity: string }
  | { kind: 'waiting'; reason: string; retryInMs: number; error?: unknown }
  | { kind: 'stopped'; reason: string; remedy: string }
  | { kind: 'closed' };
export type WatchLimits = ConnectionLimits & FetchLimits & BackoffLimits;
/** `since` is an instant: mails with an older INTERNALDATE are passed over. `random` is in [0, 1). */
export type WatchOptions = Owner & {
  account: ImapAccount;
  folder: string;
  sentFolder?: string;
  since: string;
  onState(state: WatchState): void;
  limits?: Partial<WatchLimits>;
  sweepEveryMs?: number;
  signal?: AbortSignal;
  random?: () => number;
};
/**
 * A running watch. `ready` resolves when the mailbox is first open, and rejects when the watch stops or closes before. `sweep` looks
 * now, and after a stop tries to log in again; it resolves when all that was there has been handed over.
 */
export type Watch = Errands & { ready: Promise<void>; sweep(): Promise<void> };

type Ticket = { resolve: () => void; reject: (error: Error) => void };

/** Watches a folder from now on: IDLE, a sweep on a timer, a fresh connection with backoff after each failure. */
export function startWatching(options: WatchOptions): Watch {
  const limits: WatchLimits = { ...connectionLimits, ...fetchLimits, ...backoffLimits, ...options.limits };
  const { account, folder } = options;
  const errands = createErrands({
    account,
    folder,
    limits,
    ...(options.sentFolder ? { sentFolder: options.sentFolder } : {}),
  });
  const sweepEveryMs = options.sweepEveryMs ?? 60_000;
  const random = options.random ?? Math.random;
  const bell = createBell();
  const ready = Promise.withResolvers<void>();
  ready.promise.catch(() => undefined);
  const trouble = noTrouble();
  let tickets: Ticket[] = [];
  const closing = new AbortController();
  const closed = closing.signal;
  let failures = 0;

  const openFolder = async (client: ImapFlow) => {
    // EXAMINE: nothing done on this connection can mark a mail as read.
    const opened = await client.mailboxOpen(folder, { readOnly: true });
    options.onState({ kind: 'watching', mailbox: opened.path, uidValidity: opened.uidValidity.toString() });
    ready.resolve();
  };
  const settle = (due: Ticket[]) => {
    tickets = tickets.filter((ticket) => !due.includes(ticket));
    for (const ticket of due) ticket.resolve();
  };
  const reject = (error: Error) => {
    for (const ticket of tickets.splice(0)) ticket.reject(error);
    ready.reject(error);
  };

  /** Works on one connection until it is lost or the watch is closed. */
  const watchOn = async (client: ImapFlow): Promise<void> => {
    await openFolder(client);
    while (!closed.aborted) {
      const due = [...tickets];
      await drainMailbox(client, {
        since: options.since,
        owner: options,
        limits,
        trouble,
        isClosed: () => closed.aborted,
      });
      if (closed.aborted) return;
      failures = 0;
      settle(due);
      const woken = client.usable ? await bell.wait(sweepEveryMs) : 'rung';
      if (closed.aborted) return;
      if (!client.usable) throw Object.assign(new Error('connection closed'), { code: 'EConnectionClosed' });
      if (woken === 'timeout') await checkUidValidity(client, openFolder);
    }
  };

  /** Works on a connection and answers why it ended. */
  const useConnection = async (client: ImapFlow): Promise<MailboxFailure> => {
    const hint = () => bell.ring();
    const close = () => client.close();
    client.on('exists', hint);
    client.on('close', hint);
    closed.addEventListener('abort', close);
    try {
      await watchOn(client);
      return { kind: 'away', reason: 'closed' };
    } catch (error) {
      if (error instanceof OwnerFailure) return { kind: 'away', reason: 'keeping failed', error: error.cause };
      noteTrouble(trouble);
      return sortImapFailure(error);
    } finally {
      closed.removeEventListener('abort', close);
      client.off('exists', hint);
      client.off('close', hint);
      client.close();
    }
  };

  /** Waits after a failure; after a refusal until somebody asks again. */
  const rest = async (failure: MailboxFailure): Promise<void> => {
    // A ring from the connection that is gone must not cut the wait short.
    bell.clear();
    if (closed.aborted) return;
    if (failure.kind === 'refused') {
      const remedy = remedyFor(failure.reason);
      options.onState({ kind: 'stopped', reason: failure.reason, remedy });
      reject(new Error(`mailbox watch stopped: ${failure.reason}. ${remedy}`));
      await bell.wait(Number.POSITIVE_INFINITY);
      return;
    }
    failures++;
    const retryInMs = nextWait(failures, random(), limits, failure.retryAfterMs);
    const error = failure.error === undefined ? {} : { error: failure.error };
    options.onState({ kind: 'waiting', reason: failure.reason, retryInMs, ...error });
    await bell.wait(retryInMs);
  };

  const run = async (): Promise<void> => {
    while (!closed.aborted) {
      options.onState({ kind: 'connecting' });
      const result = await connectImap(account, limits, closed).catch(sortImapFailure);
      await rest(result.kind === 'connected' ? await useConnection(result.client) : result);
    }
  };
  const running = run();

  const close = async (): Promise<void> => {
    const isFirst = !closed.aborted;
    closing.abort();
    bell.ring();
    reject(new Error('mailbox watch closed'));
    await running;
    await errands.close();
    if (isFirst) options.onState({ kind: 'closed' });
  };
  options.signal?.addEventListener('abort', () => void close(), { once: true });
  return {
    ...errands,
    ready: ready.promise,
    sweep: () =>
      new Promise((resolve, fail) => {
        if (closed.aborted) return fail(new Error('mailbox watch closed'));
        tickets.push({ resolve, reject: fail });
        bell.ring();
      }),
    close,
  };
}

/** A folder that was made anew has another UIDVALIDITY, which an open session need not be told. */
async function checkUidValidity(client: ImapFlow, reopen: (client: ImapFlow) => Promise<void>): Promise<void> {
  const opened = client.mailbox;
  if (opened === false) return reopen(client);
  const status = await client.status(opened.path, { uidValidity: true });
  if (status !== false && status.uidValidity !== undefined && status.uidValidity !== opened.uidValidity)
    await reopen(client);
}

function remedyFor(reason: string): string {
  if (reason.startsWith('folder')) return 'Check the name of the folder, then start again.';
  if (reason.startsWith('token')) return 'Check MAIL_OAUTH_* and the app registration, then start again.';
  return 'Check user and password in IMAP_URL, then start again.';
}
