import type { Case, Letter } from '../case.ts';
import { extendedDeadline, isAnswered } from '../case-clock.ts';
import type { Context } from '../context.ts';
import type { ClockEvent } from '../deadline.ts';
import type { Incoming } from '../event.ts';
import { codeMark, collectFacts } from '../facts.ts';
import { type Composed, composeLetter } from '../letter.ts';
import type { Refusal } from '../refusal.ts';
import { type Workflow, workflowOf } from '../workflow.ts';
import { rememberCode } from './code.ts';
import { accept, type Decided, type Draft, openDraft, personalOf, record, refuse } from './draft.ts';

/** A letter by its part in the workflow (`letters:` in its file). */
export type LetterPart = keyof Workflow['letters'];
/** What staff want sent: which letter, for which right, and their own wording where they edited it. */
export type LetterOrder = {
  letter: LetterPart;
  by: string;
  right?: string | undefined;
  subject?: string | undefined;
  text?: string | undefined;
  reason?: string | undefined;
  to?: string | undefined;
  code?: string | undefined;
};
export type Draught = { ok: true; template: string; subject: string; text: string } | { ok: false; refusal: Refusal };

/** Composes a letter as it stands now, for a preview or to be sent; names the template and what is missing otherwise. */
export function draughtLetter(current: Case, context: Context, now: string, order: LetterOrder): Draught {
  const track = current.tracks.find((each) => each.right === order.right) ?? current.tracks[0];
  const name = track && workflowOf(context.workflows, track).letters[order.letter];
  if (!name) return { ok: false, refusal: { code: 'letter-not-there', template: order.letter } };
  const template = context.templates.get(`${current.language}/${name}`);
  if (!template) return { ok: false, refusal: { code: 'letter-not-there', template: `${current.language}/${name}` } };
  const extendedDueOn = order.letter === 'extended' ? extendedDeadline(current, context, now)?.due : undefined;
  const facts = collectFacts(current, context, now, {
    right: order.right,
    reason: order.reason,
    handler: order.by,
    extendedDueOn,
  });
  const composed: Composed = composeLetter(template, facts);
  if (!composed.ok)
    return { ok: false, refusal: { code: 'letter-incomplete', template: name, missing: composed.missing } };
  return { ok: true, template: name, subject: order.subject ?? composed.subject, text: order.text ?? composed.text };
}

/** Approves a letter in the draft and orders its sending, once; answers a refusal when it cannot be. */
export function approveLetter(draft: Draft, context: Context, now: string, order: LetterOrder): Refusal | null {
  const composed = draughtLetter(draft.case, context, now, order);
  if (!composed.ok) return composed.refusal;
  const personal = personalOf(draft);
  const to = order.to ?? personal.knownAddress ?? personal.address;
  const byPost = !to && personal.postal !== undefined;
  if (!to && !byPost) return { code: 'no-address' };
  if (order.letter === 'confirm' && !composed.text.includes(codeMark)) {
    return { code: 'letter-incomplete', template: composed.template, missing: ['code'] };
  }
  const text = order.code === undefined ? composed.text : composed.text.replaceAll(codeMark, order.code);
  const id = `${draft.case.id}-l${draft.case.letters.length + 1}`;
  const approved = { by: order.by, at: now };
  const letter: Letter = {
    id,
    template: composed.template,
    part: order.letter,
    ...(order.right ? { right: order.right } : {}),
    means: byPost ? 'post' : 'email',
    status: 'approved',
    approved,
  };
  draft.case.letters.push(letter);
  const domain = context.organisation.email.split('@')[1] ?? 'localhost';
  personal.letters[id] = {
    to: to ?? personal.postal ?? '',
    subject: composed.subject,
    text,
    messageId: `${id}.rechtenloket@${domain}`,
  };
  if (order.letter === 'confirm' && order.code) personal.code = rememberCode(draft.case.id, order.code, now);
  if (order.letter === 'acknowledged') draft.case.acknowledged = approved;
  record(draft, order.letter === 'acknowledged' ? 'acknowledged' : 'letter-approved', approved, {
    letter: id,
    template: composed.template,
    means: letter.means,
    ...(order.right ? { right: order.right } : {}),
  });
  if (!byPost) draft.effects.push({ do: 'send-letter', letter: id });
  return null;
}

type LetterNews = Extract<Incoming, { letter: string }>;

/** Records what became of a letter: what its sending means for the clock and the tracks happens here, at that moment. */
export function recordLetter(current: Case, incoming: LetterNews, context: Context, now: string): Decided {
  const known = current.letters.find((letter) => letter.id === incoming.letter);
  if (!known || !current.personal) return refuse({ code: 'no-such-case' });
  if (known.status === 'sent' && incoming.kind !== 'letter-failed') return refuse({ code: 'already-known' });
  if (known.status === 'failed' && incoming.kind === 'letter-failed') return refuse({ code: 'already-known' });
  const draft = openDraft(current);
  const letter = draft.case.letters.find((each) => each.id === incoming.letter) as Letter;
  if (incoming.kind === 'letter-sent') {
    markSent(draft, letter, context, 'desk', now);
  } else {
    if (known.status === 'sent') takeBack(draft, letter);
    letter.status = incoming.kind === 'letter-failed' ? 'failed' : 'uncertain';
    const data =
      incoming.kind === 'letter-failed' ? { letter: letter.id, reason: incoming.reason } : { letter: letter.id };
    record(draft, incoming.kind, { by: 'desk', at: now }, data);
    if (known.status === 'sent') reopenUnanswered(draft, now);
  }
  return accept(draft);
}

/** A letter that came back was not received: what its sending changed for the clock and the tracks no longer holds. */
function takeBack(draft: Draft, letter: Letter): void {
  const { sentAt } = letter;
  delete letter.sentAt;
  const forget = (name: ClockEvent['name']) => {
    draft.case.clock = draft.case.clock.filter((event) => event.name !== name || event.at !== sentAt);
  };
  switch (letter.part) {
    case 'acknowledged':
      break;
    case 'confirm':
      if (draft.case.identity.status !== 'asked') break;
      forget('identity_requested');
      draft.case.identity = { status: 'open', sender: draft.case.identity.sender };
      break;
    case 'extended':
      forget('extended');
      delete draft.case.extended;
      break;
    default: {
      const track = draft.case.tracks.find((each) => each.right === letter.right);
      delete track?.answeredAt;
      delete track?.steps.answer;
    }
  }
}

/** An answer that came back after the case was closed opens it again, for nobody would see it otherwise. */
function reopenUnanswered(draft: Draft, now: string): void {
  if (draft.case.closed?.outcome !== 'answered' || isAnswered(draft.case)) return;
  draft.case.status = 'open';
  delete draft.case.closed;
  delete draft.case.lastDone.close;
  record(draft, 'reopened', { by: 'desk', at: now });
}

/** The letter is out: its part in the workflow says what that changes. */
export function markSent(draft: Draft, letter: Letter, context: Context, by: string, now: string): void {
  letter.status = 'sent';
  letter.sentAt = now;
  const done = { by, at: now };
  record(draft, 'letter-sent', done, { letter: letter.id, template: letter.template, means: letter.means });
  switch (letter.part) {
    case 'acknowledged':
      break;
    case 'confirm':
      draft.case.identity = { ...draft.case.identity, status: 'asked', askedAt: now };
      draft.case.clock.push({ name: 'identity_requested', at: now });
      record(draft, 'identity-requested', done, { letter: letter.id });
      break;
    case 'extended': {
      draft.case.clock.push({ name: 'extended', at: now });
      draft.case.extended = done;
      const due = extendedDeadline(draft.case, context, now)?.due;
      record(draft, 'extended', done, { letter: letter.id, ...(due ? { dueOn: due } : {}) });
      break;
    }
    default: {
      const track = draft.case.tracks.find((each) => each.right === letter.right);
      if (track) {
        track.answeredAt = now;
        track.steps.answer = done;
      }
    }
  }
}
