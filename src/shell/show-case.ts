import type { Case } from '../core/case.ts';
import type { RecordedEvent } from '../core/post.ts';
import type { OutboxRow } from '../store/store.ts';
import type { Desk, Performed, Performer } from './desk.ts';
import { later } from './perform.ts';

/** How showing a case ended; `later` is a failure that passes, `impossible` one that a person must mend. */
export type Shown =
  | { kind: 'done' }
  | { kind: 'later'; afterMs: number; reason: string }
  | { kind: 'impossible'; reason: string };
/** Makes the desk's channel show the case's present truth. */
export type ShowCase = (record: Case, events: RecordedEvent[], mayHavePosted: boolean) => Promise<Shown>;

/** Slack takes one message a second: more than this many waiting for their turn would only keep other work from being done. */
const mostAtOnce = 3;
const turnMs = 1000;

/** When a card that a person must first make possible (archived channel, revoked token) is tried again. */
const mendMs = 10 * 60_000;

/** Makes the performer of rows `show-case`: brings a card and its thread up to date; an interrupted try makes the channel look before it posts. */
export function createShowCase(desk: Desk, show: ShowCase): Performer {
  let running = 0;
  return async (row) => {
    if (running >= mostAtOnce) return { kind: 'again', at: later(desk.now(), turnMs * running), failure: 'turn' };
    running += 1;
    try {
      return await performShowCase(desk, show, row);
    } finally {
      running -= 1;
    }
  };
}

async function performShowCase(desk: Desk, show: ShowCase, row: OutboxRow): Promise<Performed> {
  const record = row.caseId ? await desk.store.readCase(row.caseId) : null;
  if (!record) return { kind: 'done' };
  // Not of this row alone: one that was broken off may come after another of its case.
  const mayHavePosted = await desk.store.hasStarted(record.id, row.kind);
  await desk.store.startOutbox(row.id, desk.now(), desk.worker);
  const shown = await show(record, await desk.store.readEvents(record.id), mayHavePosted);
  if (shown.kind === 'done') return { kind: 'done' };
  const wait = shown.kind === 'later' ? shown.afterMs : mendMs;
  return { kind: 'again', at: later(desk.now(), wait), failure: shown.reason };
}
