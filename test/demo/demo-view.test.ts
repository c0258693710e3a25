import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { startPracticeClock } from '../../src/demo/practice-clock.ts';
import { drawBlocks, type Offered } from '../../src/demo/view-blocks.ts';
import { type Field, listInputs, readTyped } from '../../src/demo/view-fields.ts';
import { openLines } from '../../src/demo/view-lines.ts';

const names = new Map([['UANNA', 'Anna Voorbeeld']]);
const plain = (text: string) => ({ type: 'plain_text', text });
const button = (label: string, more: object = {}) => ({
  type: 'button',
  action_id: `case.${label}`,
  value: label,
  text: plain(label),
  ...more,
});

describe('blocks as text', () => {
  it('number what can be pressed in reading order, with the primary button and each entry of a menu', () => {
    const offered: Offered[] = [];
    const lines = drawBlocks(
      [
        { type: 'section', text: plain('Zaak'), accessory: button('waarom') },
        {
          type: 'actions',
          elements: [
            button('bevestig', { style: 'primary' }),
            {
              type: 'overflow',
              action_id: 'case.other',
              options: [
                { text: plain('Verlengen'), value: 'extend' },
                { text: plain('Weigeren'), value: 'refuse' },
              ],
            },
          ],
        },
      ],
      '1.1',
      offered,
      names,
    );
    expect(lines).toEqual(['Zaak', '  ○ 1 waarom', '● 2 bevestig   ⋯ 3 Verlengen · 4 Weigeren']);
    expect(offered).toEqual([
      { place: '1.1', actionId: 'case.waarom', label: 'waarom', value: 'waarom' },
      { place: '1.1', actionId: 'case.bevestig', label: 'bevestig', value: 'bevestig', isPrimary: true },
      { place: '1.1', actionId: 'case.other', label: 'Verlengen', option: 'extend' },
      { place: '1.1', actionId: 'case.other', label: 'Weigeren', option: 'refuse' },
    ]);
  });

  it('lay many buttons over several rows', () => {
    const elements = Array.from({ length: 5 }, (_, index) => button(`${index}`.padEnd(30, 'x')));
    const lines = drawBlocks([{ type: 'actions', elements }], '1.1', [], names);
    expect(lines.map((line) => line.split('○').length - 1)).toEqual([2, 2, 1]);
  });

  it('show mrkdwn as a reader sees it, and what a mail said exactly as it was', () => {
    const text =
      '*Vet* van <@UANNA> en <@UNIEMAND>, zie <https://kantoor.example|de site> &amp; \u200b*\u200bster\u200b*\u200b &lt;b&gt;';
    const lines = drawBlocks([{ type: 'context', elements: [{ type: 'mrkdwn', text }] }], '1.1', [], names);
    expect(lines).toEqual(['Vet van @Anna Voorbeeld en @UNIEMAND, zie de site & *ster* <b>']);
    const exact = drawBlocks([{ type: 'section', text: plain('*niet vet* &amp;') }], '1.1', [], names);
    expect(exact).toEqual(['*niet vet* &amp;']);
  });
});

describe('the inputs of a window', () => {
  const view = {
    blocks: [
      { type: 'section', text: plain('Lees') },
      {
        type: 'input',
        block_id: 'method',
        label: plain('Hoe?'),
        hint: plain('Alleen de manier.'),
        element: {
          type: 'static_select',
          action_id: 'method',
          options: [
            { text: plain('Gebeld'), value: 'call-back' },
            { text: plain('Gezien'), value: 'office' },
          ],
        },
      },
      {
        type: 'input',
        block_id: 'note',
        label: plain('Notitie'),
        optional: true,
        element: { type: 'plain_text_input', action_id: 'note' },
      },
    ],
    state: {
      values: { method: { method: { selected_option: { value: 'office' } } }, note: { note: { value: 'eerst' } } },
    },
  };
  const [method, note] = listInputs(view, names) as [Field, Field];

  it('are listed with their choices and what stands in them', () => {
    expect(method).toMatchObject({
      blockId: 'method',
      label: 'Hoe?',
      kind: 'one',
      present: ['office'],
      isOptional: false,
    });
    expect(method.choices.map((choice) => choice.label)).toEqual(['Gebeld', 'Gezien']);
    expect(note).toMatchObject({ blockId: 'note', kind: 'text', present: ['eerst'], isOptional: true });
  });

  it('keep what stands there on Enter, are emptied by -, and take text with new lines', () => {
    expect(readTyped(note, '')).toEqual({ ok: true, entry: 'eerst' });
    expect(readTyped(note, '-')).toEqual({ ok: true, entry: null });
    expect(readTyped(note, 'een\\ntwee')).toEqual({ ok: true, entry: 'een\ntwee' });
  });

  it('choose by number, and say what is wrong with another answer', () => {
    expect(readTyped(method, '1')).toEqual({ ok: true, entry: 'call-back' });
    expect(readTyped(method, '3')).toEqual({ ok: false, fault: 'Type one number from 1 to 2.' });
    expect(readTyped(method, '1 2')).toEqual({ ok: false, fault: 'Type one number from 1 to 2.' });
    expect(readTyped({ ...method, kind: 'several' }, '2, 1')).toEqual({ ok: true, entry: ['office', 'call-back'] });
  });
});

describe('typed lines', () => {
  it('are kept until they are asked for, shown when they come from a pipe, and end with null', async () => {
    const input = new PassThrough();
    let shown = '';
    const lines = openLines(input, { stdout: (text) => (shown += text), stderr: () => undefined });
    input.end('eerste \ntweede');
    expect(await lines.ask('a> ')).toBe('eerste');
    expect(await lines.ask('b> ')).toBe('tweede');
    expect(await lines.ask('c> ')).toBeNull();
    expect(shown).toBe('a> eerste \nb> tweede\nc> \n');
  });
});

describe('the practice clock', () => {
  it('runs with the machine and only winds forward', () => {
    const clock = startPracticeClock();
    const before = Date.parse(clock.now());
    clock.wind(7);
    expect(Date.parse(clock.now()) - before).toBeGreaterThanOrEqual(7 * 86_400_000);
    expect(() => clock.wind(-1)).toThrow('it never goes back');
  });
});
