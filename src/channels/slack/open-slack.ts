import { App, HTTPReceiver, SocketModeReceiver, webApi } from '@slack/bolt';
import { makeBoard } from './board.ts';
import { makeBoltLog } from './bolt-log.ts';
import { makeCardNews } from './card-news.ts';
import { checkSlack } from './check-slack.ts';
import { addCommandListener } from './commands/listeners.ts';
import type { Slack, SlackDeps } from './deps.ts';
import { describeFault } from './describe-fault.ts';
import { makeTeamCheck } from './home/check-team.ts';
import { addHomeListeners } from './home/listeners.ts';
import { type HomeDesk, showHome } from './home/show-home.ts';
import { firstState } from './home/state.ts';
import { type Connection, keepConnected } from './keep-connected.ts';
import { addListeners } from './listeners.ts';
import { postDigest } from './post-digest.ts';
import { readGroups } from './read-groups.ts';
import { refuseReplays } from './refuse-replays.ts';
import { addRequestListeners } from './requests/listeners.ts';
import { showCase } from './show-case.ts';
import { tellUnfinished } from './take-click.ts';
import { makeUnderWay } from './under-way.ts';

export type { Acted, CheckResult, LinkState, Log, ShowResult, Slack, SlackDeps, SlackSettings } from './deps.ts';

/** The path that Slack calls in HTTP mode. */
const eventsPath = '/slack/events';
const defaultPort = 3000;
const defaultCloseMs = 4000;
const timeoutMs = 10_000;
const pingTimeoutMs = 1500;

/**
 * Opens the channel: Socket Mode with an app token, HTTP mode with a signing secret. Resolves also when Slack cannot be reached:
 * it is then tried again, and `state()` says so. Throws when neither an app token nor a signing secret is given.
 */
export async function openSlack(deps: SlackDeps): Promise<Slack> {
  const { settings, log } = deps;
  const logger = makeBoltLog(log);
  const clientOptions: webApi.WebClientOptions = {
    // A post that timed out may have got through: it is looked up before it is tried again, never blindly repeated.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: timeoutMs,
    logger,
    ...(settings.apiUrl === undefined ? {} : { slackApiUrl: settings.apiUrl }),
  };
  const client = new webApi.WebClient(settings.botToken, { ...clientOptions });
  const receiver = makeReceiver(deps, clientOptions);
  const app = new App({
    receiver,
    logger,
    clientOptions: { ...clientOptions },
    authorize: async () => ({ botToken: settings.botToken }),
    ignoreSelf: false,
    convoStore: false,
  });
  app.error(async (error) => {
    log.error({ reference: deps.makeReference(), ...describeFault(error) }, 'A listener for Slack failed');
  });
  if (receiver instanceof HTTPReceiver) refuseReplays(app, log);
  const desk: HomeDesk = {
    deps,
    client,
    news: makeCardNews(),
    underWay: makeUnderWay(),
    team: makeTeamCheck(client, deps),
    sayAtHome: (user, text) => showHome(desk, user, firstState, text),
  };
  addListeners(app, desk);
  addHomeListeners(app, desk);
  addRequestListeners(app, desk);
  addCommandListener(app, desk);
  const board = makeBoard(client, deps);
  const connection = await connect(receiver, deps);
  const appClient =
    settings.signingSecret === undefined ? new webApi.WebClient(settings.appToken, clientOptions) : undefined;
  return {
    async showCase(record, events, mayHavePosted) {
      const shown = await showCase({ deps, board, client, team: desk.team }, record, events, mayHavePosted);
      desk.news.report(record.id, shown);
      return shown;
    },
    tellUnfinished: (click) => tellUnfinished(desk, click),
    postDigest: (digest, mayHavePosted) => postDigest({ deps, board, client }, digest, mayHavePosted),
    check: () => checkSlack(client, appClient, deps),
    readGroups: () => readGroups(client, deps.context.organisation.groups),
    ...connection,
    async close() {
      const { closeMs = defaultCloseMs } = settings;
      await desk.underWay.settle(closeMs);
      await connection.close();
      await desk.underWay.settle(closeMs);
    },
  };
}

function makeReceiver(
  { settings, log }: SlackDeps,
  clientOptions: webApi.WebClientOptions,
): HTTPReceiver | SocketModeReceiver {
  const logger = makeBoltLog(log);
  if (settings.signingSecret !== undefined)
    return new HTTPReceiver({
      signingSecret: settings.signingSecret,
      endpoints: eventsPath,
      logger,
      customPropertiesExtractor: (request) => ({ signature: request.headers['x-slack-signature'] }),
    });
  if (settings.appToken === undefined)
    throw new Error(
      'Slack has neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET: expected one of them; see docs/slack-setup.md.',
    );
  return new SocketModeReceiver({
    appToken: settings.appToken,
    logger,
    autoReconnectEnabled: false,
    clientPingTimeout: pingTimeoutMs,
    installerOptions: { clientOptions: { ...clientOptions } },
  });
}

async function connect(receiver: HTTPReceiver | SocketModeReceiver, { settings, log }: SlackDeps): Promise<Connection> {
  if (receiver instanceof SocketModeReceiver) return keepConnected(receiver.client, log);
  const server = await receiver.start({
    port: settings.httpPort ?? defaultPort,
    host: settings.httpHost ?? '127.0.0.1',
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : null;
  return { state: () => 'connected', port: () => port, close: () => receiver.stop() };
}
