/** A real Bolt app on the stand-in, by socket or by HTTP, with logs thrown away. */
import { App, HTTPReceiver, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { SlackStandIn } from '../../src/demo/slack-stand-in/stand-in.ts';

/** A logger that says nothing: refusals are expected in these tests. */
export const quietLogger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};

/** A running app and the way to end it. */
export type RunningApp = { readonly app: App; readonly stop: () => Promise<unknown> };

const noRetries = { retryConfig: { retries: 0 } };

/** Starts an app on Socket Mode, reconnecting as fast as the engineering notes advise. */
export async function startSocketApp(slack: SlackStandIn, listen: (app: App) => void): Promise<RunningApp> {
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    logger: quietLogger,
    clientPingTimeout: 300,
    installerOptions: {
      clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { forever: true, minTimeout: 50, maxTimeout: 200 } },
    },
  });
  const app = new App({
    token: slack.botToken,
    receiver,
    logger: quietLogger,
    clientOptions: { slackApiUrl: slack.apiUrl, ...noRetries },
  });
  listen(app);
  await app.start();
  return { app, stop: () => app.stop() };
}

/** Starts an app on HTTP at a free port and tells the stand-in its address. */
export async function startHttpApp(slack: SlackStandIn, listen: (app: App) => void): Promise<RunningApp> {
  const receiver = new HTTPReceiver({ signingSecret: slack.signingSecret, logger: quietLogger });
  const app = new App({
    token: slack.botToken,
    receiver,
    logger: quietLogger,
    clientOptions: { slackApiUrl: slack.apiUrl, ...noRetries },
  });
  listen(app);
  const server = await receiver.start({ port: 0, host: '127.0.0.1' });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The HTTP app has no port to listen on.');
  slack.useEventsUrl(`http://127.0.0.1:${address.port}/slack/events`);
  return { app, stop: () => app.stop() };
}
