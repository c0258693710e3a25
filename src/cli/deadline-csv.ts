import type { Calendar } from '../core/calendar.ts';
import { type AnsweredClock, answerClock, type CommandIo } from './answer-clock.ts';
import { type CsvRecord, readCsv } from './csv.ts';

/** How the rows are to be answered. */
export type CsvOptions = { json: boolean; language: 'nl' | 'en'; calendar: Calendar };

const WORDS = {
  nl: {
    line: 'regel',
    mend: 'verbeter de aanhalingstekens.',
    header: (found: string) =>
      `gevonden ${found}; verwacht de kolommen received_at en events, gescheiden door komma's of puntkomma's.`,
    unreadable: (file: string, cause: string) =>
      `--csv ${file} is niet te lezen (${cause}): verwacht een CSV-bestand; kijk het pad na.`,
    width: (found: number, expected: number) => `de rij heeft ${found} cellen: verwacht ${expected}, zoals in de kop.`,
  },
  en: {
    line: 'line',
    mend: 'mend the quotes.',
    header: (found: string) =>
      `found ${found}; expected the columns received_at and events, separated by commas or semicolons.`,
    unreadable: (file: string, cause: string) =>
      `--csv ${file} cannot be read (${cause}): expected a CSV file; check the path.`,
    width: (found: number, expected: number) => `the row has ${found} cells: expected ${expected}, as in the header.`,
  },
};

/**
 * Answers each row of a CSV file: every row comes back as it was with `due` and `due_without_pause` added, or with `json` as
 * JSON lines. A row that cannot be answered gets empty cells and a message; the exit status is then 1.
 */
export function answerCsv(file: string, options: CsvOptions, io: CommandIo): number {
  const words = WORDS[options.language];
  const source = readSource(file, options, io);
  if (source === undefined) return 2;
  const separator = /^[^\r\n,]*;/.test(source) ? ';' : ',';
  const parsed = readCsv(source, separator);
  if (!parsed.ok) {
    io.stderr(`deadline: ${file} ${words.line} ${parsed.line}: ${parsed.problem[options.language]}; ${words.mend}\n`);
    return 2;
  }
  const [header, ...rows] = parsed.records.filter(({ text }) => text !== '');
  const received = header?.cells.findIndex((cell) => cell.trim() === 'received_at') ?? -1;
  const events = header?.cells.findIndex((cell) => cell.trim() === 'events') ?? -1;
  if (header === undefined || received < 0 || events < 0) {
    io.stderr(`deadline: ${file} ${words.line} 1: ${words.header(JSON.stringify(header?.text ?? ''))}\n`);
    return 2;
  }
  const lineEnd = header.lineEnd || '\n';
  if (!options.json) io.stdout(`${header.text}${separator}due${separator}due_without_pause${lineEnd}`);
  let status = 0;
  for (const row of rows) {
    const answer = answerRow(row, header.cells.length, received, events, options);
    if (!answer.ok) {
      status = 1;
      for (const fault of answer.faults) io.stderr(`deadline: ${file} ${words.line} ${row.line}: ${fault}\n`);
    }
    if (options.json) io.stdout(`${JSON.stringify(writeObject(header, row, answer))}\n`);
    else {
      const dates = answer.ok ? [answer.deadline.due, answer.deadline.dueWithoutPause] : ['', ''];
      io.stdout(`${[row.text, ...dates].join(separator)}${lineEnd}`);
    }
  }
  return status;
}

function readSource(file: string, { language }: CsvOptions, io: CommandIo): string | undefined {
  try {
    return io.readFile(file);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    io.stderr(`deadline: ${WORDS[language].unreadable(file, cause)}\n`);
    return undefined;
  }
}

function answerRow(
  row: CsvRecord,
  width: number,
  received: number,
  events: number,
  { calendar, language }: CsvOptions,
): AnsweredClock {
  if (row.cells.length !== width) {
    return { ok: false, faults: [WORDS[language].width(row.cells.length, width)] };
  }
  const listed = (row.cells[events] ?? '').split(';').filter((event) => event.trim() !== '');
  return answerClock(row.cells[received] ?? '', listed, calendar, language);
}

function writeObject(header: CsvRecord, row: CsvRecord, answer: AnsweredClock) {
  const given = Object.fromEntries(header.cells.map((name, index) => [name.trim(), row.cells[index] ?? '']));
  if (!answer.ok) return { ...given, line: row.line, faults: answer.faults };
  const { due, dueWithoutPause, ...rest } = answer.deadline;
  return { ...given, line: row.line, due, dueWithoutPause, ...rest };
}
