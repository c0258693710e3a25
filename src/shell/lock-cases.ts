import type { Case } from '../core/case.ts';
import type { Incoming } from '../core/event.ts';
import { nameSplit } from '../core/split.ts';
import type { Transaction } from '../store/store.ts';

/** The case that an incoming thing is about, locked, and that thing with the other case of a split or a merge. */
export type Locked = { id: string; current: Case | null; incoming: Incoming };

/** Locks the one or two cases that are decided about; what the world says about a merged case is about the one that took it over. */
export async function lockCases(tx: Transaction, id: string, incoming: Incoming): Promise<Locked> {
  if (incoming.kind !== 'staff-decided') return await lockSurvivor(tx, id, incoming);
  const { action } = incoming;
  if (action.do === 'merge') {
    const { other } = action;
    const found = new Map<string, Case | null>();
    // In the same order by everybody, so that two merges the other way round do not wait for each other.
    for (const each of [...new Set([id, other])].sort()) found.set(each, await tx.lockCase(each));
    const beside = found.get(other) ?? null;
    const withOther = { ...incoming, beside: { id: other, number: beside?.number ?? null, case: beside } };
    return { id, current: found.get(id) ?? null, incoming: withOther };
  }
  const current = await tx.lockCase(id);
  if (action.do !== 'split' || !current) return { id, current, incoming };
  return { id, current, incoming: { ...incoming, beside: { id: nameSplit(current), number: null, case: null } } };
}

/** A timer of the case itself, such as its purge, stays its own; a mail or news of a letter goes where all went. */
async function lockSurvivor(tx: Transaction, id: string, incoming: Incoming): Promise<Locked> {
  const current = await tx.lockCase(id);
  const { mergedInto } = current ?? {};
  if (!mergedInto || incoming.kind === 'timer-fell-due') return { id, current, incoming };
  return await lockSurvivor(tx, mergedInto.id, incoming);
}
