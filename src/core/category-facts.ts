import { actWords } from './act-words.ts';
import type { Case, Language, Track } from './case.ts';
import type { Context } from './context.ts';
import { type Category, listFoundCategories } from './found.ts';
import type { Facts } from './letter.ts';
import type { Recipient } from './register.ts';
import { sayArticle } from './say-article.ts';
import { sayDate } from './say-date.ts';
import { workflowOf } from './workflow.ts';

/**
 * What a letter may tell of the categories found for a right: the decisions, the register's words, and who was told (article 19).
 * A notice to a recipient, which does the task `taskId`, tells only of the categories that this recipient got (article 5(1)(c)).
 */
export function collectCategoryFacts(record: Case, track: Track, context: Context, taskId?: string): Facts {
  const { language } = record;
  const recipient = record.tasks.find((task) => task.id === taskId)?.recipient;
  const gets = (category: Category | undefined) => recipient === undefined || category?.recipients.includes(recipient);
  return {
    decisions: listDecisions(record, track, context, gets),
    categories: listCategories(record, track.right, context, gets),
    informed: record.tasks
      .filter((task) => task.recipient && task.rights.includes(track.right) && task.result === 'done')
      .map((task) => task.title[language]),
  };
}

type Gets = (category: Category | undefined) => boolean | undefined;

function listDecisions(record: Case, track: Track, context: Context, gets: Gets): Facts[] {
  const { language } = record;
  const rules = workflowOf(context.workflows, track).categories;
  return Object.entries(track.categories ?? {}).flatMap(([id, { act, ground, until }]) => {
    const category = context.register.categories.find((each) => each.id === id);
    if (!gets(category)) return [];
    const line = rules?.advice.find((each) => each.act === act && each.article === ground);
    return {
      category: category?.name[language] ?? id,
      act,
      actSaid: actWords[act].said[language],
      ground: ground ? ((line?.text ?? category?.keep?.text)?.[language] ?? '') : '',
      law: ground ? sayArticle(ground, language) : '',
      until: until ? sayDate(until)[language] : '',
      reason: record.personal?.reasons[`${track.right}/${id}`] ?? '',
    };
  });
}

/** The register on these categories: what article 15(1) and (2) want told. */
function listCategories(record: Case, right: string, context: Context, gets: Gets): Facts[] {
  const { language } = record;
  return listFoundCategories(record, right, context)
    .filter(gets)
    .map((category) => {
      const recipients = context.register.recipients.filter((recipient) => category.recipients.includes(recipient.id));
      return {
        name: category.name[language],
        holds: category.holds[language],
        purposes: category.purposes[language],
        retention: category.retention.text[language],
        recipients: recipients.map((recipient) => recipient.name[language]),
        source: category.source?.[language] ?? '',
        logic: category.logic?.[language] ?? '',
        transfer: recipients.flatMap((recipient) => sayTransfer(recipient, language)).join(' '),
      };
    });
}

/** Where the data go outside the EEA, and where the owner has named it on what that rests. */
function sayTransfer({ name, transfer, safeguard }: Recipient, language: Language): string[] {
  if (!transfer) return [];
  return [[`${name[language]}: ${transfer[language]}`, ...(safeguard ? [safeguard[language]] : [])].join(' ')];
}

/** The name of the recipient whom a notice goes to. */
export function nameRecipient(record: Case, taskId: string | undefined, context: Context): string {
  const task = record.tasks.find((each) => each.id === taskId);
  const recipient = context.register.recipients.find((each) => each.id === task?.recipient);
  return recipient?.name[record.language] ?? '';
}
