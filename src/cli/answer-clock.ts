import { type Calendar, toLocalDate } from '../core/calendar.ts';
import { checkClockEvents, type TypedEvent } from '../core/check-clock-events.ts';
import { clockEventNames, computeDeadline, type Deadline } from '../core/deadline.ts';
import { readMoment } from '../core/received.ts';

type Language = 'nl' | 'en';

/** Where a command writes and reads; `readFile` throws when it cannot. */
export type CommandIo = {
  stdout: (text: string) => void;
  stderr: (text: string) => void;
  readFile: (path: string) => string;
};

/** A clock as typed, computed; or what is wrong with it, a sentence each. */
export type AnsweredClock = { ok: true; receivedAt: string; deadline: Deadline } | { ok: false; faults: string[] };

/** Reads a receipt and events as typed (`name@moment`), and computes the clock. */
export function answerClock(received: string, events: string[], calendar: Calendar, language: Language): AnsweredClock {
  const faults: string[] = [];
  const receivedAt = readMoment(received, calendar.timeZone);
  if (receivedAt === undefined) return { ok: false, faults: [sayNoMoment(received)[language]] };
  const read: TypedEvent[] = [];
  for (const typed of events) {
    const event = readEvent(typed, read.at(-1)?.at ?? receivedAt, calendar, language);
    if (typeof event === 'string') faults.push(event);
    else read.push(event);
  }
  if (faults.length > 0) return { ok: false, faults };
  const wrong = checkClockEvents(receivedAt, read);
  if (wrong.length > 0) return { ok: false, faults: wrong.map((fault) => fault[language]) };
  return { ok: true, receivedAt, deadline: computeDeadline({ receivedAt, events: read, calendar }) };
}

function readEvent(typed: string, previousAt: string, calendar: Calendar, language: Language): TypedEvent | string {
  const [typedName = '', ...rest] = typed.trim().split('@');
  const moment = rest.join('@');
  const name = clockEventNames.find((candidate) => candidate === typedName.trim());
  if (name === undefined) return sayUnknownName(typed)[language];
  const at = readMoment(moment, calendar.timeZone);
  if (at === undefined) return sayNoMomentOf(typed, name)[language];
  // A date without a time means that day, not its midnight: it must not come before what happened earlier that day.
  const isSameDay = toLocalDate(at, calendar.timeZone) === toLocalDate(previousAt, calendar.timeZone);
  return { name, at: isSameDay && !moment.includes(':') ? previousAt : at, typed };
}

function sayNoMoment(received: string) {
  const example = '2027-03-05T10:00:00+01:00';
  return {
    nl: `ontvangst "${received}" is geen moment: verwacht ISO 8601 zoals ${example}, of een datum; verbeter die.`,
    en: `receipt "${received}" is not a moment: expected ISO 8601 such as ${example}, or a date; mend it.`,
  };
}

function sayUnknownName(text: string) {
  const names = clockEventNames.join(', ');
  return {
    nl: `gebeurtenis "${text}" heeft een onbekende naam: verwacht NAAM@ISO met een naam uit ${names}.`,
    en: `event "${text}" has an unknown name: expected NAME@ISO with a name among ${names}.`,
  };
}

function sayNoMomentOf(text: string, name: string) {
  const example = `${name}@2027-03-08T10:00:00+01:00`;
  return {
    nl: `gebeurtenis "${text}" heeft geen moment na @: verwacht ISO 8601 zoals ${example}, of een datum; verbeter die.`,
    en: `event "${text}" has no moment after @: expected ISO 8601 such as ${example}, or a date; mend it.`,
  };
}
