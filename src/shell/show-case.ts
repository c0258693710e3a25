import type { Case } from '../core/case.ts';
import type { RecordedEvent } from '../core/post.ts';
import type { OutboxRow } from '../store/store.ts';
import type { Desk, Performed } from './desk.ts';
import { later } from './perform.ts';

/** How showing a case ended; `later` is a failure that passes, `impossible` one that a person must mend. */
export type Shown =
  | { kind: 'done' }
  | { kind: 'later'; afterMs: number; reason: string }
  | { kind: 'impossible'; reason: string };
/** Makes the desk's channel show the case's present truth. */
export type ShowCase = (record: Case, events: RecordedEvent[], mayHavePosted: boolean) => Promise<Shown>;

/** When a card that a person must first make possible (archived channel, revoked token) is tried again. */
const mendMs = 10 * 60_000;

/** A row `show-case`: brings the card and its thread up to date; a try that was interrupted makes the channel look before it posts. */
export async function performShowCase(desk: Desk, show: ShowCase, row: OutboxRow): Promise<Performed> {
  const record = row.caseId ? await desk.store.readCase(row.caseId) : null;
  if (!record) return { kind: 'done' };
  const mayHavePosted = row.startedAt !== null || row.attempts > 1;
  await desk.store.startOutbox(row.id, desk.now(), desk.worker);
  const shown = await show(record, await desk.store.readEvents(record.id), mayHavePosted);
  if (shown.kind === 'done') return { kind: 'done' };
  const wait = shown.kind === 'later' ? shown.afterMs : mendMs;
  return { kind: 'again', at: later(desk.now(), wait), failure: shown.reason };
}
