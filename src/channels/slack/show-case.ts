import type { webApi } from '@slack/bolt';
import type { Case } from '../../core/case.ts';
import type { Post, RecordedEvent } from '../../core/post.ts';
import type { Message } from './blocks.ts';
import { type Board, digestMessage } from './board.ts';
import { isBroadcast } from './call-line.ts';
import { makeCard } from './card.ts';
import type { ShowResult, SlackDeps } from './deps.ts';
import { sortFailure } from './failures.ts';
import { findPosts } from './find-posts.ts';
import { type Frame, makeFrame } from './frame.ts';
import type { TeamCheck } from './home/check-team.ts';
import { makeThreadMessage, outlivesCase } from './thread-message.ts';

/** A reminder is called out in the channel only while it is fresh, not when a lost thread is put up again. */
const freshMs = 24 * 3_600_000;
/** Once as it is known, and once anew when the card turns out to be deleted. */
const mostTries = 2;

/** What showing a case needs. */
export type ShowParts = {
  deps: Pick<SlackDeps, 'context' | 'now' | 'posts' | 'settings'>;
  board: Board;
  client: webApi.WebClient;
  team: TeamCheck;
};

/** Makes the channel show a case as it is now: the card, then the lines in order; a failure of Slack's is an answer. */
export async function showCase(
  parts: ShowParts,
  record: Case,
  events: RecordedEvent[],
  mayHavePosted: boolean,
): Promise<ShowResult> {
  try {
    // Who has left Slack cannot be called: the owners are instead.
    if (events.some(isBroadcast)) await parts.team.refresh();
    const frame = { ...makeFrame(parts.deps.context, parts.deps.now()), gone: parts.team.unknown() };
    for (let tries = 0; tries < mostTries; tries += 1) {
      const known = await readPosts(parts, record, events, mayHavePosted);
      const card = await showCard(parts, record, known, frame);
      const lines = card.isNew ? await clearLines(parts.board, known) : known;
      if (await showLines(parts.board, record, events, lines, card.post, frame)) return { kind: 'done' };
      await parts.deps.posts.remove(record.id, 'card', 0);
    }
    return { kind: 'later', afterMs: 1000, reason: 'the card goes away each time it is posted' };
  } catch (error) {
    return sortFailure(error);
  }
}

async function readPosts(
  { deps, client }: ShowParts,
  record: Case,
  events: RecordedEvent[],
  mayHavePosted: boolean,
): Promise<Post[]> {
  const known = await deps.posts.read(record.id);
  const isWhole = known.some((post) => post.kind === 'card') && known.length > events.length;
  if (isWhole || !mayHavePosted) return known;
  const cardTs = known.find((post) => post.kind === 'card')?.ts;
  const found = await findPosts(client, deps.settings.channel, record.id, cardTs);
  const fresh = found.filter((post) => !known.some((each) => each.kind === post.kind && each.seq === post.seq));
  for (const post of fresh) await deps.posts.save(post);
  return [...known, ...fresh];
}

async function showCard(
  { board, deps }: ShowParts,
  record: Case,
  known: Post[],
  frame: Frame,
): Promise<{ post: Post; isNew: boolean }> {
  const message = makeCard(record, frame);
  const post = known.find((each) => each.kind === 'card');
  const present = post && (await bringUpToDate(board, post, message));
  if (present) return { post: present, isNew: false };
  if (post) await deps.posts.remove(record.id, 'card', 0);
  const posted = await board.post({ caseId: record.id, kind: 'card', seq: 0, message });
  if (!posted) throw new Error(`Slack took the card of case ${record.id} without a timestamp: expected one.`);
  return { post: posted, isNew: true };
}

async function bringUpToDate(board: Board, post: Post, message: Message): Promise<Post | null> {
  return post.digest === digestMessage(message) ? post : board.change(post, message);
}

/** A new card has a new thread: what hung under the old one is taken down. */
async function clearLines(board: Board, known: Post[]): Promise<Post[]> {
  for (const post of known.filter((each) => each.kind === 'line')) await board.remove(post);
  return [];
}

/** False when the card turns out to be gone. */
async function showLines(
  board: Board,
  record: Case,
  events: RecordedEvent[],
  known: Post[],
  card: Post,
  frame: Frame,
): Promise<boolean> {
  const isOver = record.status === 'closed' || record.status === 'purged';
  for (const event of events) {
    const message = makeThreadMessage(record, event, frame);
    const post = known.find((each) => each.kind === 'line' && each.seq === event.seq);
    if (post && (await bringUpToDate(board, post, message))) continue;
    if (isOver && !outlivesCase(event.kind)) {
      if (post) await board.remove(post);
      continue;
    }
    const isFresh = Date.parse(frame.writing.now) - Date.parse(event.at) < freshMs;
    const posted = await board.post({
      caseId: record.id,
      kind: 'line',
      seq: event.seq,
      message,
      threadTs: card.ts,
      broadcast: isFresh && isBroadcast(event),
    });
    if (!posted) return false;
  }
  return true;
}
