import type { Recognise, RecogniseInput, Recognition } from '../recognise/recognition.ts';
import { exit, type Io } from './io.ts';

/** The streams of `recognise`, and how a file is read. */
export type RecogniseIo = Io & {
  stdin: AsyncIterable<string | Uint8Array>;
  readFile: (path: string) => Uint8Array | Promise<Uint8Array>;
};

type Line = { id?: unknown; input: RecogniseInput } | { fault: string };

/**
 * Judges mails: the `.eml` files named, or JSON lines `{id, subject, text, html?, from?}` from standard input. Writes JSON lines
 * (with `json`, and always for standard input) or human text; a mail that cannot be read is named on standard error, does not
 * stop the others, and makes the exit status 1.
 */
export async function runRecognise(
  options: { files: string[]; json?: boolean },
  io: RecogniseIo,
  recognise: Recognise,
  parseMail: (raw: Uint8Array) => Promise<RecogniseInput>,
): Promise<number> {
  const fromFiles = options.files.length > 0;
  const write = options.json === true || !fromFiles ? writeJson : writeText;
  let status: number = exit.done;
  const fail = (message: string): void => {
    io.stderr(`${message}\n`);
    status = exit.wrong;
  };
  if (fromFiles) {
    for (const file of options.files) {
      const read = await readMailFile(file, io, parseMail);
      if ('fault' in read) fail(read.fault);
      else write(io, file, recognise(read.input));
    }
    return status;
  }
  let number = 0;
  for await (const line of splitLines(io.stdin)) {
    number += 1;
    if (line.trim() === '') continue;
    const read = readJsonLine(line, number);
    if ('fault' in read) fail(read.fault);
    else write(io, read.id, recognise(read.input));
  }
  return status;
}

async function readMailFile(
  file: string,
  io: RecogniseIo,
  parseMail: (raw: Uint8Array) => Promise<RecogniseInput>,
): Promise<Line> {
  try {
    return { input: await parseMail(await io.readFile(file)) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { fault: `${file}: not read as a mail (${reason}); expected a message as a mail program saves it (.eml).` };
  }
}

function readJsonLine(line: string, number: number): Line {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { fault: `line ${number}: not JSON; expected one object {id, subject, text, html?, from?} a line.` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { fault: `line ${number}: not an object; expected {id, subject, text, html?, from?}.` };
  }
  const fields = value as Record<string, unknown>;
  for (const name of ['subject', 'text', 'html', 'from']) {
    const field = fields[name];
    if (field !== undefined && field !== null && typeof field !== 'string') {
      return { fault: `line ${number}: "${name}" is ${typeof field}; expected text.` };
    }
  }
  if (typeof fields.text !== 'string' && typeof fields.subject !== 'string' && typeof fields.html !== 'string') {
    return { fault: `line ${number}: no "subject", "text" or "html"; expected at least one of them as text.` };
  }
  return { id: fields.id, input: toInput(fields) };
}

function toInput(fields: Record<string, unknown>): RecogniseInput {
  const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
  const input: RecogniseInput = { subject: textOf(fields.subject), text: textOf(fields.text) };
  if (typeof fields.html === 'string') input.html = fields.html;
  if (typeof fields.from === 'string') input.from = fields.from;
  return input;
}

/** Cuts a stream into lines; a letter split over two chunks is put together again. */
async function* splitLines(chunks: AsyncIterable<string | Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    const pieces = (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })).split('\n');
    pieces[0] = rest + (pieces[0] ?? '');
    rest = pieces.pop() ?? '';
    yield* pieces;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

function writeJson(io: Io, id: unknown, found: Recognition): void {
  const { verdict, rights, marketing, certainty, language, why } = found;
  const original = found.original === undefined ? {} : { original: found.original };
  io.stdout(`${JSON.stringify({ id, verdict, rights, marketing, certainty, language, why, ...original })}\n`);
}

function writeText(io: Io, id: unknown, found: Recognition): void {
  const rights = found.rights.length === 0 ? 'no right named' : found.rights.join(', ');
  const marketing = found.marketing ? ', direct marketing to stop' : '';
  const certainty = `${Math.round(found.certainty * 100)} % certain`;
  const head =
    found.verdict === 'other' ? `other (${certainty})` : `${found.verdict}: ${rights}${marketing} (${certainty})`;
  io.stdout(`${String(id)}: ${head}, language ${found.language}\n`);
  for (const { right, words } of found.why) io.stdout(`  ${right}, because: '${words.replaceAll(/\s+/g, ' ')}'\n`);
}
