import type { webApi } from '@slack/bolt';
import type { Post } from '../../core/post.ts';
import { metadataType } from './board.ts';
import { isGone } from './failures.ts';

/** How far back in the channel a card is looked for: it can only be one that was posted a moment ago. */
const mostPages = 5;
const pageSize = 200;

/** Finds the messages of a case that Slack has, by their metadata; their digest is empty, as what they show is not known. */
export async function findPosts(
  client: webApi.WebClient,
  channel: string,
  caseId: string,
  cardTs?: string,
): Promise<Post[]> {
  const card = cardTs === undefined ? await findCard(client, channel, caseId) : undefined;
  const thread = cardTs ?? card?.ts;
  return [...(card ? [card] : []), ...(thread === undefined ? [] : await findLines(client, channel, caseId, thread))];
}

async function findCard(client: webApi.WebClient, channel: string, caseId: string): Promise<Post | undefined> {
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const found = await client.conversations.history({
      channel,
      limit: pageSize,
      include_all_metadata: true,
      ...(cursor ? { cursor } : {}),
    });
    const card = readPosts(found.messages ?? [], channel, caseId).find((post) => post.kind === 'card');
    cursor = found.response_metadata?.next_cursor;
    if (card || !cursor) return card;
  }
  return undefined;
}

async function findLines(client: webApi.WebClient, channel: string, caseId: string, ts: string): Promise<Post[]> {
  const lines: Post[] = [];
  let cursor: string | undefined;
  do {
    const found = await readReplies(client, { channel, ts, limit: pageSize, ...(cursor ? { cursor } : {}) });
    if (found === null) return [];
    lines.push(...readPosts(found.messages ?? [], channel, caseId).filter((post) => post.kind === 'line'));
    cursor = found.response_metadata?.next_cursor;
  } while (cursor);
  return lines;
}

/** Null when the card is gone. */
async function readReplies(
  client: webApi.WebClient,
  page: { channel: string; ts: string; limit: number; cursor?: string },
): Promise<webApi.ConversationsRepliesResponse | null> {
  try {
    return await client.conversations.replies({ ...page, include_all_metadata: true });
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

type Seen = { ts?: string; metadata?: { event_type?: string; event_payload?: object } };

function readPosts(messages: Seen[], channel: string, caseId: string): Post[] {
  return messages.flatMap(({ ts, metadata }) => {
    const { case: of, kind, seq } = (metadata?.event_payload ?? {}) as Record<string, unknown>;
    if (ts === undefined || metadata?.event_type !== metadataType || of !== caseId) return [];
    if ((kind !== 'card' && kind !== 'line') || typeof seq !== 'number') return [];
    return [{ caseId, kind, seq, channel, ts, digest: '' }];
  });
}
