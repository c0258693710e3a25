import type { Case } from '../../core/case.ts';
import { listPossible, type PossibleAction } from '../../core/possible.ts';
import { tasksOf, trackState } from '../../core/step.ts';
import { type Block, escapeText, type Message, makeContext, makeSection } from './blocks.ts';
import { listTriageButtons, type Offer, offerActions } from './card-actions.ts';
import { listBeside, listStepActions, listTier } from './card-beside.ts';
import { findDeadline, writeDue } from './card-date.ts';
import { listLocks } from './card-locks.ts';
import { type Frame, mention, nameCase, nameRight, nameRights } from './frame.ts';
import { makeButton, nameAction, nameBlock } from './press.ts';
import { sayNext } from './say-next.ts';
import { writeMoment } from './write-date.ts';

/** How many entries Slack allows in an overflow menu. */
const mostOptions = 5;

/** The case's card as it stands now: a question in triage, the work while open, number and outcome once closed. */
export function makeCard(record: Case, frame: Frame): Message {
  if (record.status === 'closed' || record.status === 'purged') return makeClosedCard(record, frame);
  return record.status === 'triage' ? makeTriageCard(record, frame) : makeOpenCard(record, frame);
}

/** What is left to read of a closed case: its number and outcome. */
export function sayOutcome(record: Case, frame: Frame): string {
  const { words } = frame;
  const outcome = record.closed?.outcome;
  const parts = [
    nameCase(record, frame),
    ...(record.mergedInto ? [words.cases.mergedWith(record.mergedInto.number ?? words.cases.unnumbered)] : []),
    ...(outcome && !record.mergedInto ? [words.card.closed[outcome]] : []),
    ...(record.status === 'purged' ? [words.card.purged] : []),
  ];
  return parts.join(' · ');
}

function makeClosedCard(record: Case, frame: Frame): Message {
  const text = sayOutcome(record, frame);
  const possible = listPossible(record, frame.context, frame.writing.now);
  const { about } = offerActions(record, possible, frame);
  return { text, blocks: [makeHead(record, text, about), ...listLocks(record, possible, frame)] };
}

function makeTriageCard(record: Case, frame: Frame): Message {
  const { words, writing } = frame;
  const deadline = findDeadline(record, frame);
  const { about } = offerActions(record, listPossible(record, frame.context, writing.now), frame);
  const from = [words.card.messageOf(writeMoment(record.receivedAt, writing)), ...describeSender(record, frame)];
  return {
    text: words.card.unsure,
    blocks: [
      makeHead(record, `*${words.card.unsure}*`, about),
      makeContext(from.join(' · ')),
      ...(deadline ? [makeDates(record, writeDue(record, deadline, frame), frame)] : []),
      makeContext(words.card.clockRuns),
      ...listReasons(record, frame),
      { type: 'actions', block_id: nameBlock(record.id, 'act'), elements: listTriageButtons(record, frame) },
    ],
  };
}

function makeOpenCard(record: Case, frame: Frame): Message {
  const { context, words, writing } = frame;
  const all = listPossible(record, context, writing.now);
  const possible = listStepActions(record, frame);
  const offer = offerActions(record, possible, frame);
  const title = `${nameCase(record, frame)} · ${nameRights(
    record.tracks.map((track) => track.right),
    frame,
  )}`;
  const deadline = findDeadline(record, frame);
  const who = record.assignee ? words.card.with(mention(record.assignee)) : words.card.withNobody;
  const next = sayNext(record, possible, frame) || sayNext(record, all, frame);
  return {
    text: deadline ? `${title}: ${writeDue(record, deadline, frame).replaceAll('*', '')}` : title,
    blocks: [
      makeHead(record, `*${title}*`, offer.about),
      makeContext(describeReceipt(record, frame)),
      ...(deadline ? [makeDates(record, writeDue(record, deadline, frame), frame)] : []),
      ...listTier(record, frame),
      makeSection(`*${words.card.now}*  ${[next, who].filter((part) => part !== '').join(' · ')}`),
      ...(record.tracks.length > 1 ? [makeContext(describeTracks(record, frame))] : []),
      ...listReasons(record, frame),
      ...makeActions(record, offer, possible),
      ...listBeside(record, all, frame),
      ...listLocks(record, all, frame),
    ],
  };
}

function makeHead(record: Case, text: string, about: Offer['about']): Block {
  if (about.length === 0) return makeSection(text, { block_id: nameBlock(record.id, 'head') });
  return makeSection(text, {
    block_id: nameBlock(record.id, 'head'),
    accessory: { type: 'overflow', action_id: 'case.about', options: about },
  });
}

function makeDates(record: Case, text: string, { words }: Frame): Block {
  const accessory = makeButton({ do: 'why-date' }, words.card.buttons['why-date']);
  return makeSection(text, { block_id: nameBlock(record.id, 'dates'), accessory });
}

function makeActions(record: Case, offer: Offer, possible: PossibleAction[]): Block[] {
  const menus = [
    { action_id: 'case.other', options: offer.other.slice(0, mostOptions) },
    { action_id: 'case.more', options: offer.other.slice(mostOptions) },
  ].filter(({ options }) => options.length > 0);
  const elements = [
    ...offer.buttons.slice(0, 25 - menus.length),
    ...menus.map((menu) => ({ type: 'overflow' as const, ...menu })),
  ];
  if (possible.length === 0 || elements.length === 0) return [];
  return [{ type: 'actions', block_id: nameBlock(record.id, 'act'), elements }];
}

/** Who wrote, as far as the setting lets it be seen: nothing, initials and domain, or name and address. */
function describeSender(record: Case, { context, words }: Frame): string[] {
  const { show } = context.organisation.settings.slack;
  const fails = record.identity.sender === 'fail' ? [words.card.senderFails] : [];
  if (show === 'nothing') return fails;
  const { personal } = record;
  if (show === 'full' && personal) {
    const known = [personal.name, personal.address].filter((part) => part !== undefined && part !== '');
    if (known.length > 0) return [escapeText(known.join(' · ')), ...fails];
  }
  const domain = record.mailDomain ? `(…@${escapeText(record.mailDomain)})` : '';
  const initials = [escapeText(record.initials), domain].filter((part) => part !== '').join(' ');
  return [...(initials === '' ? [] : [initials]), ...fails];
}

function describeReceipt(record: Case, frame: Frame): string {
  const { words, writing } = frame;
  const received = words.card.received(writeMoment(record.receivedAt, writing), words.card.channels[record.channel]);
  const { requester } = record;
  const other = requester !== undefined && requester !== 'self';
  const asker = other ? [words.card.askedBy(words.card.requesters[requester])] : [];
  return [...describeSender(record, frame), received, ...asker].join(' · ');
}

function describeTracks(record: Case, frame: Frame): string {
  const { context, words } = frame;
  const parts = record.tracks.map((track) => {
    const state = trackState(record, track, context);
    const tasks = state === 'waiting' || state === 'finished' ? [] : tasksOf(record, track.right, state);
    const finished = tasks.filter((task) => task.result !== undefined && task.result !== 'failed').length;
    const count = tasks.length > 0 ? ` (${finished}/${tasks.length})` : '';
    return `${nameRight(track.right, frame)}: ${words.card.states[state]}${count}`;
  });
  return parts.join(' · ');
}

/** The subject and the deciding words, only where the setting is `full`. */
function listReasons(record: Case, { context, words }: Frame): Block[] {
  if (context.organisation.settings.slack.show !== 'full' || !record.personal) return [];
  const subject = record.personal.mails[0]?.subject;
  const found = record.personal.why.map((each) => `“${escapeText(each.words)}”`);
  const lines = [
    ...(subject ? [`${words.card.subject}: ${escapeText(subject)}`] : []),
    ...(found.length > 0 ? [`${words.card.recognisedBy}: ${found.join(' · ')}`] : []),
  ];
  return lines.map((line) => makeContext(line));
}

/** The action ids of the card's menus; what was chosen is in the option's value. */
export const menuActions = ['case.about', 'case.other', 'case.more', 'case.recipients', 'case.locks'] as const;
/** The action id of the button that explains the date. */
export const whyAction = nameAction({ do: 'why-date' });
