import { expect, test } from 'vitest';
import { listConfirmations, type Register, registerSchema } from '../../src/core/register.ts';
import { type FileFault, parseYaml } from '../../src/core/yaml.ts';

const text = (word: string) => `{ nl: ${word}, en: ${word} }`;
const place = (id: string) => `  - { id: ${id}, name: ${text(id)}, holds: ${text('x')}, retention: ${text('x')} }\n`;
const category = (id: string, rest: string) =>
  `  - id: ${id}\n    name: ${text(id)}\n    holds: ${text('x')}\n    purposes: ${text('x')}\n    retention: { text: ${text('x')} }\n${rest}`;
const recipient = (id: string, rest = '') => `  - id: ${id}\n    name: ${text(id)}\n    why: ${text('x')}\n${rest}`;

function parse(source: string): Register {
  const parsed = parseYaml(source, 'register.yaml', registerSchema);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.value;
}

function findFaults(source: string): FileFault[] {
  const parsed = parseYaml(source, 'register.yaml', registerSchema);
  return parsed.ok ? [] : parsed.faults;
}

test('places alone are a register: what else there is has its default', () => {
  expect(parse(`places:\n${place('shelf')}`)).toMatchObject({ categories: [], recipients: [], owner_must_confirm: [] });
});

test('a category is by default neither sensitive nor portable nor derived, goes to nobody and need not be kept', () => {
  const [only] = parse(
    `places:\n${place('shelf')}categories:\n${category('files', '    places: [shelf]\n')}`,
  ).categories;
  expect(only).toMatchObject({ sensitive: false, portable: false, derived: false, recipients: [] });
  expect(only).not.toHaveProperty('keep');
});

test('a category in a place that is not there is a fault at its own line, with the places that are', () => {
  const source = `places:\n${place('shelf')}categories:\n${category('files', '    places:\n      - shelf\n      - attic\n')}`;
  expect(findFaults(source)).toEqual([
    {
      file: 'register.yaml',
      line: 11,
      path: 'categories.0.places.1',
      message: expect.stringMatching(/expected an id under places: shelf$/) as string,
    },
  ]);
});

test('a category for a recipient that is not there is a fault, also where there is no recipient at all', () => {
  const rest = '    places: [shelf]\n    recipients: [printer]\n';
  expect(findFaults(`places:\n${place('shelf')}categories:\n${category('files', rest)}`)).toEqual([
    {
      file: 'register.yaml',
      line: 10,
      path: 'categories.0.recipients.0',
      message: expect.stringMatching(/expected an id under recipients: there is none$/) as string,
    },
  ]);
});

test('a place that no category names is a fault, as nothing found there could be decided', () => {
  const source = `places:\n${place('shelf')}${place('attic')}categories:\n${category('files', '    places: [shelf]\n')}`;
  expect(findFaults(source)).toMatchObject([{ line: 3, path: 'places.1.id' }]);
});

test.each([
  ['places', `places:\n${place('shelf')}${place('shelf')}`, 3],
  ['recipients', `places:\n${place('shelf')}recipients:\n${recipient('post')}${recipient('post')}`, 7],
])('an id that stands twice under %s is a fault', (list, source, line) => {
  expect(findFaults(source)).toMatchObject([
    { line, path: `${list}.1.id`, message: expect.stringContaining('a second time') as string },
  ]);
});

test('what is derived cannot be portable', () => {
  const rest = '    places: [shelf]\n    derived: true\n    portable: true\n';
  expect(findFaults(`places:\n${place('shelf')}categories:\n${category('files', rest)}`)).toMatchObject([
    { line: 11, path: 'categories.0.portable' },
  ]);
});

test.each(['3 years', 'P0Y', 'P', 'PT72H'])('the period %s to keep data is a fault', (period) => {
  const rest = `    places: [shelf]\n    keep: { article: 52 AWR, period: "${period}", text: ${text('x')} }\n`;
  expect(findFaults(`places:\n${place('shelf')}categories:\n${category('files', rest)}`)).toMatchObject([
    { line: 10, path: 'categories.0.keep.period' },
  ]);
});

test('a country, an address for notices and an unknown key are checked with their line', () => {
  const rest = '    country: Nederland\n    email: nobody\n    colour: red\n';
  const faults = findFaults(`places:\n${place('shelf')}recipients:\n${recipient('post', rest)}`);
  expect(faults.map(({ line, path }) => `${line} ${path}`).toSorted()).toEqual([
    '7 recipients.0.country',
    '8 recipients.0.email',
    '9 recipients.0.colour',
  ]);
});

test('what the owner must confirm is listed with the entry that it concerns, in one language', () => {
  const open = (nl: string, en: string, indent: string) => `${indent}owner_must_confirm: [{ nl: ${nl}, en: ${en} }]\n`;
  const register = parse(
    `places:\n${place('shelf')}categories:\n${category('files', `    places: [shelf]\n${open('Hoe lang?', 'How long?', '    ')}`)}recipients:\n${recipient('post', open('Wie?', 'Who?', '    '))}${open('Datum?', 'Date?', '')}`,
  );
  expect(listConfirmations(register, 'en')).toEqual([
    'statement: Date?',
    'categories.files: How long?',
    'recipients.post: Who?',
  ]);
  expect(listConfirmations(register, 'nl')[1]).toBe('categories.files: Hoe lang?');
});
