import { toLocalDate } from '../core/calendar.ts';
import type { Case } from '../core/case.ts';
import { caseDeadline, triageDeadline } from '../core/case-clock.ts';
import { type Decision, decide } from '../core/decide.ts';
import { type Effect, laneOf } from '../core/effect.ts';
import type { CaseEvent, Incoming } from '../core/event.ts';
import type { Refusal } from '../core/refusal.ts';
import { describeError } from '../log.ts';
import type { LinkKind, MailVerdict, NewOutboxRow, Transaction } from '../store/store.ts';
import type { Desk } from './desk.ts';
import { type Locked, lockCases } from './lock-cases.ts';

/** The case as it has become, or why nothing happened (`case` is then the present one). */
export type Advance = { ok: true; case: Case } | { ok: false; refusal: Refusal; case: Case | null };

type Link = { kind: LinkKind; value: string };

/** What else the same transaction settles: the outbox row that brought this, the mail that was taken in. */
export type Settles = { outbox?: string; mail?: { id: string; verdict: MailVerdict } };

/**
 * The only writer of cases: locks the case, decides, saves it, appends the events and adds the outbox rows, in one transaction.
 * The queue is told after the commit.
 */
export async function advanceCase(
  desk: Desk,
  caseId: string,
  incoming: Incoming,
  settles: Settles = {},
): Promise<Advance> {
  const now = desk.now();
  const { advance, rows } = await desk.store.transaction(async (tx) => {
    const locked = await lockCases(tx, caseId, incoming);
    const { id, current } = locked;
    const decision = await decideWithNumber(desk, tx, locked, now);
    await settle(tx, settles, decision.ok || decision.refusal.code === 'already-known' ? id : null, now);
    if (!decision.ok) return { advance: { ok: false as const, refusal: decision.refusal, case: current }, rows: [] };
    const links = listNewLinks(current, decision.case);
    const rows = await save(desk, tx, decision, links, now);
    const { beside } = decision;
    if (beside) {
      await moveLeads(tx, current, decision.case, beside.case);
      const isKept = (link: Link) => link.kind === 'message-id' && linksOf(decision.case).some(isLink(link));
      const fresh = beside.case.mergedInto ? [] : listNewLinks(null, beside.case).filter((link) => !isKept(link));
      rows.push(...(await save(desk, tx, beside, fresh, now)));
    }
    return { advance: { ok: true as const, case: decision.case }, rows };
  });
  await tellQueue(desk, rows);
  return advance;
}

type Saved = { case: Case; events: CaseEvent[]; effects: Effect[] };

async function save(desk: Desk, tx: Transaction, saved: Saved, links: Link[], now: string): Promise<NewOutboxRow[]> {
  const { case: record, events, effects } = saved;
  await tx.saveCase(record, { dueOn: dueOn(record, desk) });
  await tx.appendEvents(record.id, events);
  await tx.addLinks(record.id, links);
  return await addEffects(tx, record, effects, now);
}

/** By what later mail finds a case goes with what moved: all of a merged case, and the mails that a split took out. */
async function moveLeads(tx: Transaction, before: Case | null, after: Case, beside: Case): Promise<void> {
  if (beside.mergedInto) return await tx.moveLeads(beside.id, after.id);
  const kept = linksOf(after);
  const gone = linksOf(before).filter((link) => link.kind === 'message-id' && !kept.some(isLink(link)));
  await tx.removeLinks(after.id, gone);
  const ids = (before?.personal?.mails ?? []).map(({ id }) => id);
  const moved = ids.filter((id) => !after.personal?.mails.some((mail) => mail.id === id));
  await tx.moveMails(moved, beside.id);
}

/** A case that leaves triage, and one that is split off, gets the next number of its year; which that is, the decision itself tells. */
async function decideWithNumber(
  desk: Desk,
  tx: Transaction,
  { id, current, incoming }: Locked,
  now: string,
): Promise<Decision> {
  const { context } = desk;
  const seat = { id, number: current?.number ?? null };
  const first = decide(seat, current, incoming, context, now);
  if (!first.ok) return first;
  if (lacksNumber(first.case))
    return decide({ id, number: await takeNumber(desk, tx, first.case) }, current, incoming, context, now);
  if (incoming.kind !== 'staff-decided' || !incoming.beside || !first.beside || !lacksNumber(first.beside.case))
    return first;
  const beside = { ...incoming.beside, number: await takeNumber(desk, tx, first.beside.case) };
  return decide(seat, current, { ...incoming, beside }, context, now);
}

function lacksNumber(record: Case): boolean {
  return record.status === 'open' && record.number === null;
}

async function takeNumber({ context }: Desk, tx: Transaction, record: Case): Promise<string> {
  const year = toLocalDate(record.receivedAt, context.calendar.timeZone).slice(0, 4);
  const series = `${context.organisation.casePrefix}-${year}`;
  return `${series}-${String(await tx.takeNumber(series)).padStart(4, '0')}`;
}

async function settle(tx: Transaction, settles: Settles, caseId: string | null, now: string): Promise<void> {
  if (settles.outbox) await tx.finishOutbox(settles.outbox, now);
  if (settles.mail) await tx.settleMail(settles.mail.id, settles.mail.verdict, caseId);
}

function dueOn(record: Case, desk: Desk): string | null {
  if (record.status === 'triage') return triageDeadline(record, desk.context).due;
  if (record.status !== 'open') return null;
  return caseDeadline(record, desk.context)?.due ?? null;
}

async function addEffects(tx: Transaction, record: Case, effects: Effect[], now: string): Promise<NewOutboxRow[]> {
  const rows: NewOutboxRow[] = [];
  for (const [index, effect] of effects.entries()) {
    if (effect.do === 'cancel-timer') {
      await tx.cancelOutbox(record.id, { kind: 'timer', payload: { timer: effect.timer, at: effect.at } });
    } else if (effect.do !== 'show-case' || !(await tx.hasWaiting(record.id, 'show-case'))) {
      rows.push(makeRow(record, effect, index, now));
    }
  }
  await tx.addOutbox(rows);
  return rows;
}

function makeRow(
  record: Case,
  effect: Exclude<Effect, { do: 'cancel-timer' }>,
  index: number,
  now: string,
): NewOutboxRow {
  const base = { id: `${record.id}-${record.version}-${index}`, caseId: record.id, lane: laneOf(record.id, effect) };
  switch (effect.do) {
    case 'show-case':
      return { ...base, kind: effect.do, payload: {}, dueAt: now };
    case 'send-letter':
      return { ...base, kind: effect.do, payload: { letter: effect.letter }, dueAt: now };
    case 'mark-mail':
      return { ...base, kind: effect.do, payload: { mail: effect.mail }, dueAt: now };
    case 'set-timer':
      return { ...base, kind: 'timer', payload: { timer: effect.timer, at: effect.at }, dueAt: effect.at };
  }
}

/** What later mail may name to find this case: its addresses and the Message-IDs of all mail on both sides. */
function listNewLinks(before: Case | null, after: Case): Link[] {
  const known = new Set(linksOf(before).map((link) => `${link.kind} ${link.value}`));
  return linksOf(after).filter((link) => !known.has(`${link.kind} ${link.value}`));
}

const isLink = (link: Link) => (other: Link) => link.kind === other.kind && link.value === other.value;

function linksOf(record: Case | null): Link[] {
  const personal = record?.personal;
  if (!personal) return [];
  const addresses = [personal.address, personal.knownAddress].filter((address) => address !== undefined);
  const messageIds = [
    ...personal.mails.map((mail) => mail.messageId),
    ...Object.values(personal.letters).map((letter) => letter.messageId),
  ];
  return [
    ...[...new Set(addresses.map((address) => address.toLowerCase()))].map((value) => ({
      kind: 'address' as const,
      value,
    })),
    ...messageIds.filter((value) => value !== undefined).map((value) => ({ kind: 'message-id' as const, value })),
  ];
}

async function tellQueue(desk: Desk, rows: NewOutboxRow[]): Promise<void> {
  try {
    await desk.push(rows);
  } catch (error) {
    desk.log.warn(
      { ...describeError(error), rows: rows.length },
      'The queue was not told of committed rows; the sweep will.',
    );
  }
}
