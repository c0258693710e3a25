import { chooseForm } from '../address-form.ts';
import type { Case, KeptMail, Language, Track } from '../case.ts';
import type { Context } from '../context.ts';
import type { Incoming } from '../event.ts';
import { isIdentified } from '../identity.ts';
import { bringsIdentityDocument } from '../identity-document.ts';
import type { Refusal } from '../refusal.ts';
import { matchCode } from './code.ts';
import { accept, type Decided, type Draft, openDraft, personalOf, record, refuse, type Seat } from './draft.ts';
import { approveLetter } from './letters.ts';
import { openAside } from './open-tasks.ts';

type Received = Extract<Incoming, { kind: 'request-received' }>;
type Added = Extract<Incoming, { kind: 'mail-added' }>;

/** Opens a case for a mail that asks for a right, or one in triage when a person must judge first. */
export function receiveRequest(seat: Seat, incoming: Received, context: Context, now: string): Decided {
  const { mail } = incoming;
  const rights = incoming.rights.filter((right) => context.workflows.has(right));
  const triage = incoming.unsure || incoming.unreadable === true || rights.length === 0;
  const draft = openDraft({
    ...emptyCase(seat),
    status: triage ? 'triage' : 'open',
    channel: 'email',
    receivedAt: mail.receivedAt,
    language: incoming.language,
    initials: makeInitials(mail.fromName ?? mail.from),
    mailDomain: mail.from.split('@')[1] ?? null,
    tracks: rights.map((right) => makeTrack(right, incoming.marketing)),
    identity: { status: 'open', sender: incoming.sender, methods: [] },
    form: chooseForm(mail.text),
    personal: {
      ...(mail.fromName ? { name: mail.fromName } : {}),
      ...(mail.from ? { address: incoming.original ?? mail.from } : {}),
      mails: [mail],
      letters: {},
      why: incoming.why,
      notes: [],
      taskNotes: {},
      reasons: {},
    },
  });
  record(
    draft,
    'request-received',
    { by: 'person', at: now },
    {
      mail: mail.id,
      receivedAt: mail.receivedAt,
      rights,
      sender: incoming.sender,
      unsure: triage,
      channel: 'email',
    },
    { from: mail.from, subject: mail.subject },
  );
  draft.effects.push({ do: 'mark-mail', mail: mail.id });
  flagIdentityDocument(draft, mail, context, now);
  if (!incoming.quiet) acknowledgeIfAutomatic(draft, context, now);
  return accept(draft);
}

/** Sends the acknowledgement without a click, where the organisation chose so; one that lacks something waits for staff, who are told. */
export function acknowledgeIfAutomatic(draft: Draft, context: Context, now: string): void {
  if (
    context.organisation.settings.acknowledge !== 'automatic' ||
    draft.case.status !== 'open' ||
    draft.case.acknowledged
  )
    return;
  const refusal = approveLetter(draft, context, now, { letter: 'acknowledged', by: 'desk' });
  if (!refusal) return;
  const lacks = listLacks(refusal, context.organisation.language);
  record(draft, 'acknowledgement-held', { by: 'desk', at: now }, { why: refusal.code, lacks });
}

/** What keeps a letter from going: the names of missing facts, or what the linter misses in the words of the desk. */
function listLacks(refusal: Refusal, language: Language): string[] {
  if (refusal.code === 'letter-incomplete') return refusal.missing;
  return refusal.code === 'letter-lacks' ? refusal.findings.map(({ missing }) => missing[language]) : [];
}

const removeCopy = {
  nl: 'Verwijder de kopie van het identiteitsbewijs uit de mailbox; open en bewaar haar niet',
  en: 'Delete the copy of the identity document from the mailbox; do not open or keep it',
};

/** A copy of an identity document that arrives unasked is told to staff, who delete it; the desk keeps no attachment anyway. */
function flagIdentityDocument(draft: Draft, mail: KeptMail, context: Context, now: string): void {
  if (!bringsIdentityDocument(mail)) return;
  draft.case.tasks.push(openAside(draft.case, context, 'mailbox', removeCopy));
  record(draft, 'identity-document-received', { by: 'desk', at: now }, { mail: mail.id });
}

/** A later mail that belongs to the case: kept, shown, and where it brings the one-time code, the confirmation. */
export function addMail(current: Case, incoming: Added, context: Context, now: string): Decided {
  const { mail } = incoming;
  if (!current.personal) return refuse({ code: 'no-such-case' });
  if (current.personal.mails.some((kept) => kept.id === mail.id)) return refuse({ code: 'already-known' });
  const draft = openDraft(current);
  const personal = personalOf(draft);
  personal.mails.push(mail);
  record(
    draft,
    'mail-added',
    { by: 'person', at: now },
    {
      mail: mail.id,
      receivedAt: mail.receivedAt,
      sender: incoming.sender,
      rights: newRights(current, incoming.rights),
    },
    { from: mail.from, subject: mail.subject },
  );
  draft.effects.push({ do: 'mark-mail', mail: mail.id });
  flagIdentityDocument(draft, mail, context, now);
  if (draft.case.status === 'open' && draft.case.identity.status === 'asked')
    answerQuestion(draft, incoming, mail, context, now);
  return accept(draft);
}

/** The code that comes back confirms the person; where the right needs more, the pause still ends and the question is ours again. */
function answerQuestion(draft: Draft, incoming: Added, mail: KeptMail, context: Context, now: string): void {
  const personal = personalOf(draft);
  const { identity } = draft.case;
  const outcome = matchCode(draft.case.id, personal.code, `${mail.subject}\n${mail.text}`, mail.receivedAt);
  if (outcome.match && incoming.sender !== 'fail') {
    delete personal.code;
    draft.case.identity = { ...identity, methods: [...new Set([...identity.methods, 'code'])] };
    const enough = isIdentified(draft.case, context);
    draft.case.identity.status = enough ? 'confirmed' : 'open';
    draft.case.clock.push({
      name: enough ? 'identity_confirmed' : 'identity_reply_insufficient',
      at: mail.receivedAt,
    });
    record(
      draft,
      'identity-confirmed',
      { by: 'person', at: now },
      { method: 'code', arrivedAt: mail.receivedAt, enough },
    );
  } else if (outcome.tried && personal.code) {
    personal.code.triesLeft -= 1;
  }
}

/** The rights that a later mail asks for and the case does not have yet. */
function newRights(current: Case, rights: string[]): string[] {
  return rights.filter((right) => !current.tracks.some((track) => track.right === right));
}

/** A track at its beginning. */
export function makeTrack(right: string, marketing: boolean): Track {
  return { right, marketing, steps: {} };
}

/** A case with nothing in it yet. */
export function emptyCase(
  seat: Seat,
): Pick<Case, 'id' | 'number' | 'version' | 'clock' | 'tasks' | 'letters' | 'timers' | 'lastDone'> {
  return { ...seat, version: 0, clock: [], tasks: [], letters: [], timers: {}, lastDone: {} };
}

/** Initials from a name or an address: "Jan de Vries" becomes "J.d.V.". */
export function makeInitials(name: string): string {
  const words = (name.split('@')[0] ?? '').split(/[\s._-]+/).filter((word) => /\p{L}/u.test(word));
  return words
    .slice(0, 4)
    .map((word) => `${[...word.replace(/^[^\p{L}]+/u, '')][0] ?? ''}.`)
    .join('');
}
