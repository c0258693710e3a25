import type { Case, Personal } from '../case.ts';
import type { Effect } from '../effect.ts';
import type { CaseEvent, EventKind } from '../event.ts';
import type { Refusal } from '../refusal.ts';

/** What a case is given from outside: its id, and its number once it has left triage. */
export type Seat = { id: string; number: string | null };

/**
 * A decision in the making: a copy of the case that handlers change, with what they record and order; `beside` is the other case of a
 * split or a merge, which is saved with it or not at all.
 */
export type Draft = { case: Case; events: CaseEvent[]; effects: Effect[]; beside?: Draft };
export type Decided = { ok: true; draft: Draft } | { ok: false; refusal: Refusal };

/** Starts a draft from a copy, so that the case given stays as it was. */
export function openDraft(record: Case): Draft {
  return { case: structuredClone(record), events: [], effects: [] };
}

/** Ends a handler well. */
export function accept(draft: Draft): Decided {
  return { ok: true, draft };
}

/** Ends a handler with the reason why nothing happens. */
export function refuse(refusal: Refusal): Decided {
  return { ok: false, refusal };
}

/** Records an event; `personal` goes to the sealed part. */
export function record(
  draft: Draft,
  kind: EventKind,
  done: { by: string; at: string },
  data: CaseEvent['data'] = {},
  personal?: Record<string, string>,
): void {
  draft.events.push({ kind, by: done.by, at: done.at, data, ...(personal ? { personal } : {}) });
}

/** The sealed part of an open case; throws on a purged one, which no handler may reach. */
export function personalOf(draft: Draft): Personal {
  if (!draft.case.personal) throw new Error(`Case ${draft.case.id} is purged: expected no further decision on it.`);
  return draft.case.personal;
}
