/** A row of the outbox as the queue knows it: its id, and the UTC instant from which it may be performed. */
export type DueRow = { id: string; dueAt: string };

/** What the queue is given of the world: the rows, the clock that they are counted by, and the act itself. */
export type QueueSource = {
  /** Pending rows ordered by (due time, id); `dueBefore` bounds them, `after` pages. */
  listPending(options: { dueBefore?: string; limit: number; after?: { dueAt: string; id: string } }): Promise<DueRow[]>;
  /** The present UTC instant; demo and tests wind it forward. */
  now(): string;
  /**
   * Claims and performs the row: `done` when nothing more is to be done for it, `again` with the UTC instant to come back at.
   * Throws for a passing failure. May be called twice for a row, also at the same time: its claim must allow one.
   */
  perform(id: string): Promise<'done' | { again: string }>;
  /** Told that every attempt failed, with the last error; should end the row, or move its due time on. */
  onExhausted(id: string, error: unknown): Promise<void>;
};

/** Ids, counts, times and error names only. */
type LogFields = Record<string, string | number | boolean | null | undefined>;

/** Where the queue reports; personal data has no place in it. */
export type QueueLog = {
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
};

/** Name and code of an error without its message, which for a performer's error may quote a mail or an address. */
export function nameError(error: unknown): { error: string; code?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const code: unknown = 'code' in error ? error.code : undefined;
  const named = { error: error.name };
  return typeof code === 'string' || typeof code === 'number' ? { ...named, code: String(code) } : named;
}
