import type { Language, Text } from './case.ts';

/**
 * One thing that a letter must say. `says`: facts whose every value must stand in it (`as`: a value word for word, free text in most of
 * its words, an article in any notation); where the facts have none, `words` must be found instead. `when` narrows to letters about
 * which that is true. `{value}` in `missing` is what was looked for.
 */
export type Duty = {
  code: string;
  article: string;
  missing: Text;
  says?: string[];
  as?: 'value' | 'prose' | 'law';
  words?: Record<Language, RegExp[]>;
  when?: 'unsearched' | 'found' | 'transfers' | 'refused' | 'no-categories' | 'locked';
};

/** The number of the case. */
export const number: Duty = {
  code: 'number',
  article: '12(2)',
  missing: { nl: 'het nummer van de zaak ({value})', en: 'the number of the case ({value})' },
  says: ['case.number'],
};
/** Where the person reaches us. */
export const contact: Duty = {
  code: 'contact',
  article: '12(2)',
  missing: { nl: 'waar de persoon ons bereikt ({value})', en: 'where the person reaches us ({value})' },
  says: ['organisation.email'],
};
/** The legal date of each right in the case (article 12(3)). */
export const trackDue: Duty = {
  code: 'due-date',
  article: '12(3)',
  missing: { nl: 'wanneer het antwoord uiterlijk komt ({value})', en: 'when the answer comes at the latest ({value})' },
  says: ['tracks.dueOn'],
};
/** The first legal date of the case. */
export const caseDue: Duty = { ...trackDue, says: ['case.dueOn'] };
/** The legal date of the right that the letter is about. */
export const rightDue: Duty = { ...trackDue, says: ['right.dueOn'] };
/** The supervisory authority (article 12(4)). */
export const authority: Duty = {
  code: 'authority',
  article: '12(4)',
  missing: {
    nl: 'de toezichthouder met naam en website ({value})',
    en: 'the supervisory authority by name and website ({value})',
  },
  says: ['authority.name', 'authority.website'],
};
/** The way to court (article 79). */
export const court: Duty = {
  code: 'court',
  article: '12(4)',
  missing: { nl: 'dat de persoon naar de rechtbank kan', en: 'that the person can go to court' },
  words: { nl: [/\brechtbank|\brechter\b/], en: [/\bcourt\b|\brechtbank\b/] },
};
/** The way to court (article 79).Term */
export const courtTerm: Duty = {
  code: 'court-term',
  article: '35 UAVG',
  missing: { nl: 'de termijn van zes weken voor de rechtbank', en: 'the six weeks for going to court' },
  words: { nl: [/\b(zes|6) weken\b/], en: [/\b(six|6) weeks\b/] },
};
/** Why not, as staff decided it (article 12(4)). */
export const reason: Duty = {
  code: 'reason',
  article: '12(4)',
  missing: { nl: 'de reden zoals die bij het besluit staat', en: 'the reason as it stands with the decision' },
  says: ['reason'],
  as: 'prose',
  words: { nl: [/\bomdat\b|\bwaarom\b|\breden\b|\bde wet:/], en: [/\bbecause\b|\bwhy\b|\breason\b|\bthe law:/] },
};
/** The article on which a refusal rests. */
export const law: Duty = {
  code: 'law',
  article: '12(4)',
  missing: {
    nl: 'het artikel waarop de weigering rust ({value})',
    en: 'the article on which the refusal rests ({value})',
  },
  says: ['ground.law'],
  as: 'law',
  words: {
    nl: [/\bart(ikel|\.) (?!35\b|77\b|79\b)\d+/],
    en: [/\bart(icle|\.) (?!35\b|77\b|79\b)\d+/],
  },
};
/** Some article, where none is the ground of a decision. */
export const someLaw: Duty = { ...law, says: [] };
/** Where we could not look, so that nobody reads that all was searched. */
export const notSearched: Duty = {
  code: 'not-searched',
  article: '12(1)',
  missing: { nl: 'waar wij niet konden zoeken ({value})', en: 'where we could not search ({value})' },
  says: ['unsearched.place'],
  when: 'unsearched',
};
/** What who is refused may do (article 12(4)). */
export const remedies = [authority, court, courtTerm];
/** The same, where some category was kept or left out. */
export const remediesIfRefused = remedies.map((duty): Duty => ({ ...duty, when: 'refused' }));

/** A duty that is kept when all patterns of the letter's language are found. */
export function words(code: string, article: string, missing: Text, nl: RegExp[], en: RegExp[]): Duty {
  return { code, article, missing, words: { nl, en } };
}
