import { DatabaseSync } from 'node:sqlite';
import type { DueRow, QueueSource } from '../../src/queue/source.ts';

type Outcome = Awaited<ReturnType<QueueSource['perform']>>;

/** A small outbox in a SQLite file that several processes may share, with claims as the store has them. */
export type Outbox = {
  source: QueueSource;
  /** Adds pending rows due so many ms from now by the outbox's clock. */
  add(ids: string[], dueInMs: number): DueRow[];
  /** Moves a row's due time to so many ms from now. */
  move(id: string, dueInMs: number): void;
  /** Winds the clock of this process forward, or (negative) back. */
  wind(ms: number): void;
  state(id: string): string;
  countPending(): number;
  /** Every effect on the world, in order: which row, by which worker, at which machine time in ms. */
  effects(): { row: string; worker: string; at: number }[];
  close(): void;
};

/**
 * Opens the outbox. `act` decides what performing a claimed row comes to; when it answers, the effect is written down and, for
 * `done`, the row ends. A claim lasts `claimMs` by the outbox's clock.
 */
export function openOutbox(options: {
  file: string;
  worker: string;
  claimMs?: number;
  act?: (id: string, attempt: number) => Promise<Outcome> | Outcome;
}): Outbox {
  const { worker, claimMs = 60_000, act = () => 'done' } = options;
  const db = new DatabaseSync(options.file, { timeout: 5_000 });
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;
    CREATE TABLE IF NOT EXISTS rows (id TEXT PRIMARY KEY, due_at TEXT, state TEXT, attempts INTEGER, claimed_until TEXT) STRICT;
    CREATE TABLE IF NOT EXISTS effects (row TEXT, worker TEXT, at INTEGER) STRICT;`);
  let windMs = 0;
  const at = (ms: number) => new Date(Date.now() + windMs + ms).toISOString();
  const write = (sql: string, ...values: (string | number | null)[]) => db.prepare(sql).run(...values);
  const readState = (id: string) => String(db.prepare('SELECT state FROM rows WHERE id = ?').get(id)?.state ?? 'none');

  function claim(id: string): number | null {
    const claimed = db
      .prepare(`UPDATE rows SET attempts = attempts + 1, claimed_until = ? WHERE id = ? AND state = 'pending'
        AND due_at <= ? AND (claimed_until IS NULL OR claimed_until <= ?) RETURNING attempts`)
      .get(at(claimMs), id, at(0), at(0));
    return claimed === undefined ? null : Number(claimed.attempts);
  }

  async function perform(id: string): Promise<Outcome> {
    const attempt = claim(id);
    if (attempt === null) {
      if (readState(id) !== 'pending') return 'done';
      const dueAt = String(db.prepare('SELECT due_at FROM rows WHERE id = ?').get(id)?.due_at);
      return { again: [dueAt, at(200)].sort().at(-1) ?? dueAt };
    }
    try {
      const outcome = await act(id, attempt);
      if (outcome === 'done') {
        write('INSERT INTO effects VALUES (?, ?, ?)', id, worker, Date.now());
        write(`UPDATE rows SET state = 'done', claimed_until = NULL WHERE id = ?`, id);
      } else write('UPDATE rows SET due_at = ?, claimed_until = NULL WHERE id = ?', outcome.again, id);
      return outcome;
    } catch (error) {
      write('UPDATE rows SET claimed_until = NULL WHERE id = ?', id);
      throw error;
    }
  }

  return {
    source: {
      perform,
      now: () => at(0),
      async listPending({ dueBefore = '9999', limit, after = { dueAt: '', id: '' } }) {
        return db
          .prepare(`SELECT id, due_at FROM rows WHERE state = 'pending' AND due_at < ? AND (due_at, id) > (?, ?)
            ORDER BY due_at, id LIMIT ?`)
          .all(dueBefore, after.dueAt, after.id, limit)
          .map((row) => ({ id: String(row.id), dueAt: String(row.due_at) }));
      },
      async onExhausted(id) {
        write(`UPDATE rows SET state = 'failed', claimed_until = NULL WHERE id = ?`, id);
      },
    },
    add(ids, dueInMs) {
      const rows = ids.map((id) => ({ id, dueAt: at(dueInMs) }));
      db.exec('BEGIN IMMEDIATE');
      for (const row of rows) write(`INSERT INTO rows VALUES (?, ?, 'pending', 0, NULL)`, row.id, row.dueAt);
      db.exec('COMMIT');
      return rows;
    },
    move: (id, dueInMs) => void write('UPDATE rows SET due_at = ? WHERE id = ?', at(dueInMs), id),
    wind: (ms) => {
      windMs += ms;
    },
    state: readState,
    countPending: () => Number(db.prepare(`SELECT count(*) AS n FROM rows WHERE state = 'pending'`).get()?.n),
    effects: () =>
      db
        .prepare('SELECT row, worker, at FROM effects ORDER BY rowid')
        .all()
        .map((effect) => ({ row: String(effect.row), worker: String(effect.worker), at: Number(effect.at) })),
    close: () => db.close(),
  };
}
