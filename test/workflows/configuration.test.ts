import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { listMissing, readEnvironment, variables } from '../../src/environment.ts';
import { loadShipped, root } from './shipped.ts';

const context = await loadShipped();
const example = await readFile(resolve(root, '.env.example'), 'utf8');

test('the example environment names every variable that is read, each once, and no other', () => {
  const named = [...example.matchAll(/^(?:# )?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name);
  expect(named.toSorted()).toEqual(Object.keys(variables).toSorted());
});

test('the example environment left as it is gives no value, so that everything needed is asked for', () => {
  const { environment, faults } = readEnvironment({}, resolve(root, '.env.example'));
  expect({ environment, faults }).toEqual({ environment: {}, faults: [] });
  expect(listMissing(environment).map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'IMAP_URL',
      'SMTP_URL',
      'SLACK_BOT_TOKEN',
      'SLACK_CHANNEL',
      'SLACK_APP_TOKEN',
      'SECRET_KEY',
    ]),
  );
});

test('the organisation is the first user, with the address and number of the statement', () => {
  expect(context.organisation).toMatchObject({
    name: 'Kwalipro',
    address: 'Bernagietuin 24, 7813 BV Emmen',
    email: 'info@kwalipro.nl',
    casePrefix: 'KP',
    language: 'nl',
    country: 'NL',
    timeZone: 'Europe/Amsterdam',
  });
});

test('the register has a place for each system and gives its tasks to nobody yet', () => {
  expect(context.register.places.map(({ id }) => id)).toEqual([
    'bookkeeping',
    'mailbox',
    'coaching-reports',
    'personality-scans',
    'attendance',
    'interim',
    'newsletter',
    'website',
    'slack',
    'backups',
  ]);
  for (const place of context.register.places) expect(place.owner).toBeUndefined();
});

test('the register names the recipients of the statement, and those that it forgot', () => {
  const names = context.register.recipients.map(({ name }) => name.nl);
  for (const name of ['HeyJij', 'Taylor Protocols', 'Google', 'Slack']) expect(names).toContain(name);
  const american = context.register.recipients.filter(({ why }) => why.nl.includes('Verenigde Staten'));
  expect(american.map(({ id }) => id)).toEqual(['taylor-protocols', 'google', 'slack']);
});

test.each([
  ['coaching-reports', 'Drie jaar', 'Three years'],
  ['personality-scans', 'Drie jaar', 'Three years'],
  ['attendance', 'Drie jaar', 'Three years'],
  ['interim', 'Zeven jaar', 'Seven years'],
  ['bookkeeping', 'Zeven jaar', 'Seven years'],
  ['newsletter', 'Tot de afmelding', 'Until you unsubscribe'],
  ['mailbox', 'hoogstens een jaar', 'one year at most'],
])('%s is kept as the statement says: %s', (id, nl, en) => {
  const place = context.register.places.find((each) => each.id === id);
  expect(place?.retention.nl).toContain(nl);
  expect(place?.retention.en).toContain(en);
});

test('the register repeats none of the errors of the statement', () => {
  const text = JSON.stringify(context.register);
  expect(text).not.toMatch(/privacy shield|50 maanden|50 months|geanonimiseerd|anonymised|2018|2019|30 dagen|30 days/i);
});
