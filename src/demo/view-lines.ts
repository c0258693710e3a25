import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Io } from '../cli/io.ts';

/** What somebody types, a line at a time. */
export type Lines = {
  /** Prints a question and answers the next line, trimmed; null at the end of the input. */
  ask(question: string): Promise<string | null>;
  close(): void;
};

/** Reads lines from a terminal, or from a pipe, whose lines are then shown as if they were typed. */
export function openLines(input: Readable & { isTTY?: boolean }, io: Io): Lines {
  const waiting: ((line: string | null) => void)[] = [];
  const typed: string[] = [];
  let ended = false;
  // Without `terminal` the process keeps its own Ctrl-C.
  const reader = createInterface({ input, terminal: false });
  reader.on('line', (line) => {
    const next = waiting.shift();
    if (next) next(line);
    else typed.push(line);
  });
  reader.on('close', () => {
    ended = true;
    for (const next of waiting.splice(0)) next(null);
  });
  const read = (): Promise<string | null> => {
    const line = typed.shift();
    if (line !== undefined) return Promise.resolve(line);
    return ended ? Promise.resolve(null) : new Promise((resolve) => waiting.push(resolve));
  };
  return {
    async ask(question) {
      io.stdout(question);
      const line = await read();
      if (input.isTTY !== true) io.stdout(`${line ?? ''}\n`);
      return line === null ? null : line.trim();
    },
    close: () => reader.close(),
  };
}
