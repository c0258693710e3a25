import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { makeCard } from '../../../src/channels/slack/card.ts';
import { makeFrame } from '../../../src/channels/slack/frame.ts';
import { makeThreadMessage } from '../../../src/channels/slack/thread-message.ts';
import { findMessageFaults } from '../../../src/core/block-limits.ts';
import { reachState } from './states.ts';
import { allStates } from './worlds.ts';

describe.each(['nl', 'en'] as const)('in %s', (language) => {
  test.each(allStates)('the card of a case in state $name is as agreed', async (state) => {
    const context = state.make({ language });
    const desk = reachState(context, state);
    const frame = makeFrame(context, desk.now());
    const card = makeCard(desk.read('c1'), frame);
    const lines = desk.eventsOf('c1').map((event) => makeThreadMessage(desk.read('c1'), event, frame));
    expect([card, ...lines].flatMap((message) => findMessageFaults(message))).toEqual([]);
    const shown = { card, thread: lines.map(({ text, blocks }) => (blocks.length === 1 ? text : { text, blocks })) };
    await expect(stringify(shown, { lineWidth: 0 })).toMatchFileSnapshot(`golden/card/${state.name}.${language}.yaml`);
  });
});
