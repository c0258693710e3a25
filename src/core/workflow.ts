import { z } from 'zod';
import { categoryActs, type LetterPart, stepKinds, type Track } from './case.ts';
import { type FileFault, parseYaml } from './yaml.ts';

const text = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) });
const id = z.string().regex(/^[a-z][a-z0-9_-]*$/, 'expected a name of lower-case letters, digits, - and _');
const period = z
  .string()
  .regex(/^P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?)?$/, 'expected an ISO 8601 period such as P1M');

const deadline = z.strictObject({
  period,
  extension: period.optional(),
  unit: z.enum(['calendar', 'working-days', 'hours']).default('calendar'),
});

/** A ground of refusal; `letter` names another letter than the workflow's `refuse`, such as the one under article 12(4). */
const ground = z.strictObject({ id, article: z.string().min(1), text, letter: id.optional() });
/** `note: required`: the letter says what staff note at this task; `deadline`: the task has a clock of its own. */
const task = z.strictObject({ id, title: text, note: z.literal('required').optional(), deadline: deadline.optional() });
const taskList = z.array(task).min(1);

const letters = z.strictObject({
  acknowledged: id,
  confirm: id,
  reminded: id.optional(),
  extended: id.optional(),
  fulfil: id,
  partly: id.optional(),
  nothing: id.optional(),
  refuse: id.optional(),
  notice: id.optional(),
  requester: id.optional(),
  locked: id.optional(),
  lifted: id.optional(),
} satisfies Record<LetterPart, unknown>);

/** What a second person must approve: an outcome, an act on a category, something sensitive handed over, a restriction lifted. */
const approveNames = ['refuse', 'partly', ...categoryActs, 'sensitive', 'lift'] as const;

const adviceWhen = ['kept-by-law', 'sensitive', 'portable', 'not-portable', 'derived', 'always'] as const;

const body = z.strictObject({
  /** How long the law gives (GDPR article 12(3)), and by how much staff may extend it; without `extension` nobody can. */
  deadline,
  /** Tier of the identity check, 0 to 3 (docs/adding-a-right.md). */
  identity: z.number().int().min(0).max(3),
  steps: z.array(z.enum(stepKinds)).min(1),
  /** Rights whose tracks in the same case must be answered before this one's `do` step. */
  after: z.array(id).default([]),
  /** `search: each-place` opens one task for each place of the register; `each-found` one for each place where something was found, and under `unlock` where it was locked; `each-recipient` one for each that got it. */
  tasks: z
    .strictObject({
      lock: taskList.optional(),
      search: z.enum(['each-place']).optional(),
      do: z.union([z.literal('each-found'), taskList]).optional(),
      recipients: z.union([z.literal('each-recipient'), taskList]).optional(),
      unlock: z.union([z.literal('each-found'), taskList]).optional(),
      title: text.optional(),
      unlockTitle: text.optional(),
    })
    .default({}),
  /** What may be decided for each category that was found, and what is advised: the first `when` that fits. */
  categories: z
    .strictObject({
      acts: z.array(z.enum(categoryActs)).min(1),
      advice: z
        .array(
          z.strictObject({
            when: z.enum(adviceWhen),
            act: z.enum(categoryActs),
            article: z.string().optional(),
            text: text.optional(),
          }),
        )
        .min(1),
    })
    .optional(),
  /** Which decisions a second person must approve (docs/roles.md); an act counts for all that was found where `categories` is absent. */
  approve: z.array(z.enum(approveNames)).default([]),
  letters,
  /** Grounds on which staff may refuse, each with its article; empty: can never be refused. */
  refusal: z.array(ground).default([]),
});

const workflow = body.extend({
  right: id,
  name: text,
  article: z.string().min(1),
  /** Words and phrases by which recognition knows this right, by language. */
  signs: z.record(z.string().length(2), z.array(z.string().min(2))).default({}),
  /** What is different when the request is about direct marketing (article 21(2)-(3)). */
  marketing: body.partial().optional(),
});

/** The conditions under which a register's category gets an advice. */
export type AdviceWhen = (typeof adviceWhen)[number];

/** One right as data: its article, period, steps, grounds, letters and signs. */
export type Workflow = z.infer<typeof workflow>;
/** The rights this desk knows, by their `right`. */
export type Workflows = ReadonlyMap<string, Workflow>;

/** Parses one workflow file; what is wrong comes with its line. */
export function parseWorkflow(
  source: string,
  file: string,
): { ok: true; value: Workflow } | { ok: false; faults: FileFault[] } {
  const parsed = parseYaml(source, file, workflow as unknown as z.ZodType<Workflow>);
  if (!parsed.ok) return parsed;
  const faults = checkSteps(parsed.value, file);
  return faults.length > 0 ? { ok: false, faults } : parsed;
}

function checkSteps(value: Workflow, file: string): FileFault[] {
  const faults: FileFault[] = [];
  const fault = (path: string, message: string) => faults.push({ file, line: 1, path, message });
  const order = value.steps.map((step) => stepKinds.indexOf(step));
  if (order.some((place, index) => index > 0 && place <= (order[index - 1] ?? -1))) {
    fault('steps', `expected each step once, in the order ${stepKinds.join(', ')}`);
  }
  if (!value.steps.includes('answer'))
    fault('steps', 'expected "answer": every request gets an answer (article 12(4))');
  const unadvised = value.categories?.advice.filter(({ act }) => !value.categories?.acts.includes(act)) ?? [];
  if (unadvised.length > 0)
    fault(
      'categories.advice',
      `expected only acts of categories.acts, found ${unadvised.map(({ act }) => act).join(', ')}`,
    );
  if (value.categories && value.categories.advice.at(-1)?.when !== 'always')
    fault('categories.advice', 'expected a last line with "when: always"');
  if (value.refusal.length > 0 && !value.letters.refuse)
    fault('letters.refuse', 'expected a letter, as there are grounds for refusal');
  if (value.tasks.unlock === 'each-found' && !value.letters.lifted)
    fault('letters.lifted', 'expected a letter, as what is locked stays so until staff lift it (article 18(3))');
  if (value.letters.lifted && !value.tasks.unlock)
    fault('tasks.unlock', 'expected the tasks that follow the letter "lifted"');
  if (value.deadline.extension && !value.letters.extended)
    fault('letters.extended', 'expected a letter, as the period can be extended');
  return faults;
}

/** The workflow of a track, with what its marketing branch changes; throws when the right has no workflow file. */
export function workflowOf(workflows: Workflows, track: Pick<Track, 'right' | 'marketing'>): Workflow {
  const found = workflows.get(track.right);
  if (!found)
    throw new Error(
      `No workflow for the right "${track.right}": expected workflows/${track.right}.yaml; put the file back or change the case's rights.`,
    );
  if (!track.marketing || !found.marketing) return found;
  const changed = Object.fromEntries(Object.entries(found.marketing).filter(([, value]) => value !== undefined));
  return { ...found, ...changed };
}
