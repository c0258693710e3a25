import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from './deps.ts';

/** Bolt's log turned into ours: only warnings and errors, and of their words only what can hold no token or payload. */
export function makeBoltLog(log: Log): Logger {
  let level = LogLevel.WARN;
  let name = 'bolt';
  const nothing = () => undefined;
  return {
    debug: nothing,
    info: nothing,
    warn: (...parts) => log.warn({ part: name, words: keepWords(parts) }, 'Slack library warns'),
    error: (...parts) => log.error({ part: name, words: keepWords(parts) }, 'Slack library reports an error'),
    setLevel: (wanted) => {
      // Below this the library writes whole payloads.
      level = wanted === LogLevel.ERROR ? LogLevel.ERROR : LogLevel.WARN;
    },
    getLevel: () => level,
    setName: (given) => {
      name = given;
    },
  };
}

function keepWords(parts: unknown[]): string {
  const [first] = parts;
  if (typeof first !== 'string') return first instanceof Error ? first.name : typeof first;
  return first
    .replace(/\b(xox[a-z]|xapp)-\S+/g, '…')
    .replace(/\b(wss?|https?):\/\/\S+/g, '…')
    .slice(0, 160);
}
