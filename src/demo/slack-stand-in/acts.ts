/** What a person does in Slack: press, choose, say, run a command, open App Home. */
import type { Deliveries } from './deliveries.ts';
import type { Settings } from './options.ts';
import { type Act, writeAction, writeCommand, writeEvent, writeMessageAction, writeViewAction } from './payloads.ts';
import {
  type Acknowledgement,
  type Delivery,
  isJson,
  type Json,
  listJson,
  type Message,
  type OpenView,
  type Person,
} from './records.ts';
import type { Responses } from './responses.ts';
import { nameKind, showView } from './show.ts';
import type { Triggers } from './triggers.ts';
import { type Entry, enter, type Field, listFields } from './view-state.ts';
import type { Workspace } from './workspace.ts';

/** Where a control stands: the timestamp of a message, the modal on top, or App Home. */
export type Place = 'view' | 'home' | (string & {});

/** Which of several controls with the same action_id (by `value`), and whether on an outdated screen. */
export type PressOptions = { readonly value?: string; readonly stale?: boolean };

/** What the acts need. */
export type ActParts = {
  readonly settings: Settings;
  readonly workspace: Workspace;
  readonly triggers: Triggers;
  readonly responses: Responses;
  readonly deliveries: Deliveries;
  readonly announce: () => void;
};

/** Makes the acting side of the driver; each act throws where the person could not do it on their screen. */
export function createActs(parts: ActParts) {
  const { settings, workspace, triggers, responses, deliveries, announce } = parts;

  async function act(person: Person, place: Place, field: Field, chosen: Json): Promise<Acknowledgement> {
    const action = writeAction(field.block, field.element, chosen, settings.now());
    const by: Act = { person, triggerId: triggers.make(person.id) };
    const found = findPlace(workspace, person, place);
    if ('view' in found) return send(writeViewAction(by, action, found));
    const channel = findChannel(workspace, found.channel);
    const responseUrl = responses.make({ user: person.id, channel: channel.id, messageTs: found.ts });
    return send(writeMessageAction(by, action, { workspace, message: found, channel, responseUrl }));
  }

  async function send(payload: Json): Promise<Acknowledgement> {
    const { outcome } = await deliveries.deliver('interactive', payload);
    return outcome;
  }

  /** Lets an event happen; undefined when the app did not subscribe to it. */
  async function emit(event: Json): Promise<Acknowledgement | undefined> {
    if (!settings.subscriptions.includes(nameEvent(event))) return undefined;
    const { outcome } = await deliveries.deliver('events_api', writeEvent(event, settings.now()));
    return outcome;
  }

  return {
    emit,
    /** Presses a button; with `stale` one that the message had before it was last changed. */
    async press(user: string, place: Place, actionId: string, options: PressOptions = {}): Promise<Acknowledgement> {
      const person = findPerson(workspace, user);
      const field = findField(findPlace(workspace, person, place), actionId, options);
      return act(person, place, field, {});
    },
    /** Chooses in a menu, radio buttons, checkboxes or a date picker; the app hears of it as Slack would tell. */
    async choose(
      user: string,
      place: Place,
      actionId: string,
      entry: Entry,
      options: PressOptions = {},
    ): Promise<Acknowledgement | undefined> {
      const person = findPerson(workspace, user);
      const found = findPlace(workspace, person, place);
      const field = findField(found, actionId, options);
      const chosen = enter(field.element, entry);
      if ('view' in found) {
        const blockId = String(field.block.block_id);
        found.state[blockId] = { ...found.state[blockId], [actionId]: chosen };
        announce();
      }
      const isSilent = field.block.type === 'input' && field.block.dispatch_action !== true;
      return isSilent ? undefined : act(person, place, field, chosen);
    },
    /** Runs a slash command in a channel (the first of the person's by default); a reply is shown to them. */
    async runCommand(user: string, command: string, text = '', inChannel?: string): Promise<Acknowledgement> {
      const person = findPerson(workspace, user);
      const own = [...workspace.channels.values()].find((channel) => channel.members.has(user));
      const channel = findChannel(workspace, inChannel ?? own?.id ?? '');
      const target = { user, channel: channel.id };
      const by = { person, triggerId: triggers.make(user) };
      const payload = writeCommand(by, command, text, channel, responses.make(target));
      const { outcome } = await deliveries.deliver('slash_commands', payload);
      const reply = outcome.acked ? outcome.response : undefined;
      if (typeof reply === 'string') responses.apply(target, { text: reply });
      else if (isJson(reply)) responses.apply(target, reply);
      announce();
      return outcome;
    },
    /** Opens App Home; undefined when the app did not subscribe to `app_home_opened`. */
    async openHome(user: string): Promise<Acknowledgement | undefined> {
      findPerson(workspace, user);
      const channel = workspace.openDirect(user).id;
      const home = workspace.homes.get(user);
      return emit({ type: 'app_home_opened', user, channel, tab: 'home', ...(home && { view: showView(home) }) });
    },
    /** Writes a message as a person. */
    async say(user: string, channelId: string, text: string, threadTs?: string): Promise<{ ts: string }> {
      const person = findPerson(workspace, user);
      const channel = findChannel(workspace, channelId);
      if (!channel.members.has(person.id)) throw new Error(`Slack stand-in: ${user} is not in ${channelId}.`);
      const message: Message = {
        ts: workspace.nextTs(),
        channel: channel.id,
        user,
        isFromBot: false,
        text,
        blocks: [],
        attachments: [],
        ...(threadTs !== undefined && { threadTs }),
        isTombstone: false,
        past: [],
        reactions: new Map(),
        files: [],
      };
      workspace.messages.push(message);
      announce();
      const { ts } = message;
      const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
      await emit({ type: 'message', user, text, ts, channel: channel.id, channel_type: nameKind(channel), ...thread });
      return { ts };
    },
    /** Hands the app once more what it was handed before (the last thing by default). */
    async sendAgain(delivery: Delivery | undefined = deliveries.made.at(-1)): Promise<Acknowledgement> {
      if (!delivery) throw new Error('Slack stand-in: nothing was sent yet that could be sent again.');
      return deliveries.repeat(delivery);
    },
  };
}

/** Finds somebody who can act; throws for strangers and for deactivated accounts. */
export function findPerson(workspace: Workspace, user: string): Person {
  const person = workspace.people.get(user);
  if (!person?.isActive) throw new Error(`Slack stand-in: ${user} is no active user of the workspace.`);
  return person;
}

function findChannel(workspace: Workspace, id: string) {
  const channel = workspace.channels.get(id);
  if (!channel) throw new Error(`Slack stand-in: there is no channel "${id}".`);
  return channel;
}

function findPlace(workspace: Workspace, person: Person, place: Place): Message | OpenView {
  if (place === 'home' || place === 'view') {
    const open = place === 'home' ? workspace.homes.get(person.id) : workspace.modals.get(person.id)?.at(-1);
    if (!open) throw new Error(`Slack stand-in: ${person.id} has no ${place} on the screen.`);
    return open;
  }
  const message = workspace.messages.find((m) => m.ts === place && (m.seenBy ?? person.id) === person.id);
  const isMember = message && workspace.channels.get(message.channel)?.members.has(person.id);
  if (!message || !isMember) throw new Error(`Slack stand-in: ${person.id} sees no message ${place}.`);
  return message;
}

function findField(found: Message | OpenView, actionId: string, { value, stale = false }: PressOptions): Field {
  const now = 'view' in found ? listJson(found.view.blocks) : found.blocks;
  const screens = stale && !('view' in found) ? [...found.past].reverse() : [now];
  const all = screens.flatMap((blocks) => listFields(blocks));
  const [field] = all.filter(
    ({ element }) => element.action_id === actionId && (value === undefined || element.value === value),
  );
  if (field) return field;
  const offered = all.map(({ element }) => String(element.action_id)).join(', ');
  throw new Error(`Slack stand-in: no control "${actionId}" there; it offers ${offered || 'none'}.`);
}

/** The name under which a manifest subscribes to an event. */
function nameEvent(event: Json): string {
  if (event.type !== 'message') return String(event.type);
  const kinds: Record<string, string> = { group: 'message.groups', im: 'message.im' };
  return kinds[String(event.channel_type)] ?? 'message.channels';
}
