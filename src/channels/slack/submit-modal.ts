import type { ViewResponseAction } from '@slack/bolt';
import { findMember } from '../../core/organisation.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { ModalView } from './blocks.ts';
import { type Click, type Desk, logFailure, tell } from './desk.ts';
import { nameError } from './failures.ts';
import { type Frame, makeFrame } from './frame.ts';
import { findInputFor, refillView } from './modals/refill.ts';
import type { Entered } from './modals/sheet.ts';
import { modals } from './modals.ts';
import { makeNotice, makeScene, prepareModal } from './open-modal.ts';
import type { Press } from './press.ts';
import { sayRefusal } from './say-refusal.ts';
import { within } from './within.ts';

/** Slack wants its answer within three seconds; work that takes longer goes on behind a window that says so. */
const ackMs = 2000;

/** A window as it was submitted. */
export type Submission = { viewId: string; view: ModalView; entered: Entered; press: Press };

type Outcome =
  | { kind: 'done' }
  | { kind: 'errors'; errors: Record<string, string> }
  | { kind: 'view'; view: ModalView; words: string };

/** Does what a submitted window asks for; nothing that was typed is lost when it is refused or fails. */
export async function submitModal(
  desk: Desk,
  click: Click,
  submission: Submission,
  ack: (answer?: ViewResponseAction) => Promise<void>,
): Promise<void> {
  const frame = makeFrame(desk.deps.context, desk.deps.now());
  const working = work(desk, click, submission);
  const quick = await within(working, ackMs);
  if (quick !== 'late') return ack(answerFor(quick.done));
  await ack({ response_action: 'update', view: makeNotice(frame, frame.words.modal.busy) });
  const outcome = await working;
  await showOutcome(desk, click, submission, outcome);
}

/** Never rejects: a failure becomes the same window with what was typed and a reference. */
async function work(desk: Desk, click: Click, submission: Submission): Promise<Outcome> {
  try {
    return await carryOut(desk, click, submission);
  } catch (error) {
    const { words } = makeFrame(desk.deps.context, desk.deps.now());
    const text = words.private.failed(logFailure(desk, click, submission.press.do, error));
    return { kind: 'view', view: refillView(submission.view, submission.entered, text), words: text };
  }
}

async function carryOut(desk: Desk, click: Click, submission: Submission): Promise<Outcome> {
  const { deps } = desk;
  const { press, entered } = submission;
  const refuse = (refusal: Refusal) => refuseSubmission(desk, submission, refusal);
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
  const acted = await deps.act(click.caseId, click.user, reading.action);
  return acted.ok ? { kind: 'done' } : refuse(acted.refusal);
}

function refuseSubmission(desk: Desk, { view, entered }: Submission, refusal: Refusal): Outcome {
  const text = sayRefusal(refusal, makeFrame(desk.deps.context, desk.deps.now()));
  const input = findInputFor(refusal, view.blocks);
  if (input !== undefined) return { kind: 'errors', errors: { [input]: text } };
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

async function showOutcome(desk: Desk, click: Click, submission: Submission, outcome: Outcome): Promise<void> {
  const frame = makeFrame(desk.deps.context, desk.deps.now());
  const { view, text } = describeOutcome(submission, outcome, frame);
  try {
    await desk.client.views.update({ view_id: submission.viewId, view });
  } catch (error) {
    // The window was closed meanwhile, or Slack did not take it: the outcome is then said privately.
    if (nameError(error) !== 'not_found') logFailure(desk, click, 'views.update', error);
    else if (outcome.kind === 'done') return;
    await tell(desk, click, text);
  }
}

function describeOutcome(submission: Submission, outcome: Outcome, frame: Frame): { view: ModalView; text: string } {
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
