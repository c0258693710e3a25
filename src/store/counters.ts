import type { Writing } from './db.ts';

/** Takes the next number of a series, from 1; it is given back when the transaction does not commit. */
export async function takeNumber({ db }: Writing, series: string): Promise<number> {
  const row = await db
    .insertInto('counters')
    .values({ series, value: 1 })
    .onConflict((conflict) =>
      conflict.column('series').doUpdateSet((now) => ({ value: now('counters.value', '+', 1) })),
    )
    .returning('value')
    .executeTakeFirstOrThrow();
  return row.value;
}
