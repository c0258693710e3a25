import type { Digest, DigestCase } from '../../core/digest.ts';
import { type Block, type Message, makeContext, makeSection } from './blocks.ts';
import { type Frame, mention } from './frame.ts';
import { makeOpenButton } from './home/work-line.ts';
import { nameBlock } from './press.ts';
import { countDaysLeft, writeDay } from './write-date.ts';

/** Cases named one by one, so that the message stays far below Slack's fifty blocks; the rest is counted. */
const mostCases = 10;

/** The morning message: what is late or due today with a button each, who has steps to do, yesterday's mail, and trouble. */
export function makeDigestMessage(digest: Digest, frame: Frame): Message {
  const { words } = frame;
  const say = words.digest;
  const text = `${say.hello} ${say.open(digest.open, digest.unsure)}`;
  const pressing = [...digest.late, ...digest.today];
  const rest = pressing.length - mostCases;
  const troubles = digest.troubles.map((part) => say.parts[part] ?? part);
  const { seen, requests, unsure } = digest.mails;
  return {
    text,
    blocks: [
      makeSection(`*${say.hello}* ${say.open(digest.open, digest.unsure)}`),
      ...pressing.slice(0, mostCases).map((each) => makeCase(each, frame)),
      ...(rest > 0 ? [makeContext(say.more(rest))] : []),
      ...listSteps(digest, frame),
      ...(digest.week ? [makeSection(say.week(digest.week.received, digest.week.answered, digest.week.onTime))] : []),
      makeContext(
        [
          say.mails(writeDay(digest.since, frame.writing), seen, requests, unsure),
          troubles.length > 0 ? say.troubles(troubles.join(', ')) : say.allWell,
        ].join(' '),
      ),
    ],
  };
}

function makeCase({ id, number, dueOn }: DigestCase, frame: Frame): Block {
  const { words, writing } = frame;
  const left = words.card.left(countDaysLeft(dueOn, writing));
  const text = `🔴 *${number ?? words.card.noNumber}* · ${left} · ${writeDay(dueOn, writing)}`;
  return makeSection(text, { block_id: nameBlock(id, 'digest'), accessory: makeOpenButton(frame) });
}

function listSteps({ steps }: Digest, { words }: Frame): Block[] {
  if (steps.length === 0) return [];
  const parts = steps.map(({ who, count }) => words.digest.steps(count, who === null ? null : mention(who)));
  return [makeSection(parts.join(' · '))];
}
