import { type ParsedMail, parseMail } from '../channels/email/parse.ts';
import type { KeptMail, Language } from '../core/case.ts';
import type { Incoming } from '../core/event.ts';
import { describeError } from '../log.ts';
import type { MailRow, MailVerdict, OutboxRow } from '../store/store.ts';
import { advanceCase } from './advance-case.ts';
import type { Desk, Performed } from './desk.ts';
import { type Judge, judgeMail, type MailJudgement } from './judge-mail.ts';

/** How much of a mail's text a case keeps of its beginning and its end, in characters; the mailbox has the rest. */
const keptLength = { beginning: 80_000, end: 20_000 };

/** A row `take-in-mail`: a kept mail becomes an event of a new case or of the one it belongs to; then its source is forgotten. */
export async function takeInMail(desk: Desk, judge: Judge, row: OutboxRow): Promise<Performed> {
  const kept = await desk.store.readMail(row.payload.mail ?? '');
  if (!kept || kept.source === null) return { kind: 'done' };
  const source = kept.source;
  const parsed = await parseMail(source);
  const judged = await judgeSafely(desk, judge, parsed, source);
  const { caseId, incoming, verdict } = await makeIncoming(desk, kept, parsed, judged);
  if (!incoming || !caseId) {
    await desk.store.transaction(async (tx) => {
      await tx.settleMail(kept.id, verdict, null);
      await tx.finishOutbox(row.id, desk.now());
    });
    return { kind: 'done' };
  }
  if (incoming.kind === 'letter-failed') await tellSplitOff(desk, caseId, incoming);
  const advance = await advanceCase(desk, caseId, incoming, { outbox: row.id, mail: { id: kept.id, verdict } });
  desk.log.info({ mail: kept.id, case: caseId, verdict, number: advance.case?.number ?? null }, 'Mail taken in.');
  return { kind: 'done' };
}

/** A letter that did not arrive counts no more in the cases that were split off either; told twice it is refused as known. */
async function tellSplitOff(desk: Desk, caseId: string, incoming: Incoming): Promise<void> {
  const record = await desk.store.readCase(caseId);
  for (const id of record?.splitInto ?? []) {
    await advanceCase(desk, id, incoming);
    await tellSplitOff(desk, id, incoming);
  }
}

/** A mail that the judgement trips over is a question to staff, not a loop. */
async function judgeSafely(desk: Desk, judge: Judge, parsed: ParsedMail, source: Uint8Array): Promise<MailJudgement> {
  try {
    return await judgeMail(desk, judge, { headers: parsed.headers, source, parse: async () => parsed });
  } catch (error) {
    desk.log.error(describeError(error), 'A kept mail could not be judged; staff are asked.');
    const recognition = {
      verdict: 'unsure' as const,
      rights: [],
      marketing: false,
      certainty: 0,
      certaintyByRight: {},
      language: 'nl',
      why: [],
    };
    return { verdict: 'unsure', sender: 'unknown', recognition, unreadable: true };
  }
}

type Plan = { caseId: string | null; incoming: Incoming | null; verdict: MailVerdict };

async function makeIncoming(desk: Desk, kept: MailRow, parsed: ParsedMail, judged: MailJudgement): Promise<Plan> {
  const mail = keepMail(kept, parsed);
  switch (judged.verdict) {
    case 'automatic':
    case 'own':
    case 'other':
      return { caseId: null, incoming: null, verdict: judged.verdict };
    case 'bounce': {
      const { bounced } = judged;
      if (!bounced) return { caseId: null, incoming: null, verdict: 'bounce' };
      return {
        caseId: bounced.caseId,
        incoming: { kind: 'letter-failed', letter: bounced.letter, reason: 'bounced' },
        verdict: 'bounce',
      };
    }
    case 'joined':
      return {
        caseId: judged.caseId,
        incoming: { kind: 'mail-added', mail, sender: judged.sender, rights: judged.rights },
        verdict: 'joined',
      };
    default: {
      const { recognition } = judged;
      const incoming: Incoming = {
        kind: 'request-received',
        mail,
        sender: recognition.original ? 'unknown' : judged.sender,
        rights: recognition.rights,
        marketing: recognition.marketing,
        unsure: judged.verdict === 'unsure',
        language: chooseLanguage(recognition.language, desk),
        why: recognition.why,
        ...(judged.unreadable ? { unreadable: true } : {}),
        ...(recognition.original ? { original: recognition.original } : {}),
        ...((await isFlooding(desk, mail.from)) ? { quiet: true } : {}),
      };
      return { caseId: kept.id, incoming, verdict: judged.verdict };
    }
  }
}

/** Dutch for Dutch, English for all other languages, and ours when the language could not be told. */
function chooseLanguage(language: string, desk: Desk): Language {
  if (language === 'nl') return 'nl';
  return language === '' || language === 'und' ? desk.context.organisation.language : 'en';
}

/** An address that opens case after case may be a machine: then nothing is sent to it by itself. */
async function isFlooding(desk: Desk, address: string): Promise<boolean> {
  if (address === '') return false;
  const links = await desk.store.findLinks('address', [address.toLowerCase()]);
  const hourAgo = new Date(Date.parse(desk.now()) - 3_600_000).toISOString();
  const cases = await Promise.all(
    [...new Set(links.map((link) => link.caseId))].slice(0, 50).map((id) => desk.store.readCase(id)),
  );
  const recent = cases.filter((record) => record !== null && record.receivedAt > hourAgo);
  return recent.length >= desk.context.organisation.settings.mail.automaticPerHour;
}

/** Of a very long text the middle is left out: people ask at the beginning or at the end. */
function shorten(text: string): string {
  if (text.length <= keptLength.beginning + keptLength.end) return text;
  return `${text.slice(0, keptLength.beginning)}\n\n[…]\n\n${text.slice(-keptLength.end)}`;
}

function keepMail(kept: MailRow, parsed: ParsedMail): KeptMail {
  return {
    id: kept.id,
    receivedAt: kept.receivedAt,
    from: parsed.from?.address ?? '',
    ...(parsed.from?.name ? { fromName: parsed.from.name } : {}),
    subject: parsed.subject,
    text: shorten(parsed.text),
    ...(parsed.messageId ? { messageId: parsed.messageId } : {}),
    references: parsed.references,
    attachments: parsed.attachments.map(({ name, type, bytes }) => ({ name, type, bytes })),
  };
}
