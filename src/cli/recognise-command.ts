import { readFileSync } from 'node:fs';
import { parseMail } from '../channels/email/parse.ts';
import { openRecogniser } from '../open-mail.ts';
import { exportDecisions } from './export-decisions.ts';
import { exit, type Io } from './io.ts';
import { openContext, openStoreForCommand } from './open-for-command.ts';
import { runRecognise } from './recognise.ts';

/** `recognise`, wired to the file system, standard input and the configured rights. */
export async function recogniseCommand(files: string[], flags: Record<string, unknown>, io: Io): Promise<number> {
  if (flags.exportDecisions === true) return exportFromStore(files, io);
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

async function exportFromStore(files: string[], io: Io): Promise<number> {
  if (files.length > 0) {
    io.stderr(`--export-decisions reads the register, not files; got "${files[0]}". Leave the files out.\n`);
    return exit.usage;
  }
  const opened = await openStoreForCommand(io);
  if (!opened) return exit.wrong;
  try {
    return await exportDecisions(opened.store, openRecogniser(opened.context), io);
  } finally {
    await opened.store.close();
  }
}
