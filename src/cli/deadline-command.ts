import { readFileSync } from 'node:fs';
import { runDeadline } from './deadline.ts';
import { exit, type Io } from './io.ts';
import { openParts } from './open-for-command.ts';

/** `deadline`, wired to the file system, counting by the organisation's own calendar where one is configured. */
export async function deadlineCommand(flags: Record<string, unknown>, io: Io): Promise<number> {
  const { language } = flags;
  if (language !== undefined && language !== 'nl' && language !== 'en') {
    io.stderr(`--language is "${String(language)}"; expected nl or en.\n`);
    return exit.usage;
  }
  const { loaded } = await openParts();
  const calendar = loaded.ok ? loaded.context.calendar : undefined;
  return runDeadline({ ...flags, language }, { ...io, readFile: (path) => readFileSync(path, 'utf8') }, calendar);
}
