import { actWords } from './act-words.ts';
import { categoryActs, type Language, type Text } from './case.ts';
import type { Facts } from './letter.ts';
import { listPassages } from './letter-passages.ts';
import { containsLaw, containsProse, containsValue, flattenText, readValues } from './letter-text.ts';

/** What a letter lacks, in words for staff, with the article that asks it; `code` is stable. */
export type LetterFinding = { code: string; missing: Text; article: string };
/** A letter to be judged: its text with Markdown, and the facts that it was written from. */
export type Judged = { language: Language; text: string; facts: Facts };

const HELD_BACK = new Set(['keep', 'leave-out']);
const TOLD_TO_RECIPIENTS = new Set(['delete', 'correct', 'lock']);
const WHY = { nl: /\bomdat\b|\bwant\b|\bart(ikel|\.) |\bwet\b/, en: /\bbecause\b|\bsince\b|\bart(icle|\.) |\blaw\b/ };
const HOW_LONG = {
  nl: /\btot\b|\btotdat\b|\bzolang\b|\bjaar\b|\bmaand/,
  en: /\buntil\b|\bas long as\b|\byears?\b|\bmonths?\b/,
};

/** Decisions, one a category, as the facts of a letter have them. */
export function listDecisions(facts: Facts): Facts[] {
  return listOf(facts.decisions);
}

/** Whether some category was kept or left out: then the letter refuses in part, whatever its kind (article 12(4)). */
export function isRefusedInPart(facts: Facts): boolean {
  return listDecisions(facts).some((each) => HELD_BACK.has(readText(each, 'act')));
}

/** Each category of the decisions is named with what was done; what is kept or left out with its ground, what is kept with its end. */
export function lintDecisions(letter: Judged): LetterFinding[] {
  const decisions = listDecisions(letter.facts);
  const names = decisions.map((each) => readText(each, 'category'));
  const { article } = readRight(letter.facts);
  return decisions.flatMap((decision) =>
    lintNamed(letter, readText(decision, 'category'), names, article, (passage) =>
      lintDecision(decision, passage, letter.language, article),
    ),
  );
}

/** A recipient reads for each changed category what changed (article 19). */
export function lintChanges(letter: Judged): LetterFinding[] {
  const changed = listDecisions(letter.facts).filter((each) => TOLD_TO_RECIPIENTS.has(readText(each, 'act')));
  const names = changed.map((each) => readText(each, 'category'));
  if (changed.length > 0) {
    return changed.flatMap((decision) =>
      lintNamed(letter, readText(decision, 'category'), names, '19', (passage) =>
        lintDecision(decision, passage, letter.language, '19'),
      ),
    );
  }
  const { name } = readRight(letter.facts);
  const flat = flattenText(letter.text);
  const said = Object.values(actWords).some(({ signs }) => signs[letter.language].test(flat));
  if ((name !== '' && containsValue(flat, name)) || (name === '' && said)) return [];
  return [{ code: 'changes', article: '19', missing: { nl: 'wat er is gewijzigd', en: 'what has changed' } }];
}

const contents: readonly { key: string; code: string; article: string; of: Text }[] = [
  {
    key: 'purposes',
    code: 'purposes',
    article: '15(1)(a)',
    of: { nl: 'waarvoor wij het gebruiken', en: 'what we use it for' },
  },
  {
    key: 'holds',
    code: 'contents',
    article: '15(1)(b)',
    of: { nl: 'welke gegevens het zijn', en: 'which data they are' },
  },
  {
    key: 'retention',
    code: 'retention',
    article: '15(1)(d)',
    of: { nl: 'hoe lang wij het bewaren', en: 'how long we keep it' },
  },
  {
    key: 'source',
    code: 'source-of',
    article: '15(1)(g)',
    of: { nl: 'waar het vandaan komt', en: 'where it comes from' },
  },
  {
    key: 'logic',
    code: 'logic',
    article: '15(1)(h)',
    of: { nl: 'hoe het wordt berekend', en: 'how it is calculated' },
  },
  {
    key: 'transfer',
    code: 'transfer',
    article: '15(2)',
    of: { nl: 'de doorgifte buiten de EER', en: 'the transfer outside the EEA' },
  },
];

/** The categories about which an answer to access must tell: those of the register, or else the places where something was found. */
export function listContents(facts: Facts): Facts[] {
  const categories = listOf(facts.categories);
  if (categories.length > 0) return categories;
  return listOf(facts.found)
    .filter((each) => readText(each, 'result') === 'found')
    .map((each) => ({
      name: readText(each, 'place'),
      holds: readText(each, 'holds'),
      retention: readText(each, 'retention'),
    }));
}

/** An answer to access says of each category what article 15(1)(a)-(d), (g) and (2) ask. */
export function lintContents(letter: Judged): LetterFinding[] {
  const categories = listContents(letter.facts);
  const names = categories.map((each) => readText(each, 'name'));
  const flat = flattenText(letter.text);
  return categories.flatMap((category) => {
    const name = readText(category, 'name');
    const unnamed = readNames(category).filter((recipient) => !containsValue(flat, recipient));
    const who = { nl: `wie het krijgt: ${unnamed.join(', ')}`, en: `who gets it: ${unnamed.join(', ')}` };
    return [
      ...lintNamed(letter, name, names, '15(1)(b)', (passage) =>
        contents
          .filter(({ key }) => !containsProse(passage, readText(category, key)))
          .map(({ code, article, of }) => about(name, code, article, of)),
      ),
      ...(unnamed.length > 0 ? [about(name, 'recipients', '15(1)(c)', who)] : []),
    ];
  });
}

/** The findings at the place where the letter says most about a name; when it is nowhere, that it is missing. */
function lintNamed(
  { text }: Judged,
  name: string,
  names: string[],
  article: string,
  lint: (passage: string) => LetterFinding[],
): LetterFinding[] {
  const missing = { nl: `de categorie "${name}"`, en: `the category "${name}"` };
  const tries = listPassages(text, name, names).map(lint);
  return tries.toSorted((a, b) => a.length - b.length)[0] ?? [{ code: 'category', article, missing }];
}

function lintDecision(decision: Facts, passage: string, language: Language, article: string): LetterFinding[] {
  const read = (key: string) => readText(decision, key);
  const name = read('category');
  const act = read('act');
  const findings: LetterFinding[] = [];
  const rest = passage.slice(flattenText(name).length);
  if (!containsValue(rest, read('actSaid')) && !saysAct(act, rest, language)) {
    findings.push(
      about(name, 'category-act', article, {
        nl: `wat ermee is gedaan (${read('actSaid')})`,
        en: `what was done (${read('actSaid')})`,
      }),
    );
  }
  if (article === '19' || !HELD_BACK.has(act)) return findings;
  if (!saysGround(decision, rest, language)) {
    const by = read('law') && ` (${read('law')})`;
    findings.push(about(name, 'category-ground', '12(4)', { nl: `waarom dat mag${by}`, en: `on what ground${by}` }));
  }
  const until = read('until');
  if (act === 'keep' && !(until ? containsValue(rest, until) : HOW_LONG[language].test(rest))) {
    const day = until && ` (${until})`;
    findings.push(about(name, 'category-until', '12(4)', { nl: `tot wanneer${day}`, en: `until when${day}` }));
  }
  return findings;
}

function saysAct(act: string, rest: string, language: Language): boolean {
  const known = categoryActs.find((each) => each === act);
  return known !== undefined && actWords[known].signs[language].test(rest);
}

function saysGround(decision: Facts, rest: string, language: Language): boolean {
  const law = readText(decision, 'law');
  const texts = [readText(decision, 'ground'), readText(decision, 'reason')].filter((each) => each !== '');
  if (law === '' && texts.length === 0) return WHY[language].test(rest);
  if (law !== '' && !containsLaw(rest, law)) return false;
  return texts.length === 0 || texts.some((each) => containsProse(rest, each));
}

function about(name: string, code: string, article: string, of: Text): LetterFinding {
  return { code, article, missing: { nl: `bij "${name}": ${of.nl}`, en: `for "${name}": ${of.en}` } };
}

function readRight(facts: Facts): { article: string; name: string } {
  const [article = '12(1)'] = readValues(facts, 'right.article');
  const [name = ''] = readValues(facts, 'right.name');
  return { article, name };
}

/** Recipients of a category: a list of names, of facts with a name, or names in one text. */
function readNames(category: Facts): string[] {
  if (typeof category.recipients === 'string') return category.recipients.split(/, | en | and /).filter(Boolean);
  return [...readValues(category, 'recipients'), ...readValues(category, 'recipients.name')];
}

function listOf(value: Facts[string]): Facts[] {
  return Array.isArray(value) ? value.filter((each): each is Facts => typeof each === 'object') : [];
}

function readText(facts: Facts, key: string): string {
  const value = facts[key];
  return typeof value === 'string' ? value.trim() : '';
}
