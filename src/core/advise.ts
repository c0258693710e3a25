import type { CategoryAct } from './case.ts';
import { readPeriod } from './deadline-period.ts';
import { addDays, addMonths } from './local-date.ts';
import type { Category } from './register.ts';
import type { AdviceWhen } from './workflow.ts';

/** A workflow's `categories`: the acts that staff can choose, and the advice, of which the first line that holds counts. */
export type CategoryRules = {
  acts: readonly CategoryAct[];
  advice: readonly { when: AdviceWhen; act: CategoryAct }[];
};

/** `ground` is the term that held (none for `always`); `law` and `until` (local date) stand where the law makes us keep the data. */
export type CategoryAdvice = {
  act: CategoryAct;
  ground?: Exclude<AdviceWhen, 'always'>;
  law?: string;
  until?: string;
};

const holds: Record<AdviceWhen, (category: Category) => boolean> = {
  'kept-by-law': (category) => category.keep !== undefined,
  sensitive: (category) => category.sensitive,
  portable: (category) => category.portable,
  'not-portable': (category) => !category.portable,
  derived: (category) => category.derived,
  always: () => true,
};

/**
 * The act that a workflow advises for one category; staff decide. The first line that holds counts, and without one the first of
 * `acts`. `receivedOn` is the local date of receipt. Throws when the workflow advises an act that it does not offer.
 */
export function adviseCategory(category: Category, rules: CategoryRules, receivedOn: string): CategoryAdvice {
  const line = rules.advice.find((each) => holds[each.when](category));
  const act = line?.act ?? rules.acts[0];
  if (act === undefined || !rules.acts.includes(act))
    throw new Error(
      `Advice for the category "${category.id}" is ${act ? `"${act}"` : 'missing'}: expected one of the acts ${rules.acts.join(', ') || '(none)'}; mend categories in the workflow file.`,
    );
  if (line === undefined || line.when === 'always') return { act };
  if (line.when !== 'kept-by-law' || !category.keep) return { act, ground: line.when };
  return { act, ground: line.when, law: category.keep.article, until: endOfKeeping(category.keep, receivedOn) };
}

/**
 * The last day of a duty to keep (local date): the period after the end of the year of receipt. That is the latest it can be for what
 * exists at that moment; the duty on older records ends earlier, and staff may say so.
 */
export function endOfKeeping(keep: Pick<NonNullable<Category['keep']>, 'period'>, receivedOn: string): string {
  const { months, days } = readPeriod(keep.period, 'calendar');
  return addDays(addMonths(`${receivedOn.slice(0, 4)}-12-31`, months), days);
}
