import type { ViewResponseAction } from '@slack/bolt';
import { findMember } from '../../core/organisation.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { ModalView } from './blocks.ts';
import { newsMs } from './card-news.ts';
import { type Click, type Desk, logFailure, referRefusal, tell } from './desk.ts';
import { nameError } from './failures.ts';
import { type Frame, makeFrame } from './frame.ts';
import { insist } from './insist.ts';
import { findInputFor, refillView } from './modals/refill.ts';
import type { Entered } from './modals/sheet.ts';
import { modals } from './modals.ts';
import { makeNotice, makeScene, prepareModal } from './open-modal.ts';
import type { Press } from './press.ts';
import { sayRefusal } from './say-refusal.ts';
import { tellIfCardStays } from './tell-card-stays.ts';
import { within } from './within.ts';

/** Slack wants its answer within three seconds; work that takes longer goes on behind a window that says so. */
const ackMs = 2000;

/** A window as it was submitted; `act` names it in the log. */
export type SubmittedView = { viewId: string; view: ModalView; entered: Entered; act: string };
/** A window about a case as it was submitted. */
export type Submission = Omit<SubmittedView, 'act'> & { press: Press };

/** What became of a submission: it is done, there are faults by block id, or the view that takes its place. */
export type Outcome =
  | { kind: 'done' }
  | { kind: 'errors'; errors: Record<string, string> }
  | { kind: 'view'; view: ModalView; words: string };

type Ack = (answer?: ViewResponseAction) => Promise<void>;

/** Does what a submitted window about a case asks for. */
export function submitModal(desk: Desk, click: Click, { press, ...submitted }: Submission, ack: Ack): Promise<void> {
  const submission = { ...submitted, press, act: press.do };
  return answerSubmission(desk, click, submission, () => carryOut(desk, click, submission), ack);
}

/** Answers a submitted window with what its work came to; nothing that was typed is lost when it is refused or fails. */
export async function answerSubmission(
  desk: Desk,
  click: Click,
  submission: SubmittedView,
  carryOut: () => Promise<Outcome>,
  ack: Ack,
): Promise<void> {
  const frame = makeFrame(desk.deps.context, desk.deps.now());
  const working = work(desk, click, submission, carryOut);
  const quick = await within(working, ackMs);
  if (quick !== 'late') return ack(answerFor(quick.done));
  await ack({ response_action: 'update', view: makeNotice(frame, frame.words.modal.busy) });
  const outcome = await working;
  await showOutcome(desk, click, submission, outcome);
}

/** Never rejects: a failure becomes the same window with what was typed and a reference. */
async function work(
  desk: Desk,
  click: Click,
  submission: SubmittedView,
  carryOut: () => Promise<Outcome>,
): Promise<Outcome> {
  try {
    return await carryOut();
  } catch (error) {
    const { words } = makeFrame(desk.deps.context, desk.deps.now());
    const text = words.private.failed(logFailure(desk, click, submission.act, error));
    return { kind: 'view', view: refillView(submission.view, submission.entered, text), words: text };
  }
}

async function carryOut(desk: Desk, click: Click, submission: Submission & SubmittedView): Promise<Outcome> {
  const { deps } = desk;
  const { press, entered } = submission;
  const refuse = (refusal: Refusal) => refuseSubmission(desk, click, submission, refusal);
  if (!findMember(deps.context.organisation, click.user)) return refuse({ code: 'not-a-member' });
  const record = await deps.readCase(click.caseId);
  const modal = modals[press.do];
  if (!record || !modal?.read) return refuse({ code: 'no-such-case' });
  const frame = makeFrame(deps.context, deps.now());
  const reading = await modal.read(makeScene(desk, click, press, record, frame), entered);
  if (reading.kind === 'faults') return { kind: 'errors', errors: reading.errors };
  if (reading.kind === 'turn') {
    const next = await prepareModal(desk, click, reading.press, entered);
    return next.ok ? { kind: 'view', view: next.view, words: frame.words.modal.preview } : refuse(next.refusal);
  }
  const news = desk.news.next(click.caseId, newsMs);
  const acted = await deps.act(click.caseId, click.user, reading.action);
  if (!acted.ok) return refuse(acted.refusal);
  void tellIfCardStays(desk, click, press.do, news);
  return { kind: 'done' };
}

/** A refusal at the input where it belongs, else on top of the window with all that was typed and a reference. */
export function refuseSubmission(
  desk: Desk,
  click: Click,
  { view, entered, act }: SubmittedView,
  refusal: Refusal,
): Outcome {
  const input = findInputFor(refusal, view.blocks);
  if (input !== undefined) {
    const text = sayRefusal(refusal, makeFrame(desk.deps.context, desk.deps.now()));
    return { kind: 'errors', errors: { [input]: text } };
  }
  const text = referRefusal(desk, click, act, refusal);
  return { kind: 'view', view: refillView(view, entered, text), words: text };
}

function answerFor(outcome: Outcome): ViewResponseAction | undefined {
  switch (outcome.kind) {
    case 'done':
      return undefined;
    case 'errors':
      return { response_action: 'errors', errors: outcome.errors };
    case 'view':
      return { response_action: 'update', view: outcome.view };
  }
}

async function showOutcome(desk: Desk, click: Click, submission: SubmittedView, outcome: Outcome): Promise<void> {
  const frame = makeFrame(desk.deps.context, desk.deps.now());
  const { view, text } = describeOutcome(submission, outcome, frame);
  try {
    await insist(() => desk.client.views.update({ view_id: submission.viewId, view }));
  } catch (error) {
    // The window was closed meanwhile, or Slack did not take it: the outcome is then said privately.
    if (nameError(error) !== 'not_found') logFailure(desk, click, 'views.update', error);
    else if (outcome.kind === 'done') return;
    await tell(desk, click, text);
  }
}

function describeOutcome(submission: SubmittedView, outcome: Outcome, frame: Frame): { view: ModalView; text: string } {
  const { words } = frame;
  switch (outcome.kind) {
    case 'done':
      return { view: makeNotice(frame, words.modal.done, words.modal.doneTitle), text: words.modal.done };
    case 'errors': {
      const text = Object.values(outcome.errors).join(' ');
      return { view: refillView(submission.view, submission.entered, text), text };
    }
    case 'view':
      return { view: outcome.view, text: outcome.words };
  }
}
