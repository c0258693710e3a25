import { type Calendar, createCalendar, DUTCH_SETTINGS } from '../core/calendar.ts';
import type { Deadline } from '../core/deadline.ts';
import { sayDate } from '../core/say-date.ts';
import { answerClock, type CommandIo } from './answer-clock.ts';
import { answerCsv } from './deadline-csv.ts';

/** What `rechtenloket deadline` is asked: one request, or a CSV file of many. */
export type DeadlineOptions = {
  received?: string | undefined;
  event?: string[] | undefined;
  csv?: string | undefined;
  json?: boolean | undefined;
  language?: 'nl' | 'en' | undefined;
};

/** Runs the command `deadline`; gives the exit status: 0 answered, 1 rows of the file that cannot be answered, 2 wrong usage. */
export function runDeadline(
  options: DeadlineOptions,
  io: CommandIo,
  calendar: Calendar = createCalendar(DUTCH_SETTINGS),
): number {
  const { received, event = [], csv, json = false, language = 'nl' } = options;
  if ((received === undefined) === (csv === undefined)) {
    io.stderr(`deadline: ${WORDS[language].eitherOr}\n`);
    return 2;
  }
  if (csv !== undefined) {
    if (event.length > 0) {
      io.stderr(`deadline: ${WORDS[language].noEvent}\n`);
      return 2;
    }
    return answerCsv(csv, { json, language, calendar }, io);
  }
  const answer = answerClock(received ?? '', event, calendar, language);
  if (!answer.ok) {
    for (const fault of answer.faults) io.stderr(`deadline: ${fault}\n`);
    return 2;
  }
  if (json) io.stdout(`${JSON.stringify({ receivedAt: answer.receivedAt, ...answer.deadline }, null, 2)}\n`);
  else io.stdout(tellDeadline(answer.deadline, language));
  return 0;
}

function tellDeadline(deadline: Deadline, language: 'nl' | 'en'): string {
  const words = WORDS[language];
  const day = (date: string) => sayDate(date)[language];
  const lines = [`${words.due} ${day(deadline.due)}`];
  if (deadline.due !== deadline.target) lines.push(`${words.target} ${day(deadline.target)}`);
  if (deadline.canExtend) lines.push(`${words.notice} ${day(deadline.lastDayForExtensionNotice)}`);
  lines.push(`${words.refusal} ${day(deadline.refusalLimit)}`, '');
  deadline.steps.forEach((step, index) => {
    lines.push(`${index + 1}. ${step.text[language]}  [${step.rule}]`);
  });
  if (deadline.warnings.length > 0) lines.push('');
  for (const warning of deadline.warnings) lines.push(`! ${warning.text[language]}`);
  return `${lines.join('\n')}\n`;
}

const WORDS = {
  nl: {
    due: 'Uiterlijk:',
    target: 'Streefdatum:',
    notice: 'Verlengen kan tot en met:',
    refusal: 'Weigeren kan tot en met:',
    eitherOr: 'geef óf --received ISO óf --csv BESTAND; zie --help.',
    noEvent: '--event hoort bij --received; in een CSV-bestand staan gebeurtenissen in de kolom "events".',
  },
  en: {
    due: 'Due:',
    target: 'Aim for:',
    notice: 'Extension notice counts up to:',
    refusal: 'Refusal up to:',
    eitherOr: 'give either --received ISO or --csv FILE; see --help.',
    noEvent: '--event goes with --received; in a CSV file events stand in the column "events".',
  },
};
