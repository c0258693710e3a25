import { expect, test } from 'vitest';
import { addPeriod } from '../../src/core/period.ts';
import { type Category, listConfirmations } from '../../src/core/register.ts';
import { sayArticle } from '../../src/core/say-article.ts';
import { loadShipped } from '../workflows/shipped.ts';

const { register, organisation, templates } = await loadShipped();
const idsWhere = (holds: (category: Category) => boolean) => register.categories.filter(holds).map(({ id }) => id);

test('reports and scans are sensitive, and nothing else', () => {
  expect(idsWhere(({ sensitive }) => sensitive)).toEqual(['coaching-reports', 'scan-answers', 'scan-results']);
});

test('reports and outcomes are derived: they can be seen, but not taken along', () => {
  expect(idsWhere(({ derived }) => derived)).toEqual(['coaching-reports', 'scan-results']);
});

test('what a person gave can be taken along; lists, visitor figures, invoices and interim administration cannot', () => {
  expect(idsWhere(({ portable }) => portable)).toEqual([
    'personalia',
    'location',
    'contact',
    'company',
    'scan-answers',
    'evaluations',
    'newsletter',
    'contact-form',
    'correspondence',
  ]);
});

test('only tax law obliges us to keep, seven years after the year, with an article that a letter can say', () => {
  const kept = register.categories.flatMap(({ id, keep }) => (keep ? [{ id, ...keep }] : []));
  expect(kept.map(({ id, period, from }) => [id, period, from])).toEqual([
    ['interim', 'P7Y', 'end-of-year'],
    ['invoices', 'P7Y', 'end-of-year'],
  ]);
  for (const { article } of kept) expect(sayArticle(article, 'nl')).toBe('artikel 52 van de AWR');
});

test('requests about privacy are kept as long as the desk keeps a case', () => {
  const period = register.categories.find(({ id }) => id === 'privacy-requests')?.retention.period;
  expect(period).toBe(organisation.settings.retention.case);
});

test('every period of the register can be counted on from a day', () => {
  const periods = register.categories.flatMap(({ retention, keep }) => [retention.period, keep?.period]);
  const counted = periods.filter((period) => period !== undefined);
  expect(counted.length).toBeGreaterThan(5);
  const start = '2026-03-03T09:00:00.000Z';
  for (const period of counted) expect(addPeriod(start, period, 'Europe/Amsterdam') > start).toBe(true);
});

test('recipients in the United States are named as such, with where the data go and a question about the safeguard', () => {
  const american = register.recipients.filter(({ country }) => country === 'US');
  expect(american.map(({ id }) => id)).toEqual(['taylor-protocols', 'google', 'slack']);
  for (const { transfer, owner_must_confirm: open } of american) {
    expect(transfer?.nl).toContain('Verenigde Staten');
    expect(open[0]?.nl).toContain('Data Privacy Framework');
  }
  for (const { country, transfer } of register.recipients) expect(transfer !== undefined).toBe(country !== undefined);
});

test('categories and recipients speak neither "je" nor "u", so that they fit each letter', () => {
  const texts = [
    ...register.categories.flatMap(({ name, holds, purposes, basis, source, retention, keep }) => [
      name,
      holds,
      purposes,
      basis,
      source,
      retention.text,
      retention.from,
      keep?.text,
    ]),
    ...register.recipients.flatMap(({ name, why, transfer }) => [name, why, transfer]),
  ];
  const wrong = texts.filter((text) => text && /\b(je|jij|jou|jouw|u|uw)\b/i.test(text.nl));
  expect(wrong).toEqual([]);
});

test('no letter can name what the owner must confirm', () => {
  expect(listConfirmations(register, 'nl').length).toBeGreaterThan(20);
  for (const template of templates.values()) expect(template.body).not.toMatch(/confirm(ations|_)|owner_must/);
});
