import pino from 'pino';
import type { Log } from '../log.ts';

/** The desk's log in a file, so that the console stays readable; `close` writes what is left. */
export function openPracticeLog(path: string): Log & { close(): void } {
  const destination = pino.destination({ dest: path, sync: true });
  const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return {
    info: (fields, message) => log.info(fields, message),
    warn: (fields, message) => log.warn(fields, message),
    error: (fields, message) => log.error(fields, message),
    close: () => destination.end(),
  };
}
