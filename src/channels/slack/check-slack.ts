import type { webApi } from '@slack/bolt';
import type { CheckResult, SlackDeps } from './deps.ts';
import { sortFailure } from './failures.ts';

/** The bot scopes that the channel uses; slack-manifest.yaml asks for exactly these. */
export const neededScopes = [
  'channels:history',
  'chat:write',
  'commands',
  'groups:history',
  'usergroups:read',
  'users:read',
] as const;
/** Only where the team names a user group. */
const scopeForGroups = 'usergroups:read';

/** Tries the tokens, the scopes and the channel, in this order; the first fault is told with its remedy. */
export async function checkSlack(
  client: webApi.WebClient,
  appClient: webApi.WebClient | undefined,
  { settings, context }: Pick<SlackDeps, 'settings' | 'context'>,
): Promise<CheckResult> {
  const hasGroups = context.organisation.groups.length > 0;
  const wanted = neededScopes.filter((scope) => hasGroups || scope !== scopeForGroups);
  try {
    const who = await client.auth.test();
    const granted = who.response_metadata?.scopes;
    const missing = granted ? wanted.filter((scope) => !granted.includes(scope)) : [];
    if (missing.length > 0)
      return fault(`SLACK_BOT_TOKEN lacks ${missing.join(', ')}: install the app again with slack-manifest.yaml`);
    await client.conversations.history({ channel: settings.channel, limit: 1 });
    if (appClient) {
      const app = await openLink(appClient);
      if (app) return fault(`SLACK_APP_TOKEN: ${app}`);
    }
    return { ok: true, team: who.team ?? '', bot: who.user ?? '' };
  } catch (error) {
    return fault(sortFailure(error).reason);
  }
}

/** The fault of the app token, or undefined. */
async function openLink(appClient: webApi.WebClient): Promise<string | undefined> {
  try {
    await appClient.apps.connections.open({});
    return undefined;
  } catch (error) {
    return sortFailure(error, 'SLACK_APP_TOKEN').reason;
  }
}

function fault(text: string): CheckResult {
  return { ok: false, fault: text };
}
