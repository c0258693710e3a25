import { practiceChannel } from './practice-desk.ts';
import type { SeenMessage } from './slack-stand-in/look.ts';
import type { SlackStandIn } from './slack-stand-in/stand-in.ts';
import { drawBlocks, type Names, type Offered } from './view-blocks.ts';

/** What is drawn, and what can be pressed on it. */
export type Drawn = { lines: string[]; offered: Offered[] };

/** The cards in the channel, oldest first. */
export function listCards(slack: SlackStandIn): SeenMessage[] {
  return slack.messages(practiceChannel).filter((message) => message.isFromApp && !message.isDeleted);
}

/** The first line of a card. */
export function nameCard(card: SeenMessage, names: Names): string {
  return drawBlocks(card.blocks.slice(0, 1), card.ts, [], names)[0] ?? card.text;
}

/** Draws a card with its thread below it. */
export function drawCase(slack: SlackStandIn, ts: string, names: Names): Drawn {
  const [card, ...replies] = slack.thread(practiceChannel, ts);
  const offered: Offered[] = [];
  if (!card) return { lines: ['  (this card is gone)'], offered };
  const bar = (mark: string, message: SeenMessage) =>
    drawBlocks(message.blocks, message.ts, offered, names).map((line) => `  ${mark} ${line}`);
  const lines = [
    `  ╔═ #privacy ${'═'.repeat(60)}`,
    ...bar('║', card),
    ...replies.flatMap((reply) =>
      bar('╟', reply).map((line, index) => (index === 0 ? line : line.replace('╟', '║  '))),
    ),
    `  ╚${'═'.repeat(71)}`,
  ];
  return { lines, offered };
}

/** Draws a message that only one person sees; what it offers stands on the card too. */
export function drawPrivate(message: SeenMessage, names: Names): string[] {
  const words = message.blocks
    .filter((block) => block.type !== 'actions')
    .map(({ accessory: _accessory, ...block }) => block);
  const lines = drawBlocks(words, message.ts, [], names);
  return (lines.length > 0 ? lines : [message.text]).map((line) => `  ┊ ${line}`);
}

/** A case as far as it can be seen to change: card and thread. */
export function seeStates(slack: SlackStandIn): Map<string, string> {
  return new Map(
    listCards(slack).map((card) => [
      card.ts,
      JSON.stringify(slack.thread(practiceChannel, card.ts).map((message) => message.blocks)),
    ]),
  );
}
