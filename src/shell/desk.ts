import type { Context } from '../core/context.ts';
import type { Log } from '../log.ts';
import type { OutboxRow, Store } from '../store/store.ts';

/** What the shell works with: the store, the configuration, the clock and chance of the edge, and the way to the queue. */
export type Desk = {
  store: Store;
  context: Context;
  /** UTC instant; demo and tests wind it forward. */
  now(): string;
  /** A fresh one-time code of six digits. */
  makeCode(): string;
  log: Log;
  /** This worker's name on the rows it claims. */
  worker: string;
  /** Tells the queue of rows just committed; the sweep finds what this misses. */
  push(rows: { id: string; dueAt: string }[]): Promise<void>;
};

/** How performing a row ended: over, to be tried again at an instant (`turn`: it only waited for its turn), or given up with a code for the log. */
export type Performed =
  | { kind: 'done' }
  | { kind: 'again'; at: string; failure: string }
  | { kind: 'failed'; failure: string };
/** Performs one kind of outbox row. */
export type Performer = (row: OutboxRow) => Promise<Performed>;
