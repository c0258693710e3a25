import { expect } from 'vitest';
import type { Case } from '../../src/core/case.ts';
import { channel, findCard } from './staff.ts';
import type { World } from './world.ts';

/** How many cases the world holds. */
export async function countCases(world: World): Promise<number> {
  return (await world.running.desk.store.listCases()).length;
}

/** A closed case ended right: these letters, each sent and received once, one card, each event at most once in its thread, the chain whole. */
export async function expectRight(world: World, closed: Case, from: string, parts: string[]): Promise<void> {
  expect(closed.status).toBe('closed');
  expect(closed.letters.map((letter) => [letter.part, letter.status])).toEqual(parts.map((part) => [part, 'sent']));
  const letters = await world.letters(from);
  expect(letters).toHaveLength(parts.length);
  expect(new Set(letters.map((letter) => letter.messageId)).size).toBe(parts.length);
  await expectOneCard(world, closed);
  expect((await world.running.desk.store.verifyChain()).faults).toEqual([]);
}

/** One card of the case stands in the channel, and its thread holds what is recorded as posted, each once. */
export async function expectOneCard(world: World, record: Case): Promise<void> {
  const number = record.number ?? '-';
  const cards = world.slack.messages(channel).filter((message) => !message.isDeleted && message.words.includes(number));
  expect(cards).toHaveLength(1);
  const card = await findCard(world, record);
  expect(card.ts).toBe(cards[0]?.ts);
  const lines = world.slack.thread(channel, card.ts).slice(1);
  const posts = (await world.running.desk.store.readPosts(record.id)).filter((post) => post.kind === 'line');
  expect(lines.map((line) => line.ts).sort()).toEqual(posts.map((post) => post.ts).sort());
}
