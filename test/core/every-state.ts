import type { Case } from '../../src/core/case.ts';
import type { Context } from '../../src/core/context.ts';
import { answerPart, draughtLetter } from '../../src/core/decide/letters.ts';
import { emptyCase } from '../../src/core/decide/receive.ts';
import { decide } from '../../src/core/decide.ts';
import type { Incoming, StaffAction } from '../../src/core/event.ts';
import { isUnderWay, listPossible, type PossibleAction } from '../../src/core/possible.ts';
import { readSnoozeRange } from '../../src/core/snooze.ts';
import { listLaterMails, listSplittable } from '../../src/core/split.ts';
import { isSettled, trackState } from '../../src/core/step.ts';
import { workflowOf } from '../../src/core/workflow.ts';
import { makeMail } from './story.ts';

/** A case as it can stand, at an instant, with how it came there. */
export type State = { record: Case; now: string; path: string[] };
/** Which right the case is about; staff must first say that it is a request. */
export type Seed = { right: string; marketing: boolean };

const firstNow = '2026-03-05T09:00:00.000Z';
const hourLater = '2026-03-05T10:00:00.000Z';
/** Far above what a right needs; a walk that comes here goes round. */
const mostStates = 2000;

/** The states of a case, reached by doing all that is possible from the first mail on. */
export function reachStates(context: Context, seed: Seed): State[] {
  const seen = new Set<string>();
  const found: State[] = [];
  const waiting: State[] = [];
  const add = (state: State) => {
    const fresh = nameState(state, context).filter((name) => !seen.has(name));
    if (fresh.length === 0) return;
    if (found.length >= mostStates)
      throw new Error(`More than ${mostStates} states for ${seed.right}: expected fewer.`);
    for (const name of fresh) seen.add(name);
    found.push(state);
    waiting.push(state);
  };
  add(openCase(context, seed));
  for (let state = waiting.shift(); state; state = waiting.shift()) {
    for (const { incoming, now } of listMoves(state, context)) {
      const decision = decide(seatOf(state.record), state.record, incoming, context, now);
      if (decision.ok) add({ record: decision.case, now, path: [...state.path, sayMove(incoming)] });
    }
  }
  return found;
}

/** The seat of a case that has left triage or may leave it now. */
export const seatOf = (record: Case | null) => ({ id: 'case-1', number: record?.number ?? 'KP-2026-0001' });

function openCase(context: Context, { right, marketing }: Seed): State {
  const incoming: Incoming = {
    kind: 'request-received',
    mail: makeMail(),
    sender: 'pass',
    rights: [right],
    marketing,
    unsure: true,
    language: 'nl',
    why: [],
  };
  const decision = decide(seatOf(null), null, incoming, context, firstNow);
  if (!decision.ok) throw new Error(`The first mail was refused: ${decision.refusal.code}.`);
  return { record: decision.case, now: firstNow, path: [] };
}

/**
 * What makes a state worth a look: its place in the work with each circumstance. Not every combination of circumstances is kept, as
 * they do not touch each other.
 */
function nameState({ record, now }: State, context: Context): string[] {
  const tracks = record.tracks.map((track) => {
    const state = trackState(record, track, context);
    const settled = record.tasks.filter((task) => task.step === state && isSettled(task)).length;
    const { outcome, approval } = track.decision ?? {};
    const isOver = approval?.until !== undefined && now >= approval.until;
    return [state, settled, outcome, approval?.status, isOver, isUnderWay(record, track)];
  });
  const place = JSON.stringify([record.status, record.closed?.outcome, tracks]);
  const circumstances = [
    `acknowledged ${record.acknowledged !== undefined}`,
    `extended ${record.extended !== undefined}`,
    `for ${record.requester}`,
    `identity ${record.identity.status}`,
    ...record.tracks.map((track) => `lift ${track.lift !== undefined} ${track.lifted !== undefined}`),
    ...record.letters.map(({ part, status }) => `${status === 'approved' ? part : 'a letter'} ${status}`),
  ];
  return circumstances.map((circumstance) => `${place} ${circumstance}`);
}

function listMoves({ record, now }: State, context: Context): { incoming: Incoming; now: string }[] {
  const staff = listPossible(record, context, now)
    .flatMap((possible) => writeActions(record, possible, context, now))
    .flatMap((action) =>
      (mayTakeTwo.includes(action.do) ? ['UANNA', 'UCARLA'] : ['UANNA']).map((by) => fromStaff(action, by)),
    );
  const letters = record.letters
    .filter((letter) => letter.status === 'approved')
    .flatMap((letter): Incoming[] => [
      { kind: 'letter-sent', letter: letter.id },
      { kind: 'letter-uncertain', letter: letter.id },
    ]);
  const world = [...staff, ...letters].map((incoming) => ({ incoming, now }));
  const timers = Object.entries(record.timers)
    .filter(([timer]) => timer.startsWith('approve:') || timer === 'purge')
    .map(([timer, dueAt]) => ({
      incoming: { kind: 'timer-fell-due' as const, timer, dueAt },
      now: maxOf(now, hourLater),
    }));
  return [...world, ...timers];
}

/** What a member of staff sends. */
export function fromStaff(action: StaffAction, by: string): Incoming {
  const sent = { kind: 'staff-decided' as const, by, action, code: '123456' };
  if (action.do === 'split') return { ...sent, beside: { id: 'case-1-s2', number: 'KP-2026-0002', case: null } };
  return action.do === 'merge' ? { ...sent, beside: { id: other.id, number: other.number, case: other } } : sent;
}

/** A message of the same person that waits for a decision: it can come into every case. */
export const other: Case = {
  ...emptyCase({ id: 'case-9', number: null }),
  version: 1,
  status: 'triage',
  channel: 'email',
  receivedAt: firstNow,
  language: 'nl',
  initials: 'J.d.V.',
  mailDomain: 'voorbeeld.example',
  tracks: [],
  identity: { status: 'open', sender: 'pass', methods: [] },
  form: 'je',
  personal: {
    address: 'jan@voorbeeld.example',
    mails: [makeMail({ id: 'mail-9', receivedAt: firstNow })],
    letters: {},
    why: [],
    notes: [],
    taskNotes: {},
    reasons: {},
  },
};

/** The ways to do a possible action, each with all that it needs. */
export function writeActions(record: Case, possible: PossibleAction, context: Context, now: string): StaffAction[] {
  const { right = '', task = '', letter = '' } = possible;
  const rights = record.tracks.map((track) => track.right);
  switch (possible.do) {
    case 'triage':
    case 'change-rights':
      return [{ do: possible.do, rights }];
    case 'confirm-identity':
      return ['known-address', 'office'].map((method) => ({ do: 'confirm-identity', method }));
    case 'ask-confirmation':
      return [{ do: possible.do, to: 'jan@voorbeeld.example', source: 'factuur van 2024' }];
    case 'finish-task':
      return finishTask(record, task);
    case 'decide':
      return decideRight(record, right, context);
    case 'approve-decision':
      return [{ do: possible.do, right, decidedAt: decidedAt(record, right) }];
    case 'reject-decision':
      return [{ do: possible.do, right, decidedAt: decidedAt(record, right), reason: 'Kijk nog eens.' }];
    case 'undo-decision':
    case 'tell-restriction':
      return [{ do: possible.do, right }];
    case 'lift-restriction':
      return liftRestriction(record, right);
    case 'set-requester':
      return [{ do: possible.do, requester: 'agent' }];
    case 'send-notice':
      return writeNotice(record, task, context, now);
    case 'confirm-recipient':
      return [{ do: possible.do, task }];
    case 'send-letter':
      return writeAnswer(record, right, context, now);
    case 'extend':
    case 'reopen':
      return [{ do: possible.do, reason: 'Daarom.' }];
    case 'settle-letter':
      return (['was-sent', 'send-again'] as const).map((outcome) => ({ do: 'settle-letter', letter, outcome }));
    case 'assign':
      return [{ do: possible.do, to: 'UBRAM' }];
    case 'note':
      return [{ do: possible.do, text: 'Een notitie.' }];
    case 'snooze':
      return [{ do: possible.do, until: readSnoozeRange(record, context, now)?.from ?? '' }];
    case 'split':
      return chooseSplit(record, context);
    case 'merge':
      return [{ do: possible.do, other: other.id }];
    case 'not-a-request':
    case 'acknowledge':
    case 'reply-insufficient':
    case 'ask-requester':
    case 'close':
      return [{ do: possible.do }];
  }
}

function chooseSplit(record: Case, context: Context): StaffAction[] {
  const [right] = listSplittable(record, context);
  const [mail] = listLaterMails(record);
  return [
    ...(right ? [{ do: 'split' as const, rights: [right], mails: [] }] : []),
    ...(mail ? [{ do: 'split' as const, rights: [], mails: [mail.id] }] : []),
  ];
}

function liftRestriction(record: Case, right: string): StaffAction[] {
  const asked = record.tracks.find((track) => track.right === right)?.lift;
  return asked
    ? [{ do: 'lift-restriction', right, askedAt: asked.at }]
    : [{ do: 'lift-restriction', right, reason: 'De reden is weg.' }];
}

function finishTask(record: Case, id: string): StaffAction[] {
  const task = record.tasks.find((each) => each.id === id);
  const results = task?.step === 'search' ? (['found', 'nothing', 'failed'] as const) : (['done', 'failed'] as const);
  return results.map((result) => ({ do: 'finish-task', task: id, result, note: 'Drie stuks.' }));
}

function decideRight(record: Case, right: string, context: Context): StaffAction[] {
  const track = record.tracks.find((each) => each.right === right);
  if (!track) return [];
  const { letters, refusal } = workflowOf(context.workflows, track);
  const state = trackState(record, track, context);
  const reason = 'Dit is de uitleg.';
  const granted: StaffAction[] = [
    { do: 'decide', right, outcome: 'fulfil', despite: 'De rest kan niet.' },
    ...(letters.partly && refusal[0]
      ? [{ do: 'decide' as const, right, outcome: 'partly' as const, ground: refusal[0].id, reason, despite: 'Stuk.' }]
      : []),
  ];
  const refused = refusal.map(({ id }) => ({ do: 'decide', right, outcome: 'refuse', ground: id, reason }) as const);
  return [...(state === 'decide' || state === 'search' ? granted : []), ...refused.slice(-1)];
}

function writeAnswer(record: Case, right: string, context: Context, now: string): StaffAction[] {
  const track = record.tracks.find((each) => each.right === right);
  const letter = track && answerPart(record, track, context);
  const draught = letter && draughtLetter(record, context, now, { letter, by: 'UANNA', right });
  const words = draught?.ok ? draught : { subject: 'Antwoord', text: 'Antwoord.' };
  return [{ do: 'send-letter', right, subject: words.subject, text: words.text }];
}

function writeNotice(record: Case, task: string, context: Context, now: string): StaffAction[] {
  const right = record.tasks.find((each) => each.id === task)?.rights[0];
  const draught = draughtLetter(record, context, now, { letter: 'notice', by: 'UANNA', right, task });
  const words = draught.ok ? draught : { subject: 'Bericht', text: 'Bericht.' };
  return [{ do: 'send-notice', task, subject: words.subject, text: words.text }];
}

function decidedAt(record: Case, right: string): string {
  return record.tracks.find((track) => track.right === right)?.decision?.at ?? firstNow;
}

function sayMove(incoming: Incoming): string {
  return incoming.kind === 'staff-decided' ? incoming.action.do : incoming.kind;
}

/** What one asks and another approves. */
const mayTakeTwo = ['approve-decision', 'lift-restriction'];

const maxOf = (left: string, right: string) => (left > right ? left : right);
