import { expect, test } from 'vitest';
import { renderParts } from '../../src/core/letter.ts';
import { sayName } from '../../src/core/say-name.ts';

test.each([
  'Jan de Vries',
  "Anne-Marie van 't Hof",
  'J.d.V. Bakker',
  'Zoë Özdemir',
  'Bakker, P. (HR)',
  'Ștefan',
  '  Jan   Bakker ',
])('a letter greets by a plain name: "%s"', (name) => {
  expect(sayName(name)).toBe(name.replace(/\s+/g, ' ').trim());
});

test.each([
  undefined,
  '',
  '.',
  'jan@voorbeeld.example',
  '[Klik hier](https://voorbeeld.example)',
  'https://voorbeeld.example',
  'Win nu voorbeeld.example',
  'J.de Vries',
  '**Jan**',
  '<b>Jan</b>',
  'Jan 0612345678',
  'J'.repeat(81),
])('what is no plain name is left out: "%s"', (name) => {
  expect(sayName(name)).toBe('');
});

test('no name that gets through becomes a link or mark-up', () => {
  for (const name of ['Jan de Vries', 'Bakker, P. (HR)', 'J.d.V. Bakker']) {
    expect(renderParts(`Beste ${sayName(name)},`).html).toBe(`<p>Beste ${sayName(name)},</p>\n`);
  }
});
