import type { Case, CategoryAct, Text, Track } from './case.ts';
import type { Context } from './context.ts';
import { listFoundCategories } from './found.ts';
import type { Facts } from './letter.ts';
import { sayArticle } from './say-article.ts';
import { sayDate } from './say-date.ts';
import { workflowOf } from './workflow.ts';

const actsSaid: Record<CategoryAct, Text> = {
  delete: { nl: 'verwijderd', en: 'deleted' },
  keep: { nl: 'bewaard', en: 'kept' },
  lock: { nl: 'op slot gezet', en: 'locked' },
  correct: { nl: 'gecorrigeerd', en: 'corrected' },
  'hand-over': { nl: 'aan je gegeven', en: 'given to you' },
  'leave-out': { nl: 'weggelaten', en: 'left out' },
};

/** What a letter may tell of the categories found for a right: the decisions, the register's words, and who was told (article 19). */
export function collectCategoryFacts(record: Case, track: Track, context: Context): Facts {
  const { language } = record;
  return {
    decisions: listDecisions(record, track, context),
    categories: listCategories(record, track.right, context),
    informed: record.tasks
      .filter((task) => task.recipient && task.rights.includes(track.right) && task.result === 'done')
      .map((task) => task.title[language]),
  };
}

function listDecisions(record: Case, track: Track, context: Context): Facts[] {
  const { language } = record;
  const rules = workflowOf(context.workflows, track).categories;
  return Object.entries(track.categories ?? {}).map(([id, { act, ground, until }]) => {
    const category = context.register.categories.find((each) => each.id === id);
    const line = rules?.advice.find((each) => each.act === act && each.article === ground);
    return {
      category: category?.name[language] ?? id,
      act,
      actSaid: actsSaid[act][language],
      ground: ground ? ((line?.text ?? category?.keep?.text)?.[language] ?? '') : '',
      law: ground ? sayArticle(ground, language) : '',
      until: until ? sayDate(until)[language] : '',
      reason: record.personal?.reasons[`${track.right}/${id}`] ?? '',
    };
  });
}

/** The register on these categories: what article 15(1) and (2) want told. */
function listCategories(record: Case, right: string, context: Context): Facts[] {
  const { language } = record;
  return listFoundCategories(record, right, context).map((category) => {
    const recipients = context.register.recipients.filter((recipient) => category.recipients.includes(recipient.id));
    return {
      name: category.name[language],
      holds: category.holds[language],
      purposes: category.purposes[language],
      retention: category.retention.text[language],
      recipients: recipients.map((recipient) => recipient.name[language]),
      source: category.source?.[language] ?? '',
      transfer: recipients.flatMap(({ name, transfer }) =>
        transfer ? [`${name[language]}: ${transfer[language]}`] : [],
      ),
    };
  });
}

/** The name of the recipient whom a notice goes to. */
export function nameRecipient(record: Case, taskId: string | undefined, context: Context): string {
  const task = record.tasks.find((each) => each.id === taskId);
  const recipient = context.register.recipients.find((each) => each.id === task?.recipient);
  return recipient?.name[record.language] ?? '';
}
