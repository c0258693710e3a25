import { type Calendar, findHoliday, isWorkingDay } from './calendar.ts';
import { type PeriodUnit, readPeriod } from './deadline-period.ts';
import type { BothLanguages } from './holidays.ts';
import { addDays, isoWeekday } from './local-date.ts';
import { sayDay, sayWeekday } from './say-date.ts';

/** Says a period: "1 maand", "5 werkdagen", "72 uur". */
export function sayPeriod(text: string, unit: PeriodUnit): BothLanguages {
  const { months, days, minutes } = readPeriod(text, unit);
  const parts: BothLanguages[] = [];
  const add = (count: number, nl: [string, string], en: string) => {
    if (count > 0)
      parts.push({ nl: `${count} ${nl[count === 1 ? 0 : 1]}`, en: `${count} ${en}${count === 1 ? '' : 's'}` });
  };
  add(months, ['maand', 'maanden'], 'month');
  if (unit === 'working-days') add(days, ['werkdag', 'werkdagen'], 'working day');
  else add(days, ['dag', 'dagen'], 'day');
  add(Math.floor(minutes / 60), ['uur', 'uur'], 'hour');
  add(minutes % 60, ['minuut', 'minuten'], 'minute');
  return { nl: parts.map(({ nl }) => nl).join(' en '), en: parts.map(({ en }) => en).join(' and ') };
}

/** Says why each day from `from` up to `to` is no last day: "27 maart is een zaterdag, 29 maart is tweede paasdag". */
export function sayDaysOff(from: string, to: string, calendar: Calendar): BothLanguages {
  const reasons: BothLanguages[] = [];
  for (let date = from; date < to && !isWorkingDay(date, calendar); date = addDays(date, 1)) {
    const day = sayDay(date, from);
    const weekday = sayWeekday(date);
    const holiday = findHoliday(date, calendar);
    const name = isoWeekday(date) > 5 || holiday === undefined ? undefined : holiday.name;
    reasons.push({
      nl: `${day.nl} is ${name?.nl ?? `een ${weekday.nl}`}`,
      en: `${day.en} is ${name?.en ?? `a ${weekday.en}`}`,
    });
  }
  return { nl: reasons.map(({ nl }) => nl).join(', '), en: reasons.map(({ en }) => en).join(', ') };
}
