import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { drawBlocks } from '../../scripts/drawing/blocks.ts';
import { drawPictures, pictureFolder } from '../../scripts/drawing/pictures.ts';
import { readMrkdwn, wrapWords } from '../../scripts/drawing/text.ts';

const scene = { names: { UANNA: 'Anna' }, optional: '(optional)' };
const pictures = drawPictures();

describe('the pictures of Slack', () => {
  test('in docs/pictures are exactly those that scripts/draw-slack.ts makes of the golden blocks; run it where this fails', () => {
    expect(readdirSync(pictureFolder).sort()).toEqual(pictures.map(({ file }) => file).sort());
    for (const { file, svg } of pictures) expect(readFileSync(join(pictureFolder, file), 'utf8'), file).toBe(svg);
  });

  test('come out the same each time', () => {
    expect(drawPictures()).toEqual(pictures);
  });

  test('are all shown in the page on setting up Slack, in one of both languages', () => {
    const page = readFileSync(join(pictureFolder, '..', 'slack-setup.md'), 'utf8');
    const shown = [...page.matchAll(/\(pictures\/([\w-]+)\.(nl|en)\.svg\)/g)].map(([, name]) => name);
    expect([...new Set(shown)].sort()).toEqual([...new Set(pictures.map(({ file }) => file.split('.')[0]))].sort());
  });
});

test('mrkdwn is read as Slack shows it: bold, code, mentions, escaped signs, blanks where they were', () => {
  const [words = []] = readMrkdwn('Due *Fri 3 April* (31 days) `a b` <@UANNA>, &lt;x&gt;', scene.names);
  const shown = words.map(({ text, glue }, index) => `${index > 0 && !glue ? ' ' : ''}${text}`).join('');
  expect(shown).toBe('Due Fri 3 April (31 days) a b @Anna, <x>');
  expect(words.filter(({ bold }) => bold).map(({ text }) => text)).toEqual(['Fri', '3', 'April']);
  const [glued = []] = readMrkdwn('*a*b', {});
  expect(glued.map(({ glue }) => glue)).toEqual([false, true]);
});

test('words that do not fit go to the next line, none is lost', () => {
  const text = Array.from({ length: 60 }, (_none, index) => `word${index}`).join(' ');
  const lines = wrapWords(readMrkdwn(text, {}), 200, 15);
  expect(lines.length).toBeGreaterThan(5);
  expect(lines.every(({ width }) => width <= 200)).toBe(true);
  expect(lines.flatMap(({ words }) => words.map((word) => word.text)).join(' ')).toBe(text);
});

test('what cannot be drawn is named, not passed over', () => {
  expect(() => drawBlocks([{ type: 'video' }], 300, scene)).toThrow('"video"');
  const actions = { type: 'actions', elements: [{ type: 'timepicker' }] };
  expect(() => drawBlocks([actions], 300, scene)).toThrow('"timepicker"');
});

test('text from outside cannot break the picture', () => {
  const { svg } = drawBlocks([{ type: 'header', text: { type: 'plain_text', text: '<script>&"' } }], 300, scene);
  expect(svg).toContain('&lt;script&gt;&amp;&quot;');
});
