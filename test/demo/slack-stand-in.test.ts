import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SlackStandIn, startSlackStandIn } from '../../src/demo/slack-stand-in/stand-in.ts';
import { quietLogger } from './slack-stand-in-bolt.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const section = (text: string) => ({ type: 'section' as const, text: { type: 'mrkdwn' as const, text } });
const button = (id: string) => ({ type: 'button' as const, action_id: id, text: plain('Go') });
const modal = (more: object = {}) => ({
  type: 'modal' as const,
  title: plain('Title'),
  blocks: [section('x')],
  ...more,
});
const channel = 'CPRIVACY';

let slack: SlackStandIn;
let client: WebClient;

beforeEach(async () => {
  slack = await startSlackStandIn();
  client = clientWith(slack.botToken);
});
afterEach(() => slack.close());

function clientWith(token: string): WebClient {
  return new WebClient(token, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, logger: quietLogger });
}

/** What Slack answered, be it a yes or a no. */
async function ask(method: string, args: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
  try {
    return { ...(await client.apiCall(method, args)) };
  } catch (error) {
    if (error instanceof Error && 'data' in error) return error.data as Record<string, unknown>;
    throw error;
  }
}
const refusalOf = async (method: string, args: Record<string, unknown> = {}) => (await ask(method, args)).error;
const post = async (args: Record<string, unknown> = {}) =>
  String((await ask('chat.postMessage', { channel, text: 'x', ...args })).ts);

describe('tokens and scopes', () => {
  it('answers auth.test with the bot and its workspace', async () => {
    expect(await client.auth.test()).toMatchObject({ ok: true, user_id: 'U0STANDIN', bot_id: 'B0STANDIN' });
  });

  it('refuses no token, a strange token and the token of the other kind', async () => {
    client = clientWith('');
    expect(await refusalOf('auth.test')).toBe('not_authed');
    client = clientWith('xoxb-strange');
    expect(await refusalOf('auth.test')).toBe('invalid_auth');
    client = clientWith(slack.appToken);
    expect(await refusalOf('chat.postMessage', { channel, text: 'x' })).toBe('not_allowed_token_type');
    expect(await ask('apps.connections.open')).toMatchObject({ ok: true });
  });

  it('names the scope that is missing and those that are there', async () => {
    slack.grantScopes('commands');
    expect(await ask('chat.postMessage', { channel, text: 'x' })).toMatchObject({
      error: 'missing_scope',
      needed: 'chat:write',
      provided: 'commands',
    });
    expect(await ask('conversations.history', { channel })).toMatchObject({ needed: 'channels:history' });
    expect(slack.messages(channel)).toEqual([]);
  });

  it('refuses a method that Slack does not have', async () => {
    expect(await refusalOf('chat.shout')).toBe('unknown_method');
  });
});

describe('messages', () => {
  it('posts, threads, changes and deletes, and keeps metadata for those who ask for it', async () => {
    const metadata = { event_type: 'outbox', event_payload: { id: 'o-1' } };
    const ts = await post({ text: 'Card', blocks: [section('Card')], metadata });
    await post({ thread_ts: ts, text: 'Reply' });
    const quiet = await client.conversations.history({ channel });
    expect(quiet.messages).toHaveLength(1);
    expect(quiet.messages?.[0]).toMatchObject({ ts, reply_count: 1, bot_id: 'B0STANDIN' });
    expect(quiet.messages?.[0]).not.toHaveProperty('metadata');
    const full = await client.conversations.history({ channel, include_all_metadata: true });
    expect(full.messages?.[0]?.metadata).toEqual(metadata);

    await client.chat.update({ channel, ts, text: 'Card 2', blocks: [section('Card 2')] });
    expect(slack.message(ts)?.words).toBe('Card 2');
    const after = await client.conversations.replies({ channel, ts, include_all_metadata: true });
    expect(after.messages?.map((m) => m.text)).toEqual(['Card 2', 'Reply']);
    expect(after.messages?.[0]?.metadata).toEqual(metadata);

    await client.chat.delete({ channel, ts });
    expect(slack.message(ts)).toMatchObject({ isDeleted: true, words: 'This message was deleted.' });
    expect(await refusalOf('chat.update', { channel, ts, text: 'x' })).toBe('message_not_found');
  });

  it('takes blocks away when an update brings text alone', async () => {
    const ts = await post({ blocks: [section('Card')] });
    await client.chat.update({ channel, ts, text: 'Closed' });
    expect(slack.message(ts)).toMatchObject({ words: 'Closed', blocks: [] });
  });

  it('puts a reply to a message that is gone in the channel, as Slack does', async () => {
    const ts = await post();
    slack.deleteMessage(ts);
    await post({ thread_ts: ts, text: 'Late' });
    expect(slack.messages(channel).map((m) => [m.text, m.threadTs])).toEqual([['Late', undefined]]);
  });

  it('pages through history, newest first, within a range', async () => {
    const all: string[] = [];
    for (let i = 0; i < 5; i += 1) all.push(await post({ text: `m${i}` }));
    const seen: (string | undefined)[] = [];
    for await (const page of client.paginate('conversations.history', { channel, limit: 2 })) {
      const { messages } = page as { messages?: { text?: string }[] };
      seen.push(...(messages ?? []).map((m) => m.text));
    }
    expect(seen).toEqual(['m4', 'm3', 'm2', 'm1', 'm0']);
    const range = await client.conversations.history({ channel, oldest: all[1] ?? '', latest: all[3] ?? '' });
    expect(range.messages?.map((m) => m.text)).toEqual(['m2']);
    const inclusive = await client.conversations.history({
      channel,
      oldest: all[1] ?? '',
      latest: all[3] ?? '',
      inclusive: true,
    });
    expect(inclusive.messages).toHaveLength(3);
    expect(await refusalOf('conversations.history', { channel, cursor: 'bad' })).toBe('invalid_cursor');
  });

  it('shows an ephemeral message to one person and keeps it out of the history', async () => {
    await client.chat.postEphemeral({ channel, user: 'UANNA', text: 'Only you' });
    expect(slack.ephemerals('UANNA').map((m) => m.text)).toEqual(['Only you']);
    expect(slack.ephemerals('UBRAM')).toEqual([]);
    expect((await client.conversations.history({ channel })).messages).toEqual([]);
    expect(await refusalOf('chat.postEphemeral', { channel, user: 'UNOBODY', text: 'x' })).toBe('user_not_in_channel');
  });

  it('writes to a person through their direct conversation', async () => {
    const opened = await client.conversations.open({ users: 'UBRAM' });
    await post({ channel: opened.channel?.id, text: 'Hello' });
    await post({ channel: 'UBRAM', text: 'Again' });
    expect(slack.messages('DUBRAM').map((m) => m.text)).toEqual(['Hello', 'Again']);
  });

  it.each([
    ['an unknown channel', { channel: 'CNOWHERE' }, 'channel_not_found'],
    ['a channel without the bot', { channel: 'CALGEMEEN' }, 'not_in_channel'],
    ['nothing to say', { text: '' }, 'no_text'],
    ['text over 40,000 characters', { text: 'x'.repeat(40_001) }, 'msg_too_long'],
    ['blocks that are no list', { blocks: '{' }, 'invalid_blocks_format'],
    ['metadata that is no object', { metadata: '"x"' }, 'invalid_metadata_format'],
    ['metadata without a type', { metadata: { event_payload: {} } }, 'invalid_metadata_format'],
    [
      'metadata of 20 kB',
      { metadata: { event_type: 'e', event_payload: { a: 'x'.repeat(20_000) } } },
      'metadata_too_large',
    ],
  ])('refuses to post %s', async (_name, args, error) => {
    expect(await refusalOf('chat.postMessage', { channel, text: 'x', ...args })).toBe(error);
    expect(slack.messages(channel)).toEqual([]);
  });

  it.each([
    ['51 blocks', Array.from({ length: 51 }, () => ({ type: 'divider' })), '/blocks', 'no more than 50 items allowed'],
    ['a text too long', [section('x'.repeat(3001))], '/blocks/0/text/text', 'must be less than 3001 characters'],
    [
      'the same action twice',
      [{ type: 'actions', elements: [button('a'), button('a')] }],
      '/blocks/0/elements/1/action_id',
      '`action_id` a already exists',
    ],
    ['an unknown block', [{ type: 'banner' }], '/blocks/0/type', 'unsupported type: banner'],
  ])('refuses %s and says where', async (_name, blocks, pointer, message) => {
    const line = `${message} [json-pointer:${pointer}]`;
    const answer = await ask('chat.postMessage', { channel, text: 'x', blocks });
    expect(answer).toMatchObject({ ok: false, error: 'invalid_blocks', errors: [line] });
    expect(answer.response_metadata).toMatchObject({ messages: [`[ERROR] ${line}`] });
  });

  it('changes only what the app itself posted, and only where it still may', async () => {
    const { ts } = await slack.say('UANNA', channel, 'From a person');
    expect(await refusalOf('chat.update', { channel, ts, text: 'x' })).toBe('cant_update_message');
    expect(await refusalOf('chat.delete', { channel, ts })).toBe('cant_delete_message');
    const own = await post();
    expect(await refusalOf('chat.update', { channel, ts: '1.0', text: 'x' })).toBe('message_not_found');
    expect(await refusalOf('chat.update', { channel, ts: own, text: 'x'.repeat(4001) })).toBe('msg_too_long');
    slack.archiveChannel(channel);
    expect(await refusalOf('chat.update', { channel, ts: own, text: 'x' })).toBe('is_inactive');
    expect(await refusalOf('chat.postMessage', { channel, text: 'x' })).toBe('is_archived');
    slack.unarchiveChannel(channel);
    slack.removeBot(channel);
    expect(await refusalOf('chat.postMessage', { channel, text: 'x' })).toBe('not_in_channel');
    expect(await refusalOf('conversations.history', { channel })).toBe('not_in_channel');
  });

  it('adds a reaction once', async () => {
    const timestamp = await post();
    await client.reactions.add({ channel, timestamp, name: 'eyes' });
    expect(slack.message(timestamp)?.reactions).toEqual(['eyes']);
    expect(await refusalOf('reactions.add', { channel, timestamp, name: 'eyes' })).toBe('already_reacted');
    expect(await refusalOf('reactions.add', { channel, timestamp: '1.0', name: 'eyes' })).toBe('message_not_found');
  });

  it('takes a file in three steps and shows it in the channel', async () => {
    await client.files.uploadV2({ channel_id: channel, filename: 'log.txt', content: 'line', title: 'The log' });
    expect(slack.files()).toEqual([{ title: 'The log', content: Buffer.from('line'), isComplete: true }]);
    expect(slack.messages(channel)[0]?.files).toEqual(['The log']);
    expect(slack.callsTo('upload')[0]?.body.content).toBe('line');
    expect(await refusalOf('files.completeUploadExternal', { files: [{ id: 'FNONE' }] })).toBe('file_not_found');
  });
});

describe('channels and people', () => {
  it('lists channels, follows a rename by id, and joins public ones', async () => {
    slack.renameChannel(channel, 'avg');
    const { channels } = await client.conversations.list({ types: 'public_channel,private_channel' });
    expect(channels?.map((c) => [c.name, c.is_member])).toEqual([
      ['avg', true],
      ['algemeen', false],
    ]);
    expect((await client.conversations.info({ channel })).channel?.name).toBe('avg');
    await client.conversations.join({ channel: 'CALGEMEEN' });
    expect((await client.conversations.members({ channel: 'CALGEMEEN' })).members).toContain('U0STANDIN');
    expect(await refusalOf('conversations.info', { channel: 'CNOWHERE' })).toBe('channel_not_found');
  });

  it('knows who is who, and gives a mail address only with its scope', async () => {
    const withMail = await client.users.info({ user: 'UANNA' });
    expect(withMail.user?.profile?.email).toBe('anna@oefenplein.example');
    slack.grantScopes('users:read');
    const withoutMail = await client.users.info({ user: 'UANNA' });
    expect(withoutMail.user?.profile).not.toHaveProperty('email');
    slack.deactivateUser('UANNA');
    expect((await client.users.info({ user: 'UANNA' })).user?.deleted).toBe(true);
    expect((await client.users.list({ limit: 2 })).members).toHaveLength(2);
    expect(await refusalOf('users.info', { user: 'UNOBODY' })).toBe('user_not_found');
  });

  it('lists a user group without those who left', async () => {
    await slack.close();
    slack = await startSlackStandIn({ userGroups: [{ id: 'SDESK', handle: 'desk', users: ['UANNA', 'UBRAM'] }] });
    client = clientWith(slack.botToken);
    slack.deactivateUser('UBRAM');
    expect((await client.usergroups.users.list({ usergroup: 'SDESK' })).users).toEqual(['UANNA']);
    expect(await refusalOf('usergroups.users.list', { usergroup: 'SNONE' })).toBe('no_such_subteam');
  });
});

describe('App Home and views', () => {
  const home = (text: string) => ({ type: 'home' as const, blocks: [section(text)] });

  it('publishes a home for each person, guarded by the hash', async () => {
    const first = await client.views.publish({ user_id: 'UANNA', view: home('one') });
    const hash = String(first.view?.hash);
    await client.views.publish({ user_id: 'UANNA', view: home('two'), hash });
    expect(slack.home('UANNA')?.words).toBe('two');
    expect(slack.home('UBRAM')).toBeUndefined();
    const stale = { user_id: 'UANNA', view: home('three'), hash };
    expect(await refusalOf('views.publish', stale)).toBe('hash_conflict');
    expect(await refusalOf('views.publish', { user_id: 'UNOBODY', view: home('x') })).toBe('invalid_arguments');
  });

  it('refuses a view with faults, and says where', async () => {
    const answer = await ask('views.publish', {
      user_id: 'UANNA',
      view: { type: 'home', blocks: [{ type: 'header' }] },
    });
    expect(answer.error).toBe('invalid_arguments');
    expect(answer.response_metadata).toMatchObject({
      messages: [
        '[ERROR] failed to match all allowed schemas [json-pointer:/view]',
        '[ERROR] missing required field: text [json-pointer:/view/blocks/0]',
      ],
    });
    expect(await refusalOf('views.publish', { user_id: 'UANNA', view: modal() })).toBe('invalid_arguments');
    expect(await refusalOf('views.update', { view_id: 'VNONE', view: modal() })).toBe('not_found');
    expect(await refusalOf('views.open', { trigger_id: '1.2.x', view: modal() })).toBe('invalid_trigger_id');
  });
});

describe('the record', () => {
  it('keeps every call with its body and its answer, but never a token', async () => {
    await post({ text: 'Seen', blocks: [section('Seen')] });
    await refusalOf('chat.postMessage', { channel: 'CNOWHERE', text: 'x' });
    expect(slack.callsTo('chat.postMessage').map((call) => [call.body.text, call.result?.ok])).toEqual([
      ['Seen', true],
      ['x', false],
    ]);
    expect(slack.calls[0]?.body.blocks).toEqual([section('Seen')]);
    expect(JSON.stringify(slack.calls)).not.toContain(slack.botToken);
  });

  it('reads JSON bodies and tokens in the form, as Slack does', async () => {
    const json = await fetch(`${slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${slack.botToken}` },
      body: JSON.stringify({ channel, text: 'As JSON', blocks: [section('As JSON')] }),
    });
    expect(await json.json()).toMatchObject({ ok: true, message: { text: 'As JSON' } });
    const form = await fetch(`${slack.apiUrl}auth.test`, {
      method: 'POST',
      body: new URLSearchParams({ token: slack.botToken }),
    });
    expect(await form.json()).toMatchObject({ ok: true });
    expect(slack.callsTo('auth.test')[0]?.body).toEqual({});
  });
});
