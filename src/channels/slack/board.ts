import { createHash } from 'node:crypto';
import { webApi } from '@slack/bolt';
import type { Post } from '../../core/post.ts';
import type { Message } from './blocks.ts';
import type { SlackDeps } from './deps.ts';
import { isGone } from './failures.ts';
import { makePace, type Pace } from './pace.ts';

/** The name under which our messages are known by their metadata. */
export const metadataType = 'rechtenloket_post';

/** Which message of a case: its card (`seq` 0) or the line of event `seq`. */
export type Place = { caseId: string; kind: Post['kind']; seq: number };
/** A message as it should be; a line has the card's `threadTs`, a broadcast one is also shown in the channel. */
export type Wanted = Place & { message: Message; threadTs?: string; broadcast?: boolean };

/** The channel as a board on which messages are put up, changed and taken down, at Slack's pace. */
export type Board = {
  /** Posts and remembers; null when the thread's card is gone. */
  post(wanted: Wanted): Promise<Post | null>;
  /** Changes and remembers; null when the message is gone. */
  change(post: Post, message: Message): Promise<Post | null>;
  /** Posts a message of no case, and remembers nothing; `payload` is found again in its metadata. */
  announce(message: Message, payload: Record<string, string>): Promise<void>;
  /** Takes a message down, if it is still there, and forgets it. */
  remove(post: Post): Promise<void>;
};

/** Makes the board of the channel in the settings. */
export function makeBoard(client: webApi.WebClient, deps: Pick<SlackDeps, 'settings' | 'posts'>): Board {
  const { posts, settings } = deps;
  const gap = settings.gapMs ?? 1000;
  // Slack counts posts, changes and deletions apart, so that cards change at once while a burst is being posted.
  const paces = { post: makePace(gap), change: makePace(gap), remove: makePace(gap) };
  const keep = async (place: Place, channel: string, ts: string, message: Message) => {
    const post: Post = { ...pick(place), channel, ts, digest: digestMessage(message) };
    await posts.save(post);
    return post;
  };
  return {
    async post(wanted) {
      const { channel } = settings;
      const { threadTs, message } = wanted;
      const payload = { case: wanted.caseId, kind: wanted.kind, seq: wanted.seq };
      const content = {
        channel,
        ...message,
        unfurl_links: false,
        unfurl_media: false,
        metadata: { event_type: metadataType, event_payload: payload },
      };
      const result = await attempt(paces.post, () =>
        threadTs === undefined
          ? client.chat.postMessage(content)
          : client.chat.postMessage({ ...content, thread_ts: threadTs, reply_broadcast: wanted.broadcast === true }),
      );
      if (result === null || result.ts === undefined) return null;
      if (threadTs !== undefined && result.message?.thread_ts !== threadTs) {
        // The card is gone, so Slack put the line in the channel itself.
        await attempt(paces.remove, () => client.chat.delete({ channel, ts: String(result.ts) }));
        return null;
      }
      return keep(wanted, result.channel ?? channel, result.ts, message);
    },
    async change(post, message) {
      const { channel, ts } = post;
      const result = await attempt(paces.change, () => client.chat.update({ channel, ts, ...message }));
      return result === null ? null : keep(post, channel, ts, message);
    },
    async announce(message, payload) {
      const { channel } = settings;
      const metadata = { event_type: metadataType, event_payload: payload };
      const content = { channel, ...message, unfurl_links: false, unfurl_media: false, metadata };
      await attempt(paces.post, () => client.chat.postMessage(content));
    },
    async remove(post) {
      await attempt(paces.remove, () => client.chat.delete({ channel: post.channel, ts: post.ts }));
      await posts.remove(post.caseId, post.kind, post.seq);
    },
  };
}

/** Tells whether two states of a message are the same: 16 hex digits of SHA-256. */
export function digestMessage(message: Message): string {
  return createHash('sha256').update(JSON.stringify(message)).digest('hex').slice(0, 16);
}

/** Null when the message is gone; a request to go slower holds all later calls back as well. */
async function attempt<T>(pace: Pace, call: () => Promise<T>): Promise<T | null> {
  try {
    return await pace.run(call);
  } catch (error) {
    if (isGone(error)) return null;
    if (error instanceof webApi.WebAPIRateLimitedError) pace.pause(error.retryAfter * 1000);
    throw error;
  }
}

function pick({ caseId, kind, seq }: Place): Place {
  return { caseId, kind, seq };
}
