import { webApi } from '@slack/bolt';
import type { ShowResult } from './deps.ts';

/** A failure of a call to Slack, sorted: worth another try after a while, or for a person to mend. */
export type SlackFailure = Exclude<ShowResult, { kind: 'done' }>;

const soonMs = 5000;
const laterMs = 30_000;

/** Errors of Slack's own that pass by themselves. */
const passing = new Set([
  'ratelimited',
  'rate_limited',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
  'accesslimited',
]);

/** Errors that a person must mend, with the way to do it; any other refusal of Slack's is named as it came. `{token}` is the variable of the token used. */
const remedies: Record<string, string> = {
  is_archived: 'the channel is archived: unarchive it, or set SLACK_CHANNEL to another',
  is_inactive: 'the channel is archived: unarchive it, or set SLACK_CHANNEL to another',
  channel_not_found:
    'the channel is not there or the app is not in it: check SLACK_CHANNEL and invite the app with /invite',
  not_in_channel: 'the app is not in the channel: invite it with /invite',
  invalid_auth: 'Slack does not accept the token: copy {token} anew from the app page',
  not_authed: 'Slack does not accept the token: copy {token} anew from the app page',
  not_allowed_token_type: 'the wrong kind of token: SLACK_BOT_TOKEN begins with xoxb-, SLACK_APP_TOKEN with xapp-',
  account_inactive: 'the token was withdrawn: install the app again and copy {token}',
  token_revoked: 'the token was withdrawn: install the app again and copy {token}',
  token_expired: 'the token has expired: install the app again and copy {token}',
  missing_scope: 'the app lacks a scope: install it again with slack-manifest.yaml',
  restricted_action: 'the workspace does not let the app post in this channel: ask its administrator',
};

/** Sorts a failed call made with a token of this variable; rethrows what is not Slack's. */
export function sortFailure(
  error: unknown,
  token: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN' = 'SLACK_BOT_TOKEN',
): SlackFailure {
  if (error instanceof webApi.WebAPIRateLimitedError)
    return { kind: 'later', afterMs: error.retryAfter * 1000, reason: 'Slack asks to go slower' };
  if (error instanceof webApi.WebAPIRequestError)
    return { kind: 'later', afterMs: soonMs, reason: 'Slack cannot be reached' };
  if (error instanceof webApi.WebAPIHTTPError)
    return { kind: 'later', afterMs: laterMs, reason: `Slack answered with status ${error.statusCode}` };
  const code = nameError(error);
  if (code === null) throw error;
  if (passing.has(code)) return { kind: 'later', afterMs: laterMs, reason: `Slack: ${code}` };
  const remedy = remedies[code]?.replace('{token}', token);
  return { kind: 'impossible', reason: remedy ? `Slack: ${code}: ${remedy}` : `Slack: ${code}` };
}

/** Slack's own name of an error, such as `is_archived`; null for anything else. What is not a plain word is not repeated. */
export function nameError(error: unknown): string | null {
  if (!(error instanceof webApi.WebAPIPlatformError)) return null;
  return /^[a-z_]{1,60}$/.test(error.data.error) ? error.data.error : 'unknown_error';
}

/** True when Slack says that the message is not there any more. */
export function isGone(error: unknown): boolean {
  const code = nameError(error);
  return code === 'message_not_found' || code === 'thread_not_found' || code === 'cannot_reply_to_message';
}
