import { readFileSync } from 'node:fs';
import { parseMail } from '../channels/email/parse.ts';
import { openRecogniser } from '../open-mail.ts';
import { exit, type Io } from './io.ts';
import { openContext } from './open-for-command.ts';
import { runRecognise } from './recognise.ts';

/** `recognise`, wired to the file system, standard input and the configured rights. */
export async function recogniseCommand(files: string[], flags: Record<string, unknown>, io: Io): Promise<number> {
  const opened = await openContext(io);
  if (!opened) return exit.wrong;
  return runRecognise(
    { files, json: flags.json === true },
    { ...io, stdin: process.stdin, readFile: (path) => readFileSync(path) },
    openRecogniser(opened.context),
    async (raw) => {
      const { subject, text, html, from } = await parseMail(raw);
      return { subject, text, ...(html ? { html } : {}), ...(from ? { from: from.address } : {}) };
    },
  );
}
