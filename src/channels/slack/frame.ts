import type { Case, Task } from '../../core/case.ts';
import type { Context } from '../../core/context.ts';
import { findMember } from '../../core/organisation.ts';
import { type Wording, wordings } from './wording.ts';
import type { Writing } from './write-date.ts';

/** What every text needs: the configuration, the words of the organisation's language, how dates are written, and who has left Slack. */
export type Frame = { context: Context; words: Wording; writing: Writing; gone?: string[] };

/** Makes the frame at an instant. */
export function makeFrame(context: Context, now: string): Frame {
  const { language } = context.organisation;
  return { context, words: wordings[language], writing: { language, timeZone: context.calendar.timeZone, now } };
}

/** The name of a right in the organisation's language; its id where its workflow file is gone. */
export function nameRight(right: string, { context, writing }: Frame): string {
  return context.workflows.get(right)?.name[writing.language] ?? right;
}

/** "Inzage + Verwijdering". */
export function nameRights(rights: string[], frame: Frame): string {
  return rights.map((right) => nameRight(right, frame)).join(' + ');
}

/** Who did something, by name and without a mention, so that nobody is called by a line about the past. */
export function nameActor(by: string, { context, words }: Frame): string {
  if (by === 'desk') return words.line.desk;
  if (by === 'person') return words.line.person;
  return findMember(context.organisation, by)?.name ?? mention(by);
}

/** A mention, which calls the person. */
export function mention(slackId: string): string {
  return `<@${slackId}>`;
}

/** The case's number, or the word for a message that has none yet. */
export function nameCase(record: Case, { words }: Frame): string {
  return record.number ?? words.card.noNumber;
}

/** A task in words: "Zoek in: Boekhouding", "Licht in: Wolk BV". */
export function nameTask(task: Task, { words, writing }: Frame): string {
  const title = task.title[writing.language];
  return task.recipient === undefined ? words.card.taskTitle[task.step](title) : words.card.tellRecipient(title);
}

/** The name of a category of data; its id where the register no longer has it. */
export function nameCategory(id: string, { context, writing }: Frame): string {
  return context.register.categories.find((category) => category.id === id)?.name[writing.language] ?? id;
}

/** The name of a place of the register; its id where the register no longer has it. */
export function namePlace(id: string, { context, writing }: Frame): string {
  return context.register.places.find((place) => place.id === id)?.name[writing.language] ?? id;
}

/** The command that shows the case outside Slack. */
export function showCommand(record: Case): string {
  return `npx rechtenloket cases show ${record.number ?? record.id}`;
}
