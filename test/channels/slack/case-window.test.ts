import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { makeCaseView } from '../../../src/channels/slack/case-window.ts';
import { makeFrame } from '../../../src/channels/slack/frame.ts';
import { findViewFaults } from '../../../src/core/block-limits.ts';
import { type ContextOptions, makeContext } from '../../support/context.ts';
import { reachState, states } from './states.ts';

const link = 'https://oefenplein.slack.example/archives/CPRIVACY/p1772574060000100';
function build(name: string, options: ContextOptions, notice?: string) {
  const context = makeContext(options);
  const state = states.find((each) => each.name === name);
  if (!state) throw new Error(`There is no state ${name}: expected one of states.ts.`);
  const desk = reachState(context, state);
  return makeCaseView(desk.read('c1'), link, makeFrame(context, desk.now()), notice);
}

describe.each(['nl', 'en'] as const)('in %s', (language) => {
  test.each(['new-two-rights', 'closed'])('the window of a case in state %s is as agreed', async (name) => {
    const notice = language === 'nl' ? 'Dit kan nu niet.' : 'This is not possible now.';
    const view = build(name, { language }, name === 'closed' ? notice : undefined);
    await expect(stringify(view, { lineWidth: 0 })).toMatchFileSnapshot(`golden/modal/case-${name}.${language}.yaml`);
  });
});

test.each(states)('the window of a case in state $name is within the limits of Slack', ({ name }) => {
  expect(findViewFaults(build(name, {}, 'Dit kan nu niet.'))).toEqual([]);
});

test.each([
  ['nothing', []],
  ['minimal', ['J.d.V.', 'thuis.example']],
  ['full', ['Jan de Vries', 'jan.devries@thuis.example', 'Mijn gegevens', 'alles wat jullie']],
] as const)('with the setting "%s" the window shows of the person what the card shows', (show, words) => {
  const shown = JSON.stringify(build('new', { show }));
  const all = ['J.d.V.', 'thuis.example', 'Jan de Vries', 'jan.devries@thuis.example', 'Mijn gegevens'];
  for (const word of words) expect(shown).toContain(word);
  if (show === 'nothing') for (const word of all) expect(shown).not.toContain(word);
  if (show === 'minimal') for (const word of all.slice(2)) expect(shown).not.toContain(word);
});
