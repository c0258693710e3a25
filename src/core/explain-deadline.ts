import { type Calendar, findHoliday, isWorkingDay } from './calendar.ts';
import { type PeriodUnit, readPeriod } from './deadline-period.ts';
import type { DeadlineFacts, DeadlineStep, Notice, Pause } from './deadline-terms.ts';
import type { BothLanguages } from './holidays.ts';
import { addDays, isoWeekday } from './local-date.ts';
import { sayDate, sayDay, sayWeekday } from './say-date.ts';
import { toLocalTime } from './zone.ts';

const COUNTING = '1182/71 3(1)';
const SUSPENSION = 'EDPB 01/2022 5.3';
const NOTICE = 'GDPR 12(3)';

/** Tells how a clock came to its last day: each step with its rule, the date it led to and a sentence. */
export function explainDeadline(facts: DeadlineFacts, calendar: Calendar): DeadlineStep[] {
  if (facts.rule.unit === 'hours') return explainHours(facts, calendar);
  const steps = [explainReceipt(facts), explainPeriod(facts.receivedOn, facts.rawEnd, facts.rule.period, facts)];
  for (const notice of facts.notices) steps.push(...explainNotice(notice, facts, calendar));
  const end = facts.extendedEnd ?? facts.rawEnd;
  for (const pause of facts.pauses) steps.push(explainPause(pause, end));
  const paused = addDays(end, facts.pauseDays);
  if (facts.pauseDays > 0) steps.push(explainPauseDays(end, paused, facts.pauseDays));
  if (facts.due !== paused) steps.push(explainRoll(paused, facts.due, calendar));
  steps.push(explainEnd(facts.due));
  return steps;
}

function explainReceipt({ receivedOn }: DeadlineFacts): DeadlineStep {
  const date = sayDate(receivedOn);
  return step(COUNTING, receivedOn, {
    nl: `Ontvangen op ${date.nl}; die dag zelf telt niet mee, ook niet als het een vrije dag is.`,
    en: `Received on ${date.en}; that day itself does not count, a day off included.`,
  });
}

function explainPeriod(from: string, to: string, period: string, { rule }: DeadlineFacts): DeadlineStep {
  const unit = rule.unit ?? 'calendar';
  const start = sayDay(from);
  const end = sayDay(to, from);
  const length = sayPeriod(period, unit);
  const weekday = sayWeekday(to);
  const missing = Number(from.slice(8)) > Number(to.slice(8)) && readPeriod(period, unit).days === 0;
  const absent = sayDay(`${to.slice(0, 8)}${from.slice(8)}`);
  return step(nameRule(unit, missing), to, {
    nl: `${start.nl} + ${length.nl} = ${end.nl}${missing ? ` (geen ${absent.nl})` : ''}; ${end.nl} is een ${weekday.nl}`,
    en: `${start.en} + ${length.en} = ${end.en}${missing ? ` (there is no ${absent.en})` : ''}; ${end.en} is a ${weekday.en}`,
  });
}

function nameRule(unit: PeriodUnit, clamped: boolean): string {
  if (unit === 'working-days') return 'own rule: working days';
  return clamped ? '1182/71 3(2)(c) clamp' : '1182/71 3(2)(c)';
}

function explainNotice(notice: Notice, facts: DeadlineFacts, calendar: Calendar): DeadlineStep[] {
  const sent = sayDate(notice.sentOn);
  const last = sayDate(facts.noticeDay);
  if (notice.outcome === 'not-possible') {
    const text = {
      nl: `Verlengd op ${sent.nl}, maar deze termijn kan niet worden verlengd.`,
      en: `Extended on ${sent.en}, but this period cannot be extended.`,
    };
    return [step(`${NOTICE} no extension`, facts.rawEnd, text)];
  }
  if (notice.outcome === 'repeated') {
    const text = {
      nl: `Nog eens verlengd op ${sent.nl}: dat heeft geen gevolg, want verlengen kan maar één keer.`,
      en: `Extended again on ${sent.en}: that has no effect, as a period can be extended only once.`,
    };
    return [step(`${NOTICE} once only`, facts.extendedEnd ?? facts.rawEnd, text)];
  }
  const reason = explainNoticeDay(facts.rawEnd, facts.noticeDay, calendar);
  if (notice.outcome === 'late') {
    const text = {
      nl: `Bericht van verlenging op ${sent.nl}: te laat, want het telt tot en met ${last.nl}${reason.nl}. De termijn blijft.`,
      en: `Extension notice on ${sent.en}: too late, as it counts up to ${last.en}${reason.en}. The period stays.`,
    };
    return [step(`${NOTICE} notice too late`, facts.noticeDay, text)];
  }
  const text = {
    nl: `Bericht van verlenging op ${sent.nl}: op tijd, want het telt tot en met ${last.nl}${reason.nl}.`,
    en: `Extension notice on ${sent.en}: in time, as it counts up to ${last.en}${reason.en}.`,
  };
  const end = facts.extendedEnd ?? facts.rawEnd;
  const extension = explainPeriod(facts.rawEnd, end, facts.rule.extension ?? '', facts);
  return [step(NOTICE, facts.noticeDay, text), { ...extension, rule: `${NOTICE}; ${extension.rule}` }];
}

function explainNoticeDay(rawEnd: string, noticeDay: string, calendar: Calendar): BothLanguages {
  if (rawEnd === noticeDay) return { nl: '', en: '' };
  const off = sayDaysOff(rawEnd, noticeDay, calendar);
  return { nl: ` (${off.nl})`, en: ` (${off.en})` };
}

function explainPause(pause: Pause, end: string): DeadlineStep {
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

function explainPauseDays(from: string, to: string, days: number): DeadlineStep {
  const start = sayDay(from);
  const end = sayDay(to, from);
  const weekday = sayWeekday(to);
  return step(SUSPENSION, to, {
    nl: `${start.nl} + ${days} ${days === 1 ? 'dag' : 'dagen'} pauze = ${end.nl}; ${end.nl} is een ${weekday.nl}`,
    en: `${start.en} + ${days} ${days === 1 ? 'day' : 'days'} of pause = ${end.en}; ${end.en} is a ${weekday.en}`,
  });
}

function explainRoll(from: string, to: string, calendar: Calendar): DeadlineStep {
  const off = sayDaysOff(from, to, calendar);
  const end = sayDate(to);
  return step('1182/71 3(4)', to, {
    nl: `${off.nl}: de termijn eindigt op de volgende werkdag, ${end.nl}.`,
    en: `${off.en}: the period ends on the next working day, ${end.en}.`,
  });
}

function explainEnd(due: string): DeadlineStep {
  const date = sayDate(due);
  return step('1182/71 3(2)', due, { nl: `Uiterlijk ${date.nl}, 24.00 uur.`, en: `By ${date.en}, 24:00.` });
}

function explainHours(
  { receivedAt, receivedOn, rule, due, dueAt, notices }: DeadlineFacts,
  calendar: Calendar,
): DeadlineStep[] {
  const last = toLocalTime(dueAt, calendar.timeZone);
  const start = { day: sayDate(receivedOn), time: toLocalTime(receivedAt, calendar.timeZone) };
  const end = { day: sayDate(due), time: last === '00:00' ? '24:00' : last };
  const length = sayPeriod(rule.period, 'hours');
  const refused = notices.map((notice) => {
    const sent = sayDate(notice.sentOn);
    return step(`${NOTICE} no extension`, due, {
      nl: `Verlengd op ${sent.nl}, maar deze termijn kan niet worden verlengd.`,
      en: `Extended on ${sent.en}, but this period cannot be extended.`,
    });
  });
  return [
    step('GDPR 33(1)', receivedOn, {
      nl: `Bekend geworden op ${start.day.nl} om ${writeTime(start.time)} uur; de uren lopen door, ook 's nachts en op vrije dagen.`,
      en: `Known on ${start.day.en} at ${start.time}; the hours run on, through nights and days off.`,
    }),
    step('GDPR 33(1)', due, {
      nl: `+ ${length.nl} = ${end.day.nl}, ${writeTime(end.time)} uur`,
      en: `+ ${length.en} = ${end.day.en}, ${end.time}`,
    }),
    ...refused,
  ];
}

/** Says why each day from `from` up to `to` is no last day: "27 maart is een zaterdag, 29 maart is tweede paasdag". */
function sayDaysOff(from: string, to: string, calendar: Calendar): BothLanguages {
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

function sayPeriod(text: string, unit: PeriodUnit): BothLanguages {
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

function sayWholeDays(days: number): BothLanguages {
  if (days === 0) return { nl: 'nul hele dagen', en: 'no whole days' };
  return { nl: `${days} hele ${days === 1 ? 'dag' : 'dagen'}`, en: `${days} whole ${days === 1 ? 'day' : 'days'}` };
}

function writeTime(time: string): string {
  return time.replace(':', '.');
}

function step(rule: string, date: string, text: BothLanguages): DeadlineStep {
  return { rule, date, text };
}
