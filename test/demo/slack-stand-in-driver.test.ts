/** The same conversation between people and a real Bolt app, once by socket and once by HTTP. */
import type { App } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SlackStandIn, startSlackStandIn } from '../../src/demo/slack-stand-in/stand-in.ts';
import { type RunningApp, startHttpApp, startSocketApp } from './slack-stand-in-bolt.ts';

const channel = 'CPRIVACY';
const plain = (text: string) => ({ type: 'plain_text' as const, text });
const section = (text: string) => ({ type: 'section' as const, text: { type: 'mrkdwn' as const, text } });
const option = (value: string) => ({ text: plain(value.toUpperCase()), value });
const card = (state: string) => [
  section(state),
  {
    type: 'actions' as const,
    elements: [
      { type: 'button' as const, action_id: 'decide', text: plain('Decide'), value: 'case-1' },
      { type: 'overflow' as const, action_id: 'more', options: [option('note'), option('assign')] },
    ],
  },
];
const form = (more: object = {}) => ({
  type: 'modal' as const,
  callback_id: 'decision',
  title: plain('Decision'),
  submit: plain('Save'),
  private_metadata: 'case-1',
  blocks: [
    {
      type: 'input' as const,
      block_id: 'reason',
      label: plain('Reason'),
      element: { type: 'plain_text_input' as const, action_id: 'text', max_length: 20 },
    },
    {
      type: 'input' as const,
      block_id: 'right',
      label: plain('Right'),
      element: { type: 'static_select' as const, action_id: 'select', options: [option('access'), option('erasure')] },
    },
    {
      type: 'input' as const,
      block_id: 'tags',
      optional: true,
      label: plain('Tags'),
      element: { type: 'checkboxes' as const, action_id: 'boxes', options: [option('urgent')] },
    },
  ],
  ...more,
});

type Submitted = { reason?: string | null | undefined; right?: string | undefined; tags?: string[] | undefined };

/** A small desk: a card with a button and a menu, a form, a command, a home. */
function listen(app: App, heard: string[], submitted: Submitted[]): void {
  app.action('decide', async ({ ack, body, client, respond }) => {
    await ack();
    heard.push(`decide by ${body.user.id}`);
    if (body.type !== 'block_actions' || !body.message) return;
    await client.chat.update({ channel, ts: body.message.ts, text: 'Deciding', blocks: card('Deciding') });
    await client.views.open({ trigger_id: body.trigger_id, view: form() });
    await respond({ text: 'You are deciding', replace_original: false });
  });
  app.action('more', async ({ ack, action, client }) => {
    await ack();
    if (action.type === 'overflow') heard.push(`more ${action.selected_option.value}`);
    await client.chat.postMessage({ channel, text: 'Noted' });
  });
  app.view('decision', async ({ ack, view }) => {
    const { values } = view.state;
    const reason = values.reason?.text?.value;
    if (reason === 'bad') return ack({ response_action: 'errors', errors: { reason: 'Say why' } });
    if (reason === 'more') return ack({ response_action: 'push', view: form({ title: plain('Second') }) });
    if (reason === 'again') return ack({ response_action: 'update', view: form({ title: plain('Again') }) });
    if (reason === 'stop') return ack({ response_action: 'clear' });
    if (reason === 'odd') return ack({ response_action: 'errors', errors: { nowhere: 'Lost' } });
    submitted.push({
      reason,
      right: values.right?.select?.selected_option?.value,
      tags: values.tags?.boxes?.selected_options?.map((chosen) => chosen.value),
    });
    return ack();
  });
  app.view({ callback_id: 'decision', type: 'view_closed' }, async ({ ack, body }) => {
    await ack();
    heard.push(`closed ${body.type}`);
  });
  app.command('/avg', async ({ ack, command, client, respond }) => {
    if (command.text === 'add') {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view: form() });
    } else if (command.text === 'later') {
      await ack();
      await respond({ text: 'Later', response_type: 'in_channel' });
    } else await ack({ response_type: 'ephemeral', text: `You said ${command.text}` });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    heard.push(`home ${event.user}`);
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: card('Home') } });
  });
}

describe.each([
  ['Socket Mode', startSocketApp],
  ['HTTP', startHttpApp],
] as const)('a Bolt app on %s', (_name, start) => {
  let slack: SlackStandIn;
  let running: RunningApp;
  let heard: string[];
  let submitted: Submitted[];

  beforeEach(async () => {
    slack = await startSlackStandIn({ subscriptions: ['app_home_opened', 'message.channels'] });
    heard = [];
    submitted = [];
    running = await start(slack, (app) => listen(app, heard, submitted));
  });
  afterEach(async () => {
    await running.stop();
    await slack.close();
  });

  const postCard = async () =>
    String((await running.app.client.chat.postMessage({ channel, text: 'x', blocks: card('New') })).ts);
  const openForm = async () => {
    await slack.press('UANNA', await postCard(), 'decide');
    return slack.waitFor(() => slack.view('UANNA'), { what: 'the form' });
  };

  it('goes from button to acknowledgement to changed card to form to submission', async () => {
    const ts = await postCard();
    expect(slack.message(ts)?.controls.map((control) => control.label)).toEqual(['Decide', '']);
    const ack = await slack.press('UANNA', ts, 'decide');
    expect(ack).toMatchObject({ acked: true });
    const view = await slack.waitFor(() => slack.view('UANNA'), { what: 'the form' });
    expect(view).toMatchObject({ title: 'Decision', depth: 1 });
    expect(slack.message(ts)?.words).toContain('Deciding');
    await slack.waitFor(() => slack.ephemerals('UANNA').find((m) => m.text === 'You are deciding'));

    const values = { reason: 'As asked', right: 'erasure', tags: ['urgent'] };
    expect(await slack.submit('UANNA', values)).toMatchObject({ result: 'closed' });
    expect(submitted).toEqual([{ reason: 'As asked', right: 'erasure', tags: ['urgent'] }]);
    expect(slack.view('UANNA')).toBeUndefined();
  });

  it('checks required fields and lengths before anything is sent', async () => {
    await openForm();
    const before = slack.deliveries.length;
    expect(await slack.submit('UANNA', { reason: 'x'.repeat(21) })).toEqual({
      result: 'form-errors',
      errors: { reason: 'Must be at most 20 characters.', right: 'Please complete this required field.' },
    });
    expect(slack.deliveries).toHaveLength(before);
    await expect(slack.submit('UANNA', { right: 'portability' })).rejects.toThrow('does not offer "portability"');
    await expect(slack.submit('UANNA', { nonsense: 'x' })).rejects.toThrow('no field "nonsense"');
  });

  it('shows the errors of the app in place, and loses nothing that was typed', async () => {
    await openForm();
    const wrong = await slack.submit('UANNA', { reason: 'bad', right: 'access' });
    expect(wrong).toMatchObject({ result: 'errors', errors: { reason: 'Say why' } });
    expect(await slack.submit('UANNA', { reason: 'good' })).toMatchObject({ result: 'closed' });
    expect(submitted).toEqual([{ reason: 'good', right: 'access', tags: [] }]);
  });

  it('follows update, push and clear, and keeps fields that stay the same', async () => {
    await openForm();
    expect(await slack.submit('UANNA', { reason: 'again', right: 'access' })).toMatchObject({ result: 'updated' });
    expect(slack.view('UANNA')).toMatchObject({ title: 'Again', depth: 1 });
    expect(await slack.submit('UANNA', { reason: 'more' })).toMatchObject({ result: 'pushed' });
    expect(slack.view('UANNA')).toMatchObject({ title: 'Second', depth: 2 });
    expect(await slack.submit('UANNA', { reason: 'stop', right: 'access' })).toMatchObject({ result: 'cleared' });
    expect(slack.view('UANNA')).toBeUndefined();
  });

  it('shows trouble when the app puts an error at no field', async () => {
    await openForm();
    const odd = await slack.submit('UANNA', { reason: 'odd', right: 'access' });
    expect(odd).toEqual({ result: 'trouble', reason: 'errors for nowhere, which is no input block' });
  });

  it('tells the app that a form was closed only if it asked for that', async () => {
    const { id } = await openForm();
    await running.app.client.views.update({ view_id: id, view: form({ notify_on_close: true }) });
    expect(await slack.closeView('UANNA')).toMatchObject({ acked: true });
    expect(heard).toContain('closed view_closed');
    await openForm();
    expect(await slack.closeView('UANNA')).toBeUndefined();
  });

  it('chooses from an overflow menu', async () => {
    expect(await slack.choose('UBRAM', await postCard(), 'more', 'assign')).toMatchObject({ acked: true });
    await slack.waitFor(() => slack.messages(channel).find((m) => m.text === 'Noted'));
    expect(heard).toEqual(['more assign']);
  });

  it('runs a command: a private reply, a form, a public answer later', async () => {
    await slack.runCommand('UANNA', '/avg', 'help', channel);
    expect(slack.ephemerals('UANNA').map((m) => m.text)).toEqual(['You said help']);
    await slack.runCommand('UANNA', '/avg', 'add');
    await slack.waitFor(() => slack.view('UANNA'), { what: 'the form' });
    await slack.runCommand('UANNA', '/avg', 'later', channel);
    await slack.waitFor(() => slack.messages(channel).find((m) => m.text === 'Later'));
  });

  it('opens App Home, and presses a button there', async () => {
    await slack.openHome('UCARLA');
    const home = await slack.waitFor(() => slack.home('UCARLA'), { what: 'the home' });
    expect(home.words).toContain('Home');
    expect(await slack.press('UCARLA', 'home', 'decide')).toMatchObject({ acked: true });
    expect(heard).toEqual(['home UCARLA', 'decide by UCARLA']);
  });

  it('hands over a double click, a stale click and a repeated event as what they are', async () => {
    const ts = await postCard();
    await Promise.all([slack.press('UANNA', ts, 'decide'), slack.press('UBRAM', ts, 'decide')]);
    expect(heard.sort()).toEqual(['decide by UANNA', 'decide by UBRAM']);
    await slack.waitFor(() => slack.message(ts)?.words.includes('Deciding'));
    await running.app.client.chat.update({ channel, ts, text: 'Done' });
    await expect(slack.press('UANNA', ts, 'decide')).rejects.toThrow('no control "decide"');
    expect(await slack.press('UANNA', ts, 'decide', { stale: true })).toMatchObject({ acked: true });
    await slack.sendAgain();
    expect(slack.deliveries.at(-1)?.attempts).toHaveLength(2);
    expect(heard).toHaveLength(4);
  });

  it('lets nobody press what they cannot see', async () => {
    const ts = await postCard();
    slack.removeMember(channel, 'UBRAM');
    await expect(slack.press('UBRAM', ts, 'decide')).rejects.toThrow('sees no message');
    slack.deactivateUser('UANNA');
    await expect(slack.press('UANNA', ts, 'decide')).rejects.toThrow('no active user');
    await expect(slack.press('UCARLA', 'view', 'decide')).rejects.toThrow('no view on the screen');
  });

  it('records what acknowledgements and responses say to Slack, for a scan of all of it', async () => {
    await openForm();
    await slack.submit('UANNA', { reason: 'bad', right: 'access' });
    await slack.runCommand('UANNA', '/avg', 'help');
    const said = JSON.stringify(slack.calls);
    for (const words of ['You are deciding', 'Say why', 'You said help']) expect(said).toContain(words);
  });
});
