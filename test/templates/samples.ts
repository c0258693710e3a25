import type { Language } from '../../src/core/case.ts';
import type { Context } from '../../src/core/context.ts';
import type { LetterPart } from '../../src/core/decide/letters.ts';
import { composeLetter, type Facts, type Template } from '../../src/core/letter.ts';
import { listBranches } from '../workflows/shipped.ts';
import { type Plan, readFacts, staffWords, walkToAnswer, walkToRecipient } from '../workflows/walk-case.ts';

/** A letter in the place where a workflow uses it: for which right, in which language, and how the case went. */
export type Sample = { title: string; name: string; part: LetterPart; plan: Plan; template: Template };

const outcomes = ['fulfil', 'partly', 'refuse'] as const;

/** Every letter at every place where a workflow names it, in both languages: by its parts and by its grounds of refusal. */
export function listSamples(context: Context): Sample[] {
  return listBranches(context).flatMap(({ title, right, marketing, workflow }) => {
    const parts = (Object.entries(workflow.letters) as [LetterPart, string][]).map(([part, name]) => ({
      part,
      name,
      title,
      more: {
        finds: part !== 'nothing',
        outcome: outcomes.find((each) => each === part) ?? 'fulfil',
      } satisfies Partial<Plan>,
    }));
    const grounds = workflow.refusal.flatMap(({ id, letter }) =>
      letter
        ? [
            {
              part: 'refuse' as const,
              name: letter,
              title: `${title}: ${id}`,
              more: { ground: id, outcome: 'refuse' as const },
            },
          ]
        : [],
    );
    return [...parts, ...grounds].flatMap(({ part, name, title: place, more }) =>
      (['nl', 'en'] as Language[]).map((language) => {
        const template = context.templates.get(`${language}/${name}`);
        if (!template)
          throw new Error(`workflows/${right}.yaml names ${name}: expected templates/${language}/${name}.md.`);
        const plan: Plan = { right, marketing, language, ...more };
        return { title: `${name} (${place}, ${language})`, name, part, plan, template };
      }),
    );
  });
}

/** The facts that the desk has when it writes this letter. */
export function factsFor(context: Context, { part, plan }: Pick<Sample, 'part' | 'plan'>): Facts {
  if (part === 'notice') {
    const { story, task } = walkToRecipient(context, plan);
    return readFacts(story, plan.right, task.id);
  }
  if (part === 'locked') return readFacts(walkToAnswer(context, plan), plan.right);
  if (part === 'lifted') return { ...readFacts(walkToAnswer(context, plan), plan.right), reason: staffWords.reason };
  const isAnswer = part === 'nothing' || outcomes.some((each) => each === part);
  return readFacts(walkToAnswer(context, plan), isAnswer ? plan.right : undefined);
}

/** The letter as it goes out; throws with what is missing. */
export function compose(
  context: Context,
  sample: Pick<Sample, 'part' | 'plan' | 'template'>,
): { subject: string; text: string } {
  const composed = composeLetter(sample.template, factsFor(context, sample));
  if (!composed.ok) throw new Error(`${sample.template.name} lacks ${composed.missing.join(', ')}.`);
  return composed;
}
