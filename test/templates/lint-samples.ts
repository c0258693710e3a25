import type { Language } from '../../src/core/case.ts';
import type { Context } from '../../src/core/context.ts';
import { composeLetter, type Facts } from '../../src/core/letter.ts';
import type { LetterToLint } from '../../src/core/lint-letter.ts';
import { type Form, fullFacts, letterKinds } from './full-facts.ts';

/** The three ways in which a letter is written: Dutch with je, Dutch with u, English. */
export const manners: readonly { language: Language; form: Form }[] = [
  { language: 'nl', form: 'je' },
  { language: 'nl', form: 'u' },
  { language: 'en', form: 'je' },
];

/** The articles whose answers decide category by category. */
const decided = new Set(['15', '16', '17', '18', '20', '21']);

/** A shipped letter filled with full facts, ready to be judged; throws with what is missing. */
export function writeLetter(
  context: Context,
  name: string,
  { language, form }: { language: Language; form: Form },
  change: (facts: Facts) => Facts = (facts) => facts,
): LetterToLint {
  const kind = letterKinds.find((each) => each.name === name);
  const template = context.templates.get(`${language}/${name}`);
  if (!kind || !template) throw new Error(`No letter ${language}/${name}: expected its kind and its template.`);
  const facts = change(fullFacts(language, form, kind.article));
  if (!kind.article) delete facts.right;
  if (!decided.has(kind.article ?? '') || name === 'marketing-stopped') facts.decisions = [];
  const composed = composeLetter(template, facts);
  if (!composed.ok) throw new Error(`${language}/${name} lacks ${composed.missing.join(', ')}.`);
  return { part: kind.part, template: name, language, subject: composed.subject, text: composed.text, facts };
}

/** The letter without the sentences in which a pattern stands; throws when it stands in none, so that a test cannot pass by chance. */
export function withoutSentences(letter: LetterToLint, pattern: RegExp): LetterToLint {
  let cut = 0;
  const text = letter.text
    .split('\n')
    .map((line) =>
      line
        .split(/(?<=[.!?]\**)\s+(?=[\p{Lu}*])/u)
        .filter((sentence) => {
          const hit = pattern.test(sentence);
          cut += hit ? 1 : 0;
          return !hit;
        })
        .join(' '),
    )
    .join('\n');
  if (cut === 0) throw new Error(`${letter.language}/${letter.template} has no sentence with ${pattern}.`);
  return { ...letter, text };
}
