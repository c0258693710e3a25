import type { Case, Task } from '../../core/case.ts';
import type { PossibleAction } from '../../core/possible.ts';
import { trackState } from '../../core/step.ts';
import type { Button, PlainTextOption } from './blocks.ts';
import { type Frame, nameRight } from './frame.ts';
import { makeButton, makeOption, type Press } from './press.ts';

/** What a card offers: buttons in order, and two menus of at most five entries: about the case, and other ways to go. */
export type Offer = { buttons: Button[]; about: PlainTextOption[]; other: PlainTextOption[] };

/** How many buttons for one right each an unsure mail gets before "more rights". */
const mostRightButtons = 4;
const aboutTheCase = ['assign', 'note', 'change-rights', 'reopen'] as const;

/** Sorts what is possible now into buttons and menus; nothing else is ever offered. */
export function offerActions(record: Case, possible: PossibleAction[], frame: Frame): Offer {
  const { words } = frame;
  const isPossible = (name: Press['do']) => possible.some((action) => action.do === name);
  const about = aboutTheCase.filter(isPossible).map((name) => makeOption({ do: name }, words.card.buttons[name]));
  const other: PlainTextOption[] = [];
  if (isPossible('extend')) other.push(makeOption({ do: 'extend' }, words.card.buttons.extend));
  if (listEarlyRefusals(record, possible, frame).length > 0)
    other.push(makeOption({ do: 'decide', extra: 'refuse' }, words.card.refuseEarly));
  if (isPossible('not-a-request'))
    other.push(makeOption({ do: 'not-a-request', extra: 'ask' }, `${words.card.buttons['not-a-request']}…`));
  const look = record.personal ? [makeButton({ do: 'show-message' }, words.card.buttons['show-message'])] : [];
  return { buttons: [...listStepButtons(record, possible, frame), ...look], about, other };
}

/** The rights that may be refused now although their own decision is not due yet. */
export function listEarlyRefusals(record: Case, possible: PossibleAction[], { context }: Frame): string[] {
  const early = record.tracks.filter((track) => trackState(record, track, context) !== 'decide');
  return early
    .map((track) => track.right)
    .filter((right) => possible.some((p) => p.do === 'decide' && p.right === right));
}

function listStepButtons(record: Case, possible: PossibleAction[], frame: Frame): Button[] {
  const { words } = frame;
  const early = listEarlyRefusals(record, possible, frame);
  let taskShown = false;
  return possible.flatMap((action): Button[] => {
    const { primary } = action;
    switch (action.do) {
      case 'acknowledge':
      case 'confirm-identity':
      case 'ask-confirmation':
      case 'reply-insufficient':
      case 'close':
        return [makeButton({ do: action.do }, words.card.buttons[action.do], { primary })];
      case 'decide': {
        const { right } = action;
        if (right === undefined || early.includes(right)) return [];
        return [
          makeButton({ do: 'decide', target: right }, words.card.decideFor(nameRight(right, frame)), { primary }),
        ];
      }
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
      case 'finish-task': {
        const task = record.tasks.find((each) => each.id === action.task);
        if (!task || taskShown) return [];
        taskShown = true;
        return listTaskButtons(task, frame, primary);
      }
      default:
        return [];
    }
  });
}

/** The ways to finish a task: a search finds or does not find, any other task is done or not. */
export function listTaskButtons(task: Task, { words }: Frame, primary: boolean): Button[] {
  const results = task.step === 'search' ? (['found', 'nothing', 'failed'] as const) : (['done', 'failed'] as const);
  return results.map((result, index) =>
    makeButton({ do: 'finish-task', target: task.id, extra: result }, words.card.taskButtons[result], {
      primary: primary && index === 0,
    }),
  );
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
