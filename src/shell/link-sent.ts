import type { NewOutboxRow, OutboxRow } from '../store/store.ts';
import type { Desk, Performed } from './desk.ts';
import { followMerge } from './judge-mail.ts';
import { later } from './perform.ts';

/** Finds the Message-IDs of the copies that the provider keeps of a mail; null where it keeps none. */
export type ListSentIds = ((messageId: string) => Promise<string[]>) | null;

/** The kind of row that looks under which Message-ID a sent letter stands in the Sent folder. */
export const sentCopyKind = 'link-sent-copy';
/** A provider puts its copy there within seconds; the waits grow, and after some hours no copy is to be expected. */
const firstLookMs = 60_000;
const looks = 8;

/** Remembers other Message-IDs by which a person may answer a letter. */
export async function linkMessageIds(desk: Desk, caseId: string, ids: string[]): Promise<void> {
  const links = ids.map((value) => ({ kind: 'message-id' as const, value }));
  await desk.store.transaction((tx) => tx.addLinks(caseId, links));
}

/** Plans the look before the letter is handed over, so that a crash does not lose it. */
export async function planSentCopy(desk: Desk, letterRow: OutboxRow, caseId: string, letter: string): Promise<void> {
  const row: NewOutboxRow = {
    id: `${letterRow.id}-copy`,
    caseId,
    kind: sentCopyKind,
    lane: `copy-${letterRow.id}`,
    payload: { letter },
    dueAt: later(desk.now(), firstLookMs),
  };
  if (await desk.store.readOutbox(row.id)) return;
  await desk.store.transaction((tx) => tx.addOutbox([row]));
  await desk.push([row]);
}

/** A row of this kind: Microsoft 365 writes its own Message-ID over ours, and replies name that one. */
export async function linkSentCopy(desk: Desk, listSentIds: ListSentIds, row: OutboxRow): Promise<Performed> {
  const record = await followMerge(desk, row.caseId ? await desk.store.readCase(row.caseId) : null);
  const words = record?.personal?.letters[row.payload.letter ?? ''];
  if (!record || !words || !listSentIds) return { kind: 'done' };
  const found = await listSentIds(words.messageId);
  const others = found.filter((id) => id !== words.messageId);
  if (others.length > 0) await linkMessageIds(desk, record.id, others);
  if (found.length > 0) return { kind: 'done' };
  if (row.attempts < looks)
    return { kind: 'again', at: later(desk.now(), firstLookMs * 2 ** row.attempts), failure: 'no copy yet' };
  desk.log.warn({ case: record.id, letter: row.payload.letter }, 'The Sent folder got no copy of a letter.');
  return { kind: 'done' };
}
