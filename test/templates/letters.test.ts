import { describe, expect, test } from 'vitest';
import { codeMark } from '../../src/core/facts.ts';
import { composeLetter, type Facts, findUnknownFacts, renderParts } from '../../src/core/letter.ts';
import { lintLetter } from '../../src/core/lint-letter.ts';
import { loadShipped } from '../workflows/shipped.ts';
import { staffWords } from '../workflows/walk-case.ts';
import { letterKinds } from './full-facts.ts';
import { compose, factsFor, listSamples } from './samples.ts';

const context = await loadShipped();
const samples = listSamples(context);

test('every template is there in both languages, with the same needs, and has its row among the kinds of letters', () => {
  const names = [...new Set([...context.templates.values()].map(({ name }) => name))];
  expect(letterKinds.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
  for (const name of names) {
    expect(context.templates.get(`en/${name}`)?.needs).toEqual(context.templates.get(`nl/${name}`)?.needs);
  }
  for (const { name } of samples) expect(names).toContain(name);
});

describe.each(samples)('$title', (sample) => {
  test('names only facts that it can have', () => {
    expect(findUnknownFacts(sample.template, factsFor(context, sample))).toEqual([]);
  });

  test('says by name which needed fact is missing', () => {
    const facts = factsFor(context, sample);
    expect(sample.template.needs.length).toBeGreaterThan(0);
    for (const path of sample.template.needs) {
      for (const nothing of [undefined, '', [] as []]) {
        expect(composeLetter(sample.template, replaceFact(facts, path, nothing))).toEqual({
          ok: false,
          missing: [path],
        });
      }
    }
  });

  test('has no empty place and no left-over of the template', () => {
    const { subject, text } = compose(context, sample);
    expect(`${subject}\n${text}`).not.toMatch(/\{\{|\{%|undefined|null|NaN|\[object|\(\)| {2}\S.* {2}|: *$\n\n(?!\S)/m);
    expect(text).not.toMatch(/ [,.;:]|\.\.|,,/);
    if (sample.part !== 'confirm') expect(text).not.toContain(codeMark);
  });

  test('never says what must not be said', () => {
    const { subject, text } = compose(context, sample);
    expect(`${subject}\n${text}`).not.toMatch(
      /privacy shield|30 dagen|dertig dagen|30 days|thirty days|informatievervalsing|toezichhouder/i,
    );
  });

  test('has all that the linter asks', () => {
    const facts = factsFor(context, sample);
    const { name: template, part } = sample;
    const language = sample.plan.language ?? 'nl';
    expect(lintLetter({ part, template, language, ...compose(context, sample), facts })).toEqual([]);
  });

  test('greets by name, and without a name when there is none', () => {
    const [first] = compose(context, sample).text.split('\n');
    if (sample.part === 'notice') {
      expect(first).toMatch(sample.plan.language === 'nl' ? /^Aan \S/ : /^To \S/);
      return;
    }
    expect(first).toBe(sample.plan.language === 'nl' ? 'Beste Jan de Vries,' : 'Dear Jan de Vries,');
    const nameless = compose(context, { ...sample, plan: { ...sample.plan, named: false } }).text;
    expect(nameless.split('\n')[0]).toBe(sample.plan.language === 'nl' ? 'Goedendag,' : 'Hello,');
    expect(nameless).not.toContain('Jan de Vries');
  });

  test('is signed by who handles the case and names where to answer', () => {
    const { text } = compose(context, sample);
    expect(text).toMatch(/\n\nAnna\nKwalipro\nBernagietuin 24, 7813 BV Emmen\ninfo@kwalipro\.nl\n$/);
  });
});

test('a letter that the desk sends by itself is signed by the organisation, once', () => {
  for (const sample of samples.filter(({ part }) => part === 'acknowledged')) {
    const facts = { ...factsFor(context, sample), handler: { name: 'Kwalipro' } };
    const composed = composeLetter(sample.template, facts);
    expect(composed.ok && composed.text).toMatch(/\n\nKwalipro\nBernagietuin 24/);
  }
});

test('what staff write is shown as text: their mark-up does not become HTML', () => {
  const sample = samples.find(({ name }) => name === 'question-answered');
  if (!sample) throw new Error('No sample of question-answered: expected one.');
  const composed = composeLetter(sample.template, { ...factsFor(context, sample), answer: '<b onclick=x>Nee</b>' });
  if (!composed.ok) throw new Error(composed.missing.join());
  expect(renderParts(composed.text).html).not.toContain('<b ');
});

test('the words that staff wrote for the person stand in the answer', () => {
  const expected: Record<string, string> = { partly: staffWords.reason, refuse: staffWords.reason };
  for (const sample of samples) {
    const words = expected[sample.part];
    if (words && sample.plan.right !== 'third_party') expect(compose(context, sample).text).toContain(words);
  }
});

function replaceFact(facts: Facts, path: string, value: string | [] | undefined): Facts {
  const [key = '', ...rest] = path.split('.');
  const inner = facts[key] as Facts;
  return { ...facts, [key]: rest.length === 0 ? value : replaceFact(inner, rest.join('.'), value) };
}
