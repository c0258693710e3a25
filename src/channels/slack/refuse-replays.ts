import type { App } from '@slack/bolt';
import type { Log } from './deps.ts';

/** Slack's signature counts for five minutes (Bolt refuses older ones); one seen within that time is a replay. */
const rememberMs = 5 * 60_000 + 10_000;

/** Takes each signed request once: a copy of one is acknowledged and not acted on. */
export function refuseReplays(app: App, log: Log): void {
  const seen = new Map<string, number>();
  app.use(async (args) => {
    const { signature } = args.context;
    const now = Date.now();
    for (const [known, at] of seen) if (now - at > rememberMs) seen.delete(known);
    if (typeof signature === 'string' && seen.has(signature)) {
      log.warn({}, 'A request with the signature of an earlier one was refused');
      if ('ack' in args && typeof args.ack === 'function') await (args.ack as () => Promise<void>)();
      return;
    }
    if (typeof signature === 'string') seen.set(signature, now);
    await args.next();
  });
}
