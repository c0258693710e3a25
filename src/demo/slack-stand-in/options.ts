/** What a stand-in can be told, with a small workspace by default. */
import { randomBytes } from 'node:crypto';

/** Options of the stand-in; what is absent comes from the default workspace. */
export type StandInOptions = {
  /** The port to listen on, on 127.0.0.1; a free one by default. */
  readonly port?: number;
  readonly botToken?: string;
  readonly appToken?: string;
  readonly signingSecret?: string;
  /** The bot token's scopes; a call that needs another gets `missing_scope`. */
  readonly scopes?: readonly string[];
  /** The events the app subscribed to, named as in a manifest (`app_home_opened`, `message.channels`). */
  readonly subscriptions?: readonly string[];
  readonly users?: readonly { id: string; name: string; realName?: string; email?: string }[];
  /** `hasBot` is whether the app is a member; `members` defaults to every user. */
  readonly channels?: readonly {
    id: string;
    name: string;
    isPrivate?: boolean;
    hasBot?: boolean;
    members?: readonly string[];
  }[];
  readonly userGroups?: readonly { id: string; handle: string; users: readonly string[] }[];
  /** The clock that dates messages; a trigger's three seconds always run on the real one. */
  readonly now?: () => Date;
  readonly ackTimeoutMs?: number;
  readonly triggerLifetimeMs?: number;
  /** The waits before an unacknowledged event is sent again: Slack's are at once, a minute, five minutes. */
  readonly retryDelaysMs?: readonly number[];
  /** Messages a second in each channel, above which posts get 429; no limit by default. */
  readonly messagesPerSecond?: number;
  readonly pingIntervalMs?: number;
};

/** Every bot scope that some method here asks for. */
export const everyScope = [
  'channels:history',
  'channels:join',
  'channels:read',
  'chat:write',
  'commands',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'reactions:write',
  'usergroups:read',
  'users:read',
  'users:read.email',
] as const;

/** The ids of the workspace, of the app and of its bot. */
export const identity = {
  teamId: 'T0STANDIN',
  teamName: 'Oefenplein',
  teamDomain: 'oefenplein',
  appId: 'A0STANDIN',
  botId: 'B0STANDIN',
  botUserId: 'U0STANDIN',
  botName: 'rechtenloket',
} as const;

const defaultUsers = [
  { id: 'UANNA', name: 'anna', realName: 'Anna Voorbeeld' },
  { id: 'UBRAM', name: 'bram', realName: 'Bram Voorbeeld' },
  { id: 'UCARLA', name: 'carla', realName: 'Carla Voorbeeld' },
];
const defaultChannels = [
  { id: 'CPRIVACY', name: 'privacy' },
  { id: 'CALGEMEEN', name: 'algemeen', hasBot: false },
];

/** The options with every default filled in. */
export type Settings = Required<Omit<StandInOptions, 'messagesPerSecond'>>;

/** Fills in the defaults; tokens and the signing secret are made up anew each time. */
export function fillSettings(options: StandInOptions): Settings {
  return {
    port: 0,
    botToken: `xoxb-${randomBytes(8).toString('hex')}`,
    appToken: `xapp-${randomBytes(8).toString('hex')}`,
    signingSecret: randomBytes(16).toString('hex'),
    scopes: everyScope,
    subscriptions: ['app_home_opened'],
    users: defaultUsers,
    channels: defaultChannels,
    userGroups: [],
    now: () => new Date(),
    ackTimeoutMs: 3000,
    triggerLifetimeMs: 3000,
    retryDelaysMs: [0, 60_000, 300_000],
    pingIntervalMs: 10_000,
    ...options,
  };
}
