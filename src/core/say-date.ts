import type { BothLanguages } from './holidays.ts';
import { isoWeekday } from './local-date.ts';

// Written out here because the words must not depend on the locale data of the machine.
const WEEKDAYS = {
  nl: ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};
const MONTHS = {
  nl: 'januari februari maart april mei juni juli augustus september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/** Names the weekday of a local date: "woensdag", "Wednesday". */
export function sayWeekday(date: string): BothLanguages {
  const index = isoWeekday(date) - 1;
  return { nl: WEEKDAYS.nl[index] ?? '', en: WEEKDAYS.en[index] ?? '' };
}

/** Says a local date without weekday: "30 juni", and the year where it differs from that of `beside`. */
export function sayDay(date: string, beside?: string): BothLanguages {
  const month = Number(date.slice(5, 7)) - 1;
  const year = beside === undefined || beside.slice(0, 4) === date.slice(0, 4) ? '' : ` ${date.slice(0, 4)}`;
  const day = Number(date.slice(8));
  return { nl: `${day} ${MONTHS.nl[month] ?? ''}${year}`, en: `${day} ${MONTHS.en[month] ?? ''}${year}` };
}

/** Says a local date in full: "woensdag 30 juni 2027", "Wednesday 30 June 2027". */
export function sayDate(date: string): BothLanguages {
  const weekday = sayWeekday(date);
  const day = sayDay(date);
  const year = date.slice(0, 4);
  return { nl: `${weekday.nl} ${day.nl} ${year}`, en: `${weekday.en} ${day.en} ${year}` };
}
