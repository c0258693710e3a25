import type { types } from '@slack/bolt';
import { groupWork, isTurnOf, type WorkItem } from '../../../core/summary.ts';
import { type Block, makeContext } from '../blocks.ts';
import { makeCard } from '../card.ts';
import { findCardLink, makeLink } from '../case-window.ts';
import { type Click, type Desk, tell } from '../desk.ts';
import { type Frame, makeFrame } from '../frame.ts';
import { sayFigures } from '../home/figures.ts';
import { exampleNumber, readNumber } from '../home/filters.ts';
import { readWork } from '../home/read-work.ts';
import { makeWorkLine } from '../home/work-line.ts';
import { openAddWindow } from '../requests/open-add-window.ts';
import { type CommandName, commandNames, readCommand } from './read-command.ts';

/** A message holds 50 blocks; this leaves room for the head and the remark on the rest. */
const mostLines = 45;

/** How the command was given: under which name, with which text behind it, and the trigger for a window. */
export type Given = { command: string; text: string; triggerId: string };

/** Answers the slash command, to the one who gave it only. */
export async function answerCommand(desk: Desk, click: Click, { command, text, triggerId }: Given): Promise<void> {
  const { deps } = desk;
  const frame = makeFrame(deps.context, deps.now());
  const { home } = frame.words;
  const asked = readCommand(text);
  const say = (head: string, blocks: Block[] = []) => tell(desk, click, head, blocks);
  switch (asked.do) {
    case 'help':
      return say(makeHelp(command, frame));
    case 'unknown':
      return say(`${home.unknownCommand} ${makeHelp(command, frame)}`);
    case 'add':
      return openAddWindow(desk, click, triggerId);
    case 'show':
      return showOne(desk, click, command, asked.number, frame);
    default:
      return showWork(desk, click, asked.do, frame, say);
  }
}

async function showOne(desk: Desk, click: Click, command: string, typed: string, frame: Frame): Promise<void> {
  const { home } = frame.words;
  const example = exampleNumber(frame);
  if (typed.trim() === '') return tell(desk, click, home.numberMissing(command, example));
  const number = readNumber(typed, frame);
  const record = number === null ? null : await desk.deps.findCaseByNumber(number);
  if (!record) return tell(desk, click, home.notFound(example));
  const card: types.KnownBlock[] = makeCard(record, frame).blocks;
  const link: types.KnownBlock[] = makeLink(await findCardLink(desk, record.id), frame);
  await tell(desk, click, frame.words.private.presentCard, [...card, ...link]);
}

async function showWork(
  desk: Desk,
  click: Click,
  what: 'list' | 'mine' | 'overdue' | 'stats',
  frame: Frame,
  say: (head: string, blocks?: Block[]) => Promise<void>,
): Promise<void> {
  const { home } = frame.words;
  const { items, month } = await readWork(desk.deps, click.user);
  switch (what) {
    case 'list':
      return say(items.length > 0 ? home.counted(home.all, items.length) : home.nothingOpen, listLines(items, frame));
    case 'overdue': {
      const { late } = groupWork(items);
      const head = late.length > 0 ? home.counted(home.groups.late, late.length) : home.nothingLate;
      return say(head, listLines(late, frame));
    }
    case 'mine': {
      const mine = items.filter(({ record, turn }) => record.assignee === click.user || isTurnOf(turn, click.user));
      const head = mine.length > 0 ? home.counted(home.groups.yours, mine.length) : home.nothingYours;
      return say(head, listLines(mine, frame));
    }
    case 'stats':
      return say(sayFigures(month, items, frame));
  }
}

function listLines(items: WorkItem[], frame: Frame): Block[] {
  const rest = items.length - mostLines;
  const more = rest > 0 ? [makeContext(frame.words.home.listMore(rest))] : [];
  return [...items.slice(0, mostLines).map((item) => makeWorkLine(item, frame)), ...more];
}

function makeHelp(command: string, { words }: Frame): string {
  const { home } = words;
  const usage = (name: CommandName) => (name === 'show' ? `${name} ${home.commandNumber}` : name);
  const lines = commandNames.map((name) => `• \`${command} ${usage(name)}\`: ${home.command[name]}`);
  return [home.help(command), ...lines].join('\n');
}
