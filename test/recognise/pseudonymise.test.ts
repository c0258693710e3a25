import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../../scripts/training/load-corpus.ts';
import { pseudonymise } from '../../src/recognise/pseudonymise.ts';

const nobody = { names: [], addresses: [] };

describe('pseudonyms', () => {
  it.each([
    ['a mail address', 'Mail mij op j.jansma+werk@post.voorbeeld.example graag.', 'Mail mij op [mail] graag.'],
    ['a link', 'Zie https://voorbeeld.example/x?y=1 en verder.', 'Zie [link] en verder.'],
    ['a Dutch mobile number', 'Bel 06-12345678 of 06 12 34 56 78.', 'Bel [phone] of [phone].'],
    ['a foreign number', 'Ring +44 20 7946 0018 please.', 'Ring [phone] please.'],
    ['a bank account', 'Stort het op NL00 TEST 0123 4567 89 graag.', 'Stort het op [iban] graag.'],
    ['a date of birth', 'Geboren op 12-03-1975, of 12 maart 1975.', 'Geboren op [date], of [date].'],
    ['an English date of birth', 'Born March 3, 1975 or 3rd March 1975.', 'Born [date] or [date].'],
    ['an address', 'Ik woon op Dorpsstraat 12a, 9401 AB in dit dorp.', 'Ik woon op [address], [postcode] in dit dorp.'],
    ['an English address', 'I live at 12 Mill Lane, now.', 'I live at [address], now.'],
    ['a number', 'Mijn bsn is 123456782 en klant KP-20261234.', 'Mijn bsn is [number] en klant [number].'],
    [
      'a name after a title',
      'Ik sprak met mevrouw van der Zonnebloem over dit.',
      'Ik sprak met mevrouw van der [name] over dit.',
    ],
    ['a first name at the start', 'Petra zei dat het mocht.', '[name] zei dat het mocht.'],
    ['a signature', 'Graag inzage.\nGroet,\nTeun Zonnebloem', 'Graag inzage.\nGroet,\nTeun Zonnebloem'],
  ])('%s', (name, text, expected) => {
    const known = name === 'a signature' ? { names: ['Teun Zonnebloem'], addresses: [] } : nobody;
    expect(pseudonymise(text, known, 'nl')).toBe(expected.replace('Teun Zonnebloem', '[name]'));
  });

  it('takes away what is known of the writer, in any case of letters', () => {
    const known = { names: ['Wilhelmina van den Zonnebloem', 'w.zonnebloem'], addresses: ['Postbus 9 te Verweg'] };
    const text = 'WILHELMINA hier, uit Postbus 9 te Verweg; zeg maar zonnebloem.';
    expect(pseudonymise(text, known, 'nl')).toBe('[name] hier, uit [mail]; zeg maar [name].');
  });

  it('leaves what a request is made of', () => {
    const text =
      'Beste allen, hierbij verzoek ik u op grond van artikel 15 AVG om inzage. Kan dat als CSV, vóór maandag 3 maart?';
    expect(pseudonymise(text, nobody, 'nl')).toBe(text);
  });

  it('leaves no mail address and no long number in any mail of the corpus', () => {
    for (const { text, language } of loadCorpus('test/corpus/tune')) {
      const changed = pseudonymise(text, nobody, language);
      expect(changed).not.toMatch(/\S@\S+\.\S/);
      expect(changed).not.toMatch(/\d{5}/);
    }
  });

  it.each([
    ['digits', '1'.repeat(100_000)],
    ['capitals', 'Aa '.repeat(33_000)],
    ['dots', 'a.'.repeat(50_000)],
    ['at signs', 'a@'.repeat(50_000)],
  ])('takes less than a second for 100,000 %s', (_, text) => {
    const start = process.threadCpuUsage();
    pseudonymise(text, nobody, 'nl');
    const used = process.threadCpuUsage(start);
    expect((used.user + used.system) / 1000).toBeLessThan(1000);
  });
});
