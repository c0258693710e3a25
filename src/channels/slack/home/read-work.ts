import { startOfMonth, summariseMonth } from '../../../core/month-summary.ts';
import { listWork, type WorkItem } from '../../../core/summary.ts';
import type { SlackDeps } from '../deps.ts';

/** The open cases as one member sees them, with the figures of the month. */
export type Work = { items: WorkItem[]; month: ReturnType<typeof summariseMonth>; isEmpty: boolean };

/** Reads the work for one member; `isEmpty` when nothing is at work, nor was this month. */
export async function readWork(deps: SlackDeps, viewer: string): Promise<Work> {
  const { context } = deps;
  const now = deps.now();
  const records = await deps.listRecords(startOfMonth(now, context));
  // Whether a person who was asked has written since stands only in the sealed part.
  const whole = await Promise.all(
    records.map(async (record) =>
      record.status === 'open' && record.identity.status === 'asked'
        ? ((await deps.readCase(record.id)) ?? record)
        : record,
    ),
  );
  return {
    items: listWork(whole, viewer, context, now),
    month: summariseMonth(whole, context, now),
    isEmpty: records.length === 0,
  };
}
