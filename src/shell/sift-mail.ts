import { randomUUID } from 'node:crypto';
import { findBody, type MailHeaders, mailIdentity, parseHeaders, parseMail } from '../channels/email/parse.ts';
import type { FetchedMail, Mailbox } from '../channels/email/watch.ts';
import { screenMail } from '../core/screen.ts';
import { describeError } from '../log.ts';
import type { MailVerdict, NewMail, NewOutboxRow } from '../store/store.ts';
import type { Desk } from './desk.ts';
import { type Judge, judgeMail } from './judge-mail.ts';

/** One mail of a batch with what the store is to keep of it. */
type Sifted = { mail: NewMail; outbox?: NewOutboxRow };

/** How long the taking in of a request may wait while a backlog is looked at. */
const longestHoldMs = 10_000;

/**
 * Makes what looks at each batch of new mail. The queue is told of what may concern a case when no more mail is known to be there, so
 * that a backlog is judged before the first of its cases are opened; or after ten seconds. What it is not told it finds by its sweep.
 */
export function createSift(desk: Desk, judge: Judge): (batch: Mailbox) => Promise<void> {
  let untold: NewOutboxRow[] = [];
  let toldAt = performance.now();
  return async (batch) => {
    untold.push(...(await siftBatch(desk, judge, batch)));
    const isHeld = batch.more && performance.now() - toldAt < longestHoldMs;
    if (isHeld && untold.length > 0) return;
    toldAt = performance.now();
    const rows = untold;
    untold = [];
    if (rows.length > 0)
      await desk
        .push(rows.map(({ id, dueAt }) => ({ id, dueAt })))
        .catch((error) => desk.log.warn(describeError(error), 'The queue was not told of new mail; the sweep will.'));
  };
}

/**
 * Looks at a batch of mails before anything is kept: what is no request leaves its hash and verdict; what may concern a case is kept
 * sealed, with an outbox row `take-in-mail`, which it answers. One transaction a batch; until it commits the mailbox still has everything.
 */
async function siftBatch(desk: Desk, judge: Judge, batch: Mailbox): Promise<NewOutboxRow[]> {
  const identified = batch.mails.map((mail) => identify(desk, mail));
  const known = await desk.store.knownIdentities(identified.map((each) => each.identity));
  const fresh = new Map<string, Identified>();
  for (const each of identified) {
    if (!known.has(each.identity) && !fresh.has(each.identity)) fresh.set(each.identity, each);
  }
  const sifted: Sifted[] = [];
  for (const each of fresh.values()) sifted.push(await siftOne(desk, judge, batch, each));
  await desk.store.keepMails(sifted, {
    mailbox: batch.mailbox,
    uidValidity: batch.uidValidity,
    lastUid: batch.lastUid,
  });
  return sifted.flatMap(({ outbox }) => (outbox ? [outbox] : []));
}

type Identified = { fetched: FetchedMail; headers: MailHeaders; identity: string };

function identify(desk: Desk, fetched: FetchedMail): Identified {
  const headers = parseHeaders(fetched.source);
  const body = fetched.headersOnly ? null : fetched.source.subarray(findBody(fetched.source));
  return { fetched, headers, identity: desk.store.hash(mailIdentity(headers, body)) };
}

async function siftOne(
  desk: Desk,
  judge: Judge,
  batch: Mailbox,
  { fetched, headers, identity }: Identified,
): Promise<Sifted> {
  const verdict = await judgeQuietly(desk, judge, fetched, headers);
  const mail: NewMail = {
    id: randomUUID(),
    identity,
    mailbox: batch.mailbox,
    uidValidity: batch.uidValidity,
    uid: fetched.uid,
    verdict,
    receivedAt: fetched.receivedAt,
  };
  if (verdict !== 'waiting') return { mail };
  const now = desk.now();
  const outbox = {
    id: `${mail.id}-0-in`,
    caseId: null,
    kind: 'take-in-mail',
    lane: `mail-${mail.id}`,
    payload: { mail: mail.id },
    dueAt: now,
  };
  return { mail: { ...mail, source: fetched.source }, outbox };
}

/** The verdict to keep; `waiting` for all that may concern a case, and for what could not be judged at all. */
async function judgeQuietly(
  desk: Desk,
  judge: Judge,
  fetched: FetchedMail,
  headers: MailHeaders,
): Promise<MailVerdict> {
  if (fetched.headersOnly) {
    const { verdict } = screenMail(headers, judge.screenFacts);
    return verdict === 'person' ? 'waiting' : verdict;
  }
  try {
    const { source } = fetched;
    const judged = await judgeMail(desk, judge, { headers, source, parse: () => parseMail(source, headers) });
    if (judged.verdict === 'bounce') return judged.bounced ? 'waiting' : 'bounce';
    return judged.verdict === 'automatic' || judged.verdict === 'own' || judged.verdict === 'other'
      ? judged.verdict
      : 'waiting';
  } catch (error) {
    desk.log.error({ ...describeError(error), uid: fetched.uid }, 'A mail could not be judged; staff will be asked.');
    return 'waiting';
  }
}
