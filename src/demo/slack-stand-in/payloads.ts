/** What the app is handed when somebody does something, in Slack's shapes. */
import { identity } from './options.ts';
import type { Channel, Json, Message, OpenView, Person } from './records.ts';
import { showMessage, showView } from './show.ts';
import { listFields } from './view-state.ts';
import { makeId, type Workspace } from './workspace.ts';

/** Who acts, with the trigger of the act. */
export type Act = { readonly person: Person; readonly triggerId: string };

/** `block_actions` from a message: the message, its channel and a response_url come along. */
export function writeMessageAction(
  act: Act,
  action: Json,
  from: { workspace: Workspace; message: Message; channel: Channel; responseUrl: string },
): Json {
  const { workspace, message, channel } = from;
  const isEphemeral = message.seenBy !== undefined;
  return {
    type: 'block_actions',
    ...writeActor(act),
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...(message.threadTs !== undefined && { thread_ts: message.threadTs }),
    },
    channel: { id: channel.id, name: channel.directWith ? 'directmessage' : channel.name },
    ...(!isEphemeral && { message: showMessage(workspace, message) }),
    state: { values: {} },
    response_url: from.responseUrl,
    actions: [action],
  };
}

/** `block_actions` from a modal or App Home. */
export function writeViewAction(act: Act, action: Json, open: OpenView): Json {
  return {
    type: 'block_actions',
    ...writeActor(act),
    container: { type: 'view', view_id: open.id },
    view: showView(open),
    actions: [action],
  };
}

/** `view_submission` or `view_closed`. */
export function writeViewEvent(act: Act, type: 'view_submission' | 'view_closed', open: OpenView, more: Json): Json {
  return { type, ...writeActor(act), view: showView(open), ...more };
}

/** A slash command: a flat form. */
export function writeCommand(act: Act, command: string, text: string, channel: Channel, responseUrl: string): Json {
  return {
    token: 'stand-in',
    team_id: identity.teamId,
    team_domain: identity.teamDomain,
    channel_id: channel.id,
    channel_name: channel.directWith ? 'directmessage' : channel.name,
    user_id: act.person.id,
    user_name: act.person.name,
    command,
    text,
    api_app_id: identity.appId,
    is_enterprise_install: 'false',
    response_url: responseUrl,
    trigger_id: act.triggerId,
  };
}

/** An event in its envelope; the `event_id` stays the same when it is sent again. */
export function writeEvent(event: Json, at: Date): Json {
  return {
    token: 'stand-in',
    team_id: identity.teamId,
    api_app_id: identity.appId,
    event: { event_ts: `${at.getTime() / 1000}`, ...event },
    type: 'event_callback',
    event_id: makeId('Ev'),
    event_time: Math.floor(at.getTime() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: identity.teamId,
        user_id: identity.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
  };
}

/** The entry of `actions` for an element, with what was chosen in it. */
export function writeAction(block: Json, element: Json, chosen: Json, at: Date): Json {
  const { type, action_id, text, value, style } = element;
  return {
    type,
    action_id,
    block_id: block.block_id,
    ...(text !== undefined && { text }),
    ...(value !== undefined && { value }),
    ...(style !== undefined && { style }),
    ...chosen,
    action_ts: `${at.getTime() / 1000}`,
  };
}

/** Something that a person can press or fill in: what it is called, what it carries, what it offers. */
export type Control = {
  readonly type: string;
  readonly actionId: string;
  readonly blockId: string;
  readonly label: string;
  readonly value?: string;
  readonly options: readonly { readonly label: string; readonly value: string }[];
};

/** Lists the controls in blocks, in reading order. */
export function listControls(blocks: unknown): Control[] {
  return listFields(blocks).map(({ block, element }) => ({
    type: String(element.type),
    actionId: String(element.action_id),
    blockId: String(block.block_id),
    label: textOf(element.text) || textOf(block.label) || textOf(element.placeholder),
    ...(typeof element.value === 'string' && { value: element.value }),
    options: [...listOptions(element.options), ...listOptions(element.option_groups)],
  }));
}

function listOptions(given: unknown): { label: string; value: string }[] {
  if (!Array.isArray(given)) return [];
  return given.flatMap((entry: Json) =>
    entry.options ? listOptions(entry.options) : [{ label: textOf(entry.text), value: String(entry.value) }],
  );
}

function textOf(text: unknown): string {
  return typeof text === 'object' && text !== null && 'text' in text ? String(text.text) : '';
}

function writeActor({ person, triggerId }: Act): Json {
  return {
    user: { id: person.id, username: person.name, name: person.name, team_id: identity.teamId },
    api_app_id: identity.appId,
    token: 'stand-in',
    team: { id: identity.teamId, domain: identity.teamDomain },
    enterprise: null,
    is_enterprise_install: false,
    trigger_id: triggerId,
  };
}
