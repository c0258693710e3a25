import type { ParsedMail } from '../channels/email/parse.ts';
import { type AuthServer, authenticateSender } from '../core/authenticate.ts';
import type { Case, SenderVerdict } from '../core/case.ts';
import type { MailHeaders } from '../core/mail-headers.ts';
import { findCaseNumbers, matchMail } from '../core/match.ts';
import { type ScreenFacts, screenMail } from '../core/screen.ts';
import type { Recognise, Recognition } from '../recognise/recognition.ts';
import type { Desk } from './desk.ts';

/** What a mail is to us; `bounced` names the letter that did not arrive, where the bounce tells it. */
export type MailJudgement =
  | { verdict: 'automatic' | 'own' | 'other' }
  | { verdict: 'bounce'; bounced?: { caseId: string; letter: string } }
  | { verdict: 'joined'; caseId: string; sender: SenderVerdict; rights: string[] }
  | { verdict: 'request' | 'unsure'; sender: SenderVerdict; recognition: Recognition; unreadable: boolean };

/** What judging needs besides the desk. */
export type Judge = { recognise: Recognise; screenFacts: ScreenFacts; authserv: AuthServer | null };

/** A mail to judge; it is parsed only where its headers do not decide. */
export type Received = { headers: MailHeaders; source: Uint8Array; parse(): Promise<ParsedMail> };

/** Judges a mail: automatic, ours, a case's, a request, or nothing for us. The same mail with the same cases gives the same answer. */
export async function judgeMail(desk: Desk, judge: Judge, received: Received): Promise<MailJudgement> {
  const screened = screenMail(received.headers, judge.screenFacts);
  if (screened.verdict === 'bounce') return judgeBounce(desk, Buffer.from(received.source).toString('latin1'));
  if (screened.verdict !== 'person') return { verdict: screened.verdict };
  const mail = await received.parse();
  const domain = mail.from?.address.split('@')[1];
  const sender = domain ? authenticateSender(mail.headers, domain, judge.authserv) : 'unknown';
  const recognition = judge.recognise({
    subject: mail.subject,
    text: mail.text,
    ...(mail.html === undefined ? {} : { html: mail.html }),
    ...(mail.from ? { from: mail.from.address } : {}),
  });
  const match = matchMail(await listCandidates(desk, mail));
  if (match && !(match.status === 'closed' && recognition.verdict === 'request')) {
    return {
      verdict: 'joined',
      caseId: match.caseId,
      sender,
      rights: recognition.verdict === 'other' ? [] : recognition.rights,
    };
  }
  const unreadable = mail.from === null || mail.faults.length > 0;
  if (recognition.verdict === 'request' && !unreadable) return { verdict: 'request', sender, recognition, unreadable };
  if (recognition.verdict === 'other' && !isDoubtful(mail)) return { verdict: 'other' };
  return { verdict: 'unsure', sender, recognition, unreadable };
}

/** Faults by which words of a mail were not read. */
const unreadFaults = ['unparseable', 'too-large', 'text-cut', 'html-cut'];

/** A mail that could not be read whole is put to staff rather than dropped; a missing From with readable text is judged by its text. */
function isDoubtful(mail: ParsedMail): boolean {
  return mail.faults.some((fault) => unreadFaults.includes(fault));
}

async function listCandidates(desk: Desk, mail: ParsedMail) {
  const { store, context } = desk;
  const links = mail.references.length > 0 ? await store.findLinks('message-id', mail.references) : [];
  // The newest of the mails that this one follows says most: a case and the one split off from it share the older ones.
  const newestFirst = mail.references.toReversed();
  const byReference = links.sort((a, b) => newestFirst.indexOf(a.value) - newestFirst.indexOf(b.value));
  const numbers = findCaseNumbers(mail.subject, context.organisation.casePrefix);
  const named = await Promise.all(numbers.map((number) => store.findCaseByNumber(number)));
  const byNumber = (await Promise.all(named.map((found) => followMerge(desk, found)))).filter(
    (found) => found !== null,
  );
  const byAddress =
    byNumber.length > 0 && mail.from ? await store.findLinks('address', [mail.from.address.toLowerCase()]) : [];
  const statuses = new Map(byNumber.map((found) => [found.id, found.status]));
  for (const { caseId } of byReference) {
    const found = await store.readCase(caseId);
    if (found) statuses.set(caseId, found.status);
  }
  const known = [
    ...byReference.map(({ caseId }) => ({ caseId, by: 'reference' as const })),
    ...byNumber.map((found) => ({ caseId: found.id, by: 'number' as const })),
    ...byAddress.map(({ caseId }) => ({ caseId, by: 'address' as const })),
  ];
  return known.flatMap(({ caseId, by }) => {
    const status = statuses.get(caseId);
    return status ? [{ caseId, by, status }] : [];
  });
}

/** The case that took over what a merged one held; a case that was not merged is itself. */
export async function followMerge(desk: Desk, found: Case | null): Promise<Case | null> {
  return found?.mergedInto ? await followMerge(desk, await desk.store.readCase(found.mergedInto.id)) : found;
}

/** A bounce carries the Message-ID of what could not be delivered, which begins with the letter's id. */
async function judgeBounce(desk: Desk, raw: string): Promise<MailJudgement> {
  const ids = [...new Set(raw.match(/[\w-]+\.rechtenloket@[\w.-]+/g) ?? [])].slice(0, 10);
  const [link] = ids.length > 0 ? await desk.store.findLinks('message-id', ids) : [];
  const letter = link?.value.split('.rechtenloket@')[0];
  if (!link || !letter || !tellsOfFailure(raw)) return { verdict: 'bounce' };
  return { verdict: 'bounce', bounced: { caseId: link.caseId, letter } };
}

/** RFC 3464 §2.3.3: a report may also say that a mail is late, or has arrived; one without the field is an old-fashioned bounce. */
function tellsOfFailure(raw: string): boolean {
  const actions = [...raw.matchAll(/^action:\s*(failed|delayed|delivered|relayed|expanded)\b/gim)];
  return actions.length === 0 || actions.some(([, action]) => action?.toLowerCase() === 'failed');
}
