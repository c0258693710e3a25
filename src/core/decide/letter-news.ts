import type { Case, Letter } from '../case.ts';
import { extendedDeadline, isAnswered } from '../case-clock.ts';
import type { Context } from '../context.ts';
import type { ClockEvent } from '../deadline.ts';
import type { Incoming } from '../event.ts';
import { accept, type Decided, type Draft, openDraft, record, refuse } from './draft.ts';

type LetterNews = Extract<Incoming, { letter: string }>;

/** Records what became of a letter: what its sending means for the clock and the tracks happens here, at that moment. */
export function recordLetter(current: Case, incoming: LetterNews, context: Context, now: string): Decided {
  const known = current.letters.find((letter) => letter.id === incoming.letter);
  if (!known || !current.personal) return refuse({ code: 'no-such-case' });
  if (known.status === 'sent' && incoming.kind !== 'letter-failed') return refuse({ code: 'already-known' });
  if (known.status === 'failed' && incoming.kind === 'letter-failed') return refuse({ code: 'already-known' });
  if (known.shared && incoming.kind !== 'letter-failed') return refuse({ code: 'already-known' });
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
    if (known.status === 'sent') reopenUntold(draft, letter, now);
    // What becomes of a letter of another case is settled there.
    if (known.shared) draft.case.letters = draft.case.letters.filter((each) => each.id !== letter.id);
  }
  return accept(draft);
}

/** A letter that came back was not received: what its sending changed for the clock and the tracks no longer holds. */
function takeBack(draft: Draft, letter: Letter): void {
  const { sentAt } = letter;
  delete letter.sentAt;
  const forget = (name: ClockEvent['name']) => {
    const others = (clock: ClockEvent[]) => clock.filter((event) => event.name !== name || event.at !== sentAt);
    draft.case.clock = others(draft.case.clock);
    for (const { came } of draft.case.tracks) if (came) came.clock = others(came.clock);
  };
  switch (letter.part) {
    case 'acknowledged':
    case 'requester':
    case 'locked':
      break;
    case 'lifted':
      takeBackLift(draft, letter.right);
      break;
    case 'confirm':
    case 'reminded': {
      const { status, sender, methods } = draft.case.identity;
      if (status !== 'asked') break;
      forget('identity_requested');
      draft.case.identity = { status: 'open', sender, methods };
      break;
    }
    case 'notice': {
      const task = draft.case.tasks.find((each) => each.id === letter.task);
      delete task?.result;
      delete task?.finished;
      break;
    }
    case 'extended':
      forget('extended');
      if (draft.case.extended?.at === sentAt) delete draft.case.extended;
      break;
    default: {
      const track = draft.case.tracks.find((each) => each.right === letter.right);
      delete track?.answeredAt;
      delete track?.steps.answer;
    }
  }
}

/** Nobody was told, so the lock stays: the tasks to take it off go, where they were not done yet. */
function takeBackLift(draft: Draft, right: string | undefined): void {
  const track = draft.case.tracks.find((each) => each.right === right);
  if (!track || track.steps.unlock) return;
  delete track.lifted;
  draft.case.tasks = draft.case.tasks.filter(
    (task) => task.step !== 'unlock' || task.result !== undefined || !task.rights.includes(track.right),
  );
}

/** An answer, or the end of a restriction, that came back after the case was closed opens it again, for nobody would see it otherwise. */
function reopenUntold(draft: Draft, { part }: Letter, now: string): void {
  if (draft.case.closed?.outcome !== 'answered' || (isAnswered(draft.case) && part !== 'lifted')) return;
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
    case 'requester':
    case 'locked':
      break;
    case 'lifted': {
      const track = draft.case.tracks.find((each) => each.right === letter.right);
      if (!track) break;
      track.lifted = done;
      record(draft, 'restriction-lifted', done, { right: track.right });
      break;
    }
    case 'confirm':
    case 'reminded':
      draft.case.identity = { ...draft.case.identity, status: 'asked', askedAt: now };
      if (!isQuestionOpen(draft.case)) draft.case.clock.push({ name: 'identity_requested', at: now });
      record(draft, 'identity-requested', done, { letter: letter.id });
      break;
    case 'extended': {
      draft.case.clock.push({ name: 'extended', at: now });
      draft.case.extended = done;
      const due = extendedDeadline(draft.case, context, now)?.due;
      record(draft, 'extended', done, { letter: letter.id, ...(due ? { dueOn: due } : {}) });
      break;
    }
    case 'notice': {
      const task = draft.case.tasks.find((each) => each.id === letter.task);
      if (task) Object.assign(task, { result: 'done', finished: done });
      break;
    }
    default: {
      const track = draft.case.tracks.find((each) => each.right === letter.right);
      if (track) {
        track.answeredAt = now;
        delete track.lift;
        track.steps.answer = done;
      }
    }
  }
}

/** A reminder of a question that stands does not ask anew: the pause began with the first. */
function isQuestionOpen(current: Case): boolean {
  return current.clock.filter((event) => event.name !== 'extended').at(-1)?.name === 'identity_requested';
}
