import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { makeDigestMessage } from '../../../src/channels/slack/digest.ts';
import { makeFrame } from '../../../src/channels/slack/frame.ts';
import { findMessageFaults } from '../../../src/core/block-limits.ts';
import type { Digest } from '../../../src/core/digest.ts';
import { makeContext } from '../../support/context.ts';
import { makeRequest } from '../../support/desk.ts';
import { channel } from './open-desk.ts';
import { useDesks } from './with-desk.ts';

const start = useDesks();
const monday = '2026-03-09T07:45:00.000Z';

const full: Digest = {
  day: '2026-03-09',
  since: '2026-03-06',
  open: 4,
  unsure: 1,
  late: [{ id: 'c1', number: 'KP-2026-0001', dueOn: '2026-03-05' }],
  today: [{ id: 'c3', number: 'KP-2026-0003', dueOn: '2026-03-09' }],
  steps: [
    { who: 'UANNA', count: 2 },
    { who: 'UBRAM', count: 1 },
    { who: null, count: 1 },
  ],
  mails: { seen: 38, requests: 1, unsure: 1 },
  troubles: [],
  week: { received: 5, answered: 3, onTime: 2 },
};
const { week: _week, ...plain } = full;
const small: Digest = { ...plain, open: 1, unsure: 0, late: [], today: [], steps: [], troubles: ['mailbox', 'redis'] };
const crowded: Digest = {
  ...plain,
  late: Array.from({ length: 40 }, (_, index) => ({
    id: `c${index}`,
    number: `KP-2026-${1000 + index}`,
    dueOn: '2026-03-05',
  })),
};
const mornings = { full, small, crowded };

test.each(['nl', 'en'] as const)('the morning message is as agreed in %s', async (language) => {
  const frame = makeFrame(makeContext({ language }), monday);
  for (const [name, digest] of Object.entries(mornings)) {
    const message = makeDigestMessage(digest, frame);
    expect(findMessageFaults(message)).toEqual([]);
    await expect(stringify(message, { lineWidth: 0 })).toMatchFileSnapshot(`golden/digest/${name}.${language}.yaml`);
  }
});

test('the morning message is posted once, also when a try may have got through, and opens the window of a case', async () => {
  const it = await start();
  it.desk.take('c1', makeRequest());
  await it.show('c1');
  it.desk.setNow(monday);
  expect(await it.slack.postDigest(full, false)).toEqual({ kind: 'done' });
  expect(await it.slack.postDigest(full, true)).toEqual({ kind: 'done' });
  const messages = it.standIn.messages(channel).filter((message) => message.words.includes('Goedemorgen'));
  expect(messages).toHaveLength(1);
  expect(await it.slack.postDigest({ ...full, day: '2026-03-10' }, true)).toEqual({ kind: 'done' });
  expect(it.standIn.messages(channel).filter((message) => message.words.includes('Goedemorgen'))).toHaveLength(2);
  const [ts = ''] = messages.map((message) => message.ts);
  const control = messages[0]?.controls[0];
  await it.standIn.press('UANNA', ts, control?.actionId ?? '');
  const window = await it.standIn.waitFor(() => it.standIn.view('UANNA'));
  expect(window.title).toBe('Zaak');
  expect(window.words).toContain('KP-2026-0001 · Inzage');
  expect(window.controls.map(({ actionId }) => actionId)).toContain('case.acknowledge');
});

test('the morning message waits while Slack is away', async () => {
  const it = await start();
  it.standIn.goOffline();
  expect(await it.slack.postDigest(full, false)).toMatchObject({ kind: 'later' });
});
