import { type Calendar, isWorkingDay } from './calendar.ts';
import { type PeriodUnit, readPeriod } from './deadline-period.ts';
import type { DeadlineFacts, DeadlineStep, Notice } from './deadline-terms.ts';
import { explainPause, explainPauseDays } from './explain-pauses.ts';
import type { BothLanguages } from './holidays.ts';
import { addDays } from './local-date.ts';
import { sayDate, sayDay, sayWeekday } from './say-date.ts';
import { sayDaysOff, sayPeriod } from './say-period.ts';
import { toLocalTime } from './zone.ts';

const COUNTING = '1182/71 3(1)';
const NOTICE = 'GDPR 12(3)';

/** Tells how a clock came to its last day: each step with its rule, the date it led to and a sentence. */
export function explainDeadline(facts: DeadlineFacts, calendar: Calendar): DeadlineStep[] {
  if (facts.rule.unit === 'hours') return explainHours(facts, calendar);
  const steps = [
    explainReceipt(facts, calendar),
    explainPeriod(facts.receivedOn, facts.rawEnd, facts.rule.period, facts),
  ];
  for (const notice of facts.notices) steps.push(...explainNotice(notice, facts, calendar));
  const end = facts.extendedEnd ?? facts.rawEnd;
  for (const pause of facts.pauses) steps.push(explainPause(pause, end));
  const paused = addDays(end, facts.pauseDays);
  if (facts.pauseDays > 0) steps.push(explainPauseDays(end, paused, facts.pauseDays));
  if (facts.due !== paused) steps.push(explainRoll(paused, facts.due, calendar));
  steps.push(explainEnd(facts.due));
  return steps;
}

function explainReceipt({ receivedAt, receivedOn }: DeadlineFacts, calendar: Calendar): DeadlineStep {
  const date = sayDate(receivedOn);
  const time = toLocalTime(receivedAt, calendar.timeZone);
  const off = isWorkingDay(receivedOn, calendar)
    ? { nl: '', en: '' }
    : { nl: ', en een vrije dag telt als ontvangst', en: ', and a day off counts as receipt' };
  return step(COUNTING, receivedOn, {
    nl: `Ontvangen op ${date.nl} om ${writeTime(time)} uur (${calendar.timeZone})${off.nl}; de dag van ontvangst zelf telt niet mee.`,
    en: `Received on ${date.en} at ${time} (${calendar.timeZone})${off.en}; the day of receipt itself is not counted.`,
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

function writeTime(time: string): string {
  return time.replace(':', '.');
}

function step(rule: string, date: string, text: BothLanguages): DeadlineStep {
  return { rule, date, text };
}
