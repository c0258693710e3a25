import type { DeadlineStep, Pause } from './deadline-terms.ts';
import type { BothLanguages } from './holidays.ts';
import { sayDate, sayDay, sayWeekday } from './say-date.ts';

const SUSPENSION = 'EDPB 01/2022 s.5.3';

/** Explains one identity question: in time or not, answered or not; `end` is the date that stays when it adds nothing. */
export function explainPause(pause: Pause, end: string): DeadlineStep {
  const asked = sayDate(pause.askedOn);
  if (!pause.inTime) {
    const from = sayDate(pause.afterOn);
    const after =
      pause.after === 'receipt' ? { nl: 'de ontvangst', en: 'receipt' } : { nl: 'het antwoord', en: 'the reply' };
    const last = sayDate(pause.lastDayToAsk);
    return step(`${SUSPENSION} asked too late`, end, {
      nl: `Bevestiging gevraagd op ${asked.nl}, later dan drie werkdagen na ${after.nl} van ${from.nl} (uiterlijk ${last.nl}): de klok liep door.`,
      en: `Identity asked on ${asked.en}, more than three working days after ${after.en} of ${from.en} (by ${last.en}): the clock ran on.`,
    });
  }
  if (pause.answeredOn === undefined) {
    return step(`${SUSPENSION} no answer; GDPR 12(4)`, end, {
      nl: `Bevestiging gevraagd op ${asked.nl}, nog zonder antwoord: tot dat er is, telt geen dag pauze.`,
      en: `Identity asked on ${asked.en}, not yet answered: until it is, no day of pause counts.`,
    });
  }
  const answered = sayDate(pause.answeredOn);
  const days = sayWholeDays(pause.days);
  return step(SUSPENSION, pause.answeredOn, {
    nl: `Bevestiging gevraagd op ${asked.nl}, ${pause.sufficient ? '' : 'on'}voldoende antwoord op ${answered.nl}: ${days.nl} ertussen ${pause.days === 1 ? 'telt' : 'tellen'} niet mee.`,
    en: `Identity asked on ${asked.en}, ${pause.sufficient ? '' : 'in'}sufficient answer on ${answered.en}: ${days.en} between them ${pause.days === 1 ? 'does' : 'do'} not count.`,
  });
}

/** Explains how the days of all pauses move the end of the period. */
export function explainPauseDays(from: string, to: string, days: number): DeadlineStep {
  const start = sayDay(from);
  const end = sayDay(to, from);
  const weekday = sayWeekday(to);
  return step(SUSPENSION, to, {
    nl: `${start.nl} + ${days} ${days === 1 ? 'dag' : 'dagen'} pauze = ${end.nl}; ${end.nl} is een ${weekday.nl}`,
    en: `${start.en} + ${days} ${days === 1 ? 'day' : 'days'} of pause = ${end.en}; ${end.en} is a ${weekday.en}`,
  });
}

function sayWholeDays(days: number): BothLanguages {
  if (days === 0) return { nl: 'nul hele dagen', en: 'no whole days' };
  return { nl: `${days} hele ${days === 1 ? 'dag' : 'dagen'}`, en: `${days} whole ${days === 1 ? 'day' : 'days'}` };
}

function step(rule: string, date: string, text: BothLanguages): DeadlineStep {
  return { rule, date, text };
}
