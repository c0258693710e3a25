import type { Case } from './case.ts';
import type { Context } from './context.ts';
import { addRequest } from './decide/add-request.ts';
import { type Decided, type Draft, refuse, type Seat } from './decide/draft.ts';
import { recordLetter } from './decide/letter-news.ts';
import { addMail, receiveRequest } from './decide/receive.ts';
import { settleDraft } from './decide/settle.ts';
import { decideForStaff } from './decide/staff.ts';
import { fallDue } from './decide/timers.ts';
import type { Effect } from './effect.ts';
import type { CaseEvent, Incoming } from './event.ts';
import type { Refusal } from './refusal.ts';

export type { Seat } from './decide/draft.ts';

/** What follows from something that happened: the case as it becomes, what is recorded, what must still be done; or why nothing follows. */
export type Decision =
  | (Outcome & {
      ok: true;
      /** The other case of a split or a merge: saved together with this one. */
      beside?: Outcome;
    })
  | { ok: false; refusal: Refusal };
type Outcome = { case: Case; events: CaseEvent[]; effects: Effect[] };

/**
 * Decides what an incoming thing does to a case (`null`: there is none yet). Pure: `now` is a UTC instant, ids, numbers and codes
 * are given. Stale and double clicks and timers no longer awaited are refused here.
 */
export function decide(seat: Seat, current: Case | null, incoming: Incoming, context: Context, now: string): Decision {
  const decided = route(seat, current && { ...current, number: current.number ?? seat.number }, incoming, context, now);
  if (!decided.ok) return decided;
  const { draft } = decided;
  const other = incoming.kind === 'staff-decided' ? (incoming.beside?.case ?? null) : null;
  return {
    ok: true,
    ...settle(draft, current, context, now),
    ...(draft.beside ? { beside: settle(draft.beside, other, context, now) } : {}),
  };
}

function route(seat: Seat, current: Case | null, incoming: Incoming, context: Context, now: string): Decided {
  if (incoming.kind === 'request-received')
    return current ? refuse({ code: 'already-known' }) : receiveRequest(seat, incoming, context, now);
  if (incoming.kind === 'request-added')
    return current ? refuse({ code: 'already-known' }) : addRequest(seat, incoming, context, now);
  if (!current) return refuse({ code: 'no-such-case' });
  switch (incoming.kind) {
    case 'mail-added':
      return addMail(current, incoming, context, now);
    case 'staff-decided':
      return decideForStaff(current, incoming, context, now);
    case 'timer-fell-due':
      return fallDue(current, incoming, context, now);
    case 'letter-sent':
    case 'letter-failed':
    case 'letter-uncertain':
      return recordLetter(current, incoming, context, now);
  }
}

function settle(draft: Draft, before: Case | null, context: Context, now: string): Outcome {
  settleDraft(draft, context, now);
  const timers = diffTimers(before?.timers ?? {}, draft.case.timers);
  return {
    case: { ...draft.case, version: (before?.version ?? 0) + 1 },
    events: draft.events,
    effects: [...draft.effects, ...timers, { do: 'show-case' }],
  };
}

function diffTimers(before: Record<string, string>, after: Record<string, string>): Effect[] {
  const cancelled = Object.entries(before).filter(([timer, at]) => after[timer] !== at);
  const set = Object.entries(after).filter(([timer, at]) => before[timer] !== at);
  return [
    ...cancelled.map(([timer, at]) => ({ do: 'cancel-timer' as const, timer, at })),
    ...set.map(([timer, at]) => ({ do: 'set-timer' as const, timer, at })),
  ];
}
