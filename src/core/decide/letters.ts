import type { Case, Language, Letter, LetterPart, Outcome, Track } from '../case.ts';
import { extendedDeadline } from '../case-clock.ts';
import type { Context } from '../context.ts';
import { codeMark, collectFacts } from '../facts.ts';
import { isNothingFound } from '../found.ts';
import { type Composed, composeLetter } from '../letter.ts';
import { type LetterFinding, lintLetter } from '../lint-letter.ts';
import type { Refusal } from '../refusal.ts';
import { workflowOf } from '../workflow.ts';
import { rememberCode } from './code.ts';
import { type Draft, personalOf, record } from './draft.ts';

export type { LetterPart } from '../case.ts';
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
  /** The task that the letter does: a notice to a recipient. */
  task?: string | undefined;
};
/** A letter as it stands; with `findings` it cannot be sent yet. */
export type Draught =
  | { ok: true; template: string; subject: string; text: string; findings: LetterFinding[] }
  | { ok: false; refusal: Refusal };

/** Composes a letter as it stands now, for a preview or to be sent, and judges it; names the template and what is missing otherwise. */
export function draughtLetter(current: Case, context: Context, now: string, order: LetterOrder): Draught {
  const track = current.tracks.find((each) => each.right === order.right) ?? current.tracks[0];
  const name = track && nameTemplate(current, track, context, order);
  if (!name) return { ok: false, refusal: { code: 'letter-not-there', template: order.letter } };
  const language = chooseLanguage(current, context, order);
  const template = context.templates.get(`${language}/${name}`);
  if (!template) return { ok: false, refusal: { code: 'letter-not-there', template: `${language}/${name}` } };
  const extendedDueOn = order.letter === 'extended' ? extendedDeadline(current, context, now)?.due : undefined;
  const facts = collectFacts({ ...current, language }, context, now, {
    right: order.right,
    reason: order.reason,
    handler: order.by,
    extendedDueOn,
    task: order.task,
  });
  const composed: Composed = composeLetter(template, facts);
  if (!composed.ok)
    return { ok: false, refusal: { code: 'letter-incomplete', template: name, missing: composed.missing } };
  const { subject = composed.subject, text = composed.text } = order;
  const findings = lintLetter({ part: order.letter, template: name, language, subject, text, facts });
  return { ok: true, template: name, subject, text, findings };
}

/** A notice is in the language of who gets it, not in that of the person whom it is about. */
function chooseLanguage(
  current: Case,
  { register, organisation }: Context,
  { letter, task: id }: LetterOrder,
): Language {
  if (letter !== 'notice') return current.language;
  const task = current.tasks.find((each) => each.id === id);
  const recipient = register.recipients.find((each) => each.id === task?.recipient);
  return recipient?.language ?? organisation.language;
}

/** The template of a letter: the workflow's, but a ground may have its own letter and a requester has one by kind. */
function nameTemplate(current: Case, track: Track, context: Context, order: LetterOrder): string | undefined {
  const workflow = workflowOf(context.workflows, track);
  if (order.letter === 'requester') return current.requester && `requester-${current.requester}`;
  const ground = workflow.refusal.find((each) => each.id === track.decision?.ground);
  return (order.letter === 'refuse' ? ground?.letter : undefined) ?? workflow.letters[order.letter];
}

/**
 * Which letter asks who they are. A first question, and one after an answer, a reminder or while the code counts, carries a fresh code;
 * when the code ran out unanswered, the reminder comes first, which has none.
 */
export function questionPart(current: Case, context: Context, now: string): LetterPart {
  const { status, askedAt } = current.identity;
  const [track] = current.tracks;
  if (status !== 'asked' || askedAt === undefined || !track) return 'confirm';
  const asked = current.letters.filter(({ part }) => part === 'confirm' || part === 'reminded').at(-1);
  const isAnswered = current.personal?.mails.some((mail) => mail.receivedAt > askedAt);
  const isRunOut = (current.personal?.code?.expiresAt ?? '') < now;
  const hasReminder = workflowOf(context.workflows, track).letters.reminded !== undefined;
  return hasReminder && asked?.part === 'confirm' && isRunOut && !isAnswered ? 'reminded' : 'confirm';
}

/** The letter that answers a track: what was decided, or, where it is not refused, that nothing was found; without a decision step that it was done. */
export function answerPart(current: Case, track: Track, context: Context): LetterPart | undefined {
  const { letters, steps } = workflowOf(context.workflows, track);
  const outcome: Outcome | undefined = track.decision?.outcome ?? (steps.includes('decide') ? undefined : 'fulfil');
  const canBeNothing = outcome !== undefined && outcome !== 'refuse' && letters.nothing !== undefined;
  return canBeNothing && isNothingFound(current, track.right) ? 'nothing' : outcome;
}

/** Approves a letter in the draft and orders its sending, once; answers a refusal when it cannot be. */
export function approveLetter(draft: Draft, context: Context, now: string, order: LetterOrder): Refusal | null {
  const composed = draughtLetter(draft.case, context, now, order);
  if (!composed.ok) return composed.refusal;
  if (composed.findings.length > 0) return { code: 'letter-lacks', findings: composed.findings };
  const personal = personalOf(draft);
  const to = order.to ?? personal.knownAddress ?? personal.address;
  const byPost = !to && personal.postal !== undefined;
  if (!to && !byPost) return { code: 'no-address' };
  const text =
    order.letter === 'confirm' && order.code ? composed.text.replaceAll(codeMark, order.code) : composed.text;
  const id = `${draft.case.id}-l${draft.case.letters.length + 1}`;
  const approved = { by: order.by, at: now };
  const letter: Letter = {
    id,
    template: composed.template,
    part: order.letter,
    ...(order.right ? { right: order.right } : {}),
    ...(order.task ? { task: order.task } : {}),
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
