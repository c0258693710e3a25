import type { Language, Outcome, Task } from '../../src/core/case.ts';
import type { Context } from '../../src/core/context.ts';
import { answerPart, draughtLetter } from '../../src/core/decide/letters.ts';
import type { StaffAction } from '../../src/core/event.ts';
import { collectFacts } from '../../src/core/facts.ts';
import type { Facts } from '../../src/core/letter.ts';
import { listPossible, type PossibleAction } from '../../src/core/possible.ts';
import { workflowOf } from '../../src/core/workflow.ts';
import { makeMail, type Story, tellStory } from '../core/story.ts';

/** How a case is to go: which right, in which language, what is decided; `finds` false when no place holds anything. */
export type Plan = {
  right: string;
  marketing?: boolean;
  language?: Language;
  outcome?: Outcome;
  finds?: boolean;
  named?: boolean;
  /** The id of the ground of a refusal; without it the last that has no letter of its own. */
  ground?: string;
};

/** Words that staff write, so that a test can look for them in the letter. */
export const staffWords = { reason: 'Dit is de uitleg.', found: 'Drie facturen.', done: 'Twee bestanden.' };

const at = '2026-03-05T09:00:00.000Z';
const mostSteps = 60;

/** Opens a case and does what is due next, as staff would, until only the answer is left to send. */
export function walkToAnswer(context: Context, plan: Plan): Story {
  return walkUntil(context, plan, (_story, due) => due.do === 'send-letter');
}

/** The same until the first recipient is to be told. */
export function walkToRecipient(context: Context, plan: Plan): { story: Story; task: Task } {
  const find = (story: Story, { task }: PossibleAction) =>
    story.record.tasks.find((each) => each.id === task && each.recipient !== undefined);
  let task: Task | undefined;
  const story = walkUntil(context, plan, (sofar, due) => {
    task = find(sofar, due);
    return task !== undefined;
  });
  return { story, task: task as Task };
}

function walkUntil(context: Context, plan: Plan, isThere: (story: Story, due: PossibleAction) => boolean): Story {
  const { right, marketing = false, language = 'nl', named = true } = plan;
  const mail = makeMail();
  if (!named) delete mail.fromName;
  const story = tellStory([right], { mail, marketing, language }, context);
  for (let step = 0; step < mostSteps; step += 1) {
    const due = listPossible(story.record, context, at).find((action) => action.primary);
    if (!due) throw new Error(`Nothing is due for ${right}, while its answer is not sent: expected a next step.`);
    if (isThere(story, due)) return story;
    if (due.do === 'send-letter') break;
    const by = due.do === 'approve-decision' ? 'UCARLA' : 'UANNA';
    const refusal = story.staff(chooseAction(story, due, plan), at, by);
    if (refusal) throw new Error(`${due.do} for ${right} was refused: ${JSON.stringify(refusal)}`);
    story.sendAll(at);
  }
  throw new Error(`${right} did not come to its answer in ${mostSteps} steps.`);
}

function chooseAction(story: Story, due: PossibleAction, plan: Plan): StaffAction {
  switch (due.do) {
    case 'acknowledge':
    case 'close':
      return { do: due.do };
    case 'confirm-identity':
      return { do: 'confirm-identity', method: 'office' };
    case 'finish-task':
      return finishTask(story.record.tasks.find((task) => task.id === due.task) as Task, plan);
    case 'approve-decision': {
      const decision = story.record.tracks.find((track) => track.right === due.right)?.decision;
      return { do: due.do, right: plan.right, decidedAt: decision?.at ?? '' };
    }
    case 'decide':
      return decideRight(story, plan);
    case 'send-notice': {
      const notice = readNotice(story, due.task ?? '');
      return { do: 'send-notice', task: due.task ?? '', ...notice };
    }
    default:
      throw new Error(`No one said what to do when "${due.do}" is due.`);
  }
}

function finishTask(task: Task, { finds = true }: Plan): StaffAction {
  const base = { do: 'finish-task' as const, task: task.id };
  if (task.step !== 'search') return { ...base, result: 'done', note: staffWords.done };
  return finds && ['bookkeeping', 'mailbox'].includes(task.place)
    ? { ...base, result: 'found', note: staffWords.found }
    : { ...base, result: 'nothing' };
}

function decideRight(
  { context }: Story,
  { right, marketing = false, outcome = 'fulfil', ground: chosen }: Plan,
): StaffAction {
  const base = { do: 'decide' as const, right, outcome };
  if (outcome === 'fulfil') return base;
  const ground =
    chosen ?? workflowOf(context.workflows, { right, marketing }).refusal.findLast((each) => !each.letter)?.id;
  return { ...base, reason: staffWords.reason, ...(ground ? { ground } : {}) };
}

/** The answer to the person as staff see it before it goes; throws with what is missing. */
export function readAnswer(story: Story, { right }: Plan): { subject: string; text: string } {
  const track = story.record.tracks.find((each) => each.right === right);
  const letter = track && answerPart(story.record, track, story.context);
  if (!letter) throw new Error(`The answer to ${right} is not decided: expected a decision.`);
  return read(story, { letter, by: 'UANNA', right });
}

/** The notice to the recipient of a task, as staff see it. */
export function readNotice(story: Story, task: string): { subject: string; text: string } {
  const [right] = story.record.tasks.find((each) => each.id === task)?.rights ?? [];
  return read(story, { letter: 'notice', by: 'UANNA', right, task });
}

function read(story: Story, order: Parameters<typeof draughtLetter>[3]): { subject: string; text: string } {
  const letter = draughtLetter(story.record, story.context, at, order);
  if (!letter.ok) throw new Error(`The letter "${order.letter}" cannot be written: ${JSON.stringify(letter.refusal)}`);
  if (letter.findings.length > 0)
    throw new Error(
      `The letter "${order.letter}" lacks ${letter.findings.map(({ missing }) => missing.en).join('; ')}`,
    );
  return { subject: letter.subject, text: letter.text };
}

/** The facts that a letter of a walked case may use; the letters before the answer are about the whole case, so `right` is absent there. */
export function readFacts(story: Story, right?: string, task?: string): Facts {
  return collectFacts(story.record, story.context, at, {
    right,
    reason: right === undefined ? staffWords.reason : undefined,
    handler: 'UANNA',
    extendedDueOn: '2026-06-03',
    task,
  });
}
