/*
 * Every workflow file × every outcome in it × Dutch and English, from the mail to the closed case.
 * Real here: the shipped workflows, letters and register (given addresses to write notices to), parsing, recognition, the core, the shell,
 * the store (SQLite; its file in memory where the system has /dev/shm), and the mails that go out, over SMTP to a server on loopback that keeps them.
 * Not here: the mailbox (mails are handed to the sifting), the queue and Redis (outbox rows are worked one by one), and Slack (staff act
 * through the same `advanceCase`). Those are real in every-right.test.ts, which takes each right from mail to closed.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case, Language, Task } from '../../src/core/case.ts';
import type { Context } from '../../src/core/context.ts';
import { answerPart } from '../../src/core/decide/letters.ts';
import type { StaffAction } from '../../src/core/event.ts';
import { listFoundCategories } from '../../src/core/found.ts';
import { listPossible, type PossibleAction } from '../../src/core/possible.ts';
import { restrictionOf } from '../../src/core/restriction.ts';
import { type Workflow, workflowOf } from '../../src/core/workflow.ts';
import { listBranches, loadShipped } from '../workflows/shipped.ts';
import { marks, table } from './outcome-table.ts';
import { type OutcomeWorld, openOutcomeWorld } from './outcome-world.ts';

const shipped = await loadShipped();
const context: Context = {
  ...shipped,
  register: {
    ...shipped.register,
    recipients: shipped.register.recipients.map((each) => ({ ...each, email: `${each.id}@ontvanger.test` })),
  },
};
const branches = listBranches(context);
const languages: Language[] = ['nl', 'en'];

/** What a workflow file can come to: each letter besides the acknowledgement, and a refusal on each ground. */
function listOutcomes({ letters, refusal, steps }: Workflow): string[] {
  const parts = Object.keys(letters).filter((part) => part !== 'acknowledged' && part !== 'refuse');
  const canAsk = steps.includes('verify');
  return [
    ...parts.filter((part) => part !== 'confirm' || canAsk),
    ...refusal.map(({ id }) => `refuse ${id}`),
  ].toSorted();
}

describe('the table', () => {
  it('has each workflow and its marketing branch', () => {
    expect(Object.keys(table).toSorted()).toEqual(branches.map(({ title }) => title).toSorted());
  });

  it.each(branches)('has a journey for every outcome of $title', ({ title, workflow }) => {
    expect(Object.keys(table[title]?.outcomes ?? {}).toSorted()).toEqual(listOutcomes(workflow));
  });
});

type Journey = { title: string; right: string; marketing: boolean; outcome: string; language: Language };
const journeys = branches.flatMap(({ title, right, marketing }) =>
  Object.keys(table[title]?.outcomes ?? {}).flatMap((outcome) =>
    languages.map((language): Journey => ({ title, right, marketing, outcome, language })),
  ),
);

let world: OutcomeWorld;
beforeAll(async () => {
  world = await openOutcomeWorld(context, '2026-03-03T09:00:00.000Z');
});
afterAll(async () => {
  await world?.close();
});

/** A mail opens the case; staff set its rights right where the desk was unsure or read something else. */
async function open({ title, right, marketing, language }: Journey, from: string): Promise<Case> {
  const text = table[title]?.says[language] ?? '';
  const [hello, bye] = language === 'nl' ? ['Beste mensen', 'Groet'] : ['Dear all', 'Kind regards'];
  await world.write({
    from,
    subject: language === 'nl' ? 'Mijn gegevens' : 'My data',
    text: `${hello},\n\n${text}\n\n${bye},\nJan`,
  });
  const record = await world.caseOf(from);
  expect(record.language).toBe(language);
  if (record.status === 'triage') return world.act(record.id, { do: 'triage', rights: [right], marketing });
  const [track, ...more] = record.tracks;
  if (track?.right === right && track.marketing === marketing && more.length === 0) return record;
  return world.act(record.id, { do: 'change-rights', rights: [right], marketing });
}

/** What this journey asks for besides what is due next; null when it is not the moment. */
async function turnAside(record: Case, journey: Journey, due: PossibleAction | undefined): Promise<Case | null> {
  const { id } = record;
  const { right, outcome } = journey;
  const [track] = record.tracks;
  const can = (act: StaffAction['do']) =>
    listPossible(record, context, world.desk.now()).some((each) => each.do === act);
  const asks = outcome === 'confirm' || outcome === 'reminded';
  const to = record.personal?.address ?? '';
  if (outcome === 'extended' && record.acknowledged && !record.extended && can('extend'))
    return world.act(id, { do: 'extend', reason: 'Er zijn veel plaatsen om te doorzoeken.' });
  if (asks && due?.do === 'confirm-identity' && record.identity.methods.length === 0)
    return world.act(id, { do: 'ask-confirmation', to, source: 'de factuur van mei 2024' });
  if (record.identity.status === 'asked' && can('confirm-identity')) {
    if (outcome === 'confirm') return replyWithCode(record, to);
    await world.wind(8);
    await world.act(id, { do: 'ask-confirmation', to, source: 'de factuur van mei 2024' });
    return world.act(id, { do: 'confirm-identity', method: 'office' });
  }
  if (outcome === 'locked' && can('tell-restriction')) return world.act(id, { do: 'tell-restriction', right });
  const isWanted = outcome === 'lifted' && track && restrictionOf(record, track, context) !== null;
  return isWanted && can('lift-restriction') && (track.answeredAt === undefined || record.status === 'closed')
    ? lift(record, right)
    : null;
}

async function replyWithCode(record: Case, from: string): Promise<Case> {
  const letter = world.lettersTo(from).at(-1);
  const code = /(?<!\d)\d{6}(?!\d)/.exec(letter?.text ?? '')?.[0] ?? '';
  await world.write({ from, subject: `Re: ${letter?.subject}`, text: code, inReplyTo: letter?.messageId ?? '' });
  return world.read(record.id);
}

async function lift(record: Case, right: string): Promise<Case> {
  const reason = 'Het geschil is voorbij.';
  const asked = await world.act(record.id, { do: 'lift-restriction', right, reason }, 'UBRAM');
  const askedAt = asked.tracks[0]?.lift?.at ?? '';
  return world.act(record.id, { do: 'lift-restriction', right, askedAt }, 'UCARLA');
}

/** Does what is due next, as staff would. */
function carryOn(record: Case, due: PossibleAction, journey: Journey): Promise<Case> {
  const { id } = record;
  const { right = '', task = '' } = due;
  switch (due.do) {
    case 'acknowledge':
    case 'close':
      return world.act(id, { do: due.do });
    case 'confirm-identity':
      return world.act(id, { do: due.do, method: 'office' });
    case 'finish-task':
      return world.act(id, finish(record.tasks.find((each) => each.id === task) as Task, journey));
    case 'decide':
      return world.act(id, decide(record, journey));
    case 'approve-decision': {
      const decidedAt = record.tracks[0]?.decision?.at ?? '';
      return world.act(id, { do: due.do, right, decidedAt }, 'UCARLA');
    }
    case 'send-notice': {
      const notice = world.draught(record, { letter: 'notice', by: 'UANNA', right: journey.right, task });
      return world.act(id, { do: due.do, task, ...notice });
    }
    case 'send-letter': {
      const track = record.tracks.find((each) => each.right === right);
      const letter = track && answerPart(record, track, context);
      if (!letter) throw new Error(`The answer to ${right} is not decided.`);
      return world.act(id, { do: due.do, right, ...world.draught(record, { letter, by: 'UANNA', right }) });
    }
    default:
      throw new Error(`No one said what to do when "${due.do}" is due.`);
  }
}

function finish(task: Task, { outcome }: Journey): StaffAction {
  const note = 'Twee stuks.';
  if (task.step !== 'search') return { do: 'finish-task', task: task.id, result: 'done', note };
  const holds = outcome !== 'nothing' && ['bookkeeping', 'mailbox'].includes(task.place);
  return { do: 'finish-task', task: task.id, result: holds ? 'found' : 'nothing', ...(holds ? { note } : {}) };
}

function decide(record: Case, { right, marketing, outcome }: Journey): StaffAction {
  const { refusal, categories, tasks } = workflowOf(context.workflows, { right, marketing });
  const [kind, ground] = outcome.split(' ');
  const reason = 'Dit is de uitleg.';
  if (kind === 'refuse') return { do: 'decide', right, outcome: 'refuse', ground: ground ?? '', reason };
  if (kind === 'partly') {
    const last = refusal.findLast((each) => !each.letter)?.id;
    return { do: 'decide', right, outcome: 'partly', ...(last ? { ground: last } : {}), reason };
  }
  if (kind !== 'lifted' || !categories || tasks.unlock !== 'each-found')
    return { do: 'decide', right, outcome: 'fulfil' };
  const locked = listFoundCategories(record, right, context).map(({ id }) => [id, { act: 'lock' as const, reason }]);
  return { do: 'decide', right, outcome: 'fulfil', categories: Object.fromEntries(locked) };
}

/** True when the journey has come to its end: closed, and what was to be lifted is lifted. */
function isOver(record: Case, { outcome }: Journey): boolean {
  return record.status === 'closed' && (outcome !== 'lifted' || record.tracks.every((track) => track.lifted));
}

/** From the mail to the end, and all that must be true there. */
async function travel(journey: Journey): Promise<void> {
  const { title } = journey;
  const { outcome, language } = journey;
  const from = `${title} ${outcome} ${language}@persoon.test`.replaceAll(/[ _]/g, '-');
  let record = await open(journey, from);
  for (let step = 0; step < 80 && !isOver(record, journey); step += 1) {
    const due = listPossible(record, context, world.desk.now()).find((action) => action.primary);
    const aside = await turnAside(record, journey, due);
    if (!aside && !due) throw new Error(`Nothing is due at ${JSON.stringify(record.tracks)}.`);
    record = aside ?? (await carryOn(record, due as PossibleAction, journey));
  }
  expect(record.status).toBe('closed');
  const parts = record.letters.map((letter) => letter.part);
  const expected = ['acknowledged', ...(table[title]?.outcomes[outcome] ?? '').split(' ')];
  expect(parts.filter((part, index) => part !== parts[index - 1])).toEqual(expected);
  expect(record.letters.every((letter) => letter.status === 'sent')).toBe(true);
  expect(record.tasks.every((task) => task.result !== undefined)).toBe(true);
  const letters = world.lettersTo(from);
  const toPerson = parts.filter((part) => part !== 'notice');
  expect(letters).toHaveLength(toPerson.length);
  for (const [index, part] of toPerson.entries()) {
    const said = `${letters[index]?.subject}\n${letters[index]?.text}`.replaceAll(/\s+/g, ' ');
    expect(said).toContain(record.number);
    expect(said).toContain(language === 'nl' ? 'Met vriendelijke groet' : 'Kind regards');
    expect(said).toMatch(marks[part]?.[language] ?? /^$/);
  }
  if (outcome.startsWith('refuse')) {
    const ground = context.workflows.get(journey.right)?.refusal.find(({ id }) => outcome === `refuse ${id}`);
    expect(record.tracks[0]?.decision?.ground).toBe(ground?.id);
    if (!ground?.letter) expect(letters.at(-1)?.text.replaceAll(/\s+/g, ' ')).toContain(ground?.text[language]);
  }
}

// The letters' server waits a tenth of a second before it speaks, so journeys go beside each other; those that wind the clock go alone.
describe.each(branches)('$title', ({ title }) => {
  const mine = journeys.filter((journey) => journey.title === title && journey.outcome !== 'reminded');
  it.concurrent.each(mine)('$outcome, $language', { timeout: 60_000 }, travel);
});

describe('after a week without an answer', () => {
  it.each(journeys.filter(({ outcome }) => outcome === 'reminded'))('$title, $language', { timeout: 60_000 }, travel);
});

it('writes to recipients in the language of the organisation, whatever the person speaks', () => {
  const notices = context.register.recipients.flatMap(({ email }) => world.lettersTo(email ?? ''));
  expect(notices.length).toBeGreaterThan(0);
  for (const { text } of notices) expect(text).toContain('Met vriendelijke groet');
});

it('leaves one unbroken chain of events behind', async () => {
  const { events, faults } = await world.desk.store.verifyChain();
  expect(faults).toEqual([]);
  expect(events).toBeGreaterThan(journeys.length * 5);
});
