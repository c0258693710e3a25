/** Where a command reads and writes: human text or, with --json, one JSON document on standard output; what goes wrong on standard error. */
export type Io = { stdout: (text: string) => void; stderr: (text: string) => void };

/** The process's own streams. */
export const processIo: Io = {
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
};

/** Exit statuses (contract): done, found something wrong, wrong usage. */
export const exit = { done: 0, wrong: 1, usage: 2 } as const;

/** Writes one JSON document. */
export function printJson(io: Io, document: unknown): void {
  io.stdout(`${JSON.stringify(document, null, 2)}\n`);
}
