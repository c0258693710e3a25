import type { ImapFlow } from 'imapflow';
import type { MailHeaders } from '../../core/mail-headers.ts';
import { type FetchedMail, type FetchLimits, fetchGroup, fetchHeaders, groupBySize } from './fetch.ts';
import { howToRead, noTrouble, standIn, type Trouble } from './trouble.ts';

/**
 * Mails of one mailbox, in order of UID; everything up to `lastUid` has been looked at; `more` when further
 * mails are known to be there.
 */
export type Mailbox = { mailbox: string; uidValidity: string; mails: FetchedMail[]; lastUid: number; more: boolean };

/** What the watcher asks of its owner; each may fail, which is then the owner's failure and not the server's. */
export type Owner = {
  readCursor(mailbox: string, uidValidity: string): Promise<number>;
  needsBody(headers: MailHeaders): boolean;
  onBatch(batch: Mailbox): Promise<void>;
};

/** A failure of the owner's, told apart from the server's. */
export class OwnerFailure extends Error {
  constructor(cause: unknown) {
    super('mailbox watch: what looks at new mail failed; expected it to keep the batch. The watch tries again', {
      cause,
    });
  }
}

/**
 * Reads everything above the cursor and hands it over batch by batch; the next batch is fetched while the owner keeps the last, and
 * no more than two are in memory. Mails with an INTERNALDATE before `since` are passed over.
 */
export async function drainMailbox(
  client: ImapFlow,
  options: { since: string; limits: FetchLimits; owner: Owner; trouble: Trouble; isClosed: () => boolean },
): Promise<void> {
  const { owner, limits, trouble } = options;
  const opened = client.mailbox;
  if (opened === false) throw new Error('mailbox watch: no mailbox is open; expected one. The watch connects again');
  const mailbox = opened.path;
  const uidValidity = opened.uidValidity.toString();
  if (trouble.uidValidity !== uidValidity) Object.assign(trouble, noTrouble(), { uidValidity });
  trouble.reading = [];
  const cursor = await asOwner(() => owner.readCursor(mailbox, uidValidity));
  const uids = await listNewUids(client, cursor, options.since);
  let keeping: Promise<void> = Promise.resolve();
  try {
    for (let at = 0; at < uids.length && !options.isClosed(); ) {
      const chunk = uids.slice(at, at + ((uids[at] ?? 0) <= trouble.until ? 1 : limits.chunk));
      at += chunk.length;
      trouble.reading = chunk;
      for await (const batch of readChunk(client, chunk, options)) {
        await keeping;
        if (options.isClosed()) return;
        const more = at < uids.length || batch.lastUid !== chunk.at(-1);
        keeping = asOwner(() => owner.onBatch({ mailbox, uidValidity, ...batch, more }));
        // Its failure is met at the next await; until then it must not count as unhandled.
        keeping.catch(() => undefined);
      }
      trouble.reading = [];
      for (const uid of chunk) trouble.failures.delete(uid);
    }
  } finally {
    await keeping;
  }
}

async function listNewUids(client: ImapFlow, cursor: number, since: string): Promise<number[]> {
  // A session sees new mail at the end of a command: without this one the search may not know of what has just arrived.
  await client.noop();
  const day = new Date(Date.parse(since) - 48 * 3_600_000);
  // SINCE knows days only, in the server's own zone: two days early, and the instant is compared after fetching.
  const found = await client.search({ uid: `${cursor + 1}:*`, since: day }, { uid: true });
  if (found === false || found === undefined)
    throw Object.assign(new Error('mailbox watch: the server refused UID SEARCH'), { code: 'SearchRefused' });
  // `n:*` names the last mail even when its UID is below n (RFC 3501 §6.4.8).
  return found.filter((uid) => uid > cursor).sort((a, b) => a - b);
}

type Batch = { mails: FetchedMail[]; lastUid: number };

async function* readChunk(
  client: ImapFlow,
  uids: number[],
  options: { since: string; limits: FetchLimits; owner: Owner; trouble: Trouble },
): AsyncGenerator<Batch> {
  const last = uids.at(-1) ?? 0;
  const how = howToRead(options.trouble, uids);
  if (how === 'not') {
    yield { mails: [standIn(options.trouble, last, new Date().toISOString())], lastUid: last };
    return;
  }
  const rows = await fetchHeaders(client, uids, { structure: how === 'whole' });
  const wanted = rows.filter((row) => Date.parse(row.receivedAt) >= Date.parse(options.since));
  if (how === 'headers') {
    yield { mails: wanted.map((row) => standIn(options.trouble, row.uid, row.receivedAt, row.source)), lastUid: last };
    return;
  }
  const groups = await asOwner(async () => groupBySize(wanted, options.owner.needsBody, options.limits));
  let done = 0;
  for (const group of groups) {
    const mails = await fetchGroup(client, group, options.limits);
    done++;
    yield { mails, lastUid: done === groups.length ? last : group.lastUid };
  }
  if (groups.length === 0) yield { mails: [], lastUid: last };
}

async function asOwner<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new OwnerFailure(error);
  }
}
