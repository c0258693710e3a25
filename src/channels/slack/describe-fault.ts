import { webApi } from '@slack/bolt';
import type { LogFields } from './deps.ts';
import { nameError } from './failures.ts';

/** What may be logged of an error: its kind, code and place, never its message, which may carry what somebody wrote. */
export function describeFault(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code } = error as { code?: unknown };
  const slack = nameError(error);
  return {
    error: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(slack ? { slack } : {}),
    ...(error instanceof webApi.WebAPIHTTPError ? { status: error.statusCode } : {}),
    at: placeOf(error),
  };
}

/** The first line of the desk's own code in the stack. */
function placeOf(error: Error): string | undefined {
  return /\/(src\/[^\s)]+:\d+):\d+\)?/.exec(error.stack ?? '')?.[1];
}
