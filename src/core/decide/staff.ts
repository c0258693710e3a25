import { toLocalDate } from '../calendar.ts';
import type { Case, Outcome, Track } from '../case.ts';
import { extendableDeadline } from '../case-clock.ts';
import type { Context } from '../context.ts';
import type { Incoming, StaffAction } from '../event.ts';
import { findMember } from '../organisation.ts';
import { extensionTemplate, isPossible, isUnderWay } from '../possible.ts';
import type { Refusal } from '../refusal.ts';
import { type Workflow, type Workflows, workflowOf } from '../workflow.ts';
import { accept, type Decided, type Draft, openDraft, personalOf, record, refuse } from './draft.ts';
import { approveLetter, type LetterPart, markSent } from './letters.ts';
import { acknowledgeIfAutomatic, makeTrack } from './receive.ts';

type Staff = Extract<Incoming, { kind: 'staff-decided' }>;
type Handler<A extends StaffAction> = (
  draft: Draft,
  action: A,
  staff: { by: string; at: string; code?: string | undefined },
  context: Context,
) => Refusal | null;
type Handlers = { [Name in StaffAction['do']]: Handler<Extract<StaffAction, { do: Name }>> };

/** Does what a member of staff decided, when it is possible now; says who did it before when it was done already. */
export function decideForStaff(current: Case, incoming: Staff, context: Context, now: string): Decided {
  const { action, by } = incoming;
  if (!findMember(context.organisation, by)) return refuse({ code: 'not-a-member' });
  const key = actionKey(action);
  if (!isPossible(current, context, now, targetOf(action)))
    return refuse(explainImpossible(current, action, context, now));
  const draft = openDraft(current);
  const handle = handlers[action.do] as Handler<StaffAction>;
  const refusal = handle(draft, action, { by, at: now, code: incoming.code }, context);
  if (refusal) return refuse(refusal);
  draft.case.lastDone[key] = { by, at: now };
  return accept(draft);
}

/** What an action is about: two clicks with the same key are the same act. */
export function actionKey(action: StaffAction): string {
  const { right, task, letter } = targetOf(action);
  return [action.do, right ?? task ?? letter].filter(Boolean).join(':');
}

function targetOf(action: StaffAction): { do: StaffAction['do']; right?: string; task?: string; letter?: string } {
  return {
    do: action.do,
    ...('right' in action ? { right: action.right } : {}),
    ...('task' in action ? { task: action.task } : {}),
    ...('letter' in action ? { letter: action.letter } : {}),
  };
}

function explainImpossible(current: Case, action: StaffAction, context: Context, now: string): Refusal {
  if (action.do === 'extend' && current.status === 'open' && !current.extended) {
    const deadline = extendableDeadline(current, context);
    if (extensionTemplate(current, context) === undefined) return { code: 'cannot-extend' };
    if (deadline && toLocalDate(now, context.calendar.timeZone) > deadline.lastDayForExtensionNotice) {
      return { code: 'notice-too-late', lastDay: deadline.lastDayForExtensionNotice };
    }
  }
  const done = current.lastDone[actionKey(action)];
  return done ? { code: 'already-done', done } : { code: 'not-possible-now', status: current.status };
}

const handlers: Handlers = {
  triage(draft, action, staff, context) {
    const refusal = setRights(draft, action.rights, context);
    if (refusal) return refusal;
    draft.case.status = 'open';
    record(draft, 'triaged', staff, { rights: action.rights });
    acknowledgeIfAutomatic(draft, context, staff.at);
    return null;
  },
  'not-a-request'(draft, _action, staff) {
    close(draft, staff, 'not-a-request');
    return null;
  },
  acknowledge(draft, _action, staff, context) {
    return approveLetter(draft, context, staff.at, { letter: 'acknowledged', by: staff.by });
  },
  'confirm-identity'(draft, action, staff) {
    const arrivedAt = answerArrival(draft.case) ?? staff.at;
    if (draft.case.identity.status === 'asked') draft.case.clock.push({ name: 'identity_confirmed', at: arrivedAt });
    draft.case.identity = { ...draft.case.identity, status: 'confirmed', method: action.method };
    delete personalOf(draft).code;
    record(draft, 'identity-confirmed', staff, { method: action.method, arrivedAt });
    return null;
  },
  'ask-confirmation'(draft, action, staff, context) {
    if (!action.to.includes('@')) return { code: 'no-address' };
    if (staff.code === undefined)
      throw new Error('ask-confirmation came without a fresh code: expected one made where the action entered.');
    personalOf(draft).knownAddress = action.to;
    return approveLetter(draft, context, staff.at, {
      letter: 'confirm',
      by: staff.by,
      to: action.to,
      subject: action.subject,
      text: action.text,
      code: staff.code,
    });
  },
  'reply-insufficient'(draft, _action, staff) {
    const arrivedAt = answerArrival(draft.case) ?? staff.at;
    draft.case.identity = { ...draft.case.identity, status: 'insufficient' };
    draft.case.clock.push({ name: 'identity_reply_insufficient', at: arrivedAt });
    record(draft, 'identity-reply-insufficient', staff, { arrivedAt });
    return null;
  },
  'finish-task'(draft, action, staff) {
    const task = draft.case.tasks.find((each) => each.id === action.task);
    if (!task) return { code: 'not-possible-now', status: draft.case.status };
    if (task.needsNote && action.result !== 'failed' && !action.note?.trim()) return { code: 'note-missing' };
    task.result = action.result;
    task.finished = { by: staff.by, at: staff.at };
    if (action.note) personalOf(draft).taskNotes[task.id] = action.note;
    record(draft, 'task-finished', staff, { task: task.id, place: task.place, result: action.result });
    return null;
  },
  decide(draft, action, staff, context) {
    const track = draft.case.tracks.find((each) => each.right === action.right);
    if (!track) return { code: 'unknown-right', right: action.right };
    const workflow = workflowOf(context.workflows, track);
    const refusal = checkDecision(action, workflow);
    if (refusal) return refusal;
    track.decision = {
      by: staff.by,
      at: staff.at,
      outcome: action.outcome,
      ...(action.ground ? { ground: action.ground } : {}),
    };
    if (action.reason) personalOf(draft).reasons[track.right] = action.reason;
    record(draft, 'decided', staff, {
      right: action.right,
      outcome: action.outcome,
      ...(action.ground ? { ground: action.ground } : {}),
    });
    return null;
  },
  'send-letter'(draft, action, staff, context) {
    const track = draft.case.tracks.find((each) => each.right === action.right);
    const outcome = track && outcomeOf(track, context.workflows);
    if (!outcome) return { code: 'not-possible-now', status: draft.case.status };
    return approveLetter(draft, context, staff.at, {
      letter: answerPart(outcome),
      by: staff.by,
      right: action.right,
      subject: action.subject,
      text: action.text,
    });
  },
  extend(draft, action, staff, context) {
    if (action.reason.trim() === '') return { code: 'reason-missing' };
    return approveLetter(draft, context, staff.at, {
      letter: 'extended',
      by: staff.by,
      reason: action.reason,
      subject: action.subject,
      text: action.text,
    });
  },
  'settle-letter'(draft, action, staff, context) {
    const letter = draft.case.letters.find((each) => each.id === action.letter);
    if (!letter) return { code: 'not-possible-now', status: draft.case.status };
    if (action.outcome === 'was-sent') {
      markSent(draft, letter, context, staff.by, staff.at);
      return null;
    }
    letter.status = 'approved';
    record(draft, 'letter-approved', staff, {
      letter: letter.id,
      template: letter.template,
      means: letter.means,
      again: true,
    });
    draft.effects.push({ do: 'send-letter', letter: letter.id });
    return null;
  },
  'change-rights'(draft, action, staff, context) {
    const refusal = setRights(draft, action.rights, context);
    if (!refusal) record(draft, 'rights-changed', staff, { rights: action.rights });
    return refusal;
  },
  assign(draft, action, staff, context) {
    if (!findMember(context.organisation, action.to)) return { code: 'not-a-member' };
    draft.case.assignee = action.to;
    record(draft, 'assigned', staff, { to: action.to });
    return null;
  },
  note(draft, action, staff) {
    personalOf(draft).notes.push({ by: staff.by, at: staff.at, text: action.text });
    record(draft, 'note-added', staff);
    return null;
  },
  close(draft, _action, staff) {
    close(draft, staff, 'answered');
    return null;
  },
  reopen(draft, action, staff) {
    if (action.reason.trim() === '') return { code: 'reason-missing' };
    draft.case.status = draft.case.number === null ? 'triage' : 'open';
    delete draft.case.closed;
    for (const key of ['close', 'not-a-request']) delete draft.case.lastDone[key];
    record(draft, 'reopened', staff, {}, { reason: action.reason });
    return null;
  },
};

/** What is answered: as decided, or, where the workflow has no such step, that it was done. */
export function outcomeOf(track: Track, workflows: Workflows): Outcome | undefined {
  if (track.decision) return track.decision.outcome;
  return workflowOf(workflows, track).steps.includes('decide') ? undefined : 'fulfil';
}

/** The letter that tells the person of a decision. */
export function answerPart(outcome: 'fulfil' | 'partly' | 'refuse'): LetterPart {
  return outcome;
}

/** Article 12(4): what is not done is told with its ground and the reason. */
function checkDecision(action: Extract<StaffAction, { do: 'decide' }>, workflow: Workflow): Refusal | null {
  if (action.outcome === 'fulfil') return null;
  if (!workflow.letters[action.outcome]) return { code: 'letter-not-there', template: action.outcome };
  if (!workflow.refusal.some((ground) => ground.id === action.ground)) return { code: 'ground-missing' };
  return action.reason?.trim() ? null : { code: 'reason-missing' };
}

function setRights(draft: Draft, rights: string[], context: Context): Refusal | null {
  const unknown = rights.find((right) => !context.workflows.has(right));
  if (unknown !== undefined || rights.length === 0) return { code: 'unknown-right', right: unknown ?? '' };
  const kept = draft.case.tracks.filter(
    (track) => rights.includes(track.right) || track.answeredAt !== undefined || isUnderWay(draft.case, track),
  );
  const marketing = draft.case.tracks.some((track) => track.marketing);
  const added = [...new Set(rights)].filter((right) => !kept.some((track) => track.right === right));
  draft.case.tracks = [...kept, ...added.map((right) => makeTrack(right, marketing))];
  return null;
}

function close(draft: Draft, staff: { by: string; at: string }, outcome: NonNullable<Case['closed']>['outcome']): void {
  draft.case.status = 'closed';
  draft.case.closed = { by: staff.by, at: staff.at, outcome };
  record(draft, 'closed', staff, { outcome });
}

/** When the person's answer to our question arrived: the last mail since we asked (the pause ends with it, not with a click). */
function answerArrival(current: Case): string | undefined {
  const { askedAt } = current.identity;
  const mails = current.personal?.mails ?? [];
  if (askedAt === undefined) return undefined;
  return mails.filter((mail) => mail.receivedAt > askedAt).at(-1)?.receivedAt;
}
