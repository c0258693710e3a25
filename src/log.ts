import pino from 'pino';

/** Structured log of ids, codes and counts; personal data has no place in it. */
export type Log = {
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
};
/** Ids, codes, counts and times only. */
export type LogFields = Record<string, string | number | boolean | null | undefined>;

/** A log of JSON lines to standard error; `level` is a pino level, `silent` writes nothing. */
export function openLog(level = 'info'): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ fd: 2, sync: true }));
}

/** What may be logged of an error: its name and code, never its message, which may carry what a person wrote. */
export function describeError(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code } = error as { code?: unknown };
  return {
    error: error.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    at: placeOf(error),
  };
}

/** The first line of our own code in the stack: a place, no content. */
function placeOf(error: Error): string | undefined {
  return /\(?[^\s(]*\/((?:src|node_modules)\/[^\s)]+:\d+):\d+\)?/.exec(error.stack ?? '')?.[1];
}
