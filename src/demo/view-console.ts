import type { Io } from '../cli/io.ts';
import { sayDate } from '../core/say-date.ts';
import { toLocalDate } from '../core/zone.ts';
import type { PracticeDesk } from './practice-desk.ts';
import { type PracticeMail, writeReply } from './practice-mails.ts';
import { nick } from './practice-people.ts';
import type { Names, Offered } from './view-blocks.ts';
import { help, welcome } from './view-help.ts';
import { drawLetter, drawMail, findCode, findQuestion } from './view-letters.ts';
import type { Lines } from './view-lines.ts';
import { pressOffered } from './view-press.ts';
import { drawCase, listCards, nameCard, seeStates } from './view-screen.ts';

/** What the console works with; `people` are all who can click, by Slack id. */
export type ConsoleParts = { io: Io; lines: Lines; desk: PracticeDesk; mails: readonly PracticeMail[]; people: Names };

/** Where somebody is in the console; `told` and `seen` count the letters that were announced, and that were read. */
type State = { user: string; card: string | null; offered: Offered[]; arrived: number; told: number; seen: number };
const mostDays = 100;
type Command = (parts: ConsoleParts, state: State, rest: string) => Promise<void> | void;

/** Lets somebody work the practice desk until they leave or the input ends. */
export async function runConsole(parts: ConsoleParts): Promise<void> {
  const { io, lines, people } = parts;
  const [user = ''] = [...people.keys()];
  const state: State = { user, card: null, offered: [], arrived: 0, told: 0, seen: 0 };
  io.stdout(`${welcome}${help}`);
  await letNextArrive(parts, state);
  for (;;) {
    const line = await lines.ask(`\n${nick(people.get(state.user) ?? state.user)}> `);
    if (line === null || line === 'q') return;
    const goesOn = await obey(parts, state, line);
    if (!goesOn) return;
  }
}

const commands: Record<string, Command> = {
  '': (parts, state) => letNextArrive(parts, state),
  n: (parts, state) => letNextArrive(parts, state),
  c: goTo,
  m: showLetters,
  p: letPersonAnswer,
  w: windClock,
  u: changeUser,
  '?': ({ io }) => io.stdout(help),
};

/** Does one line; false when the input ended in a window. */
async function obey(parts: ConsoleParts, state: State, line: string): Promise<boolean> {
  const [word = '', ...others] = line.split(/\s+/);
  if (/^\d+$/.test(word)) return press(parts, state, Number(word));
  const command = commands[word];
  if (command) await command(parts, state, others.join(' '));
  else parts.io.stdout(`  "${word}" is no command; ? shows them.\n`);
  return true;
}

async function press(parts: ConsoleParts, state: State, number: number): Promise<boolean> {
  const offered = state.offered[number - 1];
  if (!offered) {
    parts.io.stdout(`  There is no ${number} on this card.\n`);
    return true;
  }
  const goesOn = await pressOffered({ ...parts, slack: parts.desk.slack, names: parts.people }, state.user, offered);
  await parts.desk.settle();
  redraw(parts, state);
  return goesOn;
}

async function letNextArrive(parts: ConsoleParts, state: State): Promise<void> {
  const mail = parts.mails[state.arrived];
  if (mail) {
    state.arrived += 1;
    await receive(parts, state, mail);
  } else parts.io.stdout('  All example mails have arrived.\n');
}

async function receive(parts: ConsoleParts, state: State, mail: PracticeMail): Promise<void> {
  const { desk, io } = parts;
  print(io, drawMail(mail));
  const before = seeStates(desk.slack);
  await desk.receive(mail);
  const changed = [...seeStates(desk.slack)].find(([ts, seen]) => before.get(ts) !== seen);
  if (changed) {
    state.card = changed[0];
    redraw(parts, state);
  } else io.stdout('\n  The desk leaves this mail alone: no request, and only a hash of it is kept.\n');
}

/** Draws the case at hand; letters that went out meanwhile are announced. */
function redraw({ desk, io, people }: ConsoleParts, state: State): void {
  if (state.card === null) return;
  const { lines, offered } = drawCase(desk.slack, state.card, people);
  state.offered = offered;
  print(io, ['', ...lines]);
  const fresh = desk.letters.length - state.told;
  state.told = desk.letters.length;
  if (fresh > 0)
    io.stdout(`  ✉ ${fresh === 1 ? 'A letter went' : `${fresh} letters went`} out: m shows what people got.\n`);
}

function goTo(parts: ConsoleParts, state: State, rest: string): void {
  const cards = listCards(parts.desk.slack);
  const chosen = cards[Number(rest) - 1];
  if (!chosen) {
    const lines = cards.map((card, index) => `  ${index + 1} ${nameCard(card, parts.people)}`);
    print(parts.io, lines.length > 0 ? lines : ['  There are no cases yet.']);
    return;
  }
  state.card = chosen.ts;
  redraw(parts, state);
}

function showLetters({ desk, io }: ConsoleParts, state: State, rest: string): void {
  const letters = desk.letters.slice(rest === 'all' ? 0 : state.seen);
  state.seen = desk.letters.length;
  print(
    io,
    letters.length > 0 ? letters.flatMap(drawLetter) : ['  No letters since you last looked; m all shows every one.'],
  );
}

async function letPersonAnswer(parts: ConsoleParts, state: State, rest: string): Promise<void> {
  const { desk, io } = parts;
  const [number] = /[A-Z]{1,6}-\d{4}-\d{4,}/.exec(nameOf(parts, state)) ?? [];
  const question = number === undefined ? undefined : findQuestion(desk.letters, number);
  const letter =
    rest === '' ? question : desk.letters.findLast((each) => number !== undefined && each.subject.includes(number));
  if (!letter) {
    io.stdout('  This person has no letter to answer yet.\n');
    return;
  }
  const text = rest === '' ? `Ja, dit verzoek is van mij. De code is ${findCode(letter)}.` : rest;
  await receive(parts, state, await writeReply(letter, text, `antwoord-${desk.clock.now().replace(/\D/g, '')}`));
}

function nameOf({ desk, people }: ConsoleParts, state: State): string {
  const card = listCards(desk.slack).find((each) => each.ts === state.card);
  return card ? nameCard(card, people) : '';
}

async function windClock(parts: ConsoleParts, state: State, rest: string): Promise<void> {
  const { desk, io, people } = parts;
  const days = Number(rest);
  if (!Number.isInteger(days) || days < 1 || days > mostDays) {
    io.stdout(`  w needs a whole number of days, from 1 to ${mostDays}.\n`);
    return;
  }
  const before = seeStates(desk.slack);
  await desk.wind(days);
  const today = toLocalDate(desk.clock.now(), desk.context.calendar.timeZone);
  io.stdout(`  It is now ${sayDate(today).en}.\n`);
  const after = seeStates(desk.slack);
  const changed = listCards(desk.slack).filter(
    (card) => card.ts !== state.card && before.get(card.ts) !== after.get(card.ts),
  );
  for (const card of changed) io.stdout(`  Changed too: ${nameCard(card, people)}\n`);
  redraw(parts, state);
}

function changeUser({ io, people }: ConsoleParts, state: State, rest: string): void {
  const found = [...people].find(([, name]) => nick(name) === rest.toLowerCase());
  if (found) state.user = found[0];
  else io.stdout(`  u needs one of: ${[...people.values()].map(nick).join(', ')}.\n`);
}

function print(io: Io, lines: string[]): void {
  io.stdout(`${lines.join('\n')}\n`);
}
