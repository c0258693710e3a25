import { setTimeout } from 'node:timers/promises';
import type { ImapFlow } from 'imapflow';
import type { ImapAccount } from './account.ts';
import { type ConnectionLimits, connectImap, sortImapFailure } from './connect.ts';
import { readMessageId } from './mail-identity.ts';
import { ownIdHeader } from './own-headers.ts';
import { parseHeaders } from './read-headers.ts';

/** What is done in the mailbox besides watching, on a connection of its own, one thing after the other. */
export type Errands = {
  /** Adds a keyword and touches no other flag; `gone` when the mail is not there any more, `unsupported` when the server keeps none. */
  addKeyword(uid: number, uidValidity: string, keyword: string): Promise<'done' | 'gone' | 'unsupported'>;
  /** Whether a folder holds a mail that we made with this Message-ID (without <>). */
  findByMessageId(folder: 'sent' | 'inbox', messageId: string): Promise<boolean>;
  /** The Message-IDs (without <>) under which the Sent folder holds a mail that we made with this one; a provider may have written its own. */
  listSentIds(messageId: string): Promise<string[]>;
  /** Puts a copy into the Sent folder, read, unless it is there already. */
  appendSent(raw: Uint8Array): Promise<void>;
  close(): Promise<void>;
};

const idleCloseMs = 20_000;

/** Makes the errands of an account; the connection opens when needed and closes when idle. */
export function createErrands(options: {
  account: ImapAccount;
  folder: string;
  sentFolder?: string;
  limits: ConnectionLimits;
}): Errands {
  let client: ImapFlow | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;
  let sentPath: string | null = options.sentFolder ?? null;

  const closing = new AbortController();

  const release = async () => {
    const open = client;
    client = null;
    // A server that does not answer LOGOUT keeps nobody waiting.
    if (open?.usable) await Promise.race([open.logout().catch(() => undefined), setTimeout(1_000)]);
    open?.close();
  };
  const open = async (): Promise<ImapFlow> => {
    if (client?.usable) return client;
    const result = await connectImap(options.account, options.limits, closing.signal);
    if (result.kind !== 'connected')
      throw new Error(`mailbox: cannot connect (${result.reason}); expected a login. See IMAP_URL and the server`);
    client = result.client;
    return client;
  };
  const attempt = async <T>(work: (client: ImapFlow) => Promise<T>): Promise<T> => {
    const wasOpen = client !== null;
    try {
      return await work(await open());
    } catch (error) {
      await release();
      // An idle connection that the server ended tells so only now; each errand can be done twice without harm.
      if (!wasOpen) throw error;
      return work(await open());
    }
  };
  const enqueue = <T>(work: (client: ImapFlow) => Promise<T>): Promise<T> => {
    const run = queue.then(async () => {
      clearTimeout(idle);
      try {
        return await attempt(work);
      } catch (error) {
        throw describe(error);
      } finally {
        idle = globalThis.setTimeout(() => void enqueueRelease(), idleCloseMs);
        idle.unref();
      }
    });
    queue = run.catch(() => undefined);
    return run;
  };
  const enqueueRelease = () => {
    queue = queue.then(release);
    return queue;
  };
  const findSent = async (open: ImapFlow): Promise<string> => {
    if (sentPath !== null) return sentPath;
    const folders = await open.list();
    sentPath = folders.find((folder) => folder.specialUse === '\\Sent')?.path ?? null;
    if (sentPath === null) sentPath = (await open.mailboxCreate('Sent')).path;
    return sentPath;
  };
  const search = async (open: ImapFlow, path: string, messageId: string): Promise<number[]> => {
    await open.mailboxOpen(path, { readOnly: true });
    const found = await open.search(
      { or: [{ header: { 'Message-ID': `<${messageId}>` } }, { header: { [ownIdHeader]: messageId } }] },
      { uid: true },
    );
    if (!Array.isArray(found))
      throw new Error(`mailbox: the server refused to search "${path}"; expected a list of UIDs`);
    return found;
  };
  const holds = async (open: ImapFlow, path: string, messageId: string) =>
    (await search(open, path, messageId)).length > 0;

  return {
    addKeyword: (uid, uidValidity, keyword) =>
      enqueue((open) => addKeyword(open, options.folder, { uid, uidValidity, keyword })),
    findByMessageId: (folder, messageId) =>
      enqueue(async (open) => holds(open, folder === 'inbox' ? options.folder : await findSent(open), messageId)),
    listSentIds: (messageId) =>
      enqueue(async (open) => {
        const uids = await search(open, await findSent(open), messageId);
        if (uids.length === 0) return [];
        const copies = await open.fetchAll(uids, { uid: true, envelope: true }, { uid: true });
        return copies.flatMap(({ envelope }) => envelope?.messageId?.trim().replace(/^<|>$/g, '') || []);
      }),
    appendSent: (raw) =>
      enqueue(async (open) => {
        const path = await findSent(open);
        const messageId = readMessageId(parseHeaders(raw));
        if (messageId !== undefined && (await holds(open, path, messageId))) return;
        const added = await open.append(path, Buffer.from(raw), ['\\Seen']);
        if (added === false)
          throw new Error(`mailbox: the server refused a copy for "${path}"; expected APPEND to succeed`);
      }),
    async close() {
      closing.abort();
      // An errand that waits for an answer fails now, and with it the queue is empty.
      client?.close();
      await enqueueRelease();
      clearTimeout(idle);
    },
  };
}

async function addKeyword(
  client: ImapFlow,
  folder: string,
  mail: { uid: number; uidValidity: string; keyword: string },
): Promise<'done' | 'gone' | 'unsupported'> {
  const opened = await client.mailboxOpen(folder);
  if (opened.uidValidity.toString() !== mail.uidValidity) return 'gone';
  const range = String(mail.uid);
  const flagsOf = async () => {
    const row = await client.fetchOne(range, { uid: true, flags: true }, { uid: true });
    return row === false || row.uid !== mail.uid ? null : (row.flags ?? new Set<string>());
  };
  const before = await flagsOf();
  if (before === null) return 'gone';
  if (before.has(mail.keyword)) return 'done';
  await client.messageFlagsAdd(range, [mail.keyword], { uid: true });
  const after = await flagsOf();
  if (after === null) return 'gone';
  return after.has(mail.keyword) ? 'done' : 'unsupported';
}

/** A failure as a code: the server's own words may hold addresses. */
function describe(error: unknown): unknown {
  const { reason, error: unexpected } = sortImapFailure(error);
  if (unexpected !== undefined) return unexpected;
  return new Error(`mailbox: ${reason}; expected the command to succeed. It can be tried again`);
}
