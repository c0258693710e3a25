import type { Readable } from 'node:stream';
import { exit, type Io } from '../cli/io.ts';
import { readEnvironment } from '../environment.ts';
import { playAll } from './auto-play.ts';
import { makePracticeFolder, type PracticeDesk, startPracticeDesk } from './practice-desk.ts';
import { readExampleMails } from './practice-mails.ts';
import { practicePeople } from './practice-people.ts';
import { runConsole } from './view-console.ts';
import { openLines } from './view-lines.ts';

/**
 * `demo`: the practice desk in the terminal; with `auto` three cases are played to the end and checked. Answers the exit status; a
 * signal ends it in good order. The data go at the end; the log stays only where something went wrong.
 */
export async function runDemo(flags: { auto?: boolean }, io: Io, input: Readable = process.stdin): Promise<number> {
  const folder = await makePracticeFolder();
  const end = listenForEnd();
  let status: number = exit.wrong;
  try {
    const started = await startPracticeDesk(folder, readEnvironment(process.env).environment.CONFIG_DIR);
    if (!started.ok) {
      io.stderr(`The practice desk cannot start:\n${started.faults.map((fault) => `- ${fault}\n`).join('')}`);
    } else {
      try {
        status = await (flags.auto
          ? playAuto(started.desk, io, end.signal)
          : playInConsole(started.desk, io, input, end.signal));
      } finally {
        await started.desk.close();
      }
    }
  } catch (error) {
    io.stderr(`The practice desk stopped: ${(error as Error).message}\n`);
  } finally {
    await folder.remove(status === exit.done ? 'all' : 'data');
    if (status !== exit.done) io.stderr(`The desk's log: ${folder.log}\n`);
    end.close();
  }
  return status;
}

async function playAuto(desk: PracticeDesk, io: Io, signal: AbortSignal): Promise<number> {
  const faults = await playAll(desk, await readExampleMails(), io, signal);
  if (faults.length === 0) io.stdout('\nAll went as it should.\n');
  else io.stderr(`\nThis went wrong:\n${faults.map((fault) => `- ${fault}\n`).join('')}`);
  return faults.length === 0 ? exit.done : exit.wrong;
}

async function playInConsole(desk: PracticeDesk, io: Io, input: Readable, signal: AbortSignal): Promise<number> {
  const lines = openLines(input, io);
  const leave = () => lines.close();
  signal.addEventListener('abort', leave);
  if (signal.aborted) leave();
  try {
    await runConsole({ io, lines, desk, mails: await readExampleMails(), people: practicePeople });
  } finally {
    leave();
  }
  io.stdout('\nThe practice desk is closed; nothing of it is left.\n');
  return exit.done;
}

/** A signal, or an output that nobody reads any more (`demo | head`), asks to stop at the next step; a repeat changes nothing. */
function listenForEnd(): { signal: AbortSignal; close(): void } {
  const controller = new AbortController();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const outputs = [process.stdout, process.stderr];
  const stop = () => controller.abort();
  for (const name of signals) process.on(name, stop);
  for (const output of outputs) output.on('error', stop);
  return {
    signal: controller.signal,
    close() {
      for (const name of signals) process.off(name, stop);
      for (const output of outputs) output.off('error', stop);
    },
  };
}
