import { expect, test } from 'vitest';
import { cutMenu, listCutActions } from '../../../src/channels/slack/card-actions.ts';
import { makeFrame } from '../../../src/channels/slack/frame.ts';
import { makeOption, nameBlock, pressNames } from '../../../src/channels/slack/press.ts';
import { findMessageFaults } from '../../../src/core/block-limits.ts';
import { makeContext } from '../../support/context.ts';
import { makeRequest } from '../../support/desk.ts';
import { useDesks } from './with-desk.ts';

const start = useDesks();
const frame = makeFrame(makeContext(), '2026-03-03T21:41:00.000Z');

/** So many entries, each for another press. */
const entries = (count: number) => pressNames.slice(0, count).map((name) => makeOption({ do: name }, name));
const valuesOf = (options: { value?: string }[]) => options.map(({ value }) => value);

test.each([1, 5, 6, 7, 12])(
  'with %i entries the menu keeps the limit, and the window offers what it leaves out',
  (count) => {
    const all = entries(count);
    const inMessage = cutMenu(all, frame, 'message');
    const inWindow = cutMenu(all, frame, 'window');
    const buttons = listCutActions(all);
    expect([...valuesOf(inWindow), ...valuesOf(buttons)]).toEqual(valuesOf(all));
    expect(inMessage.some(({ value }) => value === 'more')).toBe(count > 5);
    const accessory = { type: 'overflow' as const, action_id: 'case.about', options: inMessage };
    const section = { type: 'section' as const, text: { type: 'mrkdwn' as const, text: 'x' }, accessory };
    const actions = buttons.length > 0 ? [{ type: 'actions' as const, elements: buttons }] : [];
    expect(findMessageFaults({ text: 'x', blocks: [section, ...actions] })).toEqual([]);
  },
);

test('the last entry of a menu that is cut leads to the window of the case', async () => {
  const it = await start();
  it.desk.take('c1', makeRequest());
  await it.show('c1');
  const { ts } = await it.card('c1');
  const options = cutMenu(entries(7), frame, 'message');
  const accessory = { type: 'overflow', action_id: 'case.about', options };
  const section = {
    type: 'section',
    block_id: nameBlock('c1', 'head'),
    text: { type: 'mrkdwn', text: 'x' },
    accessory,
  };
  await fetch(`${it.standIn.apiUrl}chat.update`, {
    method: 'POST',
    headers: { authorization: `Bearer ${it.standIn.botToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ channel: 'CPRIVACY', ts, text: 'vol', blocks: [section] }),
  });
  await it.standIn.choose('UANNA', ts, 'case.about', 'more');
  const window = await it.standIn.waitFor(() => it.standIn.view('UANNA'));
  expect(window.title).toBe('Zaak');
  expect(window.words).toContain('KP-2026-0001 · Inzage');
});
