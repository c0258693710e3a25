import { addWorkingDays, isOfficeDay, openingOn, startOfLocalDay, toLocalDate } from '../core/calendar.ts';
import type { Case, CaseStatus } from '../core/case.ts';
import { type Digest, type DigestMails, hasNews, isNewWeek, makeDigest } from '../core/digest.ts';
import { addDays } from '../core/local-date.ts';
import { describeError } from '../log.ts';
import type { NewOutboxRow, OutboxRow } from '../store/store.ts';
import type { Desk, Performed } from './desk.ts';
import { later } from './perform.ts';
import type { Shown } from './show-case.ts';

/** What the morning message needs besides the store. */
export type DigestParts = {
  /** Posts it; with `mayHavePosted` the channel is looked at first. */
  post: (digest: Digest, mayHavePosted: boolean) => Promise<Shown>;
  /** The names of the parts that do not work now. */
  readTroubles: () => Promise<string[]>;
};

/** The key under which the store remembers the last morning (local date) on which the message went out. */
const metaKey = 'digest-day';
/** When it is tried again in a channel that a person must first mend. */
const mendMs = 10 * 60_000;

/** Makes sure that a row `digest` waits for the next opening of the office; later ones are planned by the row itself. */
export async function planDigest(desk: Desk): Promise<void> {
  const row = makeRow(desk);
  if (await desk.store.readOutbox(row.id)) return;
  try {
    await desk.store.transaction((tx) => tx.addOutbox([row]));
    await desk.push([row]);
  } catch (error) {
    if (!(await desk.store.readOutbox(row.id))) throw error;
    desk.log.info(describeError(error), 'Another worker planned the morning message.');
  }
}

/**
 * A row `digest`: posts the morning message, once a working day and only when there is something to tell, shows every open case anew,
 * so that the days left on its card stay true, and plans the next row.
 */
export async function performDigest(desk: Desk, parts: DigestParts, row: OutboxRow): Promise<Performed> {
  const { store, context } = desk;
  const today = toLocalDate(desk.now(), context.calendar.timeZone);
  const open = await store.listCases({ status: ['triage', 'open'] });
  const isTold = ((await store.readMeta(metaKey)) ?? '') >= today;
  if (!isTold && isOfficeDay(today, context.calendar)) {
    const digest = await readDigest(desk, parts, today);
    const mayHavePosted = row.startedAt !== null || row.attempts > 1;
    await store.startOutbox(row.id, desk.now(), desk.worker);
    const shown = hasNews(digest) ? await parts.post(digest, mayHavePosted) : { kind: 'done' as const };
    if (shown.kind !== 'done') {
      const wait = shown.kind === 'later' ? shown.afterMs : mendMs;
      return { kind: 'again', at: later(desk.now(), wait), failure: shown.reason };
    }
    await store.writeMeta(metaKey, today);
  }
  const ids = open.map((each) => each.id);
  await planNext(desk, row, ids);
  return { kind: 'done' };
}

/** The row's end, the next one and the cards to show, in one transaction. */
async function planNext(desk: Desk, row: OutboxRow, caseIds: string[]): Promise<void> {
  const next = makeRow(desk);
  const isPlanned = (await desk.store.readOutbox(next.id)) !== null;
  const now = desk.now();
  const rows = await desk.store.transaction(async (tx) => {
    const added: NewOutboxRow[] = isPlanned ? [] : [next];
    for (const id of caseIds) {
      if (await tx.hasWaiting(id, 'show-case')) continue;
      added.push({
        id: `${row.id}-${id}`,
        caseId: id,
        kind: 'show-case',
        lane: `slack-${id}`,
        payload: {},
        dueAt: now,
      });
    }
    await tx.addOutbox(added);
    await tx.finishOutbox(row.id, now);
    return added;
  });
  await desk
    .push(rows)
    .catch((error) => desk.log.warn(describeError(error), 'The queue was not told of the next rows; the sweep will.'));
}

/** The row of the next opening after now; its id is the day's, so that there is one a day. */
function makeRow(desk: Desk): NewOutboxRow {
  const { calendar } = desk.context;
  const now = desk.now();
  const today = toLocalDate(now, calendar.timeZone);
  const isStillToday = isOfficeDay(today, calendar) && openingOn(today, calendar) > now;
  const day = isStillToday ? today : addWorkingDays(today, 1, calendar);
  const dueAt = openingOn(day, calendar);
  return { id: `digest-${day}`, caseId: null, kind: 'digest', lane: 'digest', payload: { day }, dueAt };
}

async function readDigest(desk: Desk, parts: DigestParts, today: string): Promise<Digest> {
  const { calendar } = desk.context;
  const open = await readCases(desk, ['triage', 'open'], () => true);
  const weekStart = startOfLocalDay(addDays(today, -7), calendar.timeZone);
  const weekly = isNewWeek(today, desk.context)
    ? await readCases(desk, ['closed'], (closedAt) => closedAt !== null && closedAt >= weekStart)
    : [];
  const mails = await countMails(desk, addWorkingDays(today, -1, calendar), today);
  return makeDigest({ open, weekly, mails, troubles: await parts.readTroubles() }, desk.context, desk.now());
}

async function readCases(
  desk: Desk,
  status: CaseStatus[],
  wants: (closedAt: string | null) => boolean,
): Promise<Case[]> {
  const found: Case[] = [];
  for (const { id, closedAt } of await desk.store.listCases({ status })) {
    const record = wants(closedAt) ? await desk.store.readCase(id) : null;
    if (record) found.push(record);
  }
  return found;
}

async function countMails(desk: Desk, from: string, until: string): Promise<DigestMails> {
  const { timeZone } = desk.context.calendar;
  const [all, after] = [
    await desk.store.countMails(startOfLocalDay(from, timeZone)),
    await desk.store.countMails(startOfLocalDay(until, timeZone)),
  ];
  const count = (verdict: keyof typeof all) => all[verdict] - after[verdict];
  const verdicts = Object.keys(all) as (keyof typeof all)[];
  return {
    seen: verdicts.reduce((sum, verdict) => sum + count(verdict), 0),
    requests: count('request'),
    unsure: count('unsure'),
  };
}
