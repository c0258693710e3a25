import type { StepKind } from '../../src/core/case.ts';
import type { Workflow } from '../../src/core/workflow.ts';

/** The part of a workflow that can be drawn: a right as it is, or its marketing branch. */
type Drawn = Pick<
  Workflow,
  'steps' | 'identity' | 'tasks' | 'after' | 'categories' | 'letters' | 'refusal' | 'deadline'
>;

/** Draws one workflow as a Mermaid flowchart: its steps in order, how each decision goes on, and which letter goes out. */
export function drawWorkflow(workflow: Drawn): string {
  const { steps, letters, refusal, tasks } = workflow;
  const first = steps[0] ?? 'answer';
  const lines = [`request([request]) -->|letter: ${letters.acknowledged}| ${first}`];
  for (const [index, step] of steps.entries()) {
    lines.push(`${step}["${[`<b>${step}</b>`, ...tell[step](workflow)].join('<br/>')}"]`);
    lines.push(`${step} -->${label(step, workflow)} ${steps[index + 1] ?? 'closed'}`);
  }
  lines.push('closed([closed])');
  if (refusal.length > 0) {
    const grounds = refusal.map(
      ({ id, article, letter }) => `${id}, article ${article}: letter ${letter ?? letters.refuse}`,
    );
    lines.push(`refused["${['<b>refused</b>', ...grounds].join('<br/>')}"]`);
    lines.push(
      'decide -->|refuse, also earlier| refused',
      `refused --> ${steps.includes('unlock') ? 'unlock' : 'closed'}`,
    );
  }
  if (letters.lifted) {
    const where = tasks.unlock === 'each-found' ? ['each place that was locked'] : listTasks(tasks.unlock);
    lines.push(`lifted["${['<b>lift by staff</b>', `letter: ${letters.lifted}`, ...where].join('<br/>')}"]`);
    lines.push(`${steps.includes('lock') ? 'lock' : 'answer'} -.->|staff lift it| lifted`);
  }
  if (letters.nothing) lines.push(`answer -.->|nothing found anywhere| nothing["letter: ${letters.nothing}"]`);
  return ['```mermaid', 'flowchart TD', ...lines.map((line) => `  ${line}`), '```'].join('\n');
}

/** What a step's box says besides its name. */
const tell: Record<StepKind, (workflow: Drawn) => string[]> = {
  verify: ({ identity, letters, steps }) => [
    `identity tier ${identity}${steps.includes('search') ? ', 3 once something sensitive is found' : ''}`,
    `letter: ${letters.confirm}`,
    ...(letters.reminded ? [`no answer in 7 days: ${letters.reminded}`] : []),
  ],
  lock: ({ tasks, letters }) => [...listTasks(tasks.lock), ...(letters.locked ? [`letter: ${letters.locked}`] : [])],
  search: () => ['each place of the register'],
  decide: ({ categories }) => (categories ? [`per category: ${categories.acts.join(', ')}`] : []),
  do: ({ tasks, after }) => [
    ...(tasks.do === 'each-found' ? ['each place with a find'] : listTasks(tasks.do)),
    ...(after.length > 0 ? [`after the answer to: ${after.join(', ')}`] : []),
  ],
  recipients: ({ tasks, letters }) => [
    ...(tasks.recipients === 'each-recipient' ? ['each who got the data'] : listTasks(tasks.recipients)),
    ...(letters.notice ? [`letter: ${letters.notice}`, 'silent for 14 days: staff hear'] : []),
  ],
  answer: ({ letters }) => [`letter: ${[letters.fulfil, letters.partly].filter(Boolean).join(' or ')}`],
  unlock: ({ tasks }) => (tasks.unlock === 'each-found' ? [] : listTasks(tasks.unlock)),
};

function listTasks(tasks: Workflow['tasks']['lock']): string[] {
  return (tasks ?? []).map(({ id, deadline, note }) =>
    [id, deadline && `within ${deadline.period}`, note && 'its note goes into the letter'].filter(Boolean).join(', '),
  );
}

function label(step: StepKind, { letters }: Drawn): string {
  if (step !== 'decide') return '';
  return letters.partly ? '|fulfil or partly|' : '|fulfil|';
}
