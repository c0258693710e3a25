import type { ImapFlow, MessageStructureObject } from 'imapflow';
import type { MailHeaders } from '../../core/mail-headers.ts';
import { parseHeaders } from './parse.ts';
import { assembleMail, type PartPlan, planParts } from './part-plan.ts';

/**
 * A mail as fetched. `receivedAt` is its INTERNALDATE as a UTC instant. `source` is the whole mail; or its headers alone
 * (`headersOnly`); or, not `complete`, its headers and text with the attachments left on the server.
 */
export type FetchedMail = {
  uid: number;
  receivedAt: string;
  size: number;
  source: Uint8Array;
  complete: boolean;
  headersOnly: boolean;
};
/** Sizes in bytes: of all sources in one batch, of a mail fetched whole, of one text part, and what leaving files out must save. */
export type FetchLimits = {
  chunk: number;
  batchBytes: number;
  wholeBytes: number;
  textPartBytes: number;
  worthwhileBytes: number;
};
export const fetchLimits: FetchLimits = {
  chunk: 100,
  batchBytes: 1_000_000,
  wholeBytes: 2_000_000,
  textPartBytes: 1_500_000,
  worthwhileBytes: 12_000,
};

/** What the first pass learns of a mail. */
export type HeaderRow = {
  uid: number;
  receivedAt: string;
  size: number;
  source: Buffer;
  headers: MailHeaders;
  structure: MessageStructureObject | null;
};
type Request = { row: HeaderRow; plan: PartPlan | null; bytes: number };

const maxHeaderBytes = 262_144;

/** First pass: headers, size, date and, when asked, structure of some mails, in order of UID; those that are gone are left out. */
export async function fetchHeaders(
  client: ImapFlow,
  uids: number[],
  options: { structure: boolean },
): Promise<HeaderRow[]> {
  const rows = await client.fetchAll(
    uids.join(','),
    {
      uid: true,
      size: true,
      internalDate: true,
      bodyStructure: options.structure,
      bodyParts: [{ key: 'HEADER', maxLength: maxHeaderBytes }],
    },
    { uid: true },
  );
  return rows
    .filter((row) => uids.includes(row.uid))
    .map((row) => {
      const source = row.headers ?? Buffer.alloc(0);
      return {
        uid: row.uid,
        receivedAt: readInstant(row.internalDate),
        size: row.size ?? 0,
        source,
        headers: parseHeaders(source),
        structure: row.bodyStructure ?? null,
      };
    })
    .sort((a, b) => a.uid - b.uid);
}

/** Cuts rows into groups whose sources stay under `batchBytes` together, keeping their order. */
export function groupBySize(
  rows: HeaderRow[],
  needsBody: (headers: MailHeaders) => boolean,
  limits: FetchLimits,
): Group[] {
  const groups: Group[] = [];
  let bytes = 0;
  for (const row of rows) {
    const plan = row.structure === null ? null : planParts(row.structure, row.size, limits);
    const wanted = needsBody(row.headers);
    const request: Request = { row, plan, bytes: wanted ? (plan?.bytes ?? Math.min(row.size, limits.wholeBytes)) : 0 };
    const size = request.bytes + row.source.length;
    const last = groups.at(-1);
    if (last === undefined || bytes + size > limits.batchBytes) {
      groups.push({ lastUid: row.uid, mails: [{ request, wanted }] });
      bytes = size;
    } else {
      last.mails.push({ request, wanted });
      last.lastUid = row.uid;
      bytes += size;
    }
  }
  return groups;
}
export type Group = { lastUid: number; mails: { request: Request; wanted: boolean }[] };

/** Second pass: the bodies of a group, equal requests in one command. */
export async function fetchGroup(client: ImapFlow, group: Group, limits: FetchLimits): Promise<FetchedMail[]> {
  const sources = new Map<number, { source: Buffer; complete: boolean }>();
  const wanted = group.mails.filter((mail) => mail.wanted).map((mail) => mail.request);
  for (const requests of groupByPlan(wanted)) await fetchByParts(client, requests, sources);
  await fetchWhole(
    client,
    wanted.filter((request) => !sources.has(request.row.uid)),
    limits,
    sources,
  );
  const mails: FetchedMail[] = [];
  for (const { request, wanted: isWanted } of group.mails) {
    const { uid, receivedAt, size, source } = request.row;
    const found = sources.get(uid);
    if (!isWanted) mails.push({ uid, receivedAt, size, source, complete: false, headersOnly: true });
    // A mail removed between the passes has no source: there is nothing left to take in.
    else if (found !== undefined) mails.push({ uid, receivedAt, size, ...found, headersOnly: false });
  }
  return mails;
}

function groupByPlan(requests: Request[]): { plan: PartPlan; requests: Request[] }[] {
  const groups = new Map<string, { plan: PartPlan; requests: Request[] }>();
  for (const request of requests) {
    if (request.plan === null) continue;
    const group = groups.get(request.plan.key);
    if (group === undefined) groups.set(request.plan.key, { plan: request.plan, requests: [request] });
    else group.requests.push(request);
  }
  return [...groups.values()];
}

type Sources = Map<number, { source: Buffer; complete: boolean }>;

async function fetchByParts(
  client: ImapFlow,
  group: { plan: PartPlan; requests: Request[] },
  sources: Sources,
): Promise<void> {
  const byUid = new Map(group.requests.map((request) => [request.row.uid, request]));
  const rows = await client.fetchAll(
    [...byUid.keys()].join(','),
    { uid: true, bodyParts: group.plan.parts },
    { uid: true },
  );
  for (const row of rows) {
    const request = byUid.get(row.uid);
    if (request === undefined || request.plan === null) continue;
    const source = assembleMail(request.plan, request.row.source, row.bodyParts ?? new Map());
    if (source !== null) sources.set(row.uid, { source, complete: false });
  }
}

async function fetchWhole(client: ImapFlow, requests: Request[], limits: FetchLimits, sources: Sources): Promise<void> {
  if (requests.length === 0) return;
  const range = requests.map((request) => request.row.uid).join(',');
  const rows = await client.fetchAll(range, { uid: true, source: { maxLength: limits.wholeBytes } }, { uid: true });
  const sizes = new Map(requests.map((request) => [request.row.uid, request.row.size]));
  for (const row of rows)
    if (row.source !== undefined && sizes.has(row.uid))
      sources.set(row.uid, { source: row.source, complete: (sizes.get(row.uid) ?? 0) <= limits.wholeBytes });
}

function readInstant(date: Date | string | undefined): string {
  const read = new Date(date ?? Number.NaN);
  // A server that gives no readable INTERNALDATE (RFC 3501 §2.3.3 demands one): the mail is here now, so it came no later.
  return Number.isNaN(read.getTime()) ? new Date().toISOString() : read.toISOString();
}
