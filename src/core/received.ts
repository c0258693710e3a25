import type { Calendar } from './calendar.ts';
import type { BothLanguages } from './holidays.ts';
import { isLocalDate } from './local-date.ts';
import { sayDate } from './say-date.ts';
import { readInstant, startOfLocalDay, toInstant, toLocalDate } from './zone.ts';

/** The first day of the GDPR (art. 99(2)): no request under it can be older. */
export const FIRST_DAY_OF_GDPR = '2018-05-25';

const DUTCH_DATE = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;
const LOCAL_MOMENT = /^(\d{4}-\d{2}-\d{2})[T ]((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)$/;
const ZONED_MOMENT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}(?::?\d{2})?)$/i;

/** A moment that was read as a UTC instant, or the reason why not. */
export type ReceivedDate = { ok: true; receivedAt: string } | { ok: false; reason: BothLanguages };

/**
 * Reads the date or moment that staff give for a request by post, phone or visit, as DD-MM-YYYY or ISO 8601, and refuses
 * one in the future or before the GDPR. A date without a time becomes the first instant of that local day.
 */
export function checkReceivedDate(input: string, now: string, calendar: Calendar): ReceivedDate {
  const receivedAt = readMoment(input, calendar.timeZone);
  if (receivedAt === undefined) {
    return refuse({
      nl: `"${input.trim()}" is geen datum: schrijf dag, maand en jaar, zoals 03-03-2026.`,
      en: `"${input.trim()}" is not a date: write day, month and year, such as 03-03-2026.`,
    });
  }
  const date = toLocalDate(receivedAt, calendar.timeZone);
  const said = sayDate(date);
  if (readInstant(receivedAt) > readInstant(now)) {
    return refuse({
      nl: `${said.nl} ligt in de toekomst: geef de dag waarop het verzoek binnenkwam.`,
      en: `${said.en} lies in the future: give the day on which the request arrived.`,
    });
  }
  if (date < FIRST_DAY_OF_GDPR) {
    return refuse({
      nl: `${said.nl} ligt vóór 25 mei 2018, de eerste dag van de AVG: kijk de datum na.`,
      en: `${said.en} lies before 25 May 2018, the first day of the GDPR: check the date.`,
    });
  }
  return { ok: true, receivedAt };
}

/** Reads a date or moment as a UTC instant: ISO 8601, or DD-MM-YYYY; without an offset it is local time; undefined when it is no such thing. */
export function readMoment(input: string, timeZone: string): string | undefined {
  const text = input.trim();
  const zoned = ZONED_MOMENT.exec(text);
  if (zoned !== null) return readZonedMoment(zoned);
  const moment = LOCAL_MOMENT.exec(text);
  if (moment?.[1] !== undefined && moment[2] !== undefined) {
    return isLocalDate(moment[1]) ? toInstant(moment[1], moment[2], timeZone) : undefined;
  }
  const [, day = '', month = '', year = ''] = DUTCH_DATE.exec(text) ?? [];
  const date = year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(date) ? startOfLocalDay(date, timeZone) : undefined;
}

function readZonedMoment([, date = '', time = '', zone = '']: RegExpExecArray): string | undefined {
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  const offset = zone.toUpperCase() === 'Z' ? 'Z' : `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
  const at = isLocalDate(date) ? Date.parse(`${date}T${time}${offset}`) : Number.NaN;
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

function refuse(reason: BothLanguages): ReceivedDate {
  return { ok: false, reason };
}
