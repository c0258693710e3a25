import type { KeptClick } from '../channels/slack/deps.ts';
import type { Desk, Performer } from './desk.ts';
import { later } from './perform.ts';

/** The kind of outbox row that stands for a click until it is finished. */
export const unfinishedKind = 'tell-unfinished';
/** A click that is not finished by then was broken off: none may take so long. */
const brokenOffMs = 60_000;

/**
 * Remembers a click before it is acknowledged, as a row that falls due in a minute; false when the click is known already. The queue is
 * not told: the sweep finds the few that are left.
 */
export async function keepClick(desk: Desk, { id, user, caseId, act }: KeptClick): Promise<boolean> {
  const { store } = desk;
  const row = {
    id,
    caseId: null,
    kind: unfinishedKind,
    lane: id,
    payload: { user, case: caseId, act },
    dueAt: later(desk.now(), brokenOffMs),
  };
  try {
    await store.transaction((tx) => tx.addOutbox([row]));
    return true;
  } catch (error) {
    // Slack handed the same click over before, perhaps to another worker.
    if (await store.readOutbox(id)) return false;
    throw error;
  }
}

/** The click is finished, well or with a private message: nothing more is to be said. */
export async function finishClick({ store, now }: Desk, id: string): Promise<void> {
  await store.endOutbox(id, { state: 'done', at: now() });
}

/** Makes the performer of such a row: who clicked is told that a restart broke the click off. */
export function createTellUnfinished(tell: (click: KeptClick) => Promise<void>): Performer {
  return async ({ id, payload }) => {
    await tell({ id, user: payload.user ?? '', caseId: payload.case ?? '', act: payload.act ?? '' });
    return { kind: 'done' };
  };
}
