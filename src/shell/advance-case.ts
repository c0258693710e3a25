import { toLocalDate } from '../core/calendar.ts';
import type { Case } from '../core/case.ts';
import { caseDeadline, triageDeadline } from '../core/case-clock.ts';
import { type Decision, decide } from '../core/decide.ts';
import { type Effect, laneOf } from '../core/effect.ts';
import type { Incoming } from '../core/event.ts';
import type { Refusal } from '../core/refusal.ts';
import { describeError } from '../log.ts';
import type { LinkKind, MailVerdict, NewOutboxRow, Transaction } from '../store/store.ts';
import type { Desk } from './desk.ts';

/** The case as it has become, or why nothing happened (`case` is then the present one). */
export type Advance = { ok: true; case: Case } | { ok: false; refusal: Refusal; case: Case | null };

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
    const current = await tx.lockCase(caseId);
    const decision = await decideWithNumber(desk, tx, caseId, current, incoming, now);
    await settle(tx, settles, decision.ok || decision.refusal.code === 'already-known' ? caseId : null, now);
    if (!decision.ok) return { advance: { ok: false as const, refusal: decision.refusal, case: current }, rows: [] };
    await tx.saveCase(decision.case, { dueOn: dueOn(decision.case, desk) });
    await tx.appendEvents(caseId, decision.events);
    await tx.addLinks(caseId, listNewLinks(current, decision.case));
    const rows = await addEffects(tx, decision.case, decision.effects, now);
    return { advance: { ok: true as const, case: decision.case }, rows };
  });
  await tellQueue(desk, rows);
  return advance;
}

/** A case that leaves triage gets the next number of its year; which case that is, the decision itself tells. */
async function decideWithNumber(
  desk: Desk,
  tx: Transaction,
  id: string,
  current: Case | null,
  incoming: Incoming,
  now: string,
): Promise<Decision> {
  const { context } = desk;
  const first = decide({ id, number: current?.number ?? null }, current, incoming, context, now);
  if (!first.ok || first.case.status !== 'open' || first.case.number !== null) return first;
  const year = toLocalDate(first.case.receivedAt, context.calendar.timeZone).slice(0, 4);
  const series = `${context.organisation.casePrefix}-${year}`;
  const number = `${series}-${String(await tx.takeNumber(series)).padStart(4, '0')}`;
  return decide({ id, number }, current, incoming, context, now);
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
function listNewLinks(before: Case | null, after: Case): { kind: LinkKind; value: string }[] {
  const known = new Set(linksOf(before).map((link) => `${link.kind} ${link.value}`));
  return linksOf(after).filter((link) => !known.has(`${link.kind} ${link.value}`));
}

function linksOf(record: Case | null): { kind: LinkKind; value: string }[] {
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
