import { parseImapUrl } from '../../../src/channels/email/account.ts';
import { parseHeaders } from '../../../src/channels/email/parse.ts';
import {
  type FetchedMail,
  type Mailbox,
  startWatching,
  type Watch,
  type WatchOptions,
  type WatchState,
} from '../../../src/channels/email/watch.ts';

/** A watch with what it handed over and said; the cursors are kept as the store would, by mailbox and UIDVALIDITY. */
export type Seen = {
  watch: Watch;
  mails: FetchedMail[];
  batches: Mailbox[];
  states: WatchState[];
  cursors: Map<string, number>;
};

/** Waits that are short enough for tests. */
export const quick = { firstMs: 50, mostMs: 400, idleDelayMs: 50, socketTimeoutMs: 60_000, connectTimeoutMs: 5_000 };

/** Starts a watch on an account and notes all that it does. */
export function watchUrl(url: string, options: Partial<WatchOptions> = {}): Seen {
  const parsed = parseImapUrl(url);
  if (parsed.kind === 'fault') throw new Error(parsed.fault);
  const seen: Omit<Seen, 'watch'> = { mails: [], batches: [], states: [], cursors: new Map() };
  const watch = startWatching({
    account: parsed.account,
    folder: 'INBOX',
    since: '2020-01-01T00:00:00.000Z',
    readCursor: async (mailbox, uidValidity) => seen.cursors.get(`${mailbox} ${uidValidity}`) ?? 0,
    needsBody: () => true,
    async onBatch(batch) {
      seen.batches.push(batch);
      seen.mails.push(...batch.mails);
      seen.cursors.set(`${batch.mailbox} ${batch.uidValidity}`, batch.lastUid);
    },
    onState: (state) => seen.states.push(state),
    ...options,
    limits: { ...quick, ...options.limits },
  });
  return { watch, ...seen };
}

/** The Message-ID of a fetched mail, as its header has it. */
export function messageIdOf(mail: FetchedMail): string | undefined {
  return parseHeaders(mail.source).get('message-id')?.[0];
}
