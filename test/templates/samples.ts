import type { Language } from '../../src/core/case.ts';
import type { Context } from '../../src/core/context.ts';
import type { LetterPart } from '../../src/core/decide/letters.ts';
import { composeLetter, type Facts, type Template } from '../../src/core/letter.ts';
import { listBranches } from '../workflows/shipped.ts';
import { type Plan, readFacts, walkToAnswer } from '../workflows/walk-case.ts';

/** A letter in the place where a workflow uses it: for which right, in which language, and how the case went. */
export type Sample = { title: string; name: string; part: LetterPart; plan: Plan; template: Template };

const answers = ['fulfil', 'partly', 'refuse'] as const;

/** Every letter at every place where a workflow names it, in both languages. */
export function listSamples(context: Context): Sample[] {
  return listBranches(context).flatMap(({ title, right, marketing, workflow }) =>
    (Object.entries(workflow.letters) as [LetterPart, string][]).flatMap(([part, name]) =>
      (['nl', 'en'] as Language[]).map((language) => {
        const outcome = answers.find((each) => each === part) ?? 'fulfil';
        const template = context.templates.get(`${language}/${name}`);
        if (!template)
          throw new Error(`workflows/${right}.yaml names ${name}: expected templates/${language}/${name}.md.`);
        return {
          title: `${name} (${title}, ${language})`,
          name,
          part,
          plan: { right, marketing, language, outcome },
          template,
        };
      }),
    ),
  );
}

/** The facts that the desk has when it writes this letter. */
export function factsFor(context: Context, { part, plan }: Pick<Sample, 'part' | 'plan'>): Facts {
  const story = walkToAnswer(context, plan);
  return readFacts(story, answers.some((each) => each === part) ? plan.right : undefined);
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
