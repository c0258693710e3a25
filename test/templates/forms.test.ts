import { describe, expect, test } from 'vitest';
import { composeLetter, parseTemplate } from '../../src/core/letter.ts';
import { listBranches, loadShipped } from '../workflows/shipped.ts';
import { letterKinds } from './full-facts.ts';
import { manners, writeLetter } from './lint-samples.ts';
import { factsFor, listSamples } from './samples.ts';

const context = await loadShipped();
const [je, u, english] = manners as [(typeof manners)[0], (typeof manners)[0], (typeof manners)[0]];
const INFORMAL = /\b(je|jij|jou|jouw|jezelf|heb je|ben je)\b/i;
const FORMAL = /\b(u|uw|uzelf|geachte)\b/i;

describe.each(letterKinds)('$name', ({ name }) => {
  test('says je, or says u, and never both', () => {
    const informal = writeLetter(context, name, je);
    const formal = writeLetter(context, name, u);
    expect(`${informal.subject}\n${informal.text}`).not.toMatch(FORMAL);
    expect(`${formal.subject}\n${formal.text}`).not.toMatch(INFORMAL);
    if (name !== 'recipient-notice') expect(formal.text).toMatch(FORMAL);
  });

  test('has its verbs in the form of u', () => {
    const { subject, text } = writeLetter(context, name, u);
    expect(`${subject}\n${text}`).not.toMatch(
      /\b(kun|wil|heb|ben|mag je|vraag|krijg|hoor|stond|doe) u\b|\bU (kan|wil|heb|ben|krijg|hoor|hoef|sta)\b/i,
    );
  });

  test('has no left-over and no empty place with all facts', () => {
    for (const manner of manners) {
      const { subject, text } = writeLetter(context, name, manner);
      expect(`${subject}\n${text}`).not.toMatch(/\{\{|\{%|undefined|null|NaN|\[object|\(\)| [,.;:]|\.\.|,,|\n{3}/);
    }
  });

  test('is written without knowing the form: then it says je', () => {
    const { text } = writeLetter(context, name, je, ({ form: _, ...facts }) => facts);
    expect(text).toBe(writeLetter(context, name, je).text);
  });
});

/** Every Dutch text that a letter may take over from a workflow file or the register. */
function listTaken(): [where: string, text: string][] {
  const { places, categories, recipients } = context.register;
  const take = (where: string, ...texts: ({ nl: string } | undefined)[]) =>
    texts.flatMap((text): [string, string][] => (text ? [[where, text.nl]] : []));
  return [
    ...listBranches(context).flatMap(({ title, workflow }) => [
      ...take(title, workflow.name),
      ...workflow.refusal.flatMap(({ id, text }) => take(`${title}, ${id}`, text)),
      ...(workflow.categories?.advice ?? []).flatMap(({ act, text }) => take(`${title}, ${act}`, text)),
    ]),
    ...places.flatMap(({ id, name, holds, retention }) => take(id, name, holds, retention)),
    ...categories.flatMap(({ id, name, holds, purposes, basis, source, retention, keep }) =>
      take(id, name, holds, purposes, basis, source, retention.text, retention.from, keep?.text),
    ),
    ...recipients.flatMap(({ id, name, why, transfer }) => take(id, name, why, transfer)),
  ];
}

test('what letters take over from workflows and register says neither je nor u, for it stands in both', () => {
  const taken = listTaken();
  expect(taken.length).toBeGreaterThan(100);
  expect(taken.filter(([, text]) => INFORMAL.test(text) || FORMAL.test(text))).toEqual([]);
});

const dutch = listSamples(context).filter(({ plan, part }) => plan.language === 'nl' && part !== 'notice');
test.each(dutch)('$title, as it goes out with the register, says u to who says u, and je to who says je', (sample) => {
  const facts = factsFor(context, sample);
  for (const [form, other] of [
    ['je', FORMAL],
    ['u', INFORMAL],
  ] as const) {
    const letter = composeLetter(sample.template, { ...facts, form });
    expect(letter.ok && `${letter.subject}\n${letter.text}`).not.toMatch(other);
  }
});

test('an English letter is the same in both forms', () => {
  for (const { name } of letterKinds) {
    expect(writeLetter(context, name, { ...english, form: 'u' })).toMatchObject({
      text: writeLetter(context, name, english).text,
    });
  }
});

test.each([
  ['je', 'kun je'],
  ['u', 'kunt u'],
  [undefined, 'kun je'],
])('the filter "say" takes %s as "%s"', (form, said) => {
  const source = '---\nsubject: "x"\n---\nWat {{ form | say: "kun je", "kunt u" }} doen';
  const parsed = parseTemplate(source, 'x.md', 'x', 'nl');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  expect(composeLetter(parsed.value, { form })).toEqual({ ok: true, subject: 'x', text: `Wat ${said} doen\n` });
});

test('a notice to a recipient holds the name and what changed, and nothing else of the person', () => {
  for (const manner of manners) {
    const { text, facts } = writeLetter(context, 'recipient-notice', manner);
    expect(text).toContain('Jan de Vries');
    const { reason, answer } = facts as { reason: string; answer: string };
    for (const own of [reason, answer, '2024', '2033']) expect(text).not.toContain(own);
    const nameless = writeLetter(context, 'recipient-notice', manner, (all) => ({ ...all, person: { name: '' } }));
    expect(nameless.text).toMatch(/apart en beveiligd|separately and securely/);
  }
});
