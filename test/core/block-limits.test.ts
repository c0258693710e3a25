import { describe, expect, it } from 'vitest';
import { findBlockFaults, findMessageFaults, findMetadataFaults, findViewFaults } from '../../src/core/block-limits.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const option = (value: string, text = value) => ({ text: plain(text), value });
const button = (id: string, more: object = {}) => ({ type: 'button', action_id: id, text: plain('Go'), ...more });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const input = (element: object, more: object = {}) => ({ type: 'input', label: plain('Label'), element, ...more });
const textInput = (more: object = {}) => ({ type: 'plain_text_input', action_id: 'a', ...more });
const modal = (more: object = {}) => ({
  type: 'modal',
  title: plain('Title'),
  submit: plain('Send'),
  blocks: [input(textInput())],
  ...more,
});
const long = (length: number) => 'x'.repeat(length);
const many = (count: number, make: (index: number) => object) => Array.from({ length: count }, (_, i) => make(i));
const dialog = (more: object = {}) => ({
  title: plain('Sure?'),
  text: plain('Really?'),
  confirm: plain('Yes'),
  deny: plain('No'),
  ...more,
});

/** Each limit: what is just allowed, what is just refused, and the fault that must be named. */
const limits: [name: string, allowed: object, refused: object, path: string, message: string][] = [
  ['section text', section(long(3000)), section(long(3001)), '/text/text', 'must be less than 3001 characters'],
  ['empty section text', section('x'), section(''), '/text/text', 'must be more than 0 characters'],
  [
    'section fields',
    { type: 'section', fields: many(10, () => plain('x')) },
    { type: 'section', fields: many(11, () => plain('x')) },
    '/fields',
    'no more than 10 items allowed',
  ],
  [
    'field text',
    { type: 'section', fields: [plain(long(2000))] },
    { type: 'section', fields: [plain(long(2001))] },
    '/fields/0/text',
    'must be less than 2001 characters',
  ],
  ['section content', section('x'), { type: 'section' }, '', 'must define either `text` or `fields`'],
  [
    'header',
    { type: 'header', text: plain(long(150)) },
    { type: 'header', text: plain(long(151)) },
    '/text/text',
    'must be less than 151 characters',
  ],
  [
    'header markup',
    { type: 'header', text: plain('x') },
    { type: 'header', text: { type: 'mrkdwn', text: 'x' } },
    '/text/type',
    'unsupported type: mrkdwn',
  ],
  [
    'context elements',
    { type: 'context', elements: many(10, () => plain('x')) },
    { type: 'context', elements: many(11, () => plain('x')) },
    '/elements',
    'no more than 10 items allowed',
  ],
  [
    'a button in a context',
    { type: 'context', elements: [plain('x')] },
    { type: 'context', elements: [button('a')] },
    '/elements/0/type',
    'unsupported type: button',
  ],
  [
    'actions elements',
    actions(...many(25, (i) => button(`a${i}`))),
    actions(...many(26, (i) => button(`a${i}`))),
    '/elements',
    'no more than 25 items allowed',
  ],
  ['no actions', actions(button('a')), actions(), '/elements', 'no fewer than 1 items allowed'],
  [
    'button text',
    actions(button('a', { text: plain(long(75)) })),
    actions(button('a', { text: plain(long(76)) })),
    '/elements/0/text/text',
    'must be less than 76 characters',
  ],
  [
    'button value',
    actions(button('a', { value: long(2000) })),
    actions(button('a', { value: long(2001) })),
    '/elements/0/value',
    'must be less than 2001 characters',
  ],
  [
    'button url',
    actions(button('a', { url: long(3000) })),
    actions(button('a', { url: long(3001) })),
    '/elements/0/url',
    'must be less than 3001 characters',
  ],
  [
    'button style',
    actions(button('a', { style: 'danger' })),
    actions(button('a', { style: 'green' })),
    '/elements/0/style',
    'must be a valid enum value',
  ],
  [
    'action_id',
    actions(button(long(255))),
    actions(button(long(256))),
    '/elements/0/action_id',
    'must be less than 256 characters',
  ],
  [
    'block_id',
    { type: 'divider', block_id: long(255) },
    { type: 'divider', block_id: long(256) },
    '/block_id',
    'must be less than 256 characters',
  ],
  [
    'action_id within a block',
    actions(button('a'), button('b')),
    actions(button('a'), button('a')),
    '/elements/1/action_id',
    '`action_id` a already exists',
  ],
  [
    'confirm title',
    actions(button('a', { confirm: dialog({ title: plain(long(100)) }) })),
    actions(button('a', { confirm: dialog({ title: plain(long(101)) }) })),
    '/elements/0/confirm/title/text',
    'must be less than 101 characters',
  ],
  [
    'confirm text',
    actions(button('a', { confirm: dialog({ text: plain(long(300)) }) })),
    actions(button('a', { confirm: dialog({ text: plain(long(301)) }) })),
    '/elements/0/confirm/text/text',
    'must be less than 301 characters',
  ],
  [
    'confirm button',
    actions(button('a', { confirm: dialog({ confirm: plain(long(30)) }) })),
    actions(button('a', { confirm: dialog({ confirm: plain(long(31)) }) })),
    '/elements/0/confirm/confirm/text',
    'must be less than 31 characters',
  ],
  [
    'confirm without a way back',
    actions(button('a', { confirm: dialog() })),
    actions(button('a', { confirm: dialog({ deny: undefined }) })),
    '/elements/0/confirm',
    'missing required field: deny',
  ],
  [
    'overflow options',
    actions({ type: 'overflow', options: many(5, (i) => option(`${i}`)) }),
    actions({ type: 'overflow', options: many(6, (i) => option(`${i}`)) }),
    '/elements/0/options',
    'no more than 5 items allowed',
  ],
  [
    'an empty overflow',
    actions({ type: 'overflow', options: [option('1')] }),
    actions({ type: 'overflow', options: [] }),
    '/elements/0/options',
    'no fewer than 1 items allowed',
  ],
  [
    'select options',
    actions({ type: 'static_select', options: many(100, (i) => option(`${i}`)) }),
    actions({ type: 'static_select', options: many(101, (i) => option(`${i}`)) }),
    '/elements/0/options',
    'no more than 100 items allowed',
  ],
  [
    'select option text',
    actions({ type: 'static_select', options: [option('v', long(75))] }),
    actions({ type: 'static_select', options: [option('v', long(76))] }),
    '/elements/0/options/0/text/text',
    'must be less than 76 characters',
  ],
  [
    'select option value',
    actions({ type: 'static_select', options: [option(long(150), 'x')] }),
    actions({ type: 'static_select', options: [option(long(151), 'x')] }),
    '/elements/0/options/0/value',
    'must be less than 151 characters',
  ],
  [
    'initial option',
    actions({ type: 'static_select', options: [option('a')], initial_option: option('a') }),
    actions({ type: 'static_select', options: [option('a')], initial_option: option('b') }),
    '/elements/0',
    'must match one of the options',
  ],
  [
    'select without options',
    actions({ type: 'static_select', options: [option('a')] }),
    actions({ type: 'static_select' }),
    '/elements/0',
    'must define either `options` or `option_groups`',
  ],
  [
    'checkboxes',
    input({ type: 'checkboxes', options: many(10, (i) => option(`${i}`)) }),
    input({ type: 'checkboxes', options: many(11, (i) => option(`${i}`)) }),
    '/element/options',
    'no more than 10 items allowed',
  ],
  [
    'radio buttons',
    input({ type: 'radio_buttons', options: many(10, (i) => option(`${i}`)) }),
    input({ type: 'radio_buttons', options: many(11, (i) => option(`${i}`)) }),
    '/element/options',
    'no more than 10 items allowed',
  ],
  [
    'input label',
    input(textInput(), { label: plain(long(2000)) }),
    input(textInput(), { label: plain(long(2001)) }),
    '/label/text',
    'must be less than 2001 characters',
  ],
  [
    'input hint',
    input(textInput(), { hint: plain(long(2000)) }),
    input(textInput(), { hint: plain(long(2001)) }),
    '/hint/text',
    'must be less than 2001 characters',
  ],
  [
    'placeholder',
    input(textInput({ placeholder: plain(long(150)) })),
    input(textInput({ placeholder: plain(long(151)) })),
    '/element/placeholder/text',
    'must be less than 151 characters',
  ],
  [
    'max_length',
    input(textInput({ max_length: 3000 })),
    input(textInput({ max_length: 3001 })),
    '/element/max_length',
    'must be at most 3000',
  ],
  [
    'initial value against max_length',
    input(textInput({ max_length: 5, initial_value: long(5) })),
    input(textInput({ max_length: 5, initial_value: long(6) })),
    '/element/initial_value',
    'must not be longer than `max_length`',
  ],
  [
    'initial value',
    input(textInput({ initial_value: long(3000) })),
    input(textInput({ initial_value: long(3001) })),
    '/element/initial_value',
    'must be less than 3001 characters',
  ],
  [
    'datepicker',
    input({ type: 'datepicker', initial_date: '2026-02-28' }),
    input({ type: 'datepicker', initial_date: '28-02-2026' }),
    '/element/initial_date',
    'does not have the expected format (date)',
  ],
  [
    'image source',
    { type: 'image', alt_text: 'x', image_url: 'https://a.example/x.png' },
    { type: 'image', alt_text: 'x' },
    '',
    'must define either `image_url` or `slack_file`',
  ],
  ['unknown block', { type: 'divider' }, { type: 'separator' }, '/type', 'unsupported type: separator'],
  ['no type', { type: 'divider' }, {}, '', 'missing required field: type'],
  [
    'unknown element',
    actions(button('a')),
    actions({ type: 'knob', action_id: 'a' }),
    '/elements/0/type',
    'unsupported type: knob',
  ],
  [
    'mistyped field',
    actions(button('a')),
    actions({ type: 'button', actionId: 'a', text: plain('x') }),
    '/elements/0',
    'invalid additional property: actionId',
  ],
  ['a null option', section('x'), { type: 'header', text: null }, '/text', 'must provide an object'],
];

describe('findBlockFaults', () => {
  it.each(limits)('knows the limit of %s', (_name, allowed, refused, path, message) => {
    expect(findBlockFaults({ blocks: [allowed] }, 'modal')).toEqual([]);
    expect(findBlockFaults({ blocks: [refused] }, 'modal')).toContainEqual({ path: `/blocks/0${path}`, message });
  });

  it.each([
    ['message', 50],
    ['modal', 100],
    ['home', 100],
  ] as const)('allows on a %s at most %i blocks', (surface, most) => {
    const blocks = (count: number) => ({ blocks: many(count, () => ({ type: 'divider' })) });
    expect(findBlockFaults(blocks(most), surface)).toEqual([]);
    expect(findBlockFaults(blocks(most + 1), surface)).toEqual([
      { path: '/blocks', message: `no more than ${most} items allowed` },
    ]);
  });

  it('wants each block_id once, but lets an action_id recur in another block', () => {
    const twice = { blocks: [actions(button('a')), actions(button('a'))] };
    expect(findBlockFaults(twice, 'message')).toEqual([]);
    const named = {
      blocks: [
        { ...section('x'), block_id: 'b' },
        { ...section('y'), block_id: 'b' },
      ],
    };
    expect(findBlockFaults(named, 'message')).toEqual([
      { path: '/blocks/1/block_id', message: '`block_id` b already exists' },
    ]);
  });

  it('lets only one element take the focus', () => {
    const focused = () => input(textInput({ focus_on_load: true }));
    expect(findBlockFaults({ blocks: [focused()] }, 'modal')).toEqual([]);
    expect(findBlockFaults({ blocks: [focused(), focused()] }, 'modal')).toEqual([
      { path: '/blocks/1/element/focus_on_load', message: 'only one element may be focused' },
    ]);
  });

  it('keeps each element to the surfaces that Slack allows it on', () => {
    const upload = { blocks: [input({ type: 'file_input', action_id: 'f' })] };
    expect(findBlockFaults(upload, 'modal')).toEqual([]);
    expect(findBlockFaults(upload, 'home')).toEqual([
      { path: '/blocks/0/element/type', message: 'unsupported type: file_input' },
    ]);
    const markdown = { blocks: [{ type: 'markdown', text: '# x' }] };
    expect(findBlockFaults(markdown, 'message')).toEqual([]);
    expect(findBlockFaults(markdown, 'modal')).toHaveLength(1);
  });

  it('reports every fault of a payload at once, and survives any JSON', () => {
    const faults = findBlockFaults({ blocks: [null, 'x', 7, [], { type: 'header' }, section(long(4000))] }, 'message');
    expect(faults.map((fault) => fault.path)).toEqual([
      '/blocks/0',
      '/blocks/1',
      '/blocks/2',
      '/blocks/3',
      '/blocks/4',
      '/blocks/5/text/text',
    ]);
  });
});

describe('findViewFaults', () => {
  it.each([
    ['title', { title: plain(long(24)) }, { title: plain(long(25)) }, '/view/title/text'],
    ['submit', { submit: plain(long(24)) }, { submit: plain(long(25)) }, '/view/submit/text'],
    ['close', { close: plain(long(24)) }, { close: plain(long(25)) }, '/view/close/text'],
    ['private_metadata', { private_metadata: long(3000) }, { private_metadata: long(3001) }, '/view/private_metadata'],
    ['callback_id', { callback_id: long(255) }, { callback_id: long(256) }, '/view/callback_id'],
  ])('knows the limit of the %s of a modal', (_name, allowed, refused, path) => {
    expect(findViewFaults(modal(allowed))).toEqual([]);
    expect(findViewFaults(modal(refused)).map((fault) => fault.path)).toEqual([path]);
  });

  it('wants a submit button where there is an input', () => {
    expect(findViewFaults(modal({ submit: undefined }))).toEqual([
      { path: '/view/blocks/0/input', message: 'must define `submit` to use an `input` block in modals' },
    ]);
    expect(findViewFaults(modal({ submit: undefined, blocks: [section('x')] }))).toEqual([]);
  });

  it('reads the blocks of a home view, which has no title', () => {
    expect(findViewFaults({ type: 'home', blocks: [section('x')] })).toEqual([]);
    expect(findViewFaults({ type: 'home', title: plain('x'), blocks: [{ type: 'header' }] })).toEqual([
      { path: '/view', message: 'invalid additional property: title' },
      { path: '/view/blocks/0', message: 'missing required field: text' },
    ]);
  });

  it('refuses a view over 250 kB, and what is no view', () => {
    const heavy = modal({ submit: undefined, blocks: many(100, () => section(long(2900))) });
    expect(findViewFaults(heavy)).toEqual([{ path: '/view', message: 'view_too_large' }]);
    expect(findViewFaults(null)).toHaveLength(1);
    expect(findViewFaults({ type: 'dialog', blocks: [] })).toEqual([
      { path: '/view/type', message: 'unsupported type: dialog' },
    ]);
  });
});

describe('findMessageFaults', () => {
  it('allows 40,000 characters of text, and 4,000 in an update', () => {
    expect(findMessageFaults({ text: long(40_000) })).toEqual([]);
    expect(findMessageFaults({ text: long(40_001) })).toHaveLength(1);
    expect(findMessageFaults({ text: long(4000) }, 'update')).toEqual([]);
    expect(findMessageFaults({ text: long(4001) }, 'update')).toHaveLength(1);
  });

  it('looks at blocks and metadata too', () => {
    const faults = findMessageFaults({ text: 'x', blocks: [{ type: 'header' }], metadata: {} });
    expect(faults.map((fault) => fault.path)).toEqual(['/blocks/0', '/metadata', '/metadata']);
  });

  it('takes metadata of one object deep, of a bounded size', () => {
    expect(findMetadataFaults({ event_type: 'outbox', event_payload: { id: '1', of: { case: 7 } } })).toEqual([]);
    expect(findMetadataFaults({ event_type: 'out box', event_payload: {} })).toHaveLength(1);
    expect(findMetadataFaults({ event_type: 'outbox', event_payload: { a: { b: { c: 1 } } } })).toHaveLength(1);
    expect(findMetadataFaults({ event_type: 'outbox', event_payload: { id: long(16_001) } })).toHaveLength(1);
  });
});
