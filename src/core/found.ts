import type { Case, Task } from './case.ts';
import type { Context } from './context.ts';
import type { Register } from './register.ts';

export type Category = Register['categories'][number];

/** The places where staff found something for a right. */
export function listFoundPlaces(record: Case, right: string): string[] {
  return record.tasks
    .filter((task) => task.step === 'search' && task.result === 'found' && task.rights.includes(right))
    .map((task) => task.place);
}

/** The register's categories that are kept at a place where something was found. */
export function listFoundCategories(record: Case, right: string, context: Context): Category[] {
  const found = new Set(listFoundPlaces(record, right));
  return context.register.categories.filter((category) => category.places.some((place) => found.has(place)));
}

/** The recipients (article 19) who got any of these categories. */
export function listFoundRecipients(record: Case, right: string, context: Context): Register['recipients'] {
  const ids = new Set(listFoundCategories(record, right, context).flatMap((category) => category.recipients));
  return context.register.recipients.filter((recipient) => ids.has(recipient.id));
}

/** True when no place held anything; of places that could not be searched, staff say why they decide all the same. */
export function isNothingFound(record: Case, right: string): boolean {
  const searches = listSearches(record, right);
  return searches.length > 0 && searches.every((task) => task.result !== 'found');
}

/** The search tasks of a right that came to nothing at all: failed, or never done. */
export function listUnsearched(record: Case, right: string): Task[] {
  return listSearches(record, right).filter((task) => task.result === undefined || task.result === 'failed');
}

function listSearches(record: Case, right: string): Task[] {
  return record.tasks.filter((task) => task.step === 'search' && task.rights.includes(right));
}
