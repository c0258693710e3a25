import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/core/case.ts';
import type { Facts } from '../../src/core/letter.ts';
import { lintLetter } from '../../src/core/lint-letter.ts';
import { loadShipped } from '../workflows/shipped.ts';
import { manners, withoutSentences, writeLetter } from './lint-samples.ts';

const context = await loadShipped();
const { register } = context;

/** The categories of the shipped register, as an answer to access tells them. */
function listCategories(language: Language): Facts[] {
  return register.categories.map((category) => {
    const recipients = register.recipients.filter(({ id }) => category.recipients.includes(id));
    return {
      name: category.name[language],
      holds: category.holds[language],
      purposes: category.purposes[language],
      retention: category.retention.text[language],
      recipients: recipients.map(({ name }) => name[language]),
      source: category.source?.[language] ?? '',
      logic: category.logic?.[language] ?? '',
      transfer: recipients.flatMap(({ transfer }) => transfer?.[language] ?? []).join(' '),
    };
  });
}

/** One decision for each category of the shipped register: what the law obliges to keep is kept, the rest erased. */
function listDecisions(language: Language): Facts[] {
  return register.categories.map(({ name, keep }) => ({
    category: name[language],
    act: keep ? 'keep' : 'delete',
    actSaid: keep ? { nl: 'blijft bewaard', en: 'kept' }[language] : { nl: 'gewist', en: 'erased' }[language],
    ground: keep?.text[language] ?? '',
    law: keep?.article ?? '',
    until: keep ? { nl: 'zaterdag 31 december 2033', en: 'Saturday 31 December 2033' }[language] : '',
    reason: '',
  }));
}

describe.each(manners)('with every category of the shipped register, in $language with $form', (manner) => {
  test('an answer to access has all that it must have, and the linter sees each category go', () => {
    const letter = writeLetter(context, 'access-fulfilled', manner, (facts) => ({
      ...facts,
      decisions: [],
      categories: listCategories(manner.language),
      recipients: register.recipients.map(({ name, why }) => ({
        name: name[manner.language],
        why: why[manner.language],
      })),
    }));
    expect(lintLetter(letter)).toEqual([]);
    for (const { name } of register.categories) {
      const [before = '', after = ''] = letter.text.split(`- ${name[manner.language]}\n`);
      const rest = after.slice(after.search(/^(- |\*\*)/m));
      const findings = lintLetter({ ...letter, text: `${before}${rest}` });
      expect(findings.length).toBeGreaterThan(0);
      for (const { missing } of findings) expect(missing[manner.language]).toContain(`"${name[manner.language]}"`);
    }
  });

  test('an answer to erasure has all that it must have, and the linter sees each date go', () => {
    const letter = writeLetter(context, 'erasure-partly', manner, (facts) => ({
      ...facts,
      decisions: listDecisions(manner.language),
    }));
    expect(lintLetter(letter)).toEqual([]);
    const kept = register.categories.filter(({ keep }) => keep).length;
    const findings = lintLetter(withoutSentences(letter, /2033/));
    expect(findings.map(({ code }) => code)).toEqual(Array.from({ length: kept }, () => 'category-until'));
    expect(kept).toBeGreaterThan(0);
  });
});
