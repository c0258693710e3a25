import { findPendingDecision } from '../../core/approval.ts';
import type { Case, Task, Track } from '../../core/case.ts';
import { draughtLetter } from '../../core/decide/letters.ts';
import type { PossibleAction } from '../../core/possible.ts';
import { trackState } from '../../core/step.ts';
import { workflowOf } from '../../core/workflow.ts';
import type { Button, PlainTextOption } from './blocks.ts';
import { type Frame, nameRight } from './frame.ts';
import { makeButton, makeOption, type Press } from './press.ts';
import { canWriteNotice } from './recipients.ts';

/** What a card offers: buttons in order, and two menus: about the case (at most five entries), and other ways to go (at most ten). */
export type Offer = { buttons: Button[]; about: PlainTextOption[]; other: PlainTextOption[] };

/** How many buttons for one right each an unsure mail gets before "more rights". */
const mostRightButtons = 4;
const aboutTheCase = ['assign', 'note', 'snooze', 'change-rights', 'set-requester', 'reopen'] as const;

/** Sorts what is possible now into buttons and menus; nothing else is ever offered. */
export function offerActions(record: Case, possible: PossibleAction[], frame: Frame): Offer {
  const { words } = frame;
  const isPossible = (name: Press['do']) => possible.some((action) => action.do === name);
  const about = aboutTheCase.filter(isPossible).map((name) => makeOption({ do: name }, words.card.buttons[name]));
  const other: PlainTextOption[] = [];
  if (isPossible('extend')) other.push(makeOption({ do: 'extend' }, words.card.buttons.extend));
  if (listEarlyRefusals(record, possible, frame).length > 0)
    other.push(makeOption({ do: 'decide', extra: 'refuse' }, words.card.refuseEarly));
  if (listEarlyDecisions(record, possible, frame).length > 0)
    other.push(makeOption({ do: 'decide', extra: 'despite' }, words.card.decideDespite));
  if (isPossible('ask-requester')) other.push(makeOption({ do: 'ask-requester' }, words.card.buttons['ask-requester']));
  for (const name of ['split', 'merge'] as const)
    if (isPossible(name)) other.push(makeOption({ do: name }, words.card.buttons[name]));
  if (isPossible('not-a-request'))
    other.push(makeOption({ do: 'not-a-request', extra: 'ask' }, `${words.card.buttons['not-a-request']}…`));
  const look = record.personal ? [makeButton({ do: 'show-message' }, words.card.buttons['show-message'])] : [];
  return { buttons: [...listStepButtons(record, possible, frame), ...look], about, other };
}

/** The rights that may be refused now although their own decision is not due yet. */
export function listEarlyRefusals(record: Case, possible: PossibleAction[], { context }: Frame): string[] {
  return record.tracks
    .filter((track) => canDecide(possible, track) && trackState(record, track, context) !== 'decide')
    .filter((track) => workflowOf(context.workflows, track).refusal.length > 0)
    .map((track) => track.right);
}

/** The rights that may be decided although their search still has open or failed tasks, if staff say why. */
export function listEarlyDecisions(record: Case, possible: PossibleAction[], { context }: Frame): string[] {
  return record.tracks
    .filter((track) => canDecide(possible, track) && trackState(record, track, context) === 'search')
    .filter((track) => workflowOf(context.workflows, track).steps.includes('decide'))
    .map((track) => track.right);
}

function canDecide(possible: PossibleAction[], { right }: Track): boolean {
  return possible.some((action) => action.do === 'decide' && action.right === right);
}

function listStepButtons(record: Case, possible: PossibleAction[], frame: Frame): Button[] {
  const { context, words } = frame;
  let taskShown = false;
  return possible.flatMap((action): Button[] => {
    const { primary } = action;
    switch (action.do) {
      case 'acknowledge':
        return [makeAcknowledge(record, primary, frame)];
      case 'confirm-identity':
      case 'ask-confirmation':
      case 'reply-insufficient':
      case 'close':
        return [makeButton({ do: action.do }, words.card.buttons[action.do], { primary })];
      case 'decide': {
        const { right = '' } = action;
        const track = record.tracks.find((each) => each.right === right);
        if (!track || trackState(record, track, context) !== 'decide') return [];
        return [
          makeButton({ do: 'decide', target: right }, words.card.decideFor(nameRight(right, frame)), { primary }),
        ];
      }
      case 'approve-decision':
      case 'reject-decision':
      case 'undo-decision':
        return makeApprovalButtons(record, action, frame);
      case 'send-letter': {
        const { right = '' } = action;
        return [
          makeButton({ do: action.do, target: right }, words.card.answerFor(nameRight(right, frame)), { primary }),
        ];
      }
      case 'settle-letter': {
        const { letter = '' } = action;
        const byPost = record.letters.find((each) => each.id === letter)?.means === 'post';
        const label = byPost ? words.card.postLetter : words.card.buttons['settle-letter'];
        return [makeButton({ do: action.do, target: letter }, label, { primary })];
      }
      case 'send-notice':
      case 'finish-task': {
        const task = record.tasks.find((each) => each.id === action.task);
        if (!task || taskShown) return [];
        taskShown = true;
        return listTaskButtons(record, task, frame, primary);
      }
      default:
        return [];
    }
  });
}

/** One click where the acknowledgement can go as composed; a window where it lacks something. */
function makeAcknowledge(record: Case, primary: boolean, { context, words, writing }: Frame): Button {
  const letter = draughtLetter(record, context, writing.now, { letter: 'acknowledged', by: 'desk' });
  const isComplete = letter.ok && letter.findings.length === 0;
  if (isComplete) return makeButton({ do: 'acknowledge' }, words.card.buttons.acknowledge, { primary });
  return makeButton({ do: 'acknowledge', extra: 'edit' }, `${words.card.buttons.acknowledge}…`, { primary });
}

/** What a second person can do about a decision, or its maker; the press says which decision was read. */
function makeApprovalButtons(record: Case, { do: act, right = '', primary }: PossibleAction, frame: Frame): Button[] {
  const { words } = frame;
  const pending = record.tracks
    .filter((track) => track.right === right)
    .flatMap((track) => findPendingDecision(track) ?? []);
  return pending.flatMap(({ at, approval }) => {
    const name = nameRight(right, frame);
    const target = { target: right, extra: at };
    if (act === 'undo-decision') return [makeButton({ do: act, target: right }, words.approval.undoFor(name))];
    if (act === 'reject-decision') return [makeButton({ do: act, ...target }, words.approval.rejectFor(name))];
    const label = approval.status === 'asked' ? words.approval.approveFor(name) : words.approval.confirmFor(name);
    return [makeButton({ do: 'approve-decision', ...target }, label, { primary })];
  });
}

/** The ways to finish a task: a search finds or does not find, any other task is done or not; a recipient can be written to. */
export function listTaskButtons(record: Case, task: Task, frame: Frame, primary: boolean): Button[] {
  const { words } = frame;
  const results = task.step === 'search' ? (['found', 'nothing', 'failed'] as const) : (['done', 'failed'] as const);
  const presses = results.map((result) => ({
    press: { do: 'finish-task' as const, target: task.id, extra: result },
    label: words.card.taskButtons[result],
  }));
  const notice = { press: { do: 'send-notice' as const, target: task.id }, label: words.card.buttons['send-notice'] };
  const all = canWriteNotice(record, task, frame) ? [notice, ...presses] : presses;
  return all.map(({ press, label }, index) => makeButton(press, label, { primary: primary && index === 0 }));
}

/** The buttons under the question whether a mail is a request: a look, a right each, more rights, no request. */
export function listTriageButtons(record: Case, frame: Frame): Button[] {
  const { context, words } = frame;
  const recognised = record.tracks.map((track) => track.right);
  const others = [...context.workflows.keys()].filter((right) => !recognised.includes(right));
  const { title, text, confirm, deny } = words.card.notARequest;
  return [
    makeButton({ do: 'show-message' }, words.card.buttons['show-message'], { primary: true }),
    ...[...recognised, ...others]
      .slice(0, mostRightButtons)
      .map((right) => makeButton({ do: 'triage', target: right }, nameRight(right, frame))),
    makeButton({ do: 'triage' }, words.card.buttons.triage),
    makeButton({ do: 'not-a-request' }, words.card.buttons['not-a-request'], {
      confirm: {
        title: { type: 'plain_text', text: title },
        text: { type: 'plain_text', text },
        confirm: { type: 'plain_text', text: confirm },
        deny: { type: 'plain_text', text: deny },
      },
    }),
  ];
}
