import type { webApi } from '@slack/bolt';
import type { Digest } from '../../core/digest.ts';
import { type Board, metadataType } from './board.ts';
import type { ShowResult, SlackDeps } from './deps.ts';
import { makeDigestMessage } from './digest.ts';
import { sortFailure } from './failures.ts';
import { makeFrame } from './frame.ts';

/** What posting the morning message needs. */
export type DigestParts = {
  deps: Pick<SlackDeps, 'context' | 'now' | 'settings'>;
  board: Board;
  client: webApi.WebClient;
};

/** Posts the morning message once: with `mayHavePosted` the channel is looked at first. A failure of Slack's is an answer. */
export async function postDigest(parts: DigestParts, digest: Digest, mayHavePosted: boolean): Promise<ShowResult> {
  const { deps, board } = parts;
  try {
    if (mayHavePosted && (await isPosted(parts, digest.day))) return { kind: 'done' };
    const message = makeDigestMessage(digest, makeFrame(deps.context, deps.now()));
    await board.announce(message, { kind: 'digest', day: digest.day });
    return { kind: 'done' };
  } catch (error) {
    return sortFailure(error);
  }
}

/** It can only be among the last messages: it was tried moments ago. */
async function isPosted({ client, deps }: DigestParts, day: string): Promise<boolean> {
  const { channel } = deps.settings;
  const found = await client.conversations.history({ channel, limit: 200, include_all_metadata: true });
  return (found.messages ?? []).some(({ metadata }) => {
    const { kind, day: of } = (metadata?.event_payload ?? {}) as Record<string, unknown>;
    return metadata?.event_type === metadataType && kind === 'digest' && of === day;
  });
}
