import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/recognise/fold-text.ts';
import { german } from '../../src/recognise/lexicon/de.ts';
import { english } from '../../src/recognise/lexicon/en.ts';
import { french } from '../../src/recognise/lexicon/fr.ts';
import { frenchIdioms, germanIdioms } from '../../src/recognise/lexicon/idioms-de-fr.ts';
import { englishIdioms } from '../../src/recognise/lexicon/idioms-en.ts';
import { dutchIdioms } from '../../src/recognise/lexicon/idioms-nl.ts';
import { dutch } from '../../src/recognise/lexicon/nl.ts';
import { isOneSlip } from '../../src/recognise/spelling.ts';

const lexica = { dutch, english, german, french, dutchIdioms, englishIdioms, germanIdioms, frenchIdioms };

describe('the lexicon', () => {
  it.each(Object.entries(lexica))('%s holds folded words only, as another would never match', (_, lexicon) => {
    const words = Object.values(lexicon).flatMap((list) => list.replaceAll('`', "'").split(' '));
    expect(words.filter((word) => foldText(word) !== word)).toEqual([]);
  });
});

describe('one slip of the pen', () => {
  it.each([
    ['inzagge', 'inzage'],
    ['verwijdreen', 'verwijderen'],
    ['gegevns', 'gegevens'],
    ['toesteming', 'toestemming'],
  ])('"%s" for "%s"', (written, meant) => {
    expect(isOneSlip(written, meant)).toBe(true);
  });

  it('is not two slips, nor another first letter', () => {
    expect(isOneSlip('gegvns', 'gegevens')).toBe(false);
    expect(isOneSlip('wissen', 'missen')).toBe(false);
  });
});
